#include "store/concerns.hpp"

#include "geo/projection.hpp"
#include "store/merging.hpp"
#include "store/sql.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wt::store {

namespace {

constexpr std::string_view kCounts = "c.state <> 'withdrawn'";

template <class... Arguments>
std::vector<StoredConcern>
list_where(Reading& reading, std::string_view condition_and_order, Arguments const&... arguments)
{
    std::vector<StoredConcern> concerns;
    auto const rows = list_rows<
        ConcernId,
        std::int64_t,
        double,
        double,
        std::string,
        std::string,
        BcuId,
        WardId,
        std::string,
        int,
        std::string,
        Day,
        std::string,
        std::optional<WalkId>,
        std::string,
        std::string,
        int,
        std::string,
        std::string,
        int,
        std::optional<StaffId>,
        std::optional<ConcernId>>(
        reading,
        fmt::format(
            "SELECT c.id, c.way_id, c.lat, c.lon, c.network_version, c.street, c.bcu_id, "
            "c.ward_id, c.category, c.severity, c.felt, c.raised_day, c.source, c.walk_id, "
            "c.pseudonym, c.state, c.answer_count, c.client_id, c.client_digest, c.version, "
            "c.owner_id, c.lead_id "
            "FROM concern c WHERE c.way_id <> 0 AND {}", // 0: taken out of the loop
            condition_and_order),
        arguments...);
    concerns.reserve(rows.size());
    for (
        auto const& [id, way, lat, lon, network, street, bcu, ward, category, severity, felt, day, source, walk, pseudonym, state, answers, client_id, digest, version, owner, lead] :
        rows) {
        concerns.push_back(
            {.id = id,
             .segment = {.way = way, .midpoint = {lat, lon}, .network_version = network},
             .street = street,
             .bcu = bcu,
             .ward = ward,
             .category = find_in(kCategories, category).value(),
             .severity = severity,
             .felt = find_in(kFeltWhen, felt).value(),
             .raised = day,
             .source = find_in(kConcernSources, source).value(),
             .walk = walk,
             .pseudonym = pseudonym,
             .state = find_in(kConcernStates, state).value(),
             .answers = answers,
             .client_id = client_id,
             .client_digest = digest,
             .version = version,
             .owner = owner,
             .lead = lead});
    }
    return concerns;
}

template <class... Arguments>
std::optional<StoredConcern>
find_where(Reading& reading, std::string_view condition, Arguments const&... arguments)
{
    auto concerns = list_where(reading, condition, arguments...);
    return concerns.empty() ? std::nullopt : std::optional{std::move(concerns.front())};
}

/// A column that nearly every row fits: a filter and no way in. SQLite is told so by a +, which
/// says nothing to its guesses; PostgreSQL knows it from its statistics, and a + would hide them.
std::string filter_by(Dialect dialect, std::string_view column)
{
    return fmt::format("{}{}", dialect == Dialect::sqlite ? "+" : "", column);
}

/// `c.bcu_id IN (…)`; no unit has the id 0, so that the list is never empty.
std::string in_units(Dialect dialect, std::vector<BcuId> const& units)
{
    std::vector<std::int64_t> ids{0};
    for (auto const unit : units) {
        ids.push_back(unit.value);
    }
    return fmt::format("{} IN ({})", filter_by(dialect, "c.bcu_id"), fmt::join(ids, ", "));
}

/// Of units that are listed both ways, which is nearly all of them, the source makes no difference:
/// then the database can walk along an index in the order of the list.
std::string is_listable(Dialect dialect, ListableUnits const& units)
{
    if (units.of_reports == units.of_others) {
        return in_units(dialect, units.of_others);
    }
    return fmt::format(
        "((c.source = 'report' AND {}) OR (c.source <> 'report' AND {}))",
        in_units(dialect, units.of_reports),
        in_units(dialect, units.of_others));
}

struct Ordering
{
    std::string_view column;
    std::string_view direction;
    std::string_view comes_after;
};

Ordering ordering(ConcernOrder order)
{
    return order == ConcernOrder::oldest_day_first ? Ordering{"c.raised_day", "ASC", ">"}
                                                   : Ordering{"c.raised_month", "DESC", "<"};
}

template <class Enum, std::size_t n>
std::string is_one_of(
    std::string_view column,
    std::array<Named<Enum>, n> const& names,
    std::vector<Enum> const& values)
{
    std::vector<std::string> codes;
    for (auto const value : values) {
        codes.push_back(fmt::format("'{}'", code_in(names, value)));
    }
    return fmt::format("{} IN ({})", column, fmt::join(codes, ", "));
}

/// Only numbers and codes of our own go into the text, so that the database sees which index fits.
std::vector<std::string> conditions_of(Dialect dialect, ConcernQuery const& query)
{
    std::vector<std::string> conditions{"1 = 1"};
    if (query.bcu) {
        conditions.push_back(fmt::format("c.bcu_id = {}", query.bcu->value));
    }
    if (query.ward) {
        conditions.push_back(fmt::format("c.ward_id = {}", query.ward->value));
    }
    if (query.category) {
        conditions.push_back(
            fmt::format("c.category = '{}'", code_in(kCategories, *query.category)));
    }
    if (query.state) {
        conditions.push_back(fmt::format("c.state = '{}'", code_in(kConcernStates, *query.state)));
    }
    if (!query.categories.empty()) {
        conditions.push_back(is_one_of("c.category", kCategories, query.categories));
    }
    if (!query.states.empty()) {
        conditions.push_back(is_one_of("c.state", kConcernStates, query.states));
    }
    if (query.first_month) {
        conditions.push_back(fmt::format("c.raised_month >= {}", *query.first_month));
    }
    if (query.last_month) {
        conditions.push_back(fmt::format("c.raised_month <= {}", *query.last_month));
    }
    if (!query.with_withdrawn) {
        conditions.emplace_back(kCounts);
    }
    if (query.raised_before) {
        conditions.push_back(fmt::format(
            "{} < {}",
            filter_by(dialect, "c.raised_day"),
            query.raised_before->time_since_epoch().count()));
    }
    if (query.owner) {
        conditions.push_back(fmt::format("c.owner_id = {}", query.owner->value));
    }
    if (query.only_unowned) {
        conditions.emplace_back("NOT EXISTS (SELECT 1 FROM staff s WHERE s.id = c.owner_id "
                                "AND s.suspended_at IS NULL)");
    }
    if (query.only) {
        conditions.push_back(is_listable(dialect, *query.only));
    }
    return conditions;
}

std::string text_of(Dialect dialect, ConcernQuery const& query)
{
    auto conditions = conditions_of(dialect, query);
    auto const [column, direction, comes_after] = ordering(query.order);
    if (query.after) {
        conditions.push_back(fmt::format(
            "({}, c.id) {} ({}, {})",
            column,
            comes_after,
            query.after->value,
            query.after->id.value));
    }
    return fmt::format(
        "{} ORDER BY {} {}, c.id {} LIMIT {} OFFSET {}",
        fmt::join(conditions, " AND "),
        column,
        direction,
        direction,
        query.limit,
        query.skip);
}

} // namespace

bool insert_concern(Transaction& tx, StoredConcern const& concern)
{
    return execute(
               tx,
               "INSERT INTO concern (id, way_id, lat, lon, network_version, street, bcu_id, "
               "ward_id, category, severity, felt, raised_day, raised_month, source, walk_id, "
               "pseudonym, state, client_id, client_digest, owner_id) VALUES (:id, :way, :lat, "
               ":lon, "
               ":network, :street, :bcu, :ward, :category, :severity, :felt, :day, :month, "
               ":source, :walk, :pseudonym, :state, :client_id, :digest, :owner) "
               "ON CONFLICT (client_id) DO NOTHING",
               concern.id,
               concern.segment.way,
               concern.segment.midpoint.lat,
               concern.segment.midpoint.lon,
               concern.segment.network_version,
               concern.street,
               concern.bcu,
               concern.ward,
               code_in(kCategories, concern.category),
               concern.severity,
               code_in(kFeltWhen, concern.felt),
               concern.raised,
               month_of(concern.raised),
               code_in(kConcernSources, concern.source),
               concern.walk,
               concern.pseudonym,
               code_in(kConcernStates, concern.state),
               concern.client_id,
               concern.client_digest,
               concern.owner) == 1;
}

std::optional<StoredConcern> find_concern(Reading& reading, ConcernId id)
{
    return find_where(reading, "c.id = :id", id);
}

std::optional<StoredConcern> find_concern_by_client_id(Reading& reading, std::string_view client_id)
{
    return find_where(reading, "c.client_id = :client_id", client_id);
}

std::vector<StoredConcern> list_concerns_of(Reading& reading, std::string_view pseudonym)
{
    return list_where(
        reading, "c.pseudonym = :pseudonym ORDER BY c.raised_day DESC, c.id DESC", pseudonym);
}

std::vector<StoredConcern> list_concerns_on_walk(Reading& reading, WalkId walk)
{
    return list_where(reading, "c.walk_id = :walk ORDER BY c.raised_day DESC, c.id DESC", walk);
}

std::int64_t month_of(Day day)
{
    std::chrono::year_month_day const date{day};
    return (static_cast<int>(date.year()) - 1970) * 12 +
           static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

std::vector<StoredConcern> list_concerns(Reading& reading, ConcernQuery const& query)
{
    return list_where(reading, text_of(reading.dialect(), query));
}

std::vector<StoredConcern> list_concerns(Reading& reading, std::vector<ConcernId> const& ids)
{
    return list_where(reading, is_among(reading, "c.id"), text_of_ids(ids));
}

std::vector<std::pair<ConcernId, AnswerId>>
list_newest_answers(Reading& reading, ConcernQuery const& query)
{
    // Of one ward there are few concerns, but its answers may lie far apart: a + keeps the database
    // from walking through all of them.
    auto const way_in =
        query.ward ? "concern c CROSS JOIN given_answer a" : "given_answer a CROSS JOIN concern c";
    auto const newest = query.ward ? "+a.answered_at" : "a.answered_at";
    std::vector<std::pair<ConcernId, AnswerId>> answers;
    for (auto const& [concern, answer] : list_rows<ConcernId, AnswerId>(
             reading,
             fmt::format(
                 "SELECT c.id, a.id FROM {} WHERE a.concern_id = c.id AND {} "
                 "ORDER BY {} DESC, a.id DESC LIMIT {}",
                 way_in,
                 fmt::join(conditions_of(reading.dialect(), query), " AND "),
                 newest,
                 query.limit))) {
        answers.emplace_back(concern, answer);
    }
    return answers;
}

ConcernKey key_of(StoredConcern const& concern, ConcernOrder order)
{
    return {
        .value = order == ConcernOrder::oldest_day_first ? concern.raised.time_since_epoch().count()
                                                         : month_of(concern.raised),
        .id = concern.id};
}

bool correct_concern(Transaction& tx, ConcernId id, int version, ConcernChange const& change)
{
    return execute(
               tx,
               "UPDATE concern SET category = :category, severity = :severity, "
               "felt = :felt, version = version + 1 "
               "WHERE id = :id AND version = :version AND state <> 'withdrawn'",
               code_in(kCategories, change.category),
               change.severity,
               code_in(kFeltWhen, change.felt),
               id,
               version) == 1;
}

bool withdraw_concern(Transaction& tx, ConcernId id)
{
    bool const is_withdrawn = execute(
                                  tx,
                                  "UPDATE concern SET state = 'withdrawn', version = version + 1 "
                                  "WHERE id = :id AND state <> 'withdrawn'",
                                  id) == 1;
    if (is_withdrawn) {
        release_merged(tx, id);
        start_people_epoch(tx);
    }
    return is_withdrawn;
}

std::vector<StoredConcern> list_merged(Reading& reading, ConcernId lead)
{
    return list_where(reading, "c.lead_id = :lead ORDER BY c.raised_day, c.id", lead);
}

std::vector<StoredConcern>
list_near(Reading& reading, StoredConcern const& concern, Metres most, std::chrono::days apart)
{
    LocalProjection const plane{concern.segment.midpoint};
    auto const south_west = plane.to_earth({-most.value, -most.value});
    auto const north_east = plane.to_earth({most.value, most.value});
    auto near = list_where(
        reading,
        "c.bcu_id = :bcu AND c.category = :category AND c.raised_day BETWEEN :first AND :last "
        "AND c.lat BETWEEN :south AND :north AND c.lon BETWEEN :west AND :east AND c.id <> :id "
        "AND c.state <> 'withdrawn' AND c.lead_id IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM concern f WHERE f.lead_id = c.id) "
        "ORDER BY c.raised_day, c.id LIMIT 50",
        concern.bcu,
        code_in(kCategories, concern.category),
        concern.raised - apart,
        concern.raised + apart,
        south_west.lat,
        north_east.lat,
        south_west.lon,
        north_east.lon,
        concern.id);
    std::erase_if(near, [&](StoredConcern const& other) {
        return distance(other.segment.midpoint, concern.segment.midpoint) > most;
    });
    return near;
}

void put_words(Transaction& tx, ConcernId id, StoredWords const& words)
{
    execute(
        tx,
        "INSERT INTO concern_private (concern_id, participant_id, sealed) "
        "VALUES (:id, :participant, :sealed) "
        "ON CONFLICT (concern_id) DO UPDATE SET sealed = excluded.sealed",
        id,
        words.participant,
        words.sealed);
}

void delete_words(Transaction& tx, ConcernId id)
{
    execute(tx, "DELETE FROM concern_private WHERE concern_id = :id", id);
}

std::optional<StoredWords> find_words(Reading& reading, ConcernId id)
{
    auto const row = find_row<ParticipantId, std::string>(
        reading, "SELECT participant_id, sealed FROM concern_private WHERE concern_id = :id", id);
    return row ? std::optional{std::make_from_tuple<StoredWords>(*row)} : std::nullopt;
}

std::optional<ParticipantId>
find_participant_on_walk(Reading& reading, WalkId walk, RequestId request)
{
    return find_value<ParticipantId>(
        reading,
        "SELECT r.participant_id FROM walk_request w JOIN request r ON r.id = w.request_id "
        "WHERE w.walk_id = :walk AND w.request_id = :request "
        "AND w.state IN ('accepted', 'attended')",
        walk,
        request);
}

std::optional<ParticipantId>
find_participant_by_pseudonym(Reading& reading, std::string_view pseudonym)
{
    return find_value<ParticipantId>(
        reading,
        "SELECT participant_id FROM participant_key WHERE pseudonym = :pseudonym",
        pseudonym);
}

} // namespace wt::store
