#include "scheme/publication.hpp"

#include "base/refusal.hpp"
#include "base/text.hpp"

namespace wt {

namespace {

constexpr auto kNumbersDay = "numbers_day";
constexpr auto kLicence = "open_data_licence";
constexpr int kLastDay = 28; // that every month has

void require(bool is_right, char const* name)
{
    if (!is_right) {
        throw Refusal{
            Refusal::invalid_input,
            Message{N_("The setting {1} is unknown or out of range."), {name}}};
    }
}

} // namespace

Publication make_publication(std::map<std::string, std::string> const& values)
{
    Publication publication;
    if (auto const found = values.find(kNumbersDay); found != values.end()) {
        auto const day = find_integer(found->second).value_or(0);
        require(day >= 1 && day <= kLastDay, kNumbersDay);
        publication.numbers_day = static_cast<int>(day);
    }
    if (auto const found = values.find(kLicence); found != values.end()) {
        auto const& licence = found->second;
        require(is_clean_utf8(licence) && !licence.empty() && licence.size() <= 200, kLicence);
        publication.open_data_licence = licence;
    }
    return publication;
}

std::map<std::string, std::string> to_texts(Publication const& publication)
{
    return {
        {kNumbersDay, std::to_string(publication.numbers_day)},
        {kLicence, publication.open_data_licence}};
}

} // namespace wt
