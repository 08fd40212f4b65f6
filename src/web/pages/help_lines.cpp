#include "web/pages/help_lines.hpp"

#include "web/components/content.hpp"

namespace wt::web {

std::string phone_address(std::string_view number)
{
    std::string address = "tel:";
    for (char const c : number) {
        if (c != ' ') {
            address += c;
        }
    }
    return address;
}

Html phone_link(std::string_view number)
{
    return link(number, phone_address(number));
}

Html help_line(Texts const& t, HelpLine const& line)
{
    auto const number =
        line.number.empty()
            ? Html{}
            : html<R"(<p class="govuk-body"><a class="govuk-link wt-phone" href="{}">{}</a></p>)">(
                  phone_address(line.number), line.number);
    auto const site = line.address.empty() ? Html{}
                                           : html<R"(<p class="govuk-body">{}</p>)">(
                                                 link(t("Site of {1}", {line.name}), line.address));
    return html<
        R"(<li class="wt-help-line"><h3 class="govuk-heading-s">{}</h3>{}<p class="govuk-body">{}</p>{}</li>
)">(line.name, number, t(line.about.c_str()), site);
}

} // namespace wt::web
