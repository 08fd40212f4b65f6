#pragma once

#include "base/time.hpp"
#include "scheme/ids.hpp"
#include "scheme/partner.hpp"
#include "store/db.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::store {

/// A body outside the force, as the database holds it.
struct StoredPartner
{
    PartnerId id;
    std::string name;
    PartnerKind kind = PartnerKind::other;
    std::string sealed; ///< its e-mail address, and our key at its server
    bool has_contact = false;
    std::string endpoint;     ///< of its Open311 server; empty: it gets letters
    std::string jurisdiction; ///< at that server
    PartnerReach reach;
    bool may_report = false; ///< it has a key with which it sends concerns to us; read only
    Instant created_at;

    /// True if something can be passed to it.
    [[nodiscard]] bool is_reachable() const { return has_contact || !endpoint.empty(); }
};

/// \returns false, changing nothing, if there is one of this name.
bool insert_partner(Transaction& tx, StoredPartner const& partner);

/// Everything but id, key and time, by name. \returns false if there is none of this name.
bool update_partner(Transaction& tx, StoredPartner const& partner);

/// All, by name.
std::vector<StoredPartner> list_partners(Reading& reading);
std::optional<StoredPartner> find_partner(Reading& reading, PartnerId id);
std::optional<StoredPartner> find_partner_by_name(Reading& reading, std::string_view name);

/// Whose key this is. \param key_hash  keyed hash
std::optional<PartnerId> find_partner_by_key(Reading& reading, std::string_view key_hash);

/// The key with which it sends concerns to us, instead of the one before; nothing: none.
void put_partner_key(Transaction& tx, PartnerId id, std::optional<std::string> const& key_hash);

} // namespace wt::store
