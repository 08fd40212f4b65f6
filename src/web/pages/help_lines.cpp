#include "web/pages/help_lines.hpp"

#include <array>

namespace wt::web {

namespace {

constexpr std::array kHelpLines{
    HelpLine{
        "National Domestic Abuse Helpline",
        "0808 2000 247",
        N_("If you are afraid of someone at home or close to you. Free, confidential, run by "
           "Refuge, open day and night."),
        "https://www.nationaldahelpline.org.uk/",
        true},
    HelpLine{
        "Rape and Sexual Abuse Support Line",
        "0808 500 2222",
        N_("If someone did something sexual to you that you did not want. Free, open day and "
           "night."),
        "https://247sexualabusesupport.org.uk/"},
    HelpLine{
        "Samaritans",
        "116 123",
        N_("If everything is too much and you need someone to listen. Free, open day and night."),
        "https://www.samaritans.org/"},
    HelpLine{
        "Childline",
        "0800 1111",
        N_("For anyone under 19, about anything. Free and confidential, and it does not show on "
           "the phone bill."),
        "https://www.childline.org.uk/"},
    HelpLine{
        "Karma Nirvana",
        "0800 5999 247",
        N_("About forced marriage and abuse in the name of honour. Monday to Friday, 9am to 5pm."),
        "https://karmanirvana.org.uk/"},
    HelpLine{
        "Galop",
        "0800 999 5428",
        N_("About abuse and violence, for LGBT+ people."),
        "https://galop.org.uk/"},
};

} // namespace

std::span<HelpLine const> help_lines()
{
    return kHelpLines;
}

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

Html help_line(Texts const& t, HelpLine const& line)
{
    return html<
        R"(<li class="wt-help-line"><h3 class="govuk-heading-s">{}</h3><p class="govuk-body"><a class="govuk-link wt-phone" href="{}">{}</a></p><p class="govuk-body">{}</p></li>
)">(line.name, phone_address(line.number), line.number, t(line.about));
}

} // namespace wt::web
