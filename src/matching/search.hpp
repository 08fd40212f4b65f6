#pragma once

#include "matching/inserter.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace wt::matching {

/// Ruin and recreate, from the plan before and a greedy one. Goes on where it was left.
class Search
{
public:
    /// \param model  outlives the search
    Search(Model const& model, std::uint64_t seed);

    /// That many rounds more; fewer if `stop` says so.
    void run(int rounds, std::function<bool()> const& stop);

    /// Until it serves so many, it roams by turns: the levels below the first do not hold it back.
    /// Nought at first.
    void set_goal(std::int64_t served) { goal_ = served; }

    [[nodiscard]] int rounds() const { return rounds_; }
    /// The most requests that it has served.
    [[nodiscard]] std::int64_t served() const;
    [[nodiscard]] Schedule best() const;

private:
    void repair_earlier();
    void fill();
    void play();
    void remove_near(std::size_t cell, std::size_t reach, std::size_t most);
    void decide(Objective const& before);
    void settle();
    void keep_best();
    std::size_t any_walk();
    void list_unserved();

    Model const& model_;
    SeededRandom random_;
    Inserter inserter_;
    Schedule schedule_;
    std::vector<std::size_t> unserved_; ///< without a walk, though there is a start for them
    std::vector<std::size_t> removed_;  ///< in this round
    std::vector<Walk> best_walks_;
    Objective best_;
    std::int64_t goal_ = 0;
    bool is_roaming_ = false;
    int rounds_ = 0;
    int last_gain_ = 0;
};

} // namespace wt::matching
