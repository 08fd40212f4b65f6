#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace wt::streets {

/// The tags of one OpenStreetMap object; the views point into the reader's buffer.
class Tags
{
public:
    Tags() = default;
    Tags(std::initializer_list<std::pair<std::string_view, std::string_view>> tags) : tags_{tags} {}

    void add(std::string_view key, std::string_view value) { tags_.emplace_back(key, value); }

    /// The value of `key`, or nothing at all (empty).
    [[nodiscard]] std::string_view operator[](std::string_view key) const noexcept;

private:
    std::vector<std::pair<std::string_view, std::string_view>> tags_;
};

/// What a street is, as far as someone on foot is concerned. Stored in map files: only append.
enum class StreetClass : std::uint8_t
{
    road, ///< a road whose class the map does not tell
    motorway,
    trunk,
    primary,
    secondary,
    tertiary,
    unclassified,
    residential,
    living_street,
    service,
    track,
    pedestrian,
    footway,
    crossing,
    path,
    cycleway,
    bridleway,
    steps,
    platform,
};

enum class Surface : std::uint8_t
{
    unknown,
    smooth,
    cobbled,
    loose
};
enum class Light : std::uint8_t
{
    unknown,
    lit,
    unlit
};

/// A way that may be walked.
struct WalkTraits
{
    StreetClass street_class = StreetClass::road;
    Surface surface = Surface::unknown;
    Light light = Light::unknown;
    bool is_step_free = true; ///< no steps, not tagged `wheelchair=no`
    bool is_area = false;     ///< a square or other area, walked along its outline

    friend bool operator==(WalkTraits, WalkTraits) = default;
};

/// Whether and how a way may be walked, by OpenStreetMap's own rules of access on foot
/// (wiki.openstreetmap.org/wiki/OSM_tags_for_routing/Access_restrictions): `foot` outranks
/// `access`; motorways, trunk roads, motor roads and construction sites need an explicit `foot` or
/// a `sidewalk`, but for trunk roads with a town's speed limit (Euston Road); one-ways do not bind
/// who walks. `access=customers` and `permit` are not public.
/// \returns nothing if it may not
std::optional<WalkTraits> find_walk_traits(Tags const& tags) noexcept;

/// A node on a way that changes who gets through.
enum class Barrier : std::uint8_t
{
    none,
    not_step_free,
    blocked
};

/// What a node does to someone on foot: a gate that is locked, private or closed to the public
/// blocks, so do walls and fences; stiles, kissing gates and turnstiles are not step-free.
Barrier barrier_of(Tags const& node) noexcept;

bool is_street_lamp(Tags const& node) noexcept;

} // namespace wt::streets
