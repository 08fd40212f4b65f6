#include "web/feed.hpp"

#include "base/calendar.hpp"
#include "web/html.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

std::string text_in(std::string_view element, std::string_view text)
{
    return fmt::format("<{0}>{1}</{0}>", element, escaped(text).str());
}

std::string link_in(std::string_view rel, std::string_view type, std::string_view href)
{
    return fmt::format(R"(<link rel="{}" type="{}" href="{}"/>)", rel, type, escaped(href).str());
}

} // namespace

std::string to_atom(Feed const& feed)
{
    auto text = fmt::format(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
        "xml:lang=\"{}\">\n{}{}{}{}{}<author>{}</author>\n",
        escaped(feed.language).str(),
        text_in("id", feed.href),
        text_in("title", feed.title),
        text_in("updated", iso_text(feed.updated)),
        link_in("self", "application/atom+xml", feed.href),
        link_in("alternate", "text/html", feed.page_href),
        text_in("name", feed.author));
    for (auto const& entry : feed.entries) {
        text += fmt::format(
            "<entry>{}{}{}{}<author>{}</author>{}</entry>\n",
            text_in("id", entry.id),
            text_in("title", entry.title),
            text_in("updated", iso_text(entry.updated)),
            link_in("alternate", "text/html", entry.href),
            text_in("name", entry.author),
            text_in("summary", entry.summary));
    }
    return text + "</feed>\n";
}

} // namespace wt::web
