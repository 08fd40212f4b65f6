#pragma once

#include "matching/officer_set.hpp"
#include "matching/problem.hpp"
#include "matching/unit.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace wt::matching {

/// A possible start of a request's walk.
struct Start
{
    std::size_t cell = 0;     ///< of the grid
    std::int64_t quality = 0; ///< thousandths
};

/// Where and with whom a request walked in the plan before; officers who are still there,
/// ascending.
struct Before
{
    std::size_t cell = 0;
    Unit unit{};
    bool is_confirmed = false;
};

/// A request as the search sees it.
struct Wish
{
    Request const* request = nullptr;
    std::size_t ward = 0;
    OfficerSet const* speakers = nullptr; ///< of her language; null if she asked for none
    bool must_speak = false;              ///< one of them has to be in the unit
    Needs needs{};                        ///< who must be in the unit
    Needs hopes{};                ///< the same with one who speaks her language, in any case
    OfficerSet allowed{};         ///< whom she did not refuse
    std::vector<Start> windows{}; ///< starts within her windows, whoever is on duty
    std::vector<Start> starts{};  ///< those of them for which some unit is on duty
    std::int64_t points = 0;      ///< for waiting and postponements
    bool shares = false;
    std::optional<Before> before{};
};

/// The problem with ids turned into indices and instants into cells of the grid. Officers and
/// requests stand in the order of their ids, so that the order of the input does not matter.
class Model
{
public:
    explicit Model(Problem const& problem);
    Model(Model const&) = delete; // wishes point into it
    Model& operator=(Model const&) = delete;

    Rules const& rules;
    std::vector<Officer const*> officers;
    std::vector<Wish> wishes;
    std::vector<OfficerSet> knows;           ///< by ward
    std::vector<std::int64_t> asked_in_ward; ///< requests, by ward
    std::vector<OfficerSet> on_duty;         ///< by cell: who can start a walk then
    std::size_t spacing = 1; ///< cells from one start to the next that the same officer can do

    [[nodiscard]] Instant start_of(std::size_t cell) const;
    [[nodiscard]] std::size_t unit_size() const
    {
        return static_cast<std::size_t>(rules.unit_size);
    }
    /// Between the middles of two wards, by index; hundredths of a kilometre.
    [[nodiscard]] std::int64_t travel(std::size_t from, std::size_t to) const;
    /// The cell that begins at `start`, if it lies on the grid.
    [[nodiscard]] std::optional<std::size_t> cell_of(Instant start) const;
    /// True if the two may share a walk, as far as they alone say.
    [[nodiscard]] bool may_walk_together(Wish const& a, Wish const& b) const;

private:
    void read_wards(Problem const& problem);
    void read_languages();
    void lay_grid();
    void read_duty();
    void read_wishes(Problem const& problem);
    void list_starts(Problem const& problem, Wish& wish) const;
    void read_earlier(Problem const& problem);

    std::vector<WardId> ward_ids_;
    std::vector<std::optional<LatLon>> centres_;
    std::vector<std::string> languages_;
    std::vector<OfficerSet> speaks_;
    Instant origin_;
};

} // namespace wt::matching
