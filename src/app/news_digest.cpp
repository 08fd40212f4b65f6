#include "app/news_digest.hpp"

#include "app/areas.hpp"
#include "app/concern_clock.hpp"
#include "app/news.hpp"
#include "app/outbox.hpp"
#include "app/what_happened.hpp"
#include "daylight/zone.hpp"
#include "store/subscriptions.hpp"

#include <fmt/format.h>

#include <map>
#include <tuple>

namespace wt::app {

namespace {

using namespace std::chrono_literals;

constexpr auto kLeavesAt = 7h;
constexpr std::size_t kMostInAMail = 30;
constexpr std::size_t kLookedAt = 200; ///< the newest of these may be of the week to come

/// What makes the same mail: subscriptions that agree in it share its words.
using Digest = std::tuple<BcuId, std::optional<WardId>, Instant>;

std::string entry_of(App const& app, PublicNews const& news)
{
    auto const& [concern, answer] = news;
    auto const place =
        place_in_words(*app.areas(), concern.street_told(), concern.ward, concern.bcu);
    return fmt::format(
        "{}: {}\n{} – {}\n{}\n{}/concerns/{}\n\n",
        in_english(title(concern.category)),
        in_english(place),
        in_english(title(answer.kind, answer.author())),
        answer.body,
        answer.sentence,
        app.installation.public_url,
        concern.id.value);
}

/// Empty if there is none.
std::string words_of(App& app, Digest const& digest, Instant until)
{
    auto const& [bcu, ward, since] = digest;
    std::string entries;
    std::size_t count = 0;
    for (auto const& news : newest_answers(app, {.bcu = bcu, .ward = ward, .limit = kLookedAt})) {
        bool const is_new = news.answer.answered_at >= since && news.answer.answered_at < until;
        if (is_new && ++count <= kMostInAMail) {
            entries += entry_of(app, news);
        }
    }
    if (entries.empty()) {
        return {};
    }
    auto const all = ward ? fmt::format("?bcu={}&ward={}", bcu.value, ward->value)
                          : fmt::format("?bcu={}", bcu.value);
    return fmt::format(
        "{}\n\n{}{}\n{}/concerns{}\n",
        in_english({N_("New answers: {1}"), {name_of_area(app, bcu, ward)}}),
        entries,
        in_english(N_("What women told us there, and what became of it:")),
        app.installation.public_url,
        all);
}

} // namespace

Instant latest_news_end(App const& app)
{
    auto const zone = daylight::require_zone(app.settings()->time_zone);
    auto const monday = monday_of(zone.day_of(app.now()));
    bool const may_leave = app.now() >= zone.instant_at_or_after(monday, kLeavesAt);
    return zone.midnight(may_leave ? monday : monday - std::chrono::days{7});
}

std::int64_t queue_news(App& app)
{
    auto const until = latest_news_end(app);
    auto const list_untold = [&] {
        store::Reading reading{app.db};
        return store::list_untold_subscriptions(reading, until);
    };
    std::map<Digest, std::string> written;
    std::int64_t count = 0;
    for (auto const& subscription : list_untold()) {
        Digest const digest{subscription.bcu, subscription.ward, subscription.told_until};
        auto const [words, is_new] = written.try_emplace(digest);
        if (is_new) {
            words->second = words_of(app, digest, until);
        }
        store::Transaction tx{app.db};
        bool const is_mine = store::take_news(tx, subscription.id, until);
        if (is_mine && !words->second.empty()) {
            queue_to_subscriber(
                app, tx, {MessageKind::area_news, subscription.id, words->second}, app.now());
            ++count;
        }
        tx.commit();
    }
    return count;
}

} // namespace wt::app
