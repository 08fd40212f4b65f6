#pragma once

#include "base/text.hpp"
#include "streets/osm_data.hpp"

#include <osmium/io/any_input.hpp>
#include <osmium/osm/tag.hpp>

#include <algorithm>
#include <filesystem>

namespace wt::streets {

inline Tags tags_of(osmium::TagList const& list)
{
    Tags tags;
    for (osmium::Tag const& tag : list) {
        tags.add(tag.key(), tag.value());
    }
    return tags;
}

inline std::string clean_name(std::string_view name)
{
    return is_clean_utf8(name) ? std::string{trimmed(name)} : std::string{};
}

/// One of three passes over the file, for entities of one kind.
/// \param from  the passes before it, 0..2
template <class Entity, class Take>
void pass(std::filesystem::path const& file, double from, Progress const& progress, Take take)
{
    constexpr double kPasses = 3.0;
    osmium::io::Reader reader{
        file.string(), osmium::osm_entity_bits::from_item_type(Entity::itemtype)};
    auto const total = static_cast<double>(std::max<std::size_t>(1, reader.file_size()));
    while (osmium::memory::Buffer buffer = reader.read()) {
        for (Entity const& entity : buffer.select<Entity>()) {
            take(entity);
        }
        double const share = std::min(1.0, static_cast<double>(reader.offset()) / total);
        progress((from + share) / kPasses);
    }
    reader.close();
}

} // namespace wt::streets
