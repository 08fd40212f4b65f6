#include "app/news.hpp"

#include "app/areas.hpp"
#include "app/news_digest.hpp"
#include "app/one_time_code.hpp"
#include "app/outbox.hpp"
#include "app/permission.hpp"
#include "app/private_data.hpp"
#include "app/record.hpp"
#include "base/refusal.hpp"
#include "scheme/contact.hpp"
#include "store/retention.hpp"
#include "store/subscriptions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::app {

namespace {

using namespace std::chrono_literals;

constexpr int kCodesADay = 3; ///< to one address, so that nobody is flooded through us
constexpr auto kToConfirm = 48h;
/// In a demonstration nobody can wait for Monday: the first news tell of all its past.
constexpr auto kPastOfDemonstration = 90 * 24h;

/// Unlike that of a participant's contact, so that the two cannot be laid side by side.
std::string hash_of_address(App const& app, std::string_view address)
{
    return app.keys.hash(store::KeyPurpose::lookup, fmt::format("news {}", address));
}

std::string hash_of_link(App const& app, std::string_view token)
{
    return app.keys.hash(store::KeyPurpose::lookup, token);
}

std::optional<std::string> find_address(App const& app, std::string_view typed)
{
    auto contact = find_contact(typed, app.settings()->calling_code);
    return contact && is_email(*contact) ? contact : std::nullopt;
}

store::StoredSubscription
new_subscription(App const& app, NewsWish const& wish, std::string const& address)
{
    auto const token = random_token();
    return {
        .id = {random_id()},
        .bcu = wish.bcu,
        .ward = wish.ward,
        .sealed = seal_subscriber(app.keys.key(store::KeyPurpose::outside), {address, token}),
        .address_hash = hash_of_address(app, address),
        .link_hash = hash_of_link(app, token),
        .created_at = app.now(),
        .confirmed_at = {},
        .told_until = app.now()};
}

store::StoredSubscription
require_subscription(App const& app, store::Reading& reading, std::string_view token)
{
    auto found = store::find_subscription_by_link(reading, hash_of_link(app, token));
    if (!found) {
        throw Refusal{
            Refusal::not_found,
            N_("This link is no longer valid: the news was stopped, or nobody said yes to it "
               "within two days.")};
    }
    return std::move(*found);
}

/// What there is for this address and area, made if need be; nothing if it must not be written to.
std::optional<store::StoredSubscription> find_to_ask(
    App const& app, store::Transaction& tx, NewsWish const& wish, std::string const& address)
{
    auto const hash = hash_of_address(app, address);
    auto known = store::find_subscription_to(tx, hash, wish.bcu, wish.ward);
    if ((known && known->confirmed_at) ||
        store::count_subscription_codes(tx, hash, app.now() - 24h) >= kCodesADay) {
        return std::nullopt;
    }
    if (known) {
        return known;
    }
    auto made = new_subscription(app, wish, address);
    return store::insert_subscription(tx, made) ? std::optional{std::move(made)} : std::nullopt;
}

} // namespace

FieldErrors check_news_wish(App const& app, NewsWish const& wish)
{
    FieldErrors errors;
    auto const wards = app.areas()->list_wards(wish.bcu);
    if (wish.ward && std::ranges::find(wards, *wish.ward, &Ward::id) == wards.end()) {
        errors.add("ward", N_("Choose a ward from the list."));
    }
    if (!find_address(app, wish.address)) {
        errors.add("address", N_("Enter an e-mail address, such as name@example.org."));
    }
    return errors;
}

std::optional<std::string> ask_for_news(App& app, NewsWish const& wish)
{
    require_permission(kVisitor, Action::subscribe);
    auto const address = find_address(app, wish.address).value();
    require_seldom(app, "news " + address);
    store::Transaction tx{app.db};
    auto const asked = find_to_ask(app, tx, wish, address);
    if (asked) {
        queue_to_subscriber(app, tx, {MessageKind::subscription_code, asked->id}, app.now());
    }
    // Written in any case: how long the answer takes tells nothing.
    record(
        app,
        tx,
        kVisitor,
        Action::subscribe,
        asked ? Subject{asked->id} : Subject{},
        Reason::her_own_wish);
    tx.commit();
    return asked ? std::optional{open_subscriber(
                                     app.keys.key(store::KeyPurpose::outside), asked->sealed)
                                     .token}
                 : std::nullopt;
}

NewsArea require_news(App const& app, std::string_view token)
{
    store::Reading reading{app.db};
    auto const found = require_subscription(app, reading, token);
    return {found.bcu, found.ward, found.confirmed_at.has_value()};
}

void confirm_news(App& app, std::string_view token)
{
    require_permission(kVisitor, Action::subscribe);
    auto const told_until =
        app.settings()->demonstration ? app.now() - kPastOfDemonstration : latest_news_end(app);
    store::Transaction tx{app.db};
    auto const found = require_subscription(app, tx, token);
    if (!store::confirm_subscription(tx, found.id, app.now(), told_until)) {
        return;
    }
    record(app, tx, kVisitor, Action::subscribe, found.id, Reason::her_own_wish);
    tx.commit();
}

void stop_news(App& app, std::string_view token)
{
    require_permission(kVisitor, Action::subscribe);
    {
        store::Transaction tx{app.db};
        auto const found = store::find_subscription_by_link(tx, hash_of_link(app, token));
        if (!found) {
            return;
        }
        store::delete_subscription(tx, found->id);
        record(app, tx, kVisitor, Action::subscribe, found->id, Reason::her_own_wish);
        tx.commit();
    }
    store::purge_deleted_soon(app.db);
}

std::int64_t erase_unconfirmed_news(App& app)
{
    store::Transaction tx{app.db};
    auto const erased = store::delete_unconfirmed_subscriptions(tx, app.now() - kToConfirm);
    for (auto const subscription : erased) {
        record(app, tx, kSystem, Action::erase_expired, subscription, Reason::retention);
    }
    tx.commit();
    return static_cast<std::int64_t>(erased.size());
}

std::string news_path(std::string_view token)
{
    return fmt::format("/news/{}", token);
}

std::string news_stop_path(std::string_view token)
{
    return news_path(token) + "/end";
}

std::string name_of_area(App const& app, BcuId bcu, std::optional<WardId> ward)
{
    auto const areas = app.areas();
    return ward ? areas->require_ward(*ward).name : areas->require_bcu(bcu).name;
}

} // namespace wt::app
