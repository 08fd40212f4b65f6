#include "store/partners.hpp"

#include "base/text.hpp"
#include "store/sql.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wt::store {

namespace {

std::string joined(std::vector<std::string> const& words)
{
    return fmt::format("{}", fmt::join(words, " "));
}

template <class... Arguments>
std::vector<StoredPartner>
list_where(Reading& reading, std::string_view condition_and_order, Arguments const&... arguments)
{
    std::vector<StoredPartner> partners;
    for (
        auto& [id, name, kind, sealed, has_contact, endpoint, jurisdiction, services, bcus, wards, may_report, created_at] :
        list_rows<
            PartnerId,
            std::string,
            std::string,
            std::string,
            int,
            std::string,
            std::string,
            std::string,
            std::string,
            std::string,
            int,
            Instant>(
            reading,
            fmt::format(
                "SELECT id, name, kind, sealed, has_contact, endpoint, jurisdiction, services, "
                "bcus, wards, CASE WHEN key_hash IS NULL THEN 0 ELSE 1 END, created_at "
                "FROM partner {}",
                condition_and_order),
            arguments...)) {
        partners.push_back(
            {.id = id,
             .name = std::move(name),
             .kind = find_in(kPartnerKinds, kind).value(),
             .sealed = std::move(sealed),
             .has_contact = has_contact != 0,
             .endpoint = std::move(endpoint),
             .jurisdiction = std::move(jurisdiction),
             .reach =
                 {.services = std::move(services),
                  .bcus = split_words(bcus),
                  .wards = split_words(wards)},
             .may_report = may_report != 0,
             .created_at = created_at});
    }
    return partners;
}

std::optional<StoredPartner> first_of(std::vector<StoredPartner> partners)
{
    return partners.empty() ? std::nullopt : std::optional{std::move(partners.front())};
}

} // namespace

bool insert_partner(Transaction& tx, StoredPartner const& partner)
{
    return execute(
               tx,
               "INSERT INTO partner (id, name, kind, sealed, has_contact, endpoint, jurisdiction, "
               "services, bcus, wards, created_at) VALUES (:id, :name, :kind, :sealed, :contact, "
               ":endpoint, :jurisdiction, :services, :bcus, :wards, :at) "
               "ON CONFLICT (name) DO NOTHING",
               partner.id,
               partner.name,
               code_in(kPartnerKinds, partner.kind),
               partner.sealed,
               partner.has_contact,
               partner.endpoint,
               partner.jurisdiction,
               partner.reach.services,
               joined(partner.reach.bcus),
               joined(partner.reach.wards),
               partner.created_at) == 1;
}

bool update_partner(Transaction& tx, StoredPartner const& partner)
{
    return execute(
               tx,
               "UPDATE partner SET kind = :kind, sealed = :sealed, has_contact = :contact, "
               "endpoint = :endpoint, jurisdiction = :jurisdiction, services = :services, "
               "bcus = :bcus, wards = :wards WHERE name = :name",
               code_in(kPartnerKinds, partner.kind),
               partner.sealed,
               partner.has_contact,
               partner.endpoint,
               partner.jurisdiction,
               partner.reach.services,
               joined(partner.reach.bcus),
               joined(partner.reach.wards),
               partner.name) == 1;
}

std::vector<StoredPartner> list_partners(Reading& reading)
{
    return list_where(reading, "ORDER BY name, id");
}

std::optional<StoredPartner> find_partner(Reading& reading, PartnerId id)
{
    return first_of(list_where(reading, "WHERE id = :id", id));
}

std::optional<StoredPartner> find_partner_by_name(Reading& reading, std::string_view name)
{
    return first_of(list_where(reading, "WHERE name = :name", name));
}

std::optional<PartnerId> find_partner_by_key(Reading& reading, std::string_view key_hash)
{
    return find_value<PartnerId>(
        reading, "SELECT id FROM partner WHERE key_hash = :key_hash", key_hash);
}

void put_partner_key(Transaction& tx, PartnerId id, std::optional<std::string> const& key_hash)
{
    execute(tx, "UPDATE partner SET key_hash = :key_hash WHERE id = :id", key_hash, id);
}

} // namespace wt::store
