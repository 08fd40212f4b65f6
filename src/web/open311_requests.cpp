#include "app/receive_report.hpp"
#include "app/what_happened.hpp"
#include "app/where.hpp"
#include "base/text.hpp"
#include "web/open311.hpp"
#include "web/pages/concern_parts.hpp"

#include <algorithm>
#include <iterator>

/// The requests of Open311 GeoReport v2: concerns, told to us and listed. A list tells nobody more
/// than /concerns does: what may not be listed singly is not there, a place is a point only where
/// it is one in public, and the time of a concern is the first moment of its month.
namespace wt::web {

namespace {

using app::PublicConcern;

constexpr std::size_t kMostIds = 50;
constexpr std::size_t kPageSize = 50;
constexpr std::size_t kMostOnAPage = 200;
constexpr std::size_t kMostRequests =
    1000; ///< that can be read page by page, as the standard has it
constexpr std::chrono::days kDefaultSpan{90};

bool is_closed(ConcernState state)
{
    return state == ConcernState::done || state == ConcernState::will_not ||
           state == ConcernState::not_ours;
}

std::vector<ConcernState> states_of(bool closed)
{
    std::vector<ConcernState> states;
    for (auto const& state : kConcernStates) {
        if (state.value != ConcernState::withdrawn && is_closed(state.value) == closed) {
            states.push_back(state.value);
        }
    }
    return states;
}

Day first_day_of(std::int64_t month)
{
    auto const date = std::chrono::year{1970} / std::chrono::January / 1 +
                      std::chrono::months{static_cast<int>(month)};
    return Day{std::chrono::local_days{date}};
}

Open311Tree tree_of(Site const& site, Texts const& t, PublicConcern const& concern)
{
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    auto const requested = w3c_time(zone, zone.midnight(first_day_of(concern.month)));
    auto const street = concern.level <= privacy::ListingLevel::street
                            ? std::optional{concern.street}
                            : std::nullopt;
    Open311Tree tree{
        {"service_request_id", std::to_string(concern.id.value)},
        {"status", is_closed(concern.state) ? "closed" : "open"},
        {"service_name", t(title(concern.category))},
        {"service_code", code_in(kCategories, concern.category)},
        {"agency_responsible",
         concern.latest ? concern.latest->body : site.app.settings()->force_name},
        {"requested_datetime", requested},
        {"updated_datetime", requested},
        {"address", place_in_words(site, t, street, concern.ward, concern.bcu)}};
    if (concern.latest) {
        auto const& answer = *concern.latest;
        tree["status_notes"] = answer.sentence;
        // The public reads the day of an answer, not its minute.
        tree["updated_datetime"] = w3c_time(zone, zone.midnight(zone.day_of(answer.answered_at)));
        if (answer.due) {
            tree["expected_datetime"] = w3c_time(zone, zone.midnight(*answer.due));
        }
    }
    if (concern.point) {
        tree["lat"] = concern.point->lat;
        tree["long"] = concern.point->lon;
    }
    return tree;
}

[[noreturn]] void refuse(Refusal::Kind kind, Message const& message)
{
    throw Refusal{kind, message};
}

/// Reads the whole numbers of a page: `name`, at least 1, else `otherwise`.
std::size_t page_number(Fields const& query, std::string_view name, std::size_t otherwise)
{
    auto const text = query.get(name);
    auto const number =
        text.empty() ? static_cast<long long>(otherwise) : find_integer(text).value_or(0);
    if (number < 1) {
        refuse(Refusal::invalid_input, N_("page and page_size are whole numbers from 1."));
    }
    return static_cast<std::size_t>(std::min<long long>(number, kMostRequests + 1));
}

std::optional<Instant>
find_moment(daylight::Zone const& zone, Fields const& query, std::string_view name)
{
    auto const text = query.get(name);
    auto const moment = find_w3c_time(zone, text);
    if (!text.empty() && !moment) {
        refuse(
            Refusal::invalid_input,
            N_("start_date and end_date are dates such as 2026-11-01T00:00:00Z."));
    }
    return moment;
}

/// The months whose first moment lies from `start_date` to `end_date`; of the last 90 days where
/// neither is given.
void read_months(Site const& site, Fields const& query, app::PublicFilter& filter)
{
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    auto start = find_moment(zone, query, "start_date");
    auto const end = find_moment(zone, query, "end_date");
    if (!start) {
        start = end.value_or(site.now()) - kDefaultSpan;
    }
    auto const month = store::month_of(zone.day_of(*start));
    bool const is_after_first = zone.midnight(first_day_of(month)) < *start;
    filter.first_month = is_after_first ? month + 1 : month;
    if (end) {
        filter.last_month = store::month_of(zone.day_of(*end));
    }
}

void read_lists(Fields const& query, app::PublicFilter& filter)
{
    auto const codes = query.get("service_code");
    for (auto const code : split(codes, ',')) {
        auto const category = find_in(kCategories, trimmed(code));
        if (category) {
            filter.categories.push_back(*category);
        } else if (!trimmed(code).empty()) {
            refuse(Refusal::not_found, N_("There is no service with this service_code."));
        }
    }
    auto const statuses = query.get("status");
    for (auto const word : split(statuses, ',')) {
        auto const status = trimmed(word);
        if (status == "open" || status == "closed") {
            std::ranges::copy(states_of(status == "closed"), std::back_inserter(filter.states));
        } else if (!status.empty()) {
            refuse(Refusal::invalid_input, N_("status is open or closed."));
        }
    }
}

Open311Tree list_by_filter(Site& site, Request const& request)
{
    app::PublicFilter filter;
    read_lists(request.query, filter);
    read_months(site, request.query, filter);
    auto const size = std::min(page_number(request.query, "page_size", kPageSize), kMostOnAPage);
    filter.skip = (page_number(request.query, "page", 1) - 1) * size;
    filter.limit = size;
    Open311Tree list = Open311Tree::array();
    if (filter.skip < kMostRequests) {
        for (auto const& concern : app::what_happened(site.app, filter).concerns) {
            list.push_back(tree_of(site, request.t(), concern));
        }
    }
    return list;
}

/// Those that are named; what is not public is left out as what never was.
Open311Tree list_by_ids(Site& site, Request const& request, std::string_view ids)
{
    auto const parts = split(ids, ',');
    if (parts.size() > kMostIds) {
        refuse(Refusal::invalid_input, N_("At most 50 numbers can be asked for at once."));
    }
    Open311Tree list = Open311Tree::array();
    for (auto const part : parts) {
        auto const id = find_integer(trimmed(part)).value_or(0);
        if (auto const found = app::find_public_history(site.app, ConcernId{id})) {
            list.push_back(tree_of(site, request.t(), found->concern));
        }
    }
    return list;
}

Response show_requests_in(Site& site, Request const& request, Open311Format format)
{
    return open311_guarded(request, format, [&] {
        if (auto error = find_jurisdiction_error(site, request.query, format)) {
            return std::move(*error);
        }
        auto const ids = request.query.get("service_request_id");
        return open311_answer(
            format,
            "service_requests",
            ids.empty() ? list_by_filter(site, request) : list_by_ids(site, request, ids));
    });
}

/// GET /open311/v2/requests.json
Response show_requests(Site& site, Request const& request)
{
    return show_requests_in(site, request, Open311Format::json);
}

/// GET /open311/v2/requests.xml
Response show_requests_xml(Site& site, Request const& request)
{
    return show_requests_in(site, request, Open311Format::xml);
}

/// What `read` makes of the name and format at the end of the address.
template <class Read>
Response show_resource(Site& site, Request const& request, std::string_view name, Read const& read)
{
    auto const resource = find_open311_resource(request.path_text(name));
    auto const format = resource ? resource->format : Open311Format::json;
    return open311_guarded(request, format, [&] {
        if (!resource) {
            refuse(Refusal::not_found, N_("There is no such resource."));
        }
        if (auto error = find_jurisdiction_error(site, request.query, format)) {
            return std::move(*error);
        }
        return open311_answer(
            format, "service_requests", Open311Tree::array({read(resource->name)}));
    });
}

/// GET /open311/v2/requests/{id}
Response show_request(Site& site, Request const& request)
{
    return show_resource(site, request, "id", [&](std::string const& name) {
        auto const id = find_integer(name).value_or(0);
        return tree_of(site, request.t(), app::public_history(site.app, ConcernId{id}).concern);
    });
}

/// GET /open311/v2/tokens/{token}: the number of what was sent, once it may be listed.
Response show_token(Site& site, Request const& request)
{
    return show_resource(site, request, "token", [&](std::string const& token) {
        auto const report = app::find_received_report(site.app, token);
        if (!report) {
            refuse(Refusal::not_found, N_("token was not found"));
        }
        Open311Tree tree = Open311Tree::object();
        if (report->number) {
            tree["service_request_id"] = std::to_string(report->number->value);
        }
        tree["token"] = token;
        return tree;
    });
}

/// A postcode, place or street that is one alone here; streets near it do not count.
LatLon require_address(Site const& site, std::string_view address)
{
    auto options = app::list_place_options(site.app, address);
    std::erase_if(options, [](auto const& option) { return option.is_near; });
    if (options.empty()) {
        refuse(
            Refusal::invalid_input,
            N_("address_string is no postcode, place or street that is known here. Send lat and "
               "long."));
    }
    if (options.size() > 1) {
        refuse(
            Refusal::invalid_input,
            {N_("address_string means {1} places here. Send lat and long."),
             {std::to_string(options.size())}});
    }
    return options.front().point;
}

/// Where it is: by lat and long or, without both, by the address.
LatLon require_place(Site const& site, Fields const& sent)
{
    auto const address = sent.get("address_string");
    auto const lat = sent.get("lat");
    auto const lon = sent.get("long");
    if (lat.empty() && lon.empty() && !address.empty()) {
        return require_address(site, address);
    }
    auto const north = find_number(lat);
    auto const east = find_number(lon);
    if (!north || !east) {
        refuse(
            Refusal::invalid_input,
            N_("lat and long are needed, in degrees (WGS 84), or address_string."));
    }
    return {*north, *east};
}

app::Report require_report(Site const& site, Fields const& sent)
{
    auto const code = sent.get("service_code");
    if (code.empty()) {
        refuse(Refusal::invalid_input, N_("service_code was not provided"));
    }
    auto const category = find_in(kCategories, code);
    if (!category) {
        refuse(Refusal::not_found, N_("There is no service with this service_code."));
    }
    app::Report report{
        .category = *category,
        .place = require_place(site, sent),
        .external_id = sent.get("attribute[external_id]")};
    if (auto const severity = sent.get("attribute[severity]"); !severity.empty()) {
        report.severity = static_cast<int>(find_integer(severity).value_or(-1));
    }
    if (auto const felt = sent.get("attribute[felt]"); !felt.empty()) {
        auto const when = find_in(kFeltWhen, felt);
        if (!when) {
            refuse(Refusal::invalid_input, N_("attribute[felt] is always, dark or day."));
        }
        report.felt = *when;
    }
    return report;
}

Response create_request_in(Site& site, Request const& request, Open311Format format)
{
    return open311_guarded(request, format, [&] {
        auto const sent = request.form();
        auto const key = sent.get("api_key");
        auto const sender = key.empty() ? std::nullopt : app::find_reporter(site.app, key);
        if (!sender) {
            return open311_error(format, 403, "Missing or invalid API Key");
        }
        if (!site.limits.allow_partner(std::to_string(sender->id), site.now())) {
            return open311_error(format, 429, "Too many requests: wait ten minutes");
        }
        if (auto error = find_jurisdiction_error(site, sent, format)) {
            return std::move(*error);
        }
        auto const token = app::receive_report(site.app, *sender, require_report(site, sent));
        auto const& t = request.t();
        Open311Tree const tree{
            {"token", token},
            {"service_notice",
             t("Recorded. It has a number once enough people speak of the area. Words, names and "
               "contacts were not kept.")}};
        return open311_answer(format, "service_requests", Open311Tree::array({tree}), 201);
    });
}

/// POST /open311/v2/requests.json
Response create_request(Site& site, Request const& request)
{
    return create_request_in(site, request, Open311Format::json);
}

/// POST /open311/v2/requests.xml
Response create_request_xml(Site& site, Request const& request)
{
    return create_request_in(site, request, Open311Format::xml);
}

} // namespace

void add_open311_requests_routes(Router& router)
{
    constexpr RouteOptions kOpen{.cross_site = true};
    router.add(Method::get, "/open311/v2/requests.json", show_requests);
    router.add(Method::get, "/open311/v2/requests.xml", show_requests_xml);
    router.add(Method::post, "/open311/v2/requests.json", create_request, kOpen);
    router.add(Method::post, "/open311/v2/requests.xml", create_request_xml, kOpen);
    router.add(Method::get, "/open311/v2/requests/{id}", show_request);
    router.add(Method::get, "/open311/v2/tokens/{token}", show_token);
}

} // namespace wt::web
