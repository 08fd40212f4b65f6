#include "base/refusal.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/share_pictures.hpp"
#include "web/resources.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::web {

namespace {

Html picture_item(Texts const& t, SharePicture const& picture)
{
    std::string words;
    for (auto const& line : picture.lines) {
        words += line + " ";
    }
    words += picture.who + ": " + picture.number;
    auto const href = fmt::format("/help/share/{}.svg", picture.name);
    return html<
        R"(<li><h2 class="govuk-heading-m">{}</h2><img src="{}" alt="{}" width="1080" height="1080"><p class="govuk-body">{}</p><p class="govuk-body"><a class="govuk-link" href="{}" download="{}">{}</a></p><button type="button" class="govuk-button govuk-button--secondary" data-save-picture="{}" hidden>{}</button></li>
)">(picture.title,
        href,
        t("Picture: {1}", {picture.title}),
        words,
        href,
        picture.name + ".svg",
        t("Download this picture"),
        picture.name,
        t("Save it as a photo"));
}

/// GET /help/share: pictures to pass on, each with the same in words.
Response show_share(Site& site, Request const& request)
{
    auto const& t = request.t();
    Html items;
    for (auto const& picture : list_share_pictures(site, t)) {
        items += picture_item(t, picture);
    }
    return show(
        site,
        request,
        {.title = t("Pictures to share"),
         .content = html<R"({}{}<ul class="wt-share">{}</ul>)">(
             heading(t("Pictures to share")),
             paragraph(t("Put one in a window, a school, a group chat. It says who helps, and "
                         "nothing about whoever shared it. Nobody's words or face is on them.")),
             items),
         .before = back_link(t, "/help"),
         .is_wide = true});
}

/// GET /help/share/{picture}: `home.svg`
Response show_picture(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const pictures = list_share_pictures(site, t);
    auto const found = std::ranges::find_if(pictures, [&](SharePicture const& picture) {
        return picture.name + ".svg" == request.path_text("picture");
    });
    if (found == pictures.end()) {
        throw Refusal{Refusal::not_found, N_("There is no such picture.")};
    }
    return content("image/svg+xml", to_svg(*found, t.language().code));
}

} // namespace

void add_help_share_routes(Router& router)
{
    router.add(Method::get, "/help/share", show_share);
    router.add(Method::get, "/help/share/{picture}", show_picture);
}

} // namespace wt::web
