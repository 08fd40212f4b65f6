#include "app/open_data.hpp"

#include "app/open_data_files.hpp"
#include "app/settings.hpp"
#include "base/text.hpp"
#include "scheme/month.hpp"
#include "web/components/content.hpp"
#include "web/pages/moments.hpp"
#include "web/resources.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::web {

namespace {

constexpr std::string_view kPath = "/open-data";

Html file_list(Texts const& t)
{
    Table rows{.caption = t("Files"), .head = {t("File"), t("What it holds")}, .rows = {}};
    for (auto const& file : app::list_open_files()) {
        rows.rows.push_back(
            {link(file.name, fmt::format("{}/{}", kPath, file.name)),
             html<R"(<span lang="en">{}</span>)">(file.about)});
    }
    return table(rows);
}

/// GET /open-data: what there is to download, as of the last month that was published.
Response show_open_data(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const file = app::find_open_file(site.app, "month.txt");
    auto const month = file ? find_month(trimmed(*file)) : std::nullopt;
    auto const content =
        month ? html<"{}{}{}">(
                    paragraph(
                        t("Made with the numbers of {1}. Licence: {2}.",
                          {month_in_words(t, *month),
                           app::publication_of(site.app).open_data_licence})),
                    file_list(t),
                    paragraph(t("A new export comes with the numbers of each month.")))
              : paragraph(t("The first export comes with the numbers of the first month."));
    return show(
        site,
        request,
        {.title = t("Open data"),
         .content = html<R"({}{}{}{})">(
             heading(t("Open data")),
             paragraph(
                 t("All that these pages show of what women told us, what was answered, and the "
                   "numbers, to use as you like. What the pages do not show is not in it.")),
             content,
             bullets(
                 {link(t("The numbers"), "/numbers"), link(t("For programs: an API"), "/api")})),
         .before = back_link(t, "/"),
         .is_wide = true});
}

/// GET /open-data/{file}
Response show_file(Site& site, Request const& request)
{
    auto const name = request.path_text("file");
    auto text = app::find_open_file(site.app, name);
    if (!text) {
        return error_page(site, request, 404);
    }
    auto const& files = app::list_open_files();
    auto const about = std::ranges::find(files, name, &app::OpenFile::name);
    return content(about->type, std::move(*text));
}

} // namespace

void add_open_data_routes(Router& router)
{
    router.add(Method::get, kPath, show_open_data);
    router.add(Method::get, "/open-data/{file}", show_file);
}

} // namespace wt::web
