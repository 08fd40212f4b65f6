#include "streets/tags.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <system_error>

namespace wt::streets {
namespace {

using Words = std::span<std::string_view const>;

constexpr std::array<std::string_view, 7> kFootAllowed{
    "yes", "designated", "permissive", "official", "public", "destination", "discouraged"};
constexpr std::array<std::string_view, 11> kClosed{
    "no",
    "private",
    "customers",
    "permit",
    "delivery",
    "agricultural",
    "forestry",
    "military",
    "emergency",
    "restricted",
    "use_sidepath"};
constexpr std::array<std::string_view, 4> kSidewalks{"yes", "both", "left", "right"};
constexpr std::array<std::string_view, 6> kSolidBarriers{
    "wall", "fence", "hedge", "city_wall", "retaining_wall", "guard_rail"};
constexpr std::array<std::string_view, 8> kStepBarriers{
    "stile",
    "kissing_gate",
    "turnstile",
    "full-height_turnstile",
    "horse_stile",
    "step",
    "log",
    "motorcycle_barrier"};
constexpr std::array<std::string_view, 6> kLit{
    "yes", "24/7", "automatic", "sunset-sunrise", "dusk-dawn", "dawn-dusk"};
constexpr std::array<std::string_view, 2> kUnlit{"no", "disused"};

struct ClassOf
{
    std::string_view highway;
    StreetClass street_class;
    bool needs_explicit_foot = false;
};
constexpr std::array kClasses{
    ClassOf{"footway", StreetClass::footway},
    ClassOf{"residential", StreetClass::residential},
    ClassOf{"service", StreetClass::service},
    ClassOf{"path", StreetClass::path},
    ClassOf{"unclassified", StreetClass::unclassified},
    ClassOf{"tertiary", StreetClass::tertiary},
    ClassOf{"tertiary_link", StreetClass::tertiary},
    ClassOf{"secondary", StreetClass::secondary},
    ClassOf{"secondary_link", StreetClass::secondary},
    ClassOf{"primary", StreetClass::primary},
    ClassOf{"primary_link", StreetClass::primary},
    ClassOf{"cycleway", StreetClass::cycleway},
    ClassOf{"steps", StreetClass::steps},
    ClassOf{"pedestrian", StreetClass::pedestrian},
    ClassOf{"living_street", StreetClass::living_street},
    ClassOf{"track", StreetClass::track},
    ClassOf{"bridleway", StreetClass::bridleway},
    ClassOf{"platform", StreetClass::platform},
    ClassOf{"road", StreetClass::road},
    ClassOf{"trunk", StreetClass::trunk, true},
    ClassOf{"trunk_link", StreetClass::trunk, true},
    ClassOf{"motorway", StreetClass::motorway, true},
    ClassOf{"motorway_link", StreetClass::motorway, true},
    ClassOf{"construction", StreetClass::road, true},
    ClassOf{"busway", StreetClass::road, true},
    ClassOf{"bus_guideway", StreetClass::road, true},
};

struct SurfaceOf
{
    std::string_view tag;
    Surface surface;
};
constexpr std::array kSurfaces{
    SurfaceOf{"asphalt", Surface::smooth},
    SurfaceOf{"paved", Surface::smooth},
    SurfaceOf{"concrete", Surface::smooth},
    SurfaceOf{"concrete:plates", Surface::smooth},
    SurfaceOf{"paving_stones", Surface::smooth},
    SurfaceOf{"metal", Surface::smooth},
    SurfaceOf{"wood", Surface::smooth},
    SurfaceOf{"bricks", Surface::smooth},
    SurfaceOf{"brick", Surface::smooth},
    SurfaceOf{"rubber", Surface::smooth},
    SurfaceOf{"sett", Surface::cobbled},
    SurfaceOf{"cobblestone", Surface::cobbled},
    SurfaceOf{"unhewn_cobblestone", Surface::cobbled},
    SurfaceOf{"cobblestone:flattened", Surface::cobbled},
    SurfaceOf{"unpaved", Surface::loose},
    SurfaceOf{"gravel", Surface::loose},
    SurfaceOf{"fine_gravel", Surface::loose},
    SurfaceOf{"compacted", Surface::loose},
    SurfaceOf{"pebblestone", Surface::loose},
    SurfaceOf{"ground", Surface::loose},
    SurfaceOf{"dirt", Surface::loose},
    SurfaceOf{"earth", Surface::loose},
    SurfaceOf{"grass", Surface::loose},
    SurfaceOf{"mud", Surface::loose},
    SurfaceOf{"sand", Surface::loose},
    SurfaceOf{"woodchips", Surface::loose},
    SurfaceOf{"rock", Surface::loose},
    SurfaceOf{"grass_paver", Surface::loose},
};

bool is_one_of(std::string_view word, Words words) noexcept
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_sidewalk(Tags const& tags) noexcept
{
    constexpr std::array<std::string_view, 4> kKeys{
        "sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right"};
    return std::any_of(kKeys.begin(), kKeys.end(), [&](std::string_view key) {
        return is_one_of(tags[key], kSidewalks);
    });
}

/// A main road through a town, whose pavement is seldom tagged: driven at 50 km/h or 30 mph at
/// most, above ground.
bool is_town_road(Tags const& tags) noexcept
{
    constexpr int kTownKmh = 50;
    constexpr int kTownMph = 30;
    auto const limit = tags["maxspeed"];
    int speed = 0;
    auto const [rest, error] = std::from_chars(limit.data(), limit.data() + limit.size(), speed);
    if (error != std::errc{} || !tags["tunnel"].empty()) {
        return false;
    }
    std::string_view const unit{rest, limit.data() + limit.size()};
    return (unit.empty() && speed <= kTownKmh) || (unit == " mph" && speed <= kTownMph);
}

/// By the tags of access alone; `is_open_by_default` is what the class of the way says.
bool is_open_on_foot(Tags const& tags, bool is_open_by_default) noexcept
{
    if (is_one_of(tags["foot"], kFootAllowed)) {
        return true;
    }
    if (is_one_of(tags["foot"], kClosed) || is_one_of(tags["access"], kClosed)) {
        return false;
    }
    return is_open_by_default;
}

bool is_open_by_class(ClassOf const& entry, Tags const& tags) noexcept
{
    if (has_sidewalk(tags)) {
        return true;
    }
    if (tags["motorroad"] == "yes") {
        return false;
    }
    bool const is_trunk = entry.street_class == StreetClass::trunk;
    return !entry.needs_explicit_foot || (is_trunk && is_town_road(tags));
}

Light light_of(std::string_view lit) noexcept
{
    if (is_one_of(lit, kLit)) {
        return Light::lit;
    }
    return is_one_of(lit, kUnlit) ? Light::unlit : Light::unknown;
}

Surface surface_of(std::string_view tag) noexcept
{
    auto const* const found =
        std::find_if(kSurfaces.begin(), kSurfaces.end(), [&](SurfaceOf const& entry) {
            return entry.tag == tag;
        });
    return found == kSurfaces.end() ? Surface::unknown : found->surface;
}

} // namespace

std::string_view Tags::operator[](std::string_view key) const noexcept
{
    for (auto const& [name, value] : tags_) {
        if (name == key) {
            return value;
        }
    }
    return {};
}

std::optional<WalkTraits> find_walk_traits(Tags const& tags) noexcept
{
    auto const highway = tags["highway"];
    auto const* const found =
        std::find_if(kClasses.begin(), kClasses.end(), [&](ClassOf const& entry) {
            return entry.highway == highway;
        });
    if (found == kClasses.end()) {
        return std::nullopt;
    }
    if (!is_open_on_foot(tags, is_open_by_class(*found, tags))) {
        return std::nullopt;
    }
    WalkTraits traits;
    traits.street_class = found->street_class;
    if (tags["footway"] == "crossing" || tags["path"] == "crossing" ||
        tags["cycleway"] == "crossing") {
        traits.street_class = StreetClass::crossing;
    }
    traits.surface = surface_of(tags["surface"]);
    traits.light = light_of(tags["lit"]);
    traits.is_step_free = traits.street_class != StreetClass::steps && tags["wheelchair"] != "no";
    traits.is_area = tags["area"] == "yes" || tags["type"] == "multipolygon";
    return traits;
}

Barrier barrier_of(Tags const& node) noexcept
{
    auto const barrier = node["barrier"];
    if (barrier.empty() || barrier == "no") {
        return Barrier::none;
    }
    bool const is_open_by_default = node["locked"] != "yes" && !is_one_of(barrier, kSolidBarriers);
    if (!is_open_on_foot(node, is_open_by_default)) {
        return Barrier::blocked;
    }
    bool const has_step = is_one_of(barrier, kStepBarriers) || node["wheelchair"] == "no";
    return has_step ? Barrier::not_step_free : Barrier::none;
}

bool is_street_lamp(Tags const& node) noexcept
{
    return node["highway"] == "street_lamp";
}

} // namespace wt::streets
