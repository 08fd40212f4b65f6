#pragma once

#include "base/time.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace wt::web {

/// Public documents that are dear to make and that many programs ask for again and again (the
/// points of the map, the feed): each is made once in ten seconds at most, however many ask. Kept
/// in memory only; safe to call from many threads.
class Remembered
{
public:
    using Text = std::shared_ptr<std::string const>;

    /// The document of this key, made now or within the last ten seconds. Whoever asks while it is
    /// being made waits for it. What `make` throws is thrown to the one that called it.
    Text get(std::string_view key, Instant now, std::function<std::string()> const& make);

private:
    static constexpr std::chrono::seconds kLasts{10};
    static constexpr std::size_t kMost = 256; ///< documents; then it begins anew

    struct Document
    {
        std::mutex making;
        Text text;
        Instant made;
    };

    std::shared_ptr<Document> document_of(std::string_view key);

    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<Document>, std::less<>> documents_;
};

} // namespace wt::web
