#include "store/hotspots.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

namespace wt::store {

namespace {

template <class... Arguments>
std::vector<StoredHotspot>
list_where(Reading& reading, std::string_view condition, Arguments const&... arguments)
{
    std::vector<StoredHotspot> hotspots;
    for (auto const& [id, bcu, ward, family, state, first, last, missed, aside, from, in, version] :
         list_rows<
             HotspotId,
             BcuId,
             WardId,
             std::string,
             std::string,
             Day,
             Day,
             int,
             std::optional<Day>,
             std::optional<HotspotId>,
             std::optional<HotspotId>,
             int>(
             reading,
             fmt::format(
                 "SELECT id, bcu_id, ward_id, family, state, first_day, last_day, missed, "
                 "aside_till, came_from, ended_in, version FROM hotspot WHERE {} "
                 "ORDER BY first_day, id",
                 condition),
             arguments...)) {
        hotspots.push_back(
            {.id = id,
             .bcu = bcu,
             .ward = ward,
             .family = find_in(kHotspotFamilies, family).value(),
             .state = find_in(kHotspotStates, state).value(),
             .first_day = first,
             .last_day = last,
             .missed = missed,
             .aside_till = aside,
             .came_from = from,
             .ended_in = in,
             .version = version});
    }
    return hotspots;
}

void insert_segments(
    Transaction& tx, HotspotId id, Day day, std::vector<HotspotSegment> const& segments)
{
    for (auto const& [segment, street] : segments) {
        execute(
            tx,
            "INSERT INTO hotspot_segment (hotspot_id, day, way_id, lat, lon, network_version, "
            "street) VALUES (:id, :day, :way, :lat, :lon, :version, :street) "
            "ON CONFLICT DO NOTHING",
            id,
            day,
            segment.way,
            segment.midpoint.lat,
            segment.midpoint.lon,
            segment.network_version,
            street);
    }
}

} // namespace

void insert_hotspot(Transaction& tx, StoredHotspot const& hotspot)
{
    execute(
        tx,
        "INSERT INTO hotspot (id, bcu_id, ward_id, family, state, first_day, last_day, missed, "
        "aside_till, came_from, ended_in) VALUES (:id, :bcu, :ward, :family, :state, :first, "
        ":last, :missed, :aside, :from, :in)",
        hotspot.id,
        hotspot.bcu,
        hotspot.ward,
        code_in(kHotspotFamilies, hotspot.family),
        code_in(kHotspotStates, hotspot.state),
        hotspot.first_day,
        hotspot.last_day,
        hotspot.missed,
        hotspot.aside_till,
        hotspot.came_from,
        hotspot.ended_in);
}

bool update_hotspot(Transaction& tx, StoredHotspot const& hotspot)
{
    return execute(
               tx,
               "UPDATE hotspot SET bcu_id = :bcu, ward_id = :ward, state = :state, "
               "last_day = :last, missed = :missed, aside_till = :aside, ended_in = :in, "
               "version = version + 1 WHERE id = :id AND version = :version",
               hotspot.bcu,
               hotspot.ward,
               code_in(kHotspotStates, hotspot.state),
               hotspot.last_day,
               hotspot.missed,
               hotspot.aside_till,
               hotspot.ended_in,
               hotspot.id,
               hotspot.version) == 1;
}

std::optional<StoredHotspot> find_hotspot(Reading& reading, HotspotId id)
{
    auto const found = list_where(reading, "id = :id", id);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

std::vector<StoredHotspot> list_hotspots(Reading& reading, std::optional<BcuId> bcu)
{
    return bcu ? list_where(reading, "bcu_id = :bcu", *bcu) : list_where(reading, "1 = 1");
}

bool insert_hotspot_search(
    Transaction& tx, Day monday, std::string_view network_version, Instant now)
{
    return execute(
               tx,
               "INSERT INTO hotspot_search (day, network_version, searched_at) "
               "VALUES (:day, :version, :now) ON CONFLICT (day) DO NOTHING",
               monday,
               network_version,
               now) == 1;
}

std::optional<Day> find_last_hotspot_search(Reading& reading)
{
    return find_value<std::optional<Day>>(reading, "SELECT MAX(day) FROM hotspot_search")
        .value_or(std::nullopt);
}

void insert_finding(
    Transaction& tx,
    HotspotId id,
    StoredFinding const& finding,
    std::vector<HotspotSegment> const& segments)
{
    execute(
        tx,
        "INSERT INTO hotspot_finding (hotspot_id, day, women, spoken, expected, p, q, is_emerging) "
        "VALUES (:id, :day, :women, :spoken, :expected, :p, :q, :emerging)",
        id,
        finding.day,
        finding.women,
        finding.spoken,
        finding.expected,
        finding.p,
        finding.q,
        finding.is_emerging);
    insert_segments(tx, id, finding.day, segments);
}

std::vector<StoredFinding> list_findings(Reading& reading, HotspotId id, std::optional<Day> last)
{
    std::vector<StoredFinding> findings;
    for (auto const& [day, women, spoken, expected, p, q, emerging] :
         list_rows<Day, int, int, double, double, double, int>(
             reading,
             "SELECT day, women, spoken, expected, p, q, is_emerging FROM hotspot_finding "
             "WHERE hotspot_id = :id AND day <= :last ORDER BY day DESC",
             id,
             last.value_or(Day::max()))) {
        findings.push_back(
            {.day = day,
             .women = women,
             .spoken = spoken,
             .expected = expected,
             .p = p,
             .q = q,
             .is_emerging = emerging != 0});
    }
    return findings;
}

std::vector<HotspotSegment> list_hotspot_segments(Reading& reading, HotspotId id, Day found)
{
    std::vector<HotspotSegment> segments;
    for (auto& [way, lat, lon, version, street] :
         list_rows<std::int64_t, double, double, std::string, std::string>(
             reading,
             "SELECT way_id, lat, lon, network_version, street FROM hotspot_segment "
             "WHERE hotspot_id = :id AND day = :day ORDER BY street, way_id, lat, lon",
             id,
             found)) {
        segments.push_back(
            {.segment = {.way = way, .midpoint = {lat, lon}, .network_version = std::move(version)},
             .street = std::move(street)});
    }
    return segments;
}

std::vector<ConcernId> list_concerns_of_hotspot(Reading& reading, HotspotId id, Day found)
{
    std::vector<ConcernId> concerns;
    for (auto const& [concern] : list_rows<ConcernId>(
             reading,
             "SELECT c.id FROM hotspot_segment s JOIN concern c ON c.way_id = s.way_id "
             "AND c.lat = s.lat AND c.lon = s.lon WHERE s.hotspot_id = :id AND s.day = :day "
             "ORDER BY c.raised_day DESC, c.id",
             id,
             found)) {
        concerns.push_back(concern);
    }
    return concerns;
}

void insert_hotspot_event(Transaction& tx, StoredHotspotEvent const& event)
{
    execute(
        tx,
        "INSERT INTO hotspot_event (hotspot_id, kind, state, other_id, note, staff_id, day, at) "
        "VALUES (:id, :kind, :state, :other, :note, :staff, :day, :at)",
        event.hotspot,
        code_in(kHotspotEvents, event.kind),
        code_in(kHotspotStates, event.state),
        event.other,
        event.note,
        event.staff,
        event.day,
        event.at);
}

std::vector<StoredHotspotEvent> list_hotspot_events(Reading& reading, HotspotId id)
{
    std::vector<StoredHotspotEvent> events;
    for (auto& [kind, state, other, note, staff, day, at] : list_rows<
             std::string,
             std::string,
             std::optional<HotspotId>,
             std::string,
             std::optional<StaffId>,
             Day,
             Instant>(
             reading,
             "SELECT kind, state, other_id, note, staff_id, day, at FROM hotspot_event "
             "WHERE hotspot_id = :id ORDER BY id",
             id)) {
        events.push_back(
            {.hotspot = id,
             .kind = find_in(kHotspotEvents, kind).value(),
             .state = find_in(kHotspotStates, state).value(),
             .other = other,
             .note = std::move(note),
             .staff = staff,
             .day = day,
             .at = at});
    }
    return events;
}

void insert_visit(Transaction& tx, StoredVisit const& visit)
{
    execute(
        tx,
        "INSERT INTO hotspot_visit (id, hotspot_id, planned_day, planned_minutes) "
        "VALUES (:id, :hotspot, :day, :minutes)",
        visit.id,
        visit.hotspot,
        visit.planned_day,
        visit.planned_minutes);
}

bool deliver_visit(Transaction& tx, StoredVisit const& visit)
{
    return execute(
               tx,
               "UPDATE hotspot_visit SET delivered_day = :day, delivered_minutes = :minutes "
               "WHERE id = :id AND hotspot_id = :hotspot "
               "AND delivered_day IS NULL",
               visit.delivered_day,
               visit.delivered_minutes,
               visit.id,
               visit.hotspot) == 1;
}

std::vector<StoredVisit> list_visits(Reading& reading, HotspotId id)
{
    std::vector<StoredVisit> visits;
    for (auto const& [visit, planned, minutes, delivered, delivered_minutes] :
         list_rows<std::int64_t, Day, int, std::optional<Day>, int>(
             reading,
             "SELECT id, planned_day, planned_minutes, delivered_day, delivered_minutes "
             "FROM hotspot_visit WHERE hotspot_id = :id ORDER BY planned_day, id",
             id)) {
        visits.push_back(
            {.id = visit,
             .hotspot = id,
             .planned_day = planned,
             .planned_minutes = minutes,
             .delivered_day = delivered,
             .delivered_minutes = delivered_minutes});
    }
    return visits;
}

std::vector<SpokenConcern> list_spoken_concerns(Reading& reading, Day first, Day end)
{
    // A contact is nowhere verified: that a woman has walked is what tells her from a form.
    auto rows = list_rows<
        std::string,
        std::int64_t,
        double,
        double,
        std::string,
        std::string,
        Day,
        BcuId,
        WardId>(
        reading,
        "SELECT c.source, c.way_id, c.lat, c.lon, c.network_version, c.pseudonym, c.raised_day, "
        "c.bcu_id, c.ward_id "
        "FROM concern c WHERE c.raised_day >= :first AND c.raised_day < :end "
        "AND c.state <> 'withdrawn' AND c.category <> 'police' AND (c.source = 'walk' "
        "OR (c.source = 'report' AND EXISTS (SELECT 1 FROM participant_key k "
        "JOIN request r ON r.participant_id = k.participant_id "
        "JOIN walk_request w ON w.request_id = r.id AND w.state = 'attended' "
        "WHERE k.pseudonym = c.pseudonym))) ORDER BY c.raised_day, c.id",
        first,
        end);
    std::vector<SpokenConcern> concerns;
    concerns.reserve(rows.size());
    for (auto& [source, way, lat, lon, version, pseudonym, raised, bcu, ward] : rows) {
        concerns.push_back(
            {.family = source == "walk" ? HotspotFamily::walks : HotspotFamily::reports,
             .segment = {.way = way, .midpoint = {lat, lon}, .network_version = std::move(version)},
             .pseudonym = std::move(pseudonym),
             .raised = raised,
             .bcu = bcu,
             .ward = ward});
    }
    return concerns;
}

} // namespace wt::store
