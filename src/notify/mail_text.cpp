#include "notify/mail_text.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

namespace wt::notify {

namespace {

constexpr std::size_t kLineBytes = 76;
constexpr std::size_t kLongestPlainLine = 900; // RFC 5322 allows 998

bool is_ascii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void refuse_control_characters(std::string_view text)
{
    if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; })) {
        throw SendError{"control character in a header"};
    }
}

std::string to_base64(std::string_view bytes)
{
    constexpr int kVariant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(
        text.data(),
        text.size(),
        reinterpret_cast<unsigned char const*>(bytes.data()),
        bytes.size(),
        kVariant);
    text.pop_back(); // the terminating NUL
    return text;
}

/// Encoded words of at most 75 characters, each with whole UTF-8 characters.
std::string encoded_words(std::string_view text)
{
    constexpr std::size_t kBytesInWord = 45;
    std::string words;
    while (!text.empty()) {
        auto length = std::min(kBytesInWord, text.size());
        while (length < text.size() && length > 1 &&
               (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
            --length;
        }
        words += fmt::format(
            "{}=?UTF-8?B?{}?=", words.empty() ? "" : "\r\n ", to_base64(text.substr(0, length)));
        text.remove_prefix(length);
    }
    return words;
}

std::string with_crlf(std::string_view text)
{
    std::string result;
    for (char const c : text) {
        if (c == '\n') {
            result += "\r\n";
        } else if (c != '\r') {
            result += c;
        }
    }
    if (!result.ends_with("\r\n")) {
        result += "\r\n";
    }
    return result;
}

std::string in_lines(std::string_view text)
{
    std::string lines;
    for (std::size_t at = 0; at < text.size(); at += kLineBytes) {
        lines += fmt::format("{}\r\n", text.substr(at, kLineBytes));
    }
    return lines;
}

bool fits_plain(std::string_view text)
{
    std::size_t line = 0;
    std::size_t longest = 0;
    for (char const c : text) {
        line = c == '\n' ? 0 : line + 1;
        longest = std::max(longest, line);
    }
    return is_ascii(text) && longest <= kLongestPlainLine;
}

std::optional<std::string> from_base64(std::string_view text)
{
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    int const fault = sodium_base642bin(
        reinterpret_cast<unsigned char*>(bytes.data()),
        bytes.size(),
        text.data(),
        text.size(),
        "\r\n",
        &length,
        nullptr,
        sodium_base64_VARIANT_ORIGINAL);
    bytes.resize(length);
    return fault == 0 ? std::optional{bytes} : std::nullopt;
}

/// The value of a header up to the line end that no blank follows.
std::string_view header_of(std::string_view head, std::string_view name)
{
    auto const found = head.find(name);
    if (found == std::string_view::npos) {
        return {};
    }
    auto const value = head.substr(found + name.size());
    auto end = value.find("\r\n");
    while (end != std::string_view::npos && value.substr(end + 2, 1) == " ") {
        end = value.find("\r\n", end + 2);
    }
    return value.substr(0, end);
}

std::string decoded_words(std::string_view subject)
{
    constexpr std::string_view kOpening = "=?UTF-8?B?";
    if (!subject.starts_with(kOpening)) {
        return std::string{subject};
    }
    std::string text;
    for (auto at = subject.find(kOpening); at != std::string_view::npos;
         at = subject.find(kOpening, at)) {
        at += kOpening.size();
        text += from_base64(subject.substr(at, subject.find("?=", at) - at)).value_or("");
    }
    return text;
}

std::string without_angle_brackets(std::string_view address)
{
    return address.size() < 2 ? std::string{} : std::string{address.substr(1, address.size() - 2)};
}

std::string stop_headers(std::string_view url)
{
    if (url.empty()) {
        return {};
    }
    return fmt::format(
        "List-Unsubscribe: <{}>\r\n{}",
        url,
        url.starts_with("https://") ? "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" : "");
}

} // namespace

std::optional<Mail> find_mail(std::string_view message)
{
    auto const end = message.find("\r\n\r\n");
    auto const head = message.substr(0, end);
    auto const to = header_of(head, "\r\nTo: ");
    if (end == std::string_view::npos || to.size() < 2) {
        return std::nullopt;
    }
    auto const sent = message.substr(end + 4);
    bool const is_plain = header_of(head, "\r\nContent-Transfer-Encoding: ") == "7bit";
    auto text = is_plain ? std::optional{std::string{sent}} : from_base64(sent);
    if (!text) {
        return std::nullopt;
    }
    std::erase(*text, '\r');
    return Mail{
        .to = without_angle_brackets(to),
        .subject = decoded_words(header_of(head, "\r\nSubject: ")),
        .text = *std::move(text),
        .stop_url = without_angle_brackets(header_of(head, "\r\nList-Unsubscribe: "))};
}

std::string to_internet_message(
    Mail const& mail, std::string_view from, Instant date, std::string_view message_id)
{
    for (std::string_view const header :
         {std::string_view{mail.to},
          std::string_view{mail.subject},
          std::string_view{mail.stop_url},
          from}) {
        refuse_control_characters(header);
    }
    bool const plain = fits_plain(mail.text);
    auto const body = with_crlf(mail.text);
    auto const seconds = std::chrono::floor<std::chrono::seconds>(date);
    return fmt::format(
        "Date: {:%a, %d %b %Y %H:%M:%S} +0000\r\n"
        "From: <{}>\r\n"
        "To: <{}>\r\n"
        "Subject: {}\r\n"
        "Message-ID: <{}>\r\n"
        "Auto-Submitted: auto-generated\r\n"
        "{}"
        "MIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: {}\r\n"
        "\r\n"
        "{}",
        fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)),
        from,
        mail.to,
        is_ascii(mail.subject) ? mail.subject : encoded_words(mail.subject),
        message_id,
        stop_headers(mail.stop_url),
        plain ? "7bit" : "base64",
        plain ? body : in_lines(to_base64(body)));
}

} // namespace wt::notify
