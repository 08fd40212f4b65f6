#include "store/keyring.hpp"

#include "base/named.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "store/sql.hpp"

#include <fstream>
#include <mutex>
#include <stdexcept>
#include <sys/stat.h>
#include <utility>

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

[[noreturn]] void refuse_master_key()
{
    throw Refusal{
        Refusal::conflict, N_("The master key is not the one that this database was made with.")};
}

/// What a master key seals other keys with.
class Wrapping
{
public:
    explicit Wrapping(SecretKey const& master)
        : key_{derived_key(master, "wrap")}, backup_key_{derived_key(master, "backup")},
          name_{keyed_hash(derived_key(master, "name"), "").substr(0, kNameLength)}
    {
    }

    /// Which one it is; nothing leads from it to the key.
    [[nodiscard]] std::string const& name() const noexcept { return name_; }

    [[nodiscard]] SecretKey const& backup_key() const noexcept { return backup_key_; }

    [[nodiscard]] std::string wrap(SecretKey const& key) const
    {
        return name_ + seal(key_, key.to_text());
    }

    [[nodiscard]] SecretKey unwrap(std::string_view wrapped) const
    {
        auto const text =
            name_of(wrapped) == name_ ? open(key_, wrapped.substr(kNameLength)) : std::nullopt;
        auto key = text ? SecretKey::find_from_text(*text) : std::nullopt;
        if (!key) {
            refuse_master_key();
        }
        return *key;
    }

    static std::string_view name_of(std::string_view wrapped)
    {
        return wrapped.substr(0, kNameLength);
    }

private:
    static constexpr std::size_t kNameLength = 12;

    SecretKey key_;
    SecretKey backup_key_;
    std::string name_;
};

/// Seals anew what `select` lists as (row's key, wrapped). Linear in the rows.
template <class RowKey>
std::int64_t rewrap(
    Transaction& tx,
    Wrapping const& from,
    Wrapping const& to,
    std::string_view select,
    std::string_view update)
{
    std::int64_t count = 0;
    for (auto const& [name, wrapped] : list_rows<RowKey, std::string>(tx, select)) {
        count += execute(tx, update, to.wrap(from.unwrap(wrapped)), name);
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

/// Those that this process has met: what was read before a rotation opens after it, too.
class Keyring::MasterKeys
{
public:
    MasterKeys(SecretKey const& master, FindMasterKeys find_others)
        : find_others_{std::move(find_others)}, current_{add(master)}
    {
    }

    std::shared_ptr<Wrapping const> current()
    {
        std::lock_guard const lock{mutex_};
        return current_;
    }

    std::shared_ptr<Wrapping const> require(std::string_view name)
    {
        std::lock_guard const lock{mutex_};
        return require_known(name);
    }

    void use(std::string_view name)
    {
        std::lock_guard const lock{mutex_};
        current_ = require_known(name);
    }

private:
    std::shared_ptr<Wrapping const> add(SecretKey const& master)
    {
        auto wrapping = std::make_shared<Wrapping const>(master);
        return known_.emplace(wrapping->name(), wrapping).first->second;
    }

    std::shared_ptr<Wrapping const> require_known(std::string_view name)
    {
        if (!known_.contains(name) && find_others_) {
            for (auto const& master : find_others_()) {
                add(master);
            }
        }
        auto const found = known_.find(name);
        if (found == known_.end()) {
            refuse_master_key();
        }
        return found->second;
    }

    std::mutex mutex_;
    FindMasterKeys find_others_;
    std::map<std::string, std::shared_ptr<Wrapping const>, std::less<>> known_;
    std::shared_ptr<Wrapping const> current_;
};

Keyring::Keyring(Db& db, SecretKey const& master, FindMasterKeys find_others)
    : master_keys_{std::make_shared<MasterKeys>(master, std::move(find_others))}
{
    auto const wrapping = master_keys_->current();
    Transaction tx{db};
    for (auto const& purpose : kPurposes) {
        // Two servers that start at once must agree: who comes second reads what the first wrote.
        execute(
            tx,
            "INSERT INTO sealed_key (name, wrapped) VALUES (:name, :wrapped) "
            "ON CONFLICT (name) DO NOTHING",
            purpose.code,
            wrapping->wrap(SecretKey::make_random()));
        auto const wrapped = find_value<std::string>(
            tx, "SELECT wrapped FROM sealed_key WHERE name = :name", purpose.code);
        keys_.emplace(purpose.value, wrapping->unwrap(wrapped.value()));
    }
    tx.commit();
}

std::string Keyring::hash(KeyPurpose purpose, std::string_view text) const
{
    return keyed_hash(key(purpose), text);
}

std::string Keyring::wrap(SecretKey const& participant_key) const
{
    return master_keys_->current()->wrap(participant_key);
}

SecretKey Keyring::unwrap(std::string_view wrapped) const
{
    return master_keys_->require(Wrapping::name_of(wrapped))->unwrap(wrapped);
}

std::string Keyring::master_key_name() const
{
    return master_keys_->current()->name();
}

SecretKey Keyring::backup_key(std::string_view master_key_name) const
{
    return master_keys_->require(master_key_name)->backup_key();
}

void Keyring::follow_rotation(Reading& reading) const
{
    auto const wrapped =
        find_value<std::string>(reading, "SELECT wrapped FROM sealed_key WHERE name = 'lookup'");
    master_keys_->use(Wrapping::name_of(wrapped.value()));
}

bool is_wrapped_for(Transaction& tx, std::string_view wrapped)
{
    // Read for share: a rotation changes this row first, waits for us there, and then finds the key
    // that we are about to add.
    auto const stored = find_value<std::string>(
        tx,
        std::string{"SELECT wrapped FROM sealed_key WHERE name = 'lookup'"} +
            (tx.dialect() == Dialect::postgresql ? " FOR SHARE" : ""));
    return Wrapping::name_of(stored.value()) == Wrapping::name_of(wrapped);
}

std::int64_t rotate_master_key(
    Db& db,
    SecretKey const& current,
    SecretKey const& next,
    std::function<void(Transaction&)> const& also)
{
    Wrapping const from{current};
    Wrapping const to{next};
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
