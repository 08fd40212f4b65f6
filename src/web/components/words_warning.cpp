#include "web/components/words_warning.hpp"

#include "web/components/content.hpp"

namespace wt::web {

Html words_warning(Texts const& t, std::string const& emergency_number)
{
    return inset_text(html<R"(<p class="govuk-body"><strong>{}</strong></p>{})">(
        t("Before you write"),
        bullets(
            {escaped(t(
                 "Nobody reads this as you send it. In danger now? Call {1}.", {emergency_number})),
             escaped(t("Officers must act on a crime, or on someone in danger, even if you ask "
                       "them not to.")),
             escaped(t("If you have everything erased later, what the officers have been told "
                       "already cannot be taken back.")),
             escaped(t("Leave out names of other people and your home address."))})));
}

} // namespace wt::web
