#include "web/pages/share_pictures.hpp"

#include "base/text.hpp"
#include "web/embedded.hpp"

#include <algorithm>
#include <cassert>

namespace wt::web {

namespace {

constexpr double kWidth = 960; // of the 1080 of the picture, so that nothing touches its edge

std::string_view art(std::string const& name)
{
    auto const files = embedded_assets();
    auto const file = std::ranges::find(files, "share-" + name + ".svg", &EmbeddedBytes::source);
    assert(file != files.end());
    return file->bytes;
}

/// The size at which a line fits, if a letter is three fifths as wide as high.
int size_for(std::string_view line, int largest)
{
    auto const letters = static_cast<double>(std::max<std::size_t>(1, count_characters(line)));
    return std::min(largest, static_cast<int>(kWidth / (0.6 * letters)));
}

Html text_at(int y, std::string_view line, int largest, bool is_bold)
{
    return html<
        R"(<text x="540" y="{}" font-family="Arial, Helvetica, sans-serif" font-size="{}" font-weight="{}" text-anchor="middle" fill="#ffffff">{}</text>)">(
        y, size_for(line, largest), is_bold ? "700" : "400", line);
}

/// The first line of help that fulfils `is_wanted` and has a number.
template <class Wanted>
std::optional<HelpLine> find_line(Site const& site, Wanted const& is_wanted)
{
    auto const lines = site.app.help_lines();
    auto const line = std::ranges::find_if(
        *lines, [&](HelpLine const& one) { return !one.number.empty() && is_wanted(one); });
    return line == lines->end() ? std::nullopt : std::optional{*line};
}

} // namespace

std::vector<SharePicture> list_share_pictures(Site const& site, Texts const& t)
{
    std::vector<SharePicture> pictures;
    if (auto const line = find_line(site, [](HelpLine const& one) { return one.is_first; })) {
        pictures.push_back(
            {.name = "home",
             .title = t("Abuse at home"),
             .lines =
                 {t("Home should be safe."),
                  t("Afraid of someone close to you?"),
                  t("It is not your fault.")},
             .who = line->name,
             .number = line->number});
    }
    if (auto const line = find_line(site, [](HelpLine const& one) { return one.for_children; })) {
        pictures.push_back(
            {.name = "child",
             .title = t("For children who see it"),
             .lines =
                 {t("Shouting or hitting at home?"),
                  t("You did nothing wrong."),
                  t("You can talk to someone.")},
             .who = line->name,
             .number = line->number});
    }
    auto const emergency = site.app.settings()->emergency_number;
    pictures.push_back(
        {.name = "silent",
         .title = t("If you cannot speak"),
         .lines =
             {t("In danger and cannot speak?"),
              t("Call {1} from a mobile and listen.", {emergency}),
              t("When you are asked, press 55.")},
         .who = t("The police are then put through"),
         .number = emergency});
    return pictures;
}

std::string to_svg(SharePicture const& picture, std::string_view language)
{
    auto const bytes = art(picture.name);
    auto const words = html<R"(<title>{}</title><g lang="{}">{}{}{}{}{}</g>)">(
        picture.title,
        language,
        text_at(130, picture.lines.at(0), 76, true),
        text_at(220, picture.lines.at(1), 52, false),
        text_at(296, picture.lines.at(2), 52, false),
        text_at(906, picture.who, 44, false),
        text_at(1014, picture.number, 92, true));
    auto const end = bytes.rfind("</svg>");
    assert(end != std::string_view::npos);
    return std::string{bytes.substr(0, end)} + words.str() + "</svg>\n";
}

} // namespace wt::web
