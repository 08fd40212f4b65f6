#pragma once

#include "base/time.hpp"
#include "scheme/ids.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::store {

/// That an address gets the news of an area.
struct StoredSubscription
{
    SubscriptionId id;
    BcuId bcu;
    std::optional<WardId> ward; ///< nothing: the whole unit
    std::string sealed;         ///< the address, and the secret of the link
    std::string address_hash;
    std::string link_hash;
    Instant created_at;
    std::optional<Instant> confirmed_at;
    Instant told_until; ///< answers before it are no news any more
};

/// \returns false, changing nothing, if this address has one of this area already.
bool insert_subscription(Transaction& tx, StoredSubscription const& subscription);

std::optional<StoredSubscription> find_subscription(Reading& reading, SubscriptionId id);
std::optional<StoredSubscription>
find_subscription_by_link(Reading& reading, std::string_view link_hash);

/// That of this address for exactly this area. \param ward  nothing: the whole unit
std::optional<StoredSubscription> find_subscription_to(
    Reading& reading, std::string_view address_hash, BcuId bcu, std::optional<WardId> ward);

/// \returns false if it was confirmed already or does not exist.
bool confirm_subscription(Transaction& tx, SubscriptionId id, Instant now, Instant told_until);

/// With every message to it that is kept.
void delete_subscription(Transaction& tx, SubscriptionId id);

/// Deletes those that were asked for before `before` and never confirmed. \returns which.
std::vector<SubscriptionId> delete_unconfirmed_subscriptions(Transaction& tx, Instant before);

/// The confirmed ones whose news of before `until` have not been told, by area.
std::vector<StoredSubscription> list_untold_subscriptions(Reading& reading, Instant until);

/// Notes that its news up to `until` are told. Of several workers exactly one is given them.
/// \returns false if another was quicker
bool take_news(Transaction& tx, SubscriptionId id, Instant until);

/// How many messages that ask whether the address is hers were queued to it since then.
std::int64_t
count_subscription_codes(Reading& reading, std::string_view address_hash, Instant since);

} // namespace wt::store
