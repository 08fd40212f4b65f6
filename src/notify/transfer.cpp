#include "notify/transfer.hpp"

#include "notify/channel.hpp"

#include <fmt/format.h>

namespace wt::notify {

namespace {

constexpr long kConnectSeconds = 10;
constexpr long kWholeSeconds = 30;

void start_library()
{
    static CURLcode const started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) {
        throw SendError{"libcurl does not start"};
    }
}

std::size_t discard(char const* /*bytes*/, std::size_t size, std::size_t count, void* /*to*/)
{
    return size * count;
}

constexpr std::size_t kLongestAnswer = 1'000'000;

std::size_t keep(char const* bytes, std::size_t size, std::size_t count, void* to)
{
    auto& answer = *static_cast<std::string*>(to);
    if (answer.size() + size * count > kLongestAnswer) {
        return 0; // libcurl ends the transfer
    }
    answer.append(bytes, size * count);
    return size * count;
}

} // namespace

Transfer::Transfer(std::string const& url, char const* protocols)
{
    start_library();
    handle_.reset(curl_easy_init());
    if (!handle_) {
        throw SendError{"libcurl does not start"};
    }
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, protocols);
    set(CURLOPT_NOSIGNAL, 1L); // threads
    set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
    set(CURLOPT_TIMEOUT, kWholeSeconds);
    set(CURLOPT_WRITEFUNCTION, &discard);
}

void Transfer::keep_answer(std::string& answer)
{
    set(CURLOPT_WRITEFUNCTION, &keep);
    set(CURLOPT_WRITEDATA, &answer);
}

long Transfer::run()
{
    auto const result = curl_easy_perform(handle_.get());
    long status = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
    if (result != CURLE_OK) {
        // The server's own sentence may repeat the address, so only its number is told.
        throw SendError{fmt::format("{} ({})", curl_easy_strerror(result), status)};
    }
    return status;
}

} // namespace wt::notify
