#include "privacy/listing.hpp"

#include <cassert>

namespace wt::privacy {

ListingLevel listing_level(PeopleByArea const& people, Category category, int threshold)
{
    assert(threshold >= 2);
    if (people.segment >= threshold && is_mapped_publicly(category)) {
        return ListingLevel::segment;
    }
    if (people.street >= threshold) {
        return ListingLevel::street;
    }
    if (people.ward >= threshold) {
        return ListingLevel::ward;
    }
    return people.bcu >= threshold ? ListingLevel::bcu : ListingLevel::none;
}

} // namespace wt::privacy
