#include "app/invitation.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/second_factor.hpp"
#include "base/password.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "store/staff.hpp"

namespace wt::app {

namespace {

using store::KeyPurpose;

constexpr std::size_t kShortest = 12;
constexpr std::size_t kLongest = 200;

std::optional<store::StoredStaff> find_invited(App const& app, std::string_view token)
{
    store::Reading reading{app.db};
    return store::find_invited_staff(reading, app.keys.hash(KeyPurpose::lookup, token), app.now());
}

[[noreturn]] void refuse_invitation()
{
    throw Refusal{
        Refusal::not_found,
        N_("This link has been used or is too old. Ask your administrator for another.")};
}

/// What is wrong with a password, if anything.
std::optional<Message> find_fault(std::string_view password, store::StoredStaff const& staff)
{
    if (!is_clean_utf8(password)) {
        return N_("Use letters, digits and signs only.");
    }
    auto const length = count_characters(password);
    if (length < kShortest) {
        return N_("Use at least 12 characters. Three or four words that have nothing to do with "
                  "each other are a good password.");
    }
    if (length > kLongest) {
        return N_("Use at most 200 characters.");
    }
    if (is_common_password(password) ||
        to_lower(password).find(staff.sign_in_name) != std::string::npos) {
        return N_("Choose a password that is harder to guess.");
    }
    return std::nullopt;
}

} // namespace

std::optional<Invitation> find_invitation(App const& app, std::string_view token)
{
    auto const staff = find_invited(app, token);
    if (!staff) {
        return std::nullopt;
    }
    auto const secret = second_factor_secret(app.keys.key(KeyPurpose::staff), token);
    return Invitation{
        .name = staff->name,
        .sign_in_name = staff->sign_in_name,
        .secret = readable_secret(secret),
        .uri = second_factor_uri(secret, app.settings()->force_name, staff->sign_in_name)};
}

FieldErrors accept_invitation(App& app, std::string_view token, ChosenPassword const& chosen)
{
    require_permission(kVisitor, Action::set_password);
    auto const staff = find_invited(app, token);
    if (!staff) {
        refuse_invitation();
    }
    auto const& key = app.keys.key(KeyPurpose::staff);
    auto const secret = second_factor_secret(key, token);
    auto const step = find_second_factor_step(secret, chosen.code, app.now());
    FieldErrors errors;
    if (auto fault = find_fault(chosen.password, *staff)) {
        errors.add("password", *std::move(fault));
    }
    if (!step) {
        errors.add("code", N_("Enter the six digits that your authenticator shows now."));
    }
    if (!errors.empty()) {
        return errors;
    }
    // Before the transaction: nobody waits for the database while a hash is computed.
    auto password_hash = hash_password(chosen.password);
    store::Transaction tx{app.db};
    auto const id = store::take_invitation(
        tx,
        app.keys.hash(KeyPurpose::lookup, token),
        {.password_hash = std::move(password_hash),
         .totp_secret = seal(key, secret),
         .totp_step = *step},
        app.now());
    if (!id) {
        refuse_invitation();
    }
    record(
        app,
        tx,
        {.role = staff->role, .id = id->value, .bcu = staff->bcu},
        Action::set_password,
        *id);
    tx.commit();
    return {};
}

} // namespace wt::app
