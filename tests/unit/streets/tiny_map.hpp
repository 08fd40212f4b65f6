#pragma once

#include "base/refusal.hpp"
#include "geo/projection.hpp"
#include "streets/import.hpp"
#include "streets/street_point.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

namespace wt::streets {

/// A file of its own for one test, gone afterwards.
class TestFile
{
public:
    explicit TestFile(std::string const& ending)
        : path_{
              std::filesystem::temp_directory_path() /
              ("walktalk-" + std::to_string(::getpid()) + "-" +
               std::to_string(reinterpret_cast<std::uintptr_t>(this)) + ending)}
    {
    }
    TestFile(TestFile const&) = delete;
    TestFile& operator=(TestFile const&) = delete;
    ~TestFile() { std::filesystem::remove(path_); }

    [[nodiscard]] std::filesystem::path const& path() const { return path_; }

    void write(std::string const& bytes) const { std::ofstream{path_, std::ios::binary} << bytes; }
    [[nodiscard]] std::string read() const
    {
        std::ifstream file{path_, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }

private:
    std::filesystem::path path_;
};

/// A hand-made map, in metres east and north of a corner in London.
class TinyMap
{
public:
    using TagList = std::initializer_list<std::pair<char const*, char const*>>;

    static LatLon at(double east, double north)
    {
        return LocalProjection{{51.5, -0.1}}.to_earth({east, north});
    }

    TinyMap& node(int id, double east, double north, TagList tags = {})
    {
        LatLon const place = at(east, north);
        nodes_ += fmt::format(
            R"(<node id="{}" version="1" lat="{:.6f}" lon="{:.6f}">{}</node>)",
            id,
            place.lat,
            place.lon,
            xml(tags));
        return *this;
    }
    TinyMap& way(int id, std::vector<int> const& nodes, TagList tags)
    {
        ways_ += fmt::format(R"(<way id="{}" version="1">)", id);
        for (int const node : nodes) {
            ways_ += fmt::format(R"(<nd ref="{}"/>)", node);
        }
        ways_ += xml(tags) + "</way>";
        return *this;
    }
    TinyMap& relation(int id, std::vector<int> const& ways, TagList tags)
    {
        relations_ += fmt::format(R"(<relation id="{}" version="1">)", id);
        for (int const way : ways) {
            relations_ += fmt::format(R"(<member type="way" role="outer" ref="{}"/>)", way);
        }
        relations_ += xml(tags) + "</relation>";
        return *this;
    }

    [[nodiscard]] std::string text() const
    {
        return "<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n" + nodes_ + ways_ +
               relations_ + "</osm>\n";
    }
    [[nodiscard]] BuiltNetwork import(ImportOptions const& options = {}) const
    {
        TestFile const file{".osm"};
        file.write(text());
        return import_network(file.path(), options);
    }
    [[nodiscard]] Network network() const { return import({Metres{0}}).network; }

private:
    static std::string xml(TagList tags)
    {
        std::string result;
        for (auto const& [key, value] : tags) {
            result += fmt::format(R"(<tag k="{}" v="{}"/>)", key, value);
        }
        return result;
    }

    std::string nodes_;
    std::string ways_;
    std::string relations_;
};

/// The street point nearest to a place of a `TinyMap`; there must be one.
inline StreetPoint on_street(Network const& network, double east, double north)
{
    auto const snap = find_nearest_street(network, TinyMap::at(east, north));
    EXPECT_TRUE(snap.has_value());
    return snap.value_or(Snap{}).point;
}

/// The English sentence of the refusal that `action` ends in.
template <class Action>
std::string refusal_of(Action action)
{
    try {
        action();
    } catch (Refusal const& refusal) {
        EXPECT_EQ(refusal.kind(), Refusal::invalid_input);
        return refusal.what();
    }
    return "no refusal";
}

} // namespace wt::streets
