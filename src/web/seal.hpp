#pragma once

#include "base/time.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace wt::web {

/// Makes text that a browser can keep for us but neither read nor change (libsodium,
/// XChaCha20-Poly1305). For form drafts and one-time notices, not for anything lasting.
class Sealer
{
public:
    using Key = std::array<unsigned char, 32>;

    explicit Sealer(Key const& key);
    ~Sealer(); // wipes the key
    Sealer(Sealer const&) = delete;
    Sealer& operator=(Sealer const&) = delete;

    /// A key that ends with the process: what it sealed cannot be opened after a restart.
    static Key random_key();

    /// `text` sealed until `until` for one `purpose`, as base64url.
    [[nodiscard]] std::string
    seal(std::string_view text, std::string_view purpose, Instant until) const;
    /// The text; nothing if it is not ours, was sealed for another purpose, or its time is over.
    [[nodiscard]] std::optional<std::string>
    open(std::string_view sealed, std::string_view purpose, Instant now) const;

private:
    Key key_;
};

} // namespace wt::web
