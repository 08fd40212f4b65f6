// fill_million URL: fills an empty database with a million concerns, for the benchmarks that need a
// server on it.
#include "store/db.hpp"
#include "support/million.hpp"

#include <fmt/format.h>

int main(int argc, char** argv)
{
    if (argc != 2) {
        fmt::print(stderr, "fill_million URL\n");
        return 2;
    }
    wt::store::Db db{argv[1], 1};
    wt::fill_with_a_million(db);
}
