#include "app/word_of_walk.hpp"

#include "base/rate_limit.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "base/word_pairs.hpp"
#include "store/walks.hpp"

#include <algorithm>

namespace wt::app {

namespace {

using namespace std::chrono_literals;

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
    std::size_t const number =
        static_cast<unsigned char>(hash[0]) * 256U + static_cast<unsigned char>(hash[1]);
    return word_pair(number % kWordPairs);
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
            {N_("This number has been checked many times. Wait ten minutes, or call {1}."),
             {app.settings()->non_emergency_number}}};
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
