#pragma once

#include "streets/network_tables.hpp"

#include <cstdint>
#include <filesystem>

namespace wt::streets {

/// 64-bit hash over the sizes and bytes of all tables, eight bytes at a time.
std::uint64_t content_hash(NetworkTables const& tables) noexcept;

/// True if the file begins as one written by `Network::save`, of whatever format.
bool is_network_file(std::filesystem::path const& file);

/// See `Network::save` and `Network::load`.
void write_tables(NetworkTables const& tables, std::filesystem::path const& file);
NetworkTables read_tables(std::filesystem::path const& file);

} // namespace wt::streets
