#include "scheme/category.hpp"

namespace wt {

Message title(Category category)
{
    switch (category) {
    case Category::lighting:
        return N_("Badly lit");
    case Category::isolation:
        return N_("Empty, nobody about");
    case Category::layout:
        return N_("Poor layout or blind spots");
    case Category::sightlines:
        return N_("Greenery or walls that hide people");
    case Category::cameras:
        return N_("No cameras, or unknown");
    case Category::upkeep:
        return N_("Run down, litter or graffiti");
    case Category::substances:
        return N_("Signs of drink or drugs");
    case Category::transport:
        return N_("Waiting alone for a bus or train");
    case Category::path:
        return N_("No safe path, or a broken surface");
    case Category::harassment:
        return N_("Comments or harassment by one person");
    case Category::group:
        return N_("Harassment by a group");
    case Category::followed:
        return N_("Being followed");
    case Category::loitering:
        return N_("People hanging around");
    case Category::touching:
        return N_("Unwanted touching");
    case Category::kerb_crawling:
        return N_("Kerb crawling");
    case Category::police:
        return N_("The police themselves");
    case Category::other:
        return N_("Something else");
    }
    return N_("Something else");
}

} // namespace wt
