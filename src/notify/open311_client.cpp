#include "notify/open311_client.hpp"

#include "notify/channel.hpp"
#include "notify/transfer.hpp"
#include "notify/xml_records.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace wt::notify {

namespace {

constexpr long kNotFound = 404;

struct Answer
{
    long status = 0;
    std::string body;
};

std::string escaped(std::string const& text)
{
    struct Free
    {
        void operator()(char* value) const { curl_free(value); }
    };
    std::unique_ptr<char, Free> const value{
        curl_easy_escape(nullptr, text.c_str(), static_cast<int>(text.size()))};
    return value ? std::string{value.get()} : std::string{};
}

using Values = std::vector<std::pair<std::string, std::string>>;

/// `name=value&…` without those that are empty.
std::string urlencoded(Values const& values)
{
    std::string text;
    for (auto const& [name, value] : values) {
        if (!value.empty()) {
            text += fmt::format("{}{}={}", text.empty() ? "" : "&", escaped(name), escaped(value));
        }
    }
    return text;
}

Answer run(Transfer& transfer)
{
    Answer answer;
    transfer.keep_answer(answer.body);
    answer.status = transfer.run();
    return answer;
}

Answer get(Open311Server const& server, std::string const& resource, std::string const& name)
{
    auto url = fmt::format("{}/{}/{}.xml", server.url, resource, escaped(name));
    auto const query =
        urlencoded({{"jurisdiction_id", server.jurisdiction}, {"api_key", server.api_key}});
    if (!query.empty()) {
        url += "?" + query;
    }
    Transfer transfer{url, "http,https"};
    return run(transfer);
}

/// The first record of a sound answer.
std::map<std::string, std::string> require_record(Answer const& answer)
{
    if (answer.status < 200 || answer.status > 299) {
        throw SendError{fmt::format("Open311 server answered {}", answer.status)};
    }
    auto const records = find_xml_records(answer.body, "request");
    if (!records || records->empty()) {
        throw SendError{"Open311 server answered what cannot be read"};
    }
    return records->front();
}

std::string value_of(std::map<std::string, std::string> const& record, std::string const& name)
{
    auto const found = record.find(name);
    return found == record.end() ? std::string{} : found->second;
}

} // namespace

Open311Receipt send_report(Open311Server const& server, Open311Report const& report)
{
    auto const body = urlencoded(
        {{"api_key", server.api_key},
         {"jurisdiction_id", server.jurisdiction},
         {"service_code", report.service_code},
         {"lat", fmt::format("{:.6f}", report.lat)},
         {"long", fmt::format("{:.6f}", report.lon)},
         {"address_string", report.address},
         {"description", report.description},
         {"attribute[external_id]", report.external_id}});
    Transfer transfer{server.url + "/requests.xml", "http,https"};
    transfer.set(CURLOPT_POSTFIELDS, body.c_str());
    auto const record = require_record(run(transfer));
    Open311Receipt receipt{
        .id = value_of(record, "service_request_id"), .token = value_of(record, "token")};
    if (receipt.id.empty() && receipt.token.empty()) {
        throw SendError{"Open311 server gave no number"};
    }
    return receipt;
}

std::optional<std::string> find_request_id(Open311Server const& server, std::string const& token)
{
    auto id = value_of(require_record(get(server, "tokens", token)), "service_request_id");
    return id.empty() ? std::nullopt : std::optional{std::move(id)};
}

std::optional<Open311Status> find_request_status(Open311Server const& server, std::string const& id)
{
    auto const answer = get(server, "requests", id);
    if (answer.status == kNotFound) {
        return std::nullopt;
    }
    auto const record = require_record(answer);
    return Open311Status{
        .is_closed = value_of(record, "status") == "closed",
        .notes = value_of(record, "status_notes"),
        .expected = value_of(record, "expected_datetime")};
}

} // namespace wt::notify
