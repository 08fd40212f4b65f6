#include "support/stitched_map.hpp"

#include <osmium/builder/attr.hpp>
#include <osmium/io/any_input.hpp>
#include <osmium/io/any_output.hpp>
#include <osmium/osm/box.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

namespace wt::bench {
namespace {

using osmium::memory::Buffer;
using Tags = std::vector<std::pair<char const*, char const*>>;

/// One of the maps, whole.
struct Piece
{
    Buffer buffer;
    osmium::Box box;
    std::int64_t highest_id = 0;
};

Piece read_piece(std::filesystem::path const& map)
{
    osmium::io::Reader reader{map.string()};
    Piece piece{Buffer{std::size_t{1} << 20U, Buffer::auto_grow::yes}, {}, 0};
    while (Buffer const part = reader.read()) {
        for (auto const& object : part.select<osmium::OSMObject>()) {
            piece.buffer.add_item(object);
            piece.buffer.commit();
            piece.highest_id = std::max(piece.highest_id, object.id());
            if (object.type() == osmium::item_type::node) {
                auto const location = static_cast<osmium::Node const&>(object).location();
                if (location.valid()) {
                    piece.box.extend(location);
                }
            }
        }
    }
    reader.close();
    return piece;
}

Tags tags_of(osmium::OSMObject const& object)
{
    Tags tags;
    for (auto const& tag : object.tags()) {
        tags.emplace_back(tag.key(), tag.value());
    }
    return tags;
}

/// Where a copy goes.
struct Copy
{
    Piece const& piece;
    std::int64_t id_offset;
    double lat_offset;
    double lon_offset;
};

void write_nodes(Copy const& copy, osmium::io::Writer& writer)
{
    using namespace osmium::builder::attr;
    Buffer out{std::size_t{1} << 20U, Buffer::auto_grow::yes};
    for (auto const& node : copy.piece.buffer.select<osmium::Node>()) {
        if (node.location().valid()) {
            osmium::Location const place{
                node.location().lon() + copy.lon_offset, node.location().lat() + copy.lat_offset};
            osmium::builder::add_node(
                out, _id(node.id() + copy.id_offset), _location(place), _tags(tags_of(node)));
        }
    }
    writer(std::move(out));
}

void write_ways(Copy const& copy, osmium::io::Writer& writer)
{
    using namespace osmium::builder::attr;
    Buffer out{std::size_t{1} << 20U, Buffer::auto_grow::yes};
    for (auto const& way : copy.piece.buffer.select<osmium::Way>()) {
        std::vector<osmium::object_id_type> nodes;
        for (auto const& node : way.nodes()) {
            nodes.push_back(node.ref() + copy.id_offset);
        }
        osmium::builder::add_way(
            out, _id(way.id() + copy.id_offset), _nodes(nodes), _tags(tags_of(way)));
    }
    writer(std::move(out));
}

} // namespace

void write_stitched_map(
    std::vector<std::filesystem::path> const& maps,
    std::size_t copies,
    std::filesystem::path const& file)
{
    constexpr double kField = 0.15;
    constexpr double kSouth = 50.2;
    constexpr double kWest = -1.5;
    std::vector<Piece> pieces;
    std::int64_t highest_id = 0;
    for (auto const& map : maps) {
        pieces.push_back(read_piece(map));
        highest_id = std::max(highest_id, pieces.back().highest_id);
    }
    auto const columns = static_cast<std::size_t>(std::ceil(std::sqrt(copies)));
    std::vector<Copy> all;
    for (std::size_t i = 0; i < copies; ++i) {
        Piece const& piece = pieces[i % pieces.size()];
        auto const corner = piece.box.bottom_left();
        all.push_back(
            {piece,
             static_cast<std::int64_t>(i) * (highest_id + 1),
             kSouth + kField * static_cast<double>(i / columns) - corner.lat(),
             kWest + kField * static_cast<double>(i % columns) - corner.lon()});
    }
    osmium::io::Writer writer{file.string(), osmium::io::overwrite::allow};
    for (auto const& copy : all) {
        write_nodes(copy, writer);
    }
    for (auto const& copy : all) {
        write_ways(copy, writer);
    }
    writer.close();
}

} // namespace wt::bench
