#pragma once

#include <cstdint>
#include <string>

namespace wt::store {

/// What SQLite and PostgreSQL both keep.
enum class CellType : std::uint8_t
{
    integer,
    real,
    text
};

/// A value on its way into the database or out of it: the one of its type, or NULL.
struct Cell
{
    CellType type = CellType::text;
    bool is_null = true;
    long long integer = 0; ///< 64 bits, in the type that SOCI binds
    double real = 0.0;
    std::string text{};
};

} // namespace wt::store
