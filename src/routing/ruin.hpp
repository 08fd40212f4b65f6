#pragma once

#include "base/random.hpp"
#include "routing/tours.hpp"

namespace wt::routing {

/// Takes stops out of tours and puts others in, at random but not blindly (after SISR:
/// J. Christiaens, G. Vanden Berghe, Transportation Science 54 (2020) 417).
class Ruiner
{
public:
    Ruiner(Ground const& ground, SeededRandom& random) : ground_{ground}, random_{random} {}

    /// Takes some stops out, of one part of the tours. \pre tours are settled; settles them
    /// \returns true if they may be so many that the rest is no measure of what will come of it
    bool ruin(Tours& tours);
    /// Puts in what fits, musts first. \pre tours are settled
    void recreate(Tours& tours);

private:
    void take_strings(Tours& tours);
    void take_share(Tours& tours);
    void take_around(Tours& tours);
    void take_string(Tours& tours, Node through, std::size_t length);
    /// In which order absent nodes are put in.
    enum class Order
    {
        by_lot,
        worth,              ///< those worth most
        distance,           ///< around a place
        worth_for_distance, ///< both
        closing,            ///< those that close first
        detour,             ///< those that cost least for what they are worth
    };

    void put_in_order(Tours const& tours);
    Order random_order();

    std::size_t below(std::size_t bound) { return random_.below(bound); }
    Node any_candidate() { return static_cast<Node>(below(ground_.count)); }

    struct Absent
    {
        double key;
        Node node;
    };

    Ground const& ground_;
    SeededRandom& random_;
    std::vector<Absent> absent_;
    std::vector<Node> around_;
};

} // namespace wt::routing
