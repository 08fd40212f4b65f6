#include "scheme/help_line.hpp"

#include "base/message.hpp"

namespace wt {

std::vector<HelpLine> const& default_help_lines()
{
    static std::vector<HelpLine> const lines{
        {.name = "National Domestic Abuse Helpline",
         .number = "0808 2000 247",
         .about = N_("If you are afraid of someone at home or close to you. Free, confidential, "
                     "run by Refuge, open day and night."),
         .address = "https://www.nationaldahelpline.org.uk/",
         .is_first = true},
        {.name = "Childline",
         .number = "0800 1111",
         .about = N_("For anyone under 19, about anything, also if you see or hear someone being "
                     "hurt at home. Free and confidential, and it does not show on the phone "
                     "bill."),
         .address = "https://www.childline.org.uk/",
         .for_children = true},
        {.name = "NSPCC Helpline",
         .number = "0808 800 5000",
         .about = N_("If you worry about a child who sees or hears abuse at home."),
         .address = "https://www.nspcc.org.uk/"},
        {.name = "Rape and Sexual Abuse Support Line",
         .number = "0808 500 2222",
         .about = N_("If someone did something sexual to you that you did not want. Free, open "
                     "day and night."),
         .address = "https://247sexualabusesupport.org.uk/"},
        {.name = "Samaritans",
         .number = "116 123",
         .about = N_("If everything is too much and you need someone to listen. Free, open day "
                     "and night."),
         .address = "https://www.samaritans.org/"},
        {.name = "Karma Nirvana",
         .number = "0800 5999 247",
         .about = N_("About forced marriage and abuse in the name of honour. Monday to Friday, "
                     "9am to 5pm."),
         .address = "https://karmanirvana.org.uk/"},
        {.name = "Galop",
         .number = "0800 999 5428",
         .about = N_("About abuse and violence, for LGBT+ people."),
         .address = "https://galop.org.uk/"},
    };
    return lines;
}

} // namespace wt
