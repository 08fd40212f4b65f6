#pragma once

#include "matching/model.hpp"
#include "matching/plan.hpp"

#include <cstddef>
#include <vector>

namespace wt::matching {

/// A walk in the making; no wishes: the slot is free.
struct Walk
{
    std::size_t cell = 0;
    std::vector<std::size_t> wishes;
    Unit unit;
    bool is_pinned = false; ///< confirmed before: the search leaves it
};

/// A plan in the making: who walks when, who is free, and what it is worth, kept up to date with
/// each change. Changes can be taken back, the last one first.
class Schedule
{
public:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    explicit Schedule(Model const& model);

    [[nodiscard]] Objective const& objective() const { return objective_; }
    [[nodiscard]] std::vector<Walk> const& walks() const { return walks_; }
    /// The walk of a wish, or kNone.
    [[nodiscard]] std::size_t walk_of(std::size_t wish) const { return walk_of_[wish]; }
    /// The walks that start at the cell.
    [[nodiscard]] std::vector<std::size_t> const& walks_at(std::size_t cell) const
    {
        return walks_at_[cell];
    }

    /// Who is on duty and free for a walk at `cell`.
    [[nodiscard]] OfficerSet const& free_at(std::size_t cell) const { return free_[cell]; }
    [[nodiscard]] std::int64_t load(std::size_t officer) const
    {
        return static_cast<std::int64_t>(bookings_[officer].size());
    }
    /// How many starts a walk at `cell` would take from the officer.
    [[nodiscard]] std::size_t starts_lost(std::size_t officer, std::size_t cell) const;

    /// True if `wish` can come along on an open walk, its officers staying as they are.
    [[nodiscard]] bool can_join(std::size_t wish, std::size_t walk) const;
    void join(std::size_t wish, std::size_t walk);
    /// \returns the walk
    /// \pre the unit is free then and meets the needs; the wish has no walk
    std::size_t open(std::size_t wish, std::size_t cell, Unit const& unit);
    /// Takes the wish off its walk; the walk ends with its last wish.
    void remove(std::size_t wish);
    void pin(std::size_t walk) { walks_[walk].is_pinned = true; }

    /// From here on changes can be taken back.
    void begin_trial() { trail_.clear(); }
    /// Takes back all changes since `begin_trial`.
    void take_back();

private:
    struct Booking
    {
        std::size_t cell;
        std::size_t ward;
    };

    /// What one change was: the wish came onto the walk, or left it.
    struct Change
    {
        std::size_t wish;
        std::size_t walk;
        std::size_t cell;
        Unit unit; ///< of a walk that ended; else empty
        bool came;
    };

    void enter(std::size_t wish, std::size_t walk);
    void leave(std::size_t wish);
    std::size_t reopen(std::size_t ward, std::size_t cell, Unit unit);
    void book(std::size_t officer, Booking booking);
    void release(std::size_t officer, std::size_t cell);
    /// Counts what depends on the officer's bookings into the objective, or out of it (-1).
    void count_bookings(std::size_t officer, std::int64_t sign);
    void count_wish(std::size_t wish, Walk const& walk, std::int64_t sign);
    [[nodiscard]] std::int64_t unevenness_of(std::size_t ward) const;
    [[nodiscard]] std::int64_t quality_at(std::size_t wish, std::size_t cell) const;

    Model const* model_;
    std::vector<OfficerSet> free_;               ///< by cell
    std::vector<std::vector<Booking>> bookings_; ///< by officer, by cell
    std::vector<Walk> walks_;
    std::vector<std::size_t> empty_; ///< walks without wishes, the next to be used last
    std::vector<std::vector<std::size_t>> walks_at_; ///< by cell
    std::vector<std::size_t> walk_of_;
    std::vector<std::int64_t> unserved_in_ward_;
    Objective objective_;
    std::vector<Change> trail_;
};

} // namespace wt::matching
