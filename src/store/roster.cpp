#include "store/roster.hpp"

#include "base/text.hpp"
#include "store/sql.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace wt::store {

namespace {

constexpr std::chrono::minutes kSlot{15};

Instant start_of_slot(std::int64_t slot)
{
    return Instant{kSlot * slot};
}

/// The slots that touch the interval are those in [first, second).
std::pair<std::int64_t, std::int64_t> slots_of(Interval interval)
{
    return {
        std::chrono::floor<std::chrono::minutes>(interval.from).time_since_epoch() / kSlot,
        (std::chrono::ceil<std::chrono::minutes>(interval.to).time_since_epoch() + kSlot -
         std::chrono::minutes{1}) /
            kSlot};
}

/// `condition` is about the officer, `o`.
template <class... Arguments>
std::vector<StoredOfficer>
list_where(Reading& reading, std::string_view condition, Arguments const&... arguments)
{
    std::map<OfficerId, std::vector<WardId>> wards;
    for (auto const& [officer, ward] : list_rows<OfficerId, WardId>(
             reading,
             fmt::format(
                 "SELECT w.officer_id, w.ward_id FROM officer_ward w "
                 "JOIN officer o ON o.id = w.officer_id {} ORDER BY w.ward_id",
                 condition),
             arguments...)) {
        wards[officer].push_back(ward);
    }
    std::vector<StoredOfficer> officers;
    for (auto& [id, collar, name, sex, bcu, languages, trained, staff, suspended] : list_rows<
             OfficerId,
             std::string,
             std::string,
             std::string,
             BcuId,
             std::string,
             std::int64_t,
             std::optional<StaffId>,
             std::optional<Instant>>(
             reading,
             fmt::format(
                 "SELECT o.id, o.collar_number, o.public_name, o.sex, o.bcu_id, o.languages, "
                 "o.trained, o.staff_id, o.suspended_at FROM officer o {} "
                 "ORDER BY o.collar_number",
                 condition),
             arguments...)) {
        officers.push_back(
            {.id = id,
             .collar_number = std::move(collar),
             .public_name = std::move(name),
             .is_woman = sex == "F",
             .bcu = bcu,
             .wards = std::move(wards[id]),
             .languages = split_words(languages),
             .trained = trained == 1,
             .staff = staff,
             .suspended_at = suspended});
    }
    return officers;
}

std::optional<StoredOfficer> first_of(std::vector<StoredOfficer> officers)
{
    return officers.empty() ? std::nullopt : std::optional{std::move(officers.front())};
}

void insert_wards(Transaction& tx, OfficerId officer, std::vector<WardId> const& wards)
{
    for (auto const ward : wards) {
        execute(
            tx,
            "INSERT INTO officer_ward (officer_id, ward_id) VALUES (:officer, :ward)",
            officer,
            ward);
    }
}

/// Shifts or bookings of several officers at once, each officer's own by start.
using Times = std::map<OfficerId, std::vector<Interval>>;

/// `condition` narrows the rows further, such as "AND officer_id = :officer".
template <class... Arguments>
Times list_shifts_where(
    Reading& reading, Interval within, std::string_view condition, Arguments const&... arguments)
{
    Times times;
    for (auto const& [officer, from, to] : list_rows<OfficerId, Instant, Instant>(
             reading,
             fmt::format(
                 "SELECT officer_id, starts_at, ends_at FROM shift "
                 "WHERE ends_at > :from AND starts_at < :to {} ORDER BY starts_at",
                 condition),
             within.from,
             within.to,
             arguments...)) {
        times[officer].push_back({from, to});
    }
    return times;
}

template <class... Arguments>
Times list_bookings_where(
    Reading& reading, Interval within, std::string_view condition, Arguments const&... arguments)
{
    auto const [first, end] = slots_of(within);
    Times times;
    for (auto const& [officer, slot] : list_rows<OfficerId, std::int64_t>(
             reading,
             fmt::format(
                 "SELECT officer_id, slot FROM booking WHERE slot >= :first AND slot < :end {}",
                 condition),
             first,
             end,
             arguments...)) {
        times[officer].push_back({start_of_slot(slot), start_of_slot(slot + 1)});
    }
    for (auto& [officer, bookings] : times) {
        bookings = merged(std::move(bookings));
    }
    return times;
}

constexpr std::string_view kOfOfficer = "AND officer_id = :officer";

} // namespace

bool is_eligible(StoredOfficer const& officer)
{
    return officer.is_woman && officer.trained && !officer.suspended_at;
}

std::vector<StoredOfficer> list_officers(Reading& reading, std::optional<BcuId> bcu)
{
    return bcu ? list_where(reading, "WHERE o.bcu_id = :bcu", *bcu) : list_where(reading, "");
}

std::optional<StoredOfficer> find_officer(Reading& reading, OfficerId id)
{
    return first_of(list_where(reading, "WHERE o.id = :id", id));
}

std::optional<StoredOfficer> find_officer_of(Reading& reading, StaffId staff)
{
    return first_of(list_where(reading, "WHERE o.staff_id = :staff", staff));
}

std::optional<StoredOfficer>
find_officer_by_collar_number(Reading& reading, std::string_view collar_number)
{
    return first_of(list_where(reading, "WHERE o.collar_number = :number", collar_number));
}

Put put_officer(Transaction& tx, StoredOfficer const& officer)
{
    auto const old = find_officer_by_collar_number(tx, officer.collar_number);
    auto const id = old ? old->id : officer.id;
    if (old) {
        auto same = officer;
        same.id = old->id;
        same.staff = old->staff;
        same.suspended_at = old->suspended_at;
        if (same == *old) {
            return Put::unchanged;
        }
        execute(tx, "DELETE FROM officer_ward WHERE officer_id = :id", id);
    }
    execute(
        tx,
        "INSERT INTO officer (id, collar_number, public_name, sex, bcu_id, languages, trained) "
        "VALUES (:id, :collar_number, :name, :sex, :bcu, :languages, :trained) "
        "ON CONFLICT (id) DO UPDATE SET public_name = excluded.public_name, sex = excluded.sex, "
        "bcu_id = excluded.bcu_id, languages = excluded.languages, trained = excluded.trained",
        id,
        officer.collar_number,
        officer.public_name,
        officer.is_woman ? "F" : "M",
        officer.bcu,
        fmt::format("{}", fmt::join(officer.languages, " ")),
        officer.trained);
    insert_wards(tx, id, officer.wards);
    return old ? Put::changed : Put::added;
}

bool link_officer(Transaction& tx, OfficerId officer, StaffId staff)
{
    return execute(
               tx,
               "UPDATE officer SET staff_id = :staff WHERE id = :id AND staff_id IS NULL",
               staff,
               officer) == 1;
}

bool set_officer_suspension(Transaction& tx, OfficerId officer, std::optional<Instant> at)
{
    return execute(
               tx,
               fmt::format(
                   "UPDATE officer SET suspended_at = :at WHERE id = :id "
                   "AND suspended_at IS {} NULL",
                   at ? "" : "NOT"),
               at,
               officer) == 1;
}

std::vector<Interval> list_shifts(Reading& reading, OfficerId officer, Interval within)
{
    return list_shifts_where(reading, within, kOfOfficer, officer)[officer];
}

void replace_shifts(
    Transaction& tx, OfficerId officer, Interval starting, std::vector<Interval> const& shifts)
{
    execute(
        tx,
        "DELETE FROM shift WHERE officer_id = :officer AND starts_at >= :from AND starts_at < :to",
        officer,
        starting.from,
        starting.to);
    for (auto const& shift : shifts) {
        execute(
            tx,
            "INSERT INTO shift (officer_id, starts_at, ends_at) VALUES (:officer, :from, :to)",
            officer,
            shift.from,
            shift.to);
    }
}

std::vector<Interval> list_bookings(Reading& reading, OfficerId officer, Interval within)
{
    return list_bookings_where(reading, within, kOfOfficer, officer)[officer];
}

void insert_duty(Transaction& tx, OfficerId officer, std::vector<Day> const& days)
{
    for (auto const day : days) {
        execute(
            tx,
            "INSERT INTO officer_duty (officer_id, day) VALUES (:officer, :day) "
            "ON CONFLICT (officer_id, day) DO NOTHING",
            officer,
            day);
    }
}

bool delete_future_duty(Transaction& tx, OfficerId officer, Day first)
{
    execute(
        tx,
        "DELETE FROM officer_duty WHERE officer_id = :officer AND day >= :first AND NOT EXISTS "
        "(SELECT 1 FROM walk_officer w WHERE w.officer_id = officer_duty.officer_id "
        "AND w.day = officer_duty.day)",
        officer,
        first);
    auto const left = find_value<std::int64_t>(
        tx,
        "SELECT count(*) FROM officer_duty WHERE officer_id = :officer AND day >= :first",
        officer,
        first);
    return left == 0;
}

std::vector<EligibleOfficer>
list_eligible_officers(Reading& reading, std::optional<BcuId> bcu, Interval within)
{
    auto shifts = list_shifts_where(reading, within, "");
    auto bookings = list_bookings_where(reading, within, "");
    std::vector<EligibleOfficer> eligible;
    for (auto& officer : list_officers(reading, bcu)) {
        auto const hers = shifts.find(officer.id);
        if (is_eligible(officer) && hers != shifts.end()) {
            auto const id = officer.id;
            eligible.push_back(
                {std::move(officer), std::move(hers->second), std::move(bookings[id])});
        }
    }
    return eligible;
}

} // namespace wt::store
