#include "app/receive_report.hpp"

#include "app/record_concern.hpp"
#include "base/crypto.hpp"
#include "store/concerns.hpp"
#include "store/partners.hpp"

#include <fmt/format.h>

namespace wt::app {

namespace {

/// Before every token, so that what browsers keep for /tell is none.
constexpr std::string_view kPrefix = "o311-";

std::string token_of(App const& app, Person const& sender, Report const& report)
{
    return std::string{kPrefix} +
           (report.external_id.empty()
                ? random_token()
                : app.keys.hash(
                      store::KeyPurpose::lookup,
                      fmt::format("report {} {}", sender.id, report.external_id)));
}

} // namespace

std::optional<Person> find_reporter(App& app, std::string_view api_key)
{
    store::Reading reading{app.db};
    auto const partner =
        store::find_partner_by_key(reading, app.keys.hash(store::KeyPurpose::lookup, api_key));
    return partner ? std::optional{Person{.role = Role::partner, .id = partner->value}}
                   : std::nullopt;
}

std::string receive_report(App& app, Person const& sender, Report const& report)
{
    NewConcern const concern{
        .client_id = token_of(app, sender, report),
        .digest = fmt::format(
            "{} {} {} {:.6f} {:.6f}",
            code_in(kCategories, report.category),
            report.severity,
            code_in(kFeltWhen, report.felt),
            report.place.lat,
            report.place.lon),
        .category = report.category,
        .severity = report.severity,
        .felt = report.felt,
        .source = ConcernSource::report};
    record_concern(app, sender, concern, report.place);
    return concern.client_id;
}

std::optional<ReceivedReport> find_received_report(App& app, std::string_view token)
{
    if (!token.starts_with(kPrefix)) {
        return std::nullopt;
    }
    auto const concern = [&] {
        store::Reading reading{app.db};
        return store::find_concern_by_client_id(reading, token);
    }();
    if (!concern) {
        return std::nullopt;
    }
    auto const is_public = find_public_history(app, concern->id).has_value();
    return ReceivedReport{.number = is_public ? std::optional{concern->id} : std::nullopt};
}

} // namespace wt::app
