#include "app/word_of_walk.hpp"

#include "app/own_walk.hpp"
#include "base/rate_limit.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "base/word_pairs.hpp"
#include "store/walks.hpp"

#include <algorithm>

namespace wt::app {

namespace {

using namespace std::chrono_literals;

bool may_try(std::string_view client, std::string_view collar, Instant now)
{
    static RateLimit of_client{10, 10min};
    static RateLimit of_collar{60, 10min};
    return of_client.allow(client, now) && of_collar.allow(collar, now);
}

/// When the walks start that may be going on: further ahead where nobody can wait for them.
Interval starts_about_now(App const& app)
{
    auto const now = app.now();
    return app.settings()->demonstration ? Interval{now - 24h, now + 31 * 24h}
                                         : Interval{now - kTimeToSettle - 3h, now + kEarliestStart};
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

bool check_officer(
    App& app, std::string_view client, std::string_view collar_number, std::string_view word)
{
    auto const collar = plain(collar_number);
    auto const said = plain(word);
    if (collar.empty() || said.empty()) {
        throw Refusal{
            Refusal::invalid_input, N_("Enter the officer's collar number and the two words.")};
    }
    if (!may_try(client, collar, app.now())) {
        throw Refusal{
            Refusal::too_many,
            {N_("This has been checked many times. Wait ten minutes, or call {1}."),
             {app.settings()->non_emergency_number}}};
    }
    store::Reading reading{app.db};
    auto const walks = store::list_walks(reading, std::nullopt, starts_about_now(app));
    return std::ranges::any_of(walks, [&](store::StoredWalk const& walk) {
        bool const is_on = walk.state == WalkState::confirmed || walk.state == WalkState::started;
        return is_on && is_about_now(app, walk) && plain(word_of_walk(app, walk.id)) == said &&
               std::ranges::any_of(walk.officers, [&](store::WalkOfficer const& officer) {
                   return plain(officer.collar_number) == collar;
               });
    });
}

} // namespace wt::app
