#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wt {

/// Marks a sentence for the translation catalogue without translating it yet.
constexpr char const* N_(char const* sentence)
{
    return sentence;
}

/// A sentence for a person: its English text, which is its key in the catalogue, and what goes
/// into its holes `{1}`, `{2}` …. Translated where it is shown (page, terminal, mail), not before.
struct Message
{
    std::string id;
    std::vector<std::string> arguments;

    // NOLINTNEXTLINE(google-explicit-constructor): a bare sentence is a message.
    Message(char const* sentence) : id{sentence} {}
    Message(char const* sentence, std::vector<std::string> values)
        : id{sentence}, arguments{std::move(values)}
    {
    }

    friend bool operator==(Message const&, Message const&) = default;
};

/// `message` in English with its holes filled: for logs of the terminal, and where no catalogue is.
std::string in_english(Message const& message);

/// `pattern` with `{1}` replaced by `arguments[0]`, `{2}` by `arguments[1]` …; a hole without an
/// argument stays as it is. Linear in the length of the result.
std::string filled(std::string_view pattern, std::vector<std::string> const& arguments);

} // namespace wt
