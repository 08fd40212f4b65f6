#include "store/keyring.hpp"

#include "base/named.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "store/sql.hpp"

#include <fstream>
#include <stdexcept>
#include <sys/stat.h>

namespace wt::store {

namespace {

constexpr std::array<Named<KeyPurpose>, 10> kPurposes{{
    {KeyPurpose::lookup, "lookup"},
    {KeyPurpose::pseudonym, "pseudonym"},
    {KeyPurpose::audit, "audit"},
    {KeyPurpose::cookie, "cookie"},
    {KeyPurpose::staff, "staff"},
    {KeyPurpose::walk, "walk"},
    {KeyPurpose::words, "words"},
    {KeyPurpose::disclosure, "disclosure"},
    {KeyPurpose::complaint, "complaint"},
    {KeyPurpose::outside, "outside"},
}};

SecretKey wrapping_key(SecretKey const& master)
{
    return derived_key(master, "wrap");
}

/// The key that `wrapped` holds.
SecretKey require_unwrapped(SecretKey const& wrapping, std::string_view wrapped)
{
    auto const text = open(wrapping, wrapped);
    auto key = text ? SecretKey::find_from_text(*text) : std::nullopt;
    if (!key) {
        throw Refusal{
            Refusal::conflict,
            N_("The master key is not the one that this database was made with.")};
    }
    return *key;
}

/// Seals anew what `select` lists as (row's key, wrapped). Linear in the rows.
template <class RowKey>
std::int64_t rewrap(
    Transaction& tx,
    SecretKey const& from,
    SecretKey const& to,
    std::string_view select,
    std::string_view update)
{
    std::int64_t count = 0;
    for (auto const& [name, wrapped] : list_rows<RowKey, std::string>(tx, select)) {
        auto const key = require_unwrapped(from, wrapped);
        count += execute(tx, update, seal(to, key.to_text()), name);
    }
    return count;
}

} // namespace

SecretKey load_master_key(std::string const& text, std::filesystem::path const& file)
{
    auto const require = [](std::string_view written) {
        auto key = SecretKey::find_from_text(trimmed(written));
        if (!key) {
            throw Refusal{
                Refusal::invalid_input, N_("The master key must be 43 characters of base64url.")};
        }
        return *key;
    };
    if (!text.empty()) {
        return require(text);
    }
    if (std::ifstream existing{file}; existing) {
        std::string written;
        std::getline(existing, written);
        return require(written);
    }
    if (file.has_parent_path()) {
        std::filesystem::create_directories(file.parent_path());
    }
    auto const key = SecretKey::make_random();
    auto const mask = umask(0077);
    std::ofstream made{file};
    umask(mask);
    made << key.to_text() << '\n';
    made.close();
    if (!made) {
        throw std::runtime_error{"cannot write the master key file"};
    }
    return key;
}

Keyring::Keyring(Db& db, SecretKey const& master) : wrapping_{wrapping_key(master)}
{
    Transaction tx{db};
    for (auto const& purpose : kPurposes) {
        // Two servers that start at once must agree: who comes second reads what the first wrote.
        execute(
            tx,
            "INSERT INTO sealed_key (name, wrapped) VALUES (:name, :wrapped) "
            "ON CONFLICT (name) DO NOTHING",
            purpose.code,
            seal(wrapping_, SecretKey::make_random().to_text()));
        auto const wrapped = find_value<std::string>(
            tx, "SELECT wrapped FROM sealed_key WHERE name = :name", purpose.code);
        keys_.emplace(purpose.value, require_unwrapped(wrapping_, wrapped.value()));
    }
    tx.commit();
}

std::string Keyring::hash(KeyPurpose purpose, std::string_view text) const
{
    return keyed_hash(key(purpose), text);
}

std::string Keyring::wrap(SecretKey const& participant_key) const
{
    return seal(wrapping_, participant_key.to_text());
}

SecretKey Keyring::unwrap(std::string_view wrapped) const
{
    return require_unwrapped(wrapping_, wrapped);
}

std::int64_t rotate_master_key(
    Db& db,
    SecretKey const& current,
    SecretKey const& next,
    std::function<void(Transaction&)> const& also)
{
    auto const from = wrapping_key(current);
    auto const to = wrapping_key(next);
    Transaction tx{db};
    rewrap<std::string>(
        tx,
        from,
        to,
        "SELECT name, wrapped FROM sealed_key",
        "UPDATE sealed_key SET wrapped = :wrapped WHERE name = :name");
    auto const count = rewrap<std::int64_t>(
        tx,
        from,
        to,
        "SELECT participant_id, wrapped FROM participant_key",
        "UPDATE participant_key SET wrapped = :wrapped WHERE participant_id = :id");
    also(tx);
    tx.commit();
    return count;
}

} // namespace wt::store
