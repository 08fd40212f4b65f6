#pragma once

#include "scheme/category.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt {

/// What a body outside the force looks after.
enum class PartnerKind
{
    lighting,
    parks,
    transport,
    transport_police,
    licensing,
    other,
};

inline constexpr std::array<Named<PartnerKind>, 6> kPartnerKinds{{
    {PartnerKind::lighting, "lighting"},
    {PartnerKind::parks, "parks"},
    {PartnerKind::transport, "transport"},
    {PartnerKind::transport_police, "transport_police"},
    {PartnerKind::licensing, "licensing"},
    {PartnerKind::other, "other"},
}};

/// In plain words, for a list.
Message title(PartnerKind kind);

/// A category that a partner takes, and the code that its own system has for it.
struct Service
{
    Category category = Category::other;
    std::string code;

    friend bool operator==(Service const&, Service const&) = default;
};

/// From words such as `lighting:LAMP_OUT path`; without a code of its own a category has ours.
/// \returns nothing if a word begins with no category, or holds an empty code
std::optional<std::vector<Service>> find_services(std::string_view text);

/// The code for `category` in a text that `find_services` reads; nothing if it is not taken.
std::optional<std::string> find_service_code(std::string_view services, Category category);

/// Where and what a partner serves. An empty list means everywhere.
struct PartnerReach
{
    std::string services;
    std::vector<std::string> bcus;  ///< codes
    std::vector<std::string> wards; ///< codes
};

/// True if a concern of `category` in the ward is one for the partner. A ward counts as served if
/// it is named, or if its unit is; a partner for which neither is named serves all.
bool serves(
    PartnerReach const& reach, Category category, std::string_view bcu, std::string_view ward);

} // namespace wt
