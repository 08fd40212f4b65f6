#pragma once

#include "base/time.hpp"
#include "geo/segment_ref.hpp"
#include "scheme/hotspot.hpp"
#include "scheme/ids.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wt::store {

struct StoredHotspot
{
    HotspotId id;
    BcuId bcu;
    WardId ward; ///< that most of its segments lie in
    HotspotFamily family = HotspotFamily::walks;
    HotspotState state = HotspotState::proposed;
    Day first_day; ///< of the search that found it first; a Monday
    Day last_day;  ///< of the search that found it last
    int missed = 0;
    std::optional<Day> aside_till{};      ///< ended by a person: not proposed again before then
    std::optional<HotspotId> came_from{}; ///< the one it split off
    std::optional<HotspotId> ended_in{};  ///< the one it went into
    int version = 1;
};

void insert_hotspot(Transaction& tx, StoredHotspot const& hotspot);

/// Writes all but the identity, if `hotspot.version` is still the newest: of two who change it at
/// once, one wins. \returns false otherwise, changing nothing
bool update_hotspot(Transaction& tx, StoredHotspot const& hotspot);

std::optional<StoredHotspot> find_hotspot(Reading& reading, HotspotId id);

/// Of the unit, or of all; the oldest first, by (first day, id).
std::vector<StoredHotspot> list_hotspots(Reading& reading, std::optional<BcuId> bcu = std::nullopt);

/// Takes the search of this Monday. \returns false if another machine did
bool insert_hotspot_search(
    Transaction& tx, Day monday, std::string_view network_version, Instant now);
std::optional<Day> find_last_hotspot_search(Reading& reading);

/// Why a hotspot was called by the search of a day.
struct StoredFinding
{
    Day day;
    int women = 0;         ///< distinct
    int spoken = 0;        ///< each woman once in each segment and quarter
    double expected = 0.0; ///< of `spoken`, where exposure alone decides
    double p = 1.0;        ///< the least of its segments
    double q = 1.0;
    bool is_emerging = false;
};

struct HotspotSegment
{
    SegmentRef segment;
    std::string street; ///< empty where it has no name
};

void insert_finding(
    Transaction& tx,
    HotspotId id,
    StoredFinding const& finding,
    std::vector<HotspotSegment> const& segments);

/// Newest first, none after `last`.
std::vector<StoredFinding>
list_findings(Reading& reading, HotspotId id, std::optional<Day> last = std::nullopt);
/// As found by the search of that day, under each name that concerns know them by.
std::vector<HotspotSegment> list_hotspot_segments(Reading& reading, HotspotId id, Day found);
/// The concerns held by its segments of that day, of any kind and age; the newest first.
std::vector<ConcernId> list_concerns_of_hotspot(Reading& reading, HotspotId id, Day found);

struct StoredHotspotEvent
{
    HotspotId hotspot;
    HotspotEvent kind = HotspotEvent::note;
    HotspotState state = HotspotState::proposed; ///< from then on
    std::optional<HotspotId> other{};
    std::string note{};
    std::optional<StaffId> staff{}; ///< nobody: the weekly search
    Day day;
    Instant at;
};

void insert_hotspot_event(Transaction& tx, StoredHotspotEvent const& event);
/// Oldest first.
std::vector<StoredHotspotEvent> list_hotspot_events(Reading& reading, HotspotId id);

struct StoredVisit
{
    std::int64_t id = 0;
    HotspotId hotspot;
    Day planned_day;
    int planned_minutes = 0;
    std::optional<Day> delivered_day{};
    int delivered_minutes = 0;
};

void insert_visit(Transaction& tx, StoredVisit const& visit);
/// Notes that it was made, once. \returns false if somebody did already, or it does not exist
bool deliver_visit(Transaction& tx, StoredVisit const& visit);
/// By planned day.
std::vector<StoredVisit> list_visits(Reading& reading, HotspotId id);

/// Of a concern that counts: said on a walk by a woman who walked, or told without one by a woman
/// who has walked. About police themselves, and what is withdrawn, counts nothing.
struct SpokenConcern
{
    HotspotFamily family = HotspotFamily::walks;
    SegmentRef segment;
    std::string pseudonym;
    Day raised;
    BcuId bcu;
    WardId ward;
};

/// Raised from `first` on and before `end`, by day.
std::vector<SpokenConcern> list_spoken_concerns(Reading& reading, Day first, Day end);

} // namespace wt::store
