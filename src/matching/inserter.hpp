#pragma once

#include "base/random.hpp"
#include "matching/schedule.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace wt::matching {

/// Gives wishes places that the schedule has left.
class Inserter
{
public:
    /// What is preferred where several starts or officers would do.
    enum class Taste
    {
        objective, ///< as the levels say: best hour, then familiar, then least loaded
        thrifty,   ///< officers who lose few starts by it, scarce ones last; any hour
        random,
    };

    /// \param model, random  outlive it
    Inserter(Model const& model, SeededRandom& random) : model_{model}, random_{random} {}

    /// On a walk she may join, else with a unit of her own.
    /// \returns false if there is no place
    bool insert(Schedule& schedule, std::size_t wish, Taste taste);
    /// At her time in the plan before, with as many of those officers as are free.
    /// \returns false if that time has no unit
    bool restore(Schedule& schedule, std::size_t wish);

private:
    bool join_somewhere(Schedule& schedule, std::size_t wish);
    /// The start of the wish that is taken; nothing if none has a unit free.
    std::optional<std::size_t>
    choose_start(Schedule const& schedule, Wish const& wish, Taste taste);
    /// Who is free for the wish at the cell, in the order in which they are taken.
    std::vector<std::size_t>
    ranked(Schedule const& schedule, Wish const& wish, std::size_t cell, Taste taste);
    [[nodiscard]] std::int64_t familiarity(Wish const& wish, std::size_t officer) const;

    Model const& model_;
    SeededRandom& random_;
};

} // namespace wt::matching
