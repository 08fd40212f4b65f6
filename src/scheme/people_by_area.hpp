#pragma once

namespace wt {

/// How many distinct people raised a concern in each of the areas that one concern lies in, the
/// finest first. May stop counting at the number that is asked about.
struct PeopleByArea
{
    int segment = 0;
    int street = 0; ///< of that name, in the ward; 0 where the street has no name
    int ward = 0;
    int bcu = 0;

    friend bool operator==(PeopleByArea const&, PeopleByArea const&) = default;
};

} // namespace wt
