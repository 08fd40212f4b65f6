#include "store/subscriptions.hpp"

#include "scheme/message_kind.hpp"
#include "store/sql.hpp"

#include <fmt/format.h>

namespace wt::store {

namespace {

template <class... Arguments>
std::vector<StoredSubscription>
list_where(Reading& reading, std::string_view condition_and_order, Arguments const&... arguments)
{
    std::vector<StoredSubscription> subscriptions;
    for (auto& row : list_rows<
             SubscriptionId,
             BcuId,
             std::optional<WardId>,
             std::string,
             std::string,
             std::string,
             Instant,
             std::optional<Instant>,
             Instant>(
             reading,
             fmt::format(
                 "SELECT id, bcu_id, ward_id, sealed, address_hash, link_hash, created_at, "
                 "confirmed_at, told_until FROM subscription {}",
                 condition_and_order),
             arguments...)) {
        subscriptions.push_back(std::make_from_tuple<StoredSubscription>(std::move(row)));
    }
    return subscriptions;
}

std::optional<StoredSubscription> first_of(std::vector<StoredSubscription> subscriptions)
{
    return subscriptions.empty() ? std::nullopt : std::optional{std::move(subscriptions.front())};
}

void delete_messages_to(Transaction& tx, SubscriptionId id)
{
    execute(
        tx,
        "DELETE FROM message WHERE subject_id = :id AND kind IN (:code, :news)",
        id,
        code_in(kMessageKinds, MessageKind::subscription_code),
        code_in(kMessageKinds, MessageKind::area_news));
}

} // namespace

bool insert_subscription(Transaction& tx, StoredSubscription const& subscription)
{
    return execute(
               tx,
               "INSERT INTO subscription (id, bcu_id, ward_id, sealed, address_hash, link_hash, "
               "created_at, confirmed_at, told_until) VALUES (:id, :bcu, :ward, :sealed, :address, "
               ":link, :created, :confirmed, :told) ON CONFLICT DO NOTHING",
               subscription.id,
               subscription.bcu,
               subscription.ward,
               subscription.sealed,
               subscription.address_hash,
               subscription.link_hash,
               subscription.created_at,
               subscription.confirmed_at,
               subscription.told_until) == 1;
}

std::optional<StoredSubscription> find_subscription(Reading& reading, SubscriptionId id)
{
    return first_of(list_where(reading, "WHERE id = :id", id));
}

std::optional<StoredSubscription>
find_subscription_by_link(Reading& reading, std::string_view link_hash)
{
    return first_of(list_where(reading, "WHERE link_hash = :hash", link_hash));
}

std::optional<StoredSubscription> find_subscription_to(
    Reading& reading, std::string_view address_hash, BcuId bcu, std::optional<WardId> ward)
{
    return ward ? first_of(list_where(
                      reading,
                      "WHERE address_hash = :hash AND ward_id = :ward",
                      address_hash,
                      *ward))
                : first_of(list_where(
                      reading,
                      "WHERE address_hash = :hash AND bcu_id = :bcu AND ward_id IS NULL",
                      address_hash,
                      bcu));
}

bool confirm_subscription(Transaction& tx, SubscriptionId id, Instant now, Instant told_until)
{
    return execute(
               tx,
               "UPDATE subscription SET confirmed_at = :now, told_until = :told "
               "WHERE id = :id AND confirmed_at IS NULL",
               now,
               told_until,
               id) == 1;
}

void delete_subscription(Transaction& tx, SubscriptionId id)
{
    delete_messages_to(tx, id);
    execute(tx, "DELETE FROM subscription WHERE id = :id", id);
}

std::vector<SubscriptionId> delete_unconfirmed_subscriptions(Transaction& tx, Instant before)
{
    std::vector<SubscriptionId> subscriptions;
    for (auto const& [id] : list_rows<SubscriptionId>(
             tx,
             "DELETE FROM subscription WHERE confirmed_at IS NULL AND created_at < :before "
             "RETURNING id",
             before)) {
        delete_messages_to(tx, id);
        subscriptions.push_back(id);
    }
    return subscriptions;
}

std::vector<StoredSubscription> list_untold_subscriptions(Reading& reading, Instant until)
{
    return list_where(
        reading,
        "WHERE confirmed_at IS NOT NULL AND told_until < :until "
        "ORDER BY bcu_id, ward_id, told_until, id",
        until);
}

bool take_news(Transaction& tx, SubscriptionId id, Instant until)
{
    return execute(
               tx,
               "UPDATE subscription SET told_until = :until "
               "WHERE id = :id AND told_until < :later",
               until,
               id,
               until) == 1;
}

std::int64_t
count_subscription_codes(Reading& reading, std::string_view address_hash, Instant since)
{
    return find_value<std::int64_t>(
               reading,
               "SELECT count(*) FROM subscription s JOIN message m ON m.subject_id = s.id "
               "WHERE s.address_hash = :hash AND m.kind = :kind AND m.run_at >= :since",
               address_hash,
               code_in(kMessageKinds, MessageKind::subscription_code),
               since)
        .value();
}

} // namespace wt::store
