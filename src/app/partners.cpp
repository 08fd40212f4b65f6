#include "app/partners.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/crypto.hpp"
#include "base/csv.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "scheme/contact.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <stdexcept>

namespace wt::app {

namespace {

using store::KeyPurpose;

constexpr std::size_t kLongestName = 120;
constexpr std::size_t kLongestAddress = 500;

std::string seal_contact(App const& app, PartnerContact const& contact)
{
    nlohmann::json const json{{"email", contact.email}, {"api_key", contact.api_key}};
    return seal(app.keys.key(KeyPurpose::outside), json.dump());
}

bool is_fitting_text(std::string_view text, std::size_t longest)
{
    return is_clean_utf8(text) && count_characters(text) <= longest;
}

bool is_endpoint(std::string_view url)
{
    return (url.starts_with("https://") || url.starts_with("http://")) && !url.ends_with('/') &&
           url.find_first_of(" ?#\r\n\t") == std::string_view::npos &&
           is_fitting_text(url, kLongestAddress);
}

/// All that is wrong with what it is called and how it is reached.
FieldErrors errors_in_fields(NewPartner const& partner)
{
    FieldErrors errors;
    if (partner.name.empty() || !is_fitting_text(partner.name, kLongestName)) {
        errors.add("name", N_("A partner’s name has 1 to 120 characters."));
    }
    if (!find_in(kPartnerKinds, partner.kind)) {
        errors.add(
            "kind",
            {N_("“{1}” is no kind of partner: lighting, parks, transport, transport_police, "
                "licensing or other."),
             {partner.kind}});
    }
    auto const email = find_contact(partner.email, "");
    if (!partner.email.empty() && !(email && is_email(*email))) {
        errors.add("email", {N_("“{1}” is not an e-mail address."), {partner.email}});
    }
    if (!find_services(partner.services)) {
        errors.add(
            "services",
            {N_("“{1}” is no list of categories such as: lighting:LAMP_OUT path"),
             {partner.services}});
    }
    if (!partner.endpoint.empty() && !is_endpoint(partner.endpoint)) {
        errors.add(
            "open311",
            {N_("“{1}” is not the address of an Open311 server, such as "
                "https://example.org/open311/v2"),
             {partner.endpoint}});
    }
    if (!is_fitting_text(partner.jurisdiction, kLongestName) ||
        !is_fitting_text(partner.api_key, kLongestAddress)) {
        errors.add("api_key", N_("The jurisdiction or the key is too long or cannot be read."));
    }
    return errors;
}

FieldErrors errors_in(store::Reading& reading, NewPartner const& partner)
{
    auto errors = errors_in_fields(partner);
    for (auto const& code : split_words(partner.bcus)) {
        if (!store::find_bcu_by_code(reading, code)) {
            errors.add("bcus", {N_("There is no command unit “{1}”."), {code}});
            break;
        }
    }
    for (auto const& code : split_words(partner.wards)) {
        if (!store::find_ward_by_code(reading, code)) {
            errors.add("wards", {N_("There is no ward “{1}”."), {code}});
            break;
        }
    }
    return errors;
}

/// \pre nothing is wrong with `partner`
store::StoredPartner stored(App const& app, NewPartner const& partner)
{
    return {
        .id = {random_id()},
        .name = partner.name,
        .kind = find_in(kPartnerKinds, partner.kind).value(),
        .sealed = seal_contact(app, {.email = partner.email, .api_key = partner.api_key}),
        .has_contact = !partner.email.empty(),
        .endpoint = partner.endpoint,
        .jurisdiction = partner.jurisdiction,
        .reach =
            {.services = partner.services,
             .bcus = split_words(partner.bcus),
             .wards = split_words(partner.wards)},
        .created_at = app.now()};
}

bool is_same(App const& app, store::StoredPartner const& old, NewPartner const& partner)
{
    auto const contact = open_contact(app, old);
    return code_in(kPartnerKinds, old.kind) == partner.kind && contact.email == partner.email &&
           contact.api_key == partner.api_key && old.endpoint == partner.endpoint &&
           old.jurisdiction == partner.jurisdiction && old.reach.services == partner.services &&
           old.reach.bcus == split_words(partner.bcus) &&
           old.reach.wards == split_words(partner.wards);
}

NewPartner partner_of(CsvTable const& table, CsvTable::Row const& row)
{
    auto const cell = [&](std::string_view column) { return std::string{table.cell(row, column)}; };
    return {
        .name = cell("name"),
        .kind = cell("kind"),
        .email = cell("email"),
        .services = cell("services"),
        .bcus = cell("bcus"),
        .wards = cell("wards"),
        .endpoint = cell("open311"),
        .jurisdiction = cell("jurisdiction"),
        .api_key = cell("api_key")};
}

/// Adds it, or changes the one of its name.
store::Put put(App const& app, store::Transaction& tx, Person const& person, NewPartner const& next)
{
    auto const old = store::find_partner_by_name(tx, next.name);
    if (old && is_same(app, *old, next)) {
        return store::Put::unchanged;
    }
    auto const partner = stored(app, next);
    old ? store::update_partner(tx, partner) : store::insert_partner(tx, partner);
    record(app, tx, person, Action::manage_partners, old ? old->id : partner.id);
    return old ? store::Put::changed : store::Put::added;
}

void change_key(
    App& app, Person const& person, std::string_view name, std::optional<std::string> const& hash)
{
    require_permission(person, Action::manage_partners);
    store::Transaction tx{app.db};
    auto const partner = store::find_partner_by_name(tx, trimmed(name));
    if (!partner) {
        throw Refusal{Refusal::not_found, {N_("There is no partner “{1}”."), {std::string{name}}}};
    }
    store::put_partner_key(tx, partner->id, hash);
    record(app, tx, person, Action::manage_partners, partner->id);
    tx.commit();
}

} // namespace

FieldErrors check_partner(App& app, NewPartner const& partner)
{
    store::Reading reading{app.db};
    return errors_in(reading, partner);
}

PartnerId add_partner(App& app, Person const& person, NewPartner const& partner)
{
    require_permission(person, Action::manage_partners);
    store::Transaction tx{app.db};
    if (auto const errors = errors_in(tx, partner); !errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    auto const row = stored(app, partner);
    if (!store::insert_partner(tx, row)) {
        throw Refusal{Refusal::conflict, {N_("There is a partner “{1}” already."), {partner.name}}};
    }
    record(app, tx, person, Action::manage_partners, row.id);
    tx.commit();
    return row.id;
}

ImportResult import_partners(App& app, Person const& person, std::istream& file)
{
    require_permission(person, Action::manage_partners);
    CsvTable const table{file};
    table.require_columns({"name", "kind"});
    ImportResult result;
    store::Transaction tx{app.db};
    for (auto const& row : table.rows()) {
        auto const partner = partner_of(table, row);
        auto const errors = errors_in(tx, partner);
        if (!errors.empty()) {
            result.add_fault(row.line, errors.list().front().message);
        } else if (result.faults.empty()) {
            result.count(put(app, tx, person, partner));
        }
    }
    if (result.faults.empty()) {
        tx.commit();
    }
    return result;
}

std::vector<store::StoredPartner> list_partners(App& app, Person const& person)
{
    require_permission(person, Action::manage_partners);
    store::Reading reading{app.db};
    return store::list_partners(reading);
}

std::string make_partner_key(App& app, Person const& person, std::string_view name)
{
    auto key = random_token();
    change_key(app, person, name, app.keys.hash(KeyPurpose::lookup, key));
    return key;
}

void revoke_partner_key(App& app, Person const& person, std::string_view name)
{
    change_key(app, person, name, std::nullopt);
}

PartnerContact open_contact(App const& app, store::StoredPartner const& partner)
{
    auto const text = open(app.keys.key(KeyPurpose::outside), partner.sealed);
    if (!text) {
        throw std::runtime_error{"a partner's contact does not open"};
    }
    auto const json = nlohmann::json::parse(*text);
    return {.email = json.at("email"), .api_key = json.at("api_key")};
}

} // namespace wt::app
