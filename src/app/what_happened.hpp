#pragma once

#include "app/app.hpp"
#include "geo/point.hpp"
#include "privacy/listing.hpp"
#include "scheme/answer.hpp"
#include "scheme/answer_clock.hpp"
#include "scheme/category.hpp"
#include "store/answers.hpp"
#include "store/concerns.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wt::app {

struct PublicFilter
{
    std::optional<BcuId> bcu{};
    std::optional<WardId> ward{};
    std::optional<Category> category{};
    std::optional<ConcernState> state{};
    std::vector<Category> categories{};        ///< any of them; empty: all
    std::vector<ConcernState> states{};        ///< any of them; empty: all
    std::optional<std::int64_t> first_month{}; ///< in which it was raised, since January 1970
    std::optional<std::int64_t> last_month{};
    std::optional<store::ConcernKey> after{};
    std::size_t limit = 50; ///< 1..500
    std::size_t skip = 0;   ///< concerns to leave out, for those who count pages
};

/// The latest answer, as anyone may read it.
struct PublicAnswer
{
    AnswerKind kind = AnswerKind::done;
    std::string sentence;
    std::string body;
    std::optional<Day> due;
    Instant answered_at;
    std::optional<Verdict> verdict; ///< hers
    Author by = Author::staff;
    store::AnswerPlace place{};

    [[nodiscard]] Author author() const { return by; }
};

/// A concern listed singly, as closely placed as `privacy::listing_level` allows and no closer.
struct PublicConcern
{
    ConcernId id;
    privacy::ListingLevel level = privacy::ListingLevel::bcu;
    BcuId bcu;
    std::optional<WardId> ward;  ///< at ward level and finer
    std::string street;          ///< at street level and finer; may have no name
    std::optional<LatLon> point; ///< at segment level: the middle of the segment
    Category category = Category::other;
    std::int64_t month = 0; ///< in which it was raised, since January 1970
    ConcernState state = ConcernState::open;
    ClockStatus clock = ClockStatus::on_time;
    std::optional<PublicAnswer> latest;

    /// The street, which may have no name; nothing where not even that may be told.
    [[nodiscard]] std::optional<std::string> street_told() const
    {
        return level <= privacy::ListingLevel::street ? std::optional{street} : std::nullopt;
    }
};

struct WhatHappened
{
    std::vector<PublicConcern> concerns; ///< newest month first
    std::optional<store::ConcernKey> next;
};

/// What women said and what became of it, for anyone: from the Monday after it was said. What is
/// withdrawn is not there, nor a count below the threshold. Filters
/// choose among what is public and never change how closely a concern is placed.
WhatHappened what_happened(App& app, PublicFilter const& filter);

/// One concern with its whole public history, oldest answer first.
struct PublicHistory
{
    PublicConcern concern;
    std::vector<PublicAnswer> answers;
};

/// \throws Refusal (not_found) for one that is withdrawn, or may not be listed singly, as for one
///         that never was
PublicHistory public_history(App& app, ConcernId concern);
/// The same; nothing instead of a refusal.
std::optional<PublicHistory> find_public_history(App& app, ConcernId concern);

/// Those of them that are listed singly, in the order given; the others are left out.
std::vector<PublicConcern> find_public_concerns(App& app, std::vector<ConcernId> const& ids);

struct PublicNews
{
    PublicConcern concern;
    PublicAnswer answer;
};

/// The newest answers to concerns that are listed singly, newest first. `after` is not looked at.
std::vector<PublicNews> newest_answers(App& app, PublicFilter const& filter);

/// The newest of the same for a map, up to 500: GeoJSON points with `id`, `category`, `state` and
/// `clock` as codes. Only what is listed at segment level has a point.
std::string what_happened_geojson(App& app, PublicFilter filter);

} // namespace wt::app
