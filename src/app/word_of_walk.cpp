#include "app/word_of_walk.hpp"

#include "base/rate_limit.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "store/walks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace wt::app {

namespace {

using namespace std::chrono_literals;

/// Short, easy to say and hard to mishear; 64 of each give 4,096 pairs.
constexpr std::array<std::string_view, 64> kFirst{
    "amber",  "autumn", "birch",  "blue",   "brave",  "bright", "calm",    "cedar",
    "cherry", "clear",  "clever", "copper", "coral",  "cosy",   "crisp",   "dawn",
    "early",  "eager",  "fair",   "fern",   "gentle", "ginger", "glad",    "golden",
    "green",  "happy",  "hazel",  "honest", "indigo", "ivory",  "jolly",   "kind",
    "lemon",  "light",  "lively", "loyal",  "lucky",  "maple",  "marble",  "mellow",
    "merry",  "misty",  "noble",  "olive",  "open",   "orange", "patient", "pearl",
    "plum",   "proud",  "quick",  "rapid",  "ruby",   "russet", "silver",  "snowy",
    "spring", "steady", "sunny",  "swift",  "tidy",   "velvet", "violet",  "warm"};
constexpr std::array<std::string_view, 64> kSecond{
    "acorn",   "anchor",  "apple",   "badger", "barrel", "basket",  "beacon",  "bell",
    "bridge",  "brook",   "button",  "candle", "canoe",  "castle",  "clover",  "comet",
    "cricket", "daisy",   "dolphin", "drum",   "eagle",  "feather", "fiddle",  "forest",
    "garden",  "harbour", "heron",   "island", "jacket", "kettle",  "kite",    "ladder",
    "lantern", "leaf",    "magnet",  "meadow", "mirror", "needle",  "orchard", "otter",
    "parcel",  "pebble",  "pencil",  "piano",  "planet", "pocket",  "puffin",  "rabbit",
    "ribbon",  "river",   "robin",   "saddle", "sailor", "spoon",   "sparrow", "teapot",
    "thimble", "tulip",   "tunnel",  "valley", "wagon",  "walnut",  "whistle", "window"};

RateLimit& limit()
{
    static RateLimit shared{20, 10min};
    return shared;
}

/// As somebody might type them.
std::string plain(std::string_view text)
{
    std::string plain;
    for (char const c : to_lower(trimmed(text))) {
        if (c != ' ' && c != '-') {
            plain += c;
        }
    }
    return plain;
}

} // namespace

std::string word_of_walk(App const& app, WalkId walk)
{
    auto const hash =
        from_base64url(app.keys.hash(store::KeyPurpose::walk, std::to_string(walk.value))).value();
    auto const pick = [&](auto const& words, std::size_t byte) {
        return words[static_cast<unsigned char>(hash[byte]) % words.size()];
    };
    return fmt::format("{} {}", pick(kFirst, 0), pick(kSecond, 1));
}

bool check_officer(App& app, std::string_view collar_number, std::string_view word)
{
    auto const collar = plain(collar_number);
    auto const said = plain(word);
    if (collar.empty() || said.empty()) {
        throw Refusal{
            Refusal::invalid_input, N_("Enter the officer's collar number and the two words.")};
    }
    if (!limit().allow(collar, app.now())) {
        throw Refusal{
            Refusal::too_many,
            N_("This number has been checked many times. Wait ten minutes, or call 101.")};
    }
    store::Reading reading{app.db};
    auto const walks = store::list_walks(reading, std::nullopt, {app.now() - 24h, app.now() + 24h});
    return std::ranges::any_of(walks, [&](store::StoredWalk const& walk) {
        bool const is_on = walk.state == WalkState::confirmed || walk.state == WalkState::started;
        return is_on && plain(word_of_walk(app, walk.id)) == said &&
               std::ranges::any_of(walk.officers, [&](store::WalkOfficer const& officer) {
                   return plain(officer.collar_number) == collar;
               });
    });
}

} // namespace wt::app
