#include "scheme/partner.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace wt {

Message title(PartnerKind kind)
{
    switch (kind) {
    case PartnerKind::lighting:
        return N_("Street lighting");
    case PartnerKind::parks:
        return N_("Parks");
    case PartnerKind::transport:
        return N_("Transport");
    case PartnerKind::transport_police:
        return N_("Transport police");
    case PartnerKind::licensing:
        return N_("Licensing");
    case PartnerKind::other:
        return N_("Another body");
    }
    return N_("Another body");
}

std::optional<std::vector<Service>> find_services(std::string_view text)
{
    std::vector<Service> services;
    for (auto const word : split(text, ' ')) {
        if (word.empty()) {
            continue;
        }
        auto const colon = word.find(':');
        auto const category = find_in(kCategories, word.substr(0, colon));
        auto const code = colon == std::string_view::npos ? word : word.substr(colon + 1);
        if (!category || code.empty()) {
            return std::nullopt;
        }
        services.push_back({*category, std::string{code}});
    }
    return services;
}

std::optional<std::string> find_service_code(std::string_view services, Category category)
{
    auto const list = find_services(services).value_or(std::vector<Service>{});
    if (list.empty()) {
        return std::string{code_in(kCategories, category)};
    }
    auto const found = std::ranges::find(list, category, &Service::category);
    return found == list.end() ? std::nullopt : std::optional{found->code};
}

bool serves(
    PartnerReach const& reach, Category category, std::string_view bcu, std::string_view ward)
{
    bool const is_everywhere = reach.bcus.empty() && reach.wards.empty();
    return find_service_code(reach.services, category).has_value() &&
           (is_everywhere || std::ranges::find(reach.bcus, bcu) != reach.bcus.end() ||
            std::ranges::find(reach.wards, ward) != reach.wards.end());
}

} // namespace wt
