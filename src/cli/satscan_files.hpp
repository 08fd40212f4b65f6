#pragma once

#include "base/time.hpp"
#include "hotspots/scan_zones.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace wt::cli {

// SaTScan's files: a record per line, its words apart by white space. What is wrong is a Refusal
// (invalid_input) that names the file and the line; a file that cannot be read is one (not_found).

/// The places of a coordinates file, `place x y`, in metres.
struct ScanPlaces
{
    std::vector<std::string> names{};
    std::vector<Xy> points{};
    std::unordered_map<std::string, hotspots::PlaceIndex> index_of{};
};
ScanPlaces read_scan_places(std::string const& path);

struct DatedCase
{
    hotspots::PlaceIndex place = 0;
    Day day{};
};
/// A case file, `place count date` (2025-01-31 or 2025/1/31), a case at a time; all lie in
/// `start` to `end`.
std::vector<DatedCase>
read_scan_cases(std::string const& path, ScanPlaces const& places, Day start, Day end);

/// A locations network file, `place place metres`.
std::vector<hotspots::PlaceLink> read_scan_links(std::string const& path, ScanPlaces const& places);

} // namespace wt::cli
