#include "app/where.hpp"

#include "app/areas.hpp"
#include "app/places.hpp"
#include "base/text.hpp"
#include "streets/name_fold.hpp"
#include "streets/named_streets.hpp"

#include <algorithm>

namespace wt::app {

namespace {

constexpr std::size_t kMostStreets = 10;
constexpr std::size_t kMostNear = 8;
constexpr std::size_t kLongestSearch = 100;
constexpr Metres kNear{400.0};

void add_streets(
    std::vector<streets::NamedStreet> streets, bool is_near, std::vector<PlaceOption>& options)
{
    for (auto& street : streets) {
        bool const is_there = std::ranges::any_of(options, [&](PlaceOption const& option) {
            return option.label == street.name && option.meets == street.meets;
        });
        if (!is_there) {
            options.push_back(
                {std::move(street.name), std::move(street.meets), street.point.place, is_near});
        }
    }
}

} // namespace

std::vector<PlaceOption> list_place_options(App const& app, std::string_view text)
{
    auto const wanted = trimmed(text);
    if (!is_clean_utf8(wanted) || wanted.size() > kLongestSearch ||
        count_characters(streets::folded(wanted)) < 2) {
        return {};
    }
    std::vector<PlaceOption> options;
    for (auto& place : search_places(app, wanted)) {
        options.push_back({.label = std::move(place.name), .meets = {}, .point = place.point});
    }
    bool const has_place = !options.empty();
    auto const network = app.network();
    if (network) {
        add_streets(streets::list_streets_by_name(*network, wanted, kMostStreets), false, options);
    }
    if (network && has_place) {
        auto const first = options.front().point;
        add_streets(streets::list_streets_near(*network, first, kNear, kMostNear), true, options);
    }
    return options;
}

std::string street_near(App const& app, LatLon point)
{
    auto const network = app.network();
    if (!network || !is_valid(point)) {
        return {};
    }
    auto const near = streets::list_streets_near(*network, point, kNear, 1);
    return near.empty() ? std::string{} : near.front().name;
}

bool is_in_area(App const& app, LatLon point)
{
    return is_valid(point) && app.areas()->find_ward(point).has_value();
}

} // namespace wt::app
