#pragma once

#include "app/app.hpp"
#include "app/import_result.hpp"
#include "base/field_errors.hpp"
#include "scheme/role.hpp"
#include "store/partners.hpp"

#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace wt::app {

/// A body outside the force to which concerns are passed, as the administrator writes it.
struct NewPartner
{
    std::string name; ///< as the public reads it
    std::string kind; ///< a code of `kPartnerKinds`
    std::string email{};
    std::string services{};     ///< as `find_services` reads them; empty: all categories
    std::string bcus{};         ///< codes, separated by spaces; with `wards` empty: everywhere
    std::string wards{};        ///< codes, separated by spaces
    std::string endpoint{};     ///< of its Open311 server: https://…, without a resource at its end
    std::string jurisdiction{}; ///< at that server; empty where it wants none
    std::string api_key{};      ///< ours at that server
};

/// All that is wrong with it, beside `name`, `kind`, `email`, `services`, `bcus`, `wards`,
/// `open311` and `api_key`.
FieldErrors check_partner(App& app, NewPartner const& partner);

/// \throws Refusal: forbidden; invalid_input with the first error of `check_partner`; conflict
///         (there is one of this name)
PartnerId add_partner(App& app, Person const& person, NewPartner const& partner);

/// Adds or changes partners, by name, from CSV with the columns `name`, `kind`, and any of `email`,
/// `services`, `bcus`, `wards`, `open311`, `jurisdiction`, `api_key`. All or nothing; those that
/// the file does not name stay as they are.
/// \throws Refusal: forbidden; invalid_input (the file as a whole cannot be read)
ImportResult import_partners(App& app, Person const& person, std::istream& file);

/// All, by name; how to reach one stays sealed.
/// \throws Refusal (forbidden)
std::vector<store::StoredPartner> list_partners(App& app, Person const& person);

/// A new key with which the partner sends concerns to us (Open311); the one before opens nothing
/// any more. It is stored as a keyed hash alone.
/// \throws Refusal: forbidden; not_found
std::string make_partner_key(App& app, Person const& person, std::string_view name);
/// Takes the key away.
void revoke_partner_key(App& app, Person const& person, std::string_view name);

/// How a partner is reached, opened.
struct PartnerContact
{
    std::string email;
    std::string api_key;
};
/// \throws std::runtime_error if it was not sealed with this installation's key
PartnerContact open_contact(App const& app, store::StoredPartner const& partner);

} // namespace wt::app
