#pragma once

#include "base/named.hpp"
#include "scheme/ids.hpp"

#include <optional>

namespace wt {

/// What a person is to the scheme.
enum class Role
{
    visitor,       ///< anyone, not signed in
    participant,   ///< a woman, by her secret link
    officer,       ///< walks
    desk,          ///< coordinates one BCU
    safeguarding,  ///< reads disclosures
    partner,       ///< answers what was referred to it
    oversight,     ///< reads everything that is not personal, changes nothing
    administrator, ///< keeps the installation
    standards,     ///< the force's professional standards: reads complaints made to it
    watchdog,      ///< the body outside the force: reads complaints made to it
    system,        ///< the worker
};

inline constexpr std::array<Named<Role>, 11> kRoles{{
    {Role::visitor, "visitor"},
    {Role::participant, "participant"},
    {Role::officer, "officer"},
    {Role::desk, "desk"},
    {Role::safeguarding, "safeguarding"},
    {Role::partner, "partner"},
    {Role::oversight, "oversight"},
    {Role::administrator, "administrator"},
    {Role::standards, "standards"},
    {Role::watchdog, "watchdog"},
    {Role::system, "system"},
}};

/// Who acts: known to a use case by role and random id only.
struct Person
{
    Role role = Role::visitor;
    std::int64_t id = 0;                ///< participant or staff id; 0 for visitor and system
    std::optional<BcuId> bcu{};         ///< the desk's or officer's own
    std::optional<OfficerId> officer{}; ///< set for officers
};

inline constexpr Person kVisitor{};
inline constexpr Person kSystem{.role = Role::system};

} // namespace wt
