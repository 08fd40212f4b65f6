#include "streets/import.hpp"
#include "streets/paths.hpp"
#include "tiny_map.hpp"

#include <gtest/gtest.h>

#include <bzlib.h>
#include <cstdlib>

namespace wt::streets {
namespace {

TinyMap one_street()
{
    return TinyMap{}.node(1, 0, 0).node(2, 100, 0).way(10, {1, 2}, {{"highway", "path"}});
}

std::filesystem::path shared_map(std::string const& name)
{
    char const* const shared = std::getenv("WALKTALK_SHARED");
    return std::filesystem::path{shared != nullptr ? shared : "../shared"} / "data/streets" / name;
}

std::string bzip2(std::string text)
{
    auto size = static_cast<unsigned>(text.size() + 1000);
    std::string packed(size, '\0');
    EXPECT_EQ(
        BZ2_bzBuffToBuffCompress(
            packed.data(), &size, text.data(), static_cast<unsigned>(text.size()), 9, 0, 0),
        BZ_OK);
    packed.resize(size);
    return packed;
}

TEST(ImportNetwork, ReadsXmlPackedAndUnpacked)
{
    TestFile const packed{".osm.bz2"};
    packed.write(bzip2(one_street().text()));
    EXPECT_EQ(
        import_network(packed.path()).network.version(), one_street().import().network.version());
}

TEST(ImportNetwork, ProgressRisesToOne)
{
    TestFile const file{".osm"};
    file.write(one_street().text());
    double last = 0;
    import_network(file.path(), {}, [&](double share) {
        EXPECT_GE(share, last);
        last = share;
    });
    EXPECT_EQ(last, 1.0);
}

TEST(ImportNetwork, RefusesWhatIsNoMap)
{
    std::string const whole = one_street().text();
    for (auto const* ending : {".osm", ".osm.pbf", ".osm.bz2", ".txt"}) {
        for (std::string const& content : {whole.substr(0, whole.size() / 2), std::string{"?!"}}) {
            TestFile const file{ending};
            file.write(content);
            EXPECT_EQ(
                refusal_of([&] {
                    import_network(file.path());
                }).find("“" + file.path().filename().string()),
                0U)
                << ending;
        }
    }
    EXPECT_EQ(
        refusal_of([] { import_network("/nowhere/at-all.osm.pbf"); }),
        "There is no map file “at-all.osm.pbf”.");
}

struct RealMap
{
    char const* file;
    std::size_t edges;
    double kilometres;
    std::size_t steps_ways;
    std::size_t lamps;
};

class ImportRealMap : public testing::TestWithParam<RealMap>
{
};

TEST_P(ImportRealMap, CountsItsStreets)
{
    auto const path = shared_map(GetParam().file);
    if (!std::filesystem::exists(path)) {
        GTEST_SKIP() << "no " << GetParam().file << " in the shared data folder";
    }
    auto const built = import_network(path);
    auto const& statistics = built.statistics;
    EXPECT_EQ(statistics.segments, GetParam().edges);
    EXPECT_NEAR(statistics.length.value / 1000, GetParam().kilometres, 0.1);
    EXPECT_EQ(statistics.steps_ways, GetParam().steps_ways);
    EXPECT_EQ(statistics.lamps, GetParam().lamps);
    EXPECT_NEAR(
        statistics.lit.value + statistics.unlit.value + statistics.unknown_light.value,
        statistics.length.value,
        0.01);
    auto const middle = find_nearest_street(built.network, built.network.bounds().middle());
    ASSERT_TRUE(middle);
    EXPECT_TRUE(built.network.covers(middle->point.place));
}

INSTANTIATE_TEST_SUITE_P(
    Shared,
    ImportRealMap,
    testing::Values(
        RealMap{"camden.osm.pbf", 28301, 750.4, 642, 9527},
        RealMap{"southwark.osm.pbf", 11924, 337.3, 0, 0},
        RealMap{"leeds.osm.pbf", 20429, 663.1, 346, 0},
        RealMap{"elephant-vauxhall.osm.pbf", 533, 14.54, 2, 0}),
    [](auto const& map) {
        std::string const name = map.param.file;
        return name.substr(0, name.find_first_of(".-"));
    });

} // namespace
} // namespace wt::streets
