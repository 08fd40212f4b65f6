#include "base/crypto.hpp"
#include "base/time.hpp"
#include "notify/channel.hpp"
#include "notify/mail_text.hpp"
#include "notify/transfer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <utility>

namespace wt::notify {

namespace {

/// The part of a message that libcurl has not asked for yet.
std::size_t read_on(char* to, std::size_t size, std::size_t count, void* source)
{
    auto& rest = *static_cast<std::string_view*>(source);
    auto const length = std::min(size * count, rest.size());
    std::memcpy(to, rest.data(), length);
    rest.remove_prefix(length);
    return length;
}

bool is_this_machine(std::string_view url)
{
    constexpr std::array<std::string_view, 3> kHosts{"127.0.0.1", "[::1]", "localhost"};
    auto const scheme = url.find("://");
    auto const host = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
    return std::ranges::any_of(kHosts, [&](std::string_view name) {
        return host.starts_with(name) &&
               (host.size() == name.size() || host[name.size()] == ':' || host[name.size()] == '/');
    });
}

class SmtpChannel : public Channel
{
public:
    explicit SmtpChannel(SmtpServer server) : server_{std::move(server)} {}

    void send(Mail const& mail) override
    {
        auto const domain = server_.from.substr(server_.from.find('@') + 1);
        auto const message = to_internet_message(
            mail, server_.from, system_now(), fmt::format("{}@{}", random_token(), domain));
        std::string_view rest{message};
        auto const sender = fmt::format("<{}>", server_.from);
        TextList const recipients{fmt::format("<{}>", mail.to).c_str()};

        Transfer transfer{server_.url, "smtp,smtps"};
        transfer.set(
            CURLOPT_USE_SSL, is_this_machine(server_.url) ? CURLUSESSL_NONE : CURLUSESSL_ALL);
        if (!server_.user.empty()) {
            transfer.set(CURLOPT_USERNAME, server_.user.c_str());
            transfer.set(CURLOPT_PASSWORD, server_.password.c_str());
        }
        transfer.set(CURLOPT_MAIL_FROM, sender.c_str());
        transfer.set(CURLOPT_MAIL_RCPT, recipients.get());
        transfer.set(CURLOPT_UPLOAD, 1L);
        transfer.set(CURLOPT_READFUNCTION, &read_on);
        transfer.set(CURLOPT_READDATA, &rest);
        transfer.run();
    }

private:
    SmtpServer server_;
};

} // namespace

std::unique_ptr<Channel> make_smtp_channel(SmtpServer server)
{
    return std::make_unique<SmtpChannel>(std::move(server));
}

} // namespace wt::notify
