#pragma once

#include "base/random.hpp"
#include "matching/schedule.hpp"
#include "matching/solve.hpp"

namespace wt::matching {

/// Gives `wish` the best place that the schedule has left: on a walk she may join, else with a
/// unit of her own.
class Inserter
{
public:
    /// What is preferred where several starts or officers would do.
    enum class Taste
    {
        objective, ///< as the levels say: best hour, then familiar, then least loaded
        thrifty,   ///< keeps scarce officers and hours for others
        random,
    };

    Inserter(Model const& model, SeededRandom& random) : model_{model}, random_{random} {}

    /// \returns false if there is no place
    bool insert(Schedule& schedule, std::size_t wish, Taste taste);

private:
    bool join_somewhere(Schedule& schedule, std::size_t wish);
    /// Officers in the order in which they are taken for `wish`.
    std::vector<std::size_t>
    ranked(Schedule const& schedule, OfficerSet const& able, std::size_t wish, Taste taste);

    Model const& model_;
    SeededRandom& random_;
};

/// Greedy plan, those first who have most points and then fewest starts.
Schedule greedy_schedule(Model const& model, SeededRandom& random);

/// Ruin and recreate from `first`; counts its rounds in `iterations`.
Schedule improved(
    Model const& model,
    Schedule first,
    Limits const& limits,
    SeededRandom& random,
    int& iterations);

} // namespace wt::matching
