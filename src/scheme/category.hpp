#pragma once

#include "base/message.hpp"
#include "base/named.hpp"

namespace wt {

/// What makes a place feel unsafe: fixed, so that places can be compared.
enum class Category
{
    lighting,
    isolation,
    layout,
    sightlines,
    cameras,
    upkeep,
    substances,
    transport,
    path,
    harassment,
    group,
    followed,
    loitering,
    touching,
    kerb_crawling,
    police,
    other,
};

inline constexpr std::array<Named<Category>, 17> kCategories{{
    {Category::lighting, "lighting"},
    {Category::isolation, "isolation"},
    {Category::layout, "layout"},
    {Category::sightlines, "sightlines"},
    {Category::cameras, "cameras"},
    {Category::upkeep, "upkeep"},
    {Category::substances, "substances"},
    {Category::transport, "transport"},
    {Category::path, "path"},
    {Category::harassment, "harassment"},
    {Category::group, "group"},
    {Category::followed, "followed"},
    {Category::loitering, "loitering"},
    {Category::touching, "touching"},
    {Category::kerb_crawling, "kerb_crawling"},
    {Category::police, "police"},
    {Category::other, "other"},
}};

/// In plain words, for a form or a list.
Message title(Category category);

/// False for what would point at people rather than places: never on a public map.
constexpr bool is_mapped_publicly(Category category)
{
    return category != Category::kerb_crawling && category != Category::loitering &&
           category != Category::substances;
}

/// True for what the place is like, false for what people do there.
constexpr bool is_environment(Category category)
{
    return category <= Category::path;
}

} // namespace wt
