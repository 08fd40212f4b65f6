#include "support/grid_town.hpp"

#include "streets/import.hpp"

namespace wt {

streets::Network make_grid_town()
{
    return streets::import_network(kGridTown).network;
}

} // namespace wt
