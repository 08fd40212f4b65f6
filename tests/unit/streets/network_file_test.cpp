#include "streets/network_file.hpp"
#include "streets/paths.hpp"
#include "tiny_map.hpp"

#include <gtest/gtest.h>

#include <optional>

namespace wt::streets {
namespace {

TinyMap two_streets()
{
    return TinyMap{}
        .node(1, 0, 0)
        .node(2, 100, 0)
        .node(3, 100, 100)
        .node(7, 50, 5, {{"highway", "street_lamp"}})
        .way(10, {1, 2}, {{"highway", "residential"}, {"name", "First"}})
        .way(20, {2, 3}, {{"highway", "steps"}, {"name", "Second"}});
}

TEST(NetworkFile, ComesBackAsItWasSaved)
{
    TestFile const file{".streets"};
    auto const network = two_streets().network();
    network.save(file.path());
    auto const loaded = Network::load(file.path());
    EXPECT_EQ(loaded.version(), network.version());
    EXPECT_EQ(loaded.version().size(), 12U);
    EXPECT_EQ(loaded.edge_count(), 2U);
    EXPECT_EQ(loaded.name(loaded.edge(1).name), "Second");
    EXPECT_EQ(loaded.bounds(), network.bounds());
    auto const path = find_path(loaded, on_street(loaded, 0, 0), on_street(loaded, 100, 100));
    ASSERT_TRUE(path);
    EXPECT_NEAR(path->length.value, 200, 0.5);
}

TEST(NetworkFile, TheVersionIsThatOfTheContent)
{
    EXPECT_EQ(two_streets().network().version(), two_streets().network().version());
    auto const longer = two_streets().node(4, 100, 101).way(30, {3, 4}, {{"highway", "path"}});
    EXPECT_NE(two_streets().network().version(), longer.network().version());
}

TEST(NetworkFile, EveryCutFileIsRefused)
{
    TestFile const file{".streets"};
    two_streets().network().save(file.path());
    std::string const whole = file.read();
    for (std::size_t size = 0; size < whole.size(); size += 7) {
        file.write(whole.substr(0, size));
        EXPECT_NE(refusal_of([&] { (void)Network::load(file.path()); }), "no refusal") << size;
    }
}

TEST(NetworkFile, EveryChangedByteIsNoticed)
{
    TestFile const file{".streets"};
    two_streets().network().save(file.path());
    std::string const whole = file.read();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
        file.write(damaged);
        EXPECT_NE(refusal_of([&] { (void)Network::load(file.path()); }), "no refusal") << at;
    }
}

TEST(NetworkFile, SaysPlainlyWhatAForeignFileIs)
{
    TestFile const file{".streets"};
    std::string const name = file.path().filename().string();
    EXPECT_EQ(
        refusal_of([&] { (void)Network::load(file.path()); }),
        "The street network “" + name + "” cannot be opened.");
    file.write(std::string(100, 'x'));
    EXPECT_EQ(
        refusal_of([&] { (void)Network::load(file.path()); }),
        "“" + name + "” is not a street network.");
}

TEST(NetworkFile, WhoHasItOpenKeepsItWhenItIsReplaced)
{
    TestFile const file{".streets"};
    two_streets().network().save(file.path());
    auto const old = Network::load(file.path());
    auto const version = old.version();
    auto const longer = two_streets().node(4, 100, 101).way(30, {3, 4}, {{"highway", "path"}});
    longer.network().save(file.path());
    EXPECT_EQ(Network::load(file.path()).edge_count(), 3U);
    EXPECT_EQ(old.edge_count(), 2U);
    EXPECT_EQ(old.name(old.edge(1).name), "Second");
    EXPECT_EQ(old.version(), version);
}

TEST(NetworkFile, ACopyOutlivesTheFirst)
{
    auto first = std::make_optional(two_streets().network());
    Network const copy = *first;
    first.reset();
    EXPECT_EQ(copy.name(copy.edge(0).name), "First");
}

TEST(NetworkFile, IsKnownByItsBeginning)
{
    TestFile const file{".streets"};
    EXPECT_FALSE(is_network_file(file.path()));
    file.write("WTST");
    EXPECT_FALSE(is_network_file(file.path()));
    two_streets().network().save(file.path());
    EXPECT_TRUE(is_network_file(file.path()));
}

TEST(NetworkFile, AFailedSaveLeavesTheOldFile)
{
    TestFile const file{".streets"};
    auto const network = two_streets().network();
    network.save(file.path());
    // The name it writes to first is taken by a folder.
    std::filesystem::path const in_the_way{file.path().string() + ".new"};
    std::filesystem::create_directory(in_the_way);
    EXPECT_THROW(network.save(file.path()), std::system_error);
    std::filesystem::remove(in_the_way);
    EXPECT_EQ(Network::load(file.path()).version(), network.version());
}

} // namespace
} // namespace wt::streets
