#pragma once

#include "scheme/category.hpp"
#include "scheme/people_by_area.hpp"

namespace wt::privacy {

/// How closely a single concern may be placed in public, the finest first.
enum class ListingLevel
{
    segment, ///< street, ward, and the middle of the segment as a point
    street,  ///< the street's name and the ward
    ward,
    bcu,
    none, ///< not listed singly: counted in a group
};

/// The finest area in which at least `threshold` distinct people raised a concern. What would
/// point at people (`is_mapped_publicly`) is never placed by segment.
/// \param people  counted over the whole life of the scheme, withdrawn concerns left out: a moving
///                window would tell more to those who compare two days
/// \pre threshold >= 2
ListingLevel listing_level(PeopleByArea const& people, Category category, int threshold);

} // namespace wt::privacy
