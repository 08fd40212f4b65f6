#include "notify/channel.hpp"
#include "notify/transfer.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace wt::notify {

namespace {

class TextGateway : public Channel
{
public:
    explicit TextGateway(std::string url) : url_{std::move(url)} {}

    void send(Mail const& mail) override
    {
        auto const body = nlohmann::json{{"to", mail.to}, {"text", mail.text}}.dump();
        TextList const headers{"Content-Type: application/json"};
        Transfer transfer{url_, "http,https"};
        transfer.set(CURLOPT_HTTPHEADER, headers.get());
        transfer.set(CURLOPT_POSTFIELDS, body.c_str());
        auto const status = transfer.run();
        if (status < 200 || status > 299) {
            throw SendError{fmt::format("text gateway answered {}", status)};
        }
    }

private:
    std::string url_;
};

} // namespace

std::unique_ptr<Channel> make_text_gateway(std::string url)
{
    return std::make_unique<TextGateway>(std::move(url));
}

} // namespace wt::notify
