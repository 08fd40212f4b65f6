#include "store/number_counts.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

#include <tuple>

namespace wt::store {

namespace {

/// Of a concern: its unit, what it counts as, the pseudonym, and 1 for a report.
NumberRow row_of(std::tuple<BcuId, std::string, std::string, int> const& row)
{
    auto const& [bcu, item, person, is_report] = row;
    return {.bcu = bcu, .item = item, .person = person, .is_report = is_report == 1};
}

/// Of the answers to a concern that were not taken back.
constexpr std::string_view kIsFirst =
    "f.sequence = (SELECT min(g.sequence) FROM given_answer g WHERE g.concern_id = c.id)";

} // namespace

void count_requests(Reading& reading, Interval span, NumberSink const& sink)
{
    detail::for_each_row<std::tuple<BcuId, std::int64_t, std::int64_t>>(
        reading,
        "SELECT bcu_id, participant_id, count(*) FROM request "
        "WHERE created_at >= :from AND created_at < :to GROUP BY bcu_id, participant_id",
        [&](auto&& row) {
            auto const& [bcu, person, count] = row;
            sink({.bcu = bcu, .item = {}, .person = std::to_string(person), .count = count});
        },
        span.from,
        span.to);
}

void count_waits(Reading& reading, Interval span, NumberSink const& sink)
{
    detail::for_each_row<std::tuple<BcuId, std::int64_t, std::int64_t>>(
        reading,
        "SELECT w.bcu_id, r.participant_id, w.starts_at - r.created_at FROM walk w "
        "JOIN walk_request p ON p.walk_id = w.id AND p.state = 'attended' "
        "JOIN request r ON r.id = p.request_id "
        "WHERE w.starts_at >= :from AND w.starts_at < :to AND w.state = 'held'",
        [&](auto&& row) {
            auto const& [bcu, person, wait] = row;
            sink({.bcu = bcu, .item = {}, .person = std::to_string(person), .value = wait});
        },
        span.from,
        span.to);
}

void count_walks(Reading& reading, Interval span, NumberSink const& sink)
{
    std::int64_t last = 0;
    detail::for_each_row<std::tuple<BcuId, std::int64_t, std::string, std::optional<std::int64_t>>>(
        reading,
        "SELECT w.bcu_id, w.id, CASE WHEN w.state IN ('held', 'called_away', 'missed', "
        "'cancelled') THEN w.state ELSE 'unfinished' END, r.participant_id FROM walk w "
        "LEFT JOIN walk_request p ON p.walk_id = w.id LEFT JOIN request r ON r.id = p.request_id "
        "WHERE w.starts_at >= :from AND w.starts_at < :to ORDER BY w.id",
        [&](auto&& row) {
            auto const& [bcu, walk, state, person] = row;
            sink(
                {.bcu = bcu,
                 .item = state,
                 .person = person ? std::to_string(*person) : "",
                 .count = walk == last ? 0 : 1});
            last = walk;
        },
        span.from,
        span.to);
}

void count_concerns(Reading& reading, Month month, NumberSink const& sink)
{
    detail::for_each_row<std::tuple<BcuId, std::string, std::string, int, std::int64_t>>(
        reading,
        "SELECT bcu_id, category, pseudonym, CASE WHEN source = 'report' THEN 1 ELSE 0 END, "
        "count(*) FROM concern WHERE raised_month = :month AND state <> 'withdrawn' "
        "GROUP BY bcu_id, category, pseudonym, CASE WHEN source = 'report' THEN 1 ELSE 0 END",
        [&](auto&& row) {
            auto const& [bcu, category, person, is_report, count] = row;
            sink(
                {.bcu = bcu,
                 .item = category,
                 .person = person,
                 .count = count,
                 .is_report = is_report == 1});
        },
        month);
}

void count_answers(
    Reading& reading,
    std::vector<AnswerDeadline> const& deadlines,
    Instant until,
    NumberSink const& sink)
{
    if (deadlines.empty()) {
        return;
    }
    // Only numbers of our own go into the text.
    std::string days;
    for (auto const& deadline : deadlines) {
        days += fmt::format(
            "{}({}, {}, {})",
            days.empty() ? "" : ", ",
            deadline.bcu.value,
            deadline.raised_day,
            to_milliseconds(deadline.late_from));
    }
    detail::for_each_row<std::tuple<BcuId, std::string, std::string, int>>(
        reading,
        fmt::format(
            "WITH due (bcu_id, raised_day, late_from) AS (VALUES {}) "
            "SELECT c.bcu_id, CASE WHEN f.answered_at IS NULL THEN 'waiting' "
            "WHEN f.answered_at < d.late_from THEN 'in_time' ELSE 'late' END, "
            "c.pseudonym, CASE WHEN c.source = 'report' THEN 1 ELSE 0 END "
            "FROM due d JOIN concern c ON c.bcu_id = d.bcu_id AND c.raised_day = d.raised_day "
            "LEFT JOIN given_answer f ON f.concern_id = c.id AND {} "
            "AND f.answered_at < :until WHERE c.state <> 'withdrawn'",
            days,
            kIsFirst),
        [&](auto&& row) { sink(row_of(row)); },
        until);
}

void count_states(Reading& reading, Interval span, Instant until, NumberSink const& sink)
{
    detail::for_each_row<std::tuple<BcuId, std::string, std::string, int>>(
        reading,
        fmt::format(
            "SELECT c.bcu_id, (SELECT a.kind FROM given_answer a WHERE a.concern_id = c.id "
            "AND a.answered_at < :until ORDER BY a.sequence DESC LIMIT 1), "
            "c.pseudonym, CASE WHEN c.source = 'report' THEN 1 ELSE 0 END "
            "FROM given_answer f JOIN concern c ON c.id = f.concern_id "
            "WHERE {} AND f.answered_at >= :from AND f.answered_at < :to "
            "AND c.state <> 'withdrawn'",
            kIsFirst),
        [&](auto&& row) { sink(row_of(row)); },
        until,
        span.from,
        span.to);
}

void count_verdicts(Reading& reading, Interval span, Instant until, NumberSink const& sink)
{
    detail::for_each_row<std::tuple<BcuId, std::string, std::int64_t>>(
        reading,
        "SELECT c.bcu_id, COALESCE(v.verdict, 'silent'), k.participant_id FROM given_answer a "
        "JOIN concern c ON c.id = a.concern_id "
        "JOIN participant_key k ON k.pseudonym = c.pseudonym "
        "LEFT JOIN verdict v ON v.answer_id = a.id AND v.given_at < :until "
        "WHERE a.answered_at >= :from AND a.answered_at < :to AND c.state <> 'withdrawn'",
        [&](auto&& row) {
            auto const& [bcu, verdict, person] = row;
            sink({.bcu = bcu, .item = verdict, .person = std::to_string(person)});
        },
        until,
        span.from,
        span.to);
}

} // namespace wt::store
