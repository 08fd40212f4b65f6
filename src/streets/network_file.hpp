#pragma once

#include "streets/network_tables.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace wt::streets {

/// 64-bit hash over the sizes and bytes of all tables, eight bytes at a time.
std::uint64_t content_hash(NetworkViews const& tables) noexcept;

/// True if the file begins as one written by `Network::save`, of whatever format.
bool is_network_file(std::filesystem::path const& file);

/// See `Network::save`.
void write_tables(NetworkViews const& tables, std::filesystem::path const& file);

/// A file of tables in memory: pages are read when they are first touched, and shared by all who
/// map the same file. Replacing the file leaves those who have it mapped what they had.
struct MappedTables
{
    NetworkViews tables;
    std::shared_ptr<void const> memory;
    std::uint64_t hash = 0;
};

/// See `Network::load`.
MappedTables map_tables(std::filesystem::path const& file);

} // namespace wt::streets
