#include "web/feed.hpp"

#include <gtest/gtest.h>

namespace wt::web {
namespace {

TEST(Feed, IsAnAtomDocumentWithEverythingEscaped)
{
    Feed const feed{
        .href = "https://walk.example/concerns/feed.atom?bcu=1&state=done",
        .page_href = "https://walk.example/concerns?bcu=1&state=done",
        .title = "What happened",
        .author = "Avon & Somerset",
        .language = "en",
        .updated = Instant{std::chrono::sys_days{std::chrono::year{2026} / 12 / 2}},
        .entries = {
            {.id = "https://walk.example/concerns/7#1",
             .href = "https://walk.example/concerns/7",
             .title = "Badly lit: <Hope Lane>",
             .summary = "Three lamps \"burn\" again.",
             .author = "The council",
             .updated = Instant{
                 std::chrono::sys_days{std::chrono::year{2026} / 12 / 1} +
                 std::chrono::milliseconds{59'999}}}}};
    EXPECT_EQ(
        to_atom(feed),
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n"
        "<id>https://walk.example/concerns/feed.atom?bcu=1&amp;state=done</id>"
        "<title>What happened</title><updated>2026-12-02T00:00:00Z</updated>"
        "<link rel=\"self\" type=\"application/atom+xml\" "
        "href=\"https://walk.example/concerns/feed.atom?bcu=1&amp;state=done\"/>"
        "<link rel=\"alternate\" type=\"text/html\" "
        "href=\"https://walk.example/concerns?bcu=1&amp;state=done\"/>"
        "<author><name>Avon &amp; Somerset</name></author>\n"
        "<entry><id>https://walk.example/concerns/7#1</id>"
        "<title>Badly lit: &lt;Hope Lane&gt;</title><updated>2026-12-01T00:00:59Z</updated>"
        "<link rel=\"alternate\" type=\"text/html\" href=\"https://walk.example/concerns/7\"/>"
        "<author><name>The council</name></author>"
        "<summary>Three lamps &quot;burn&quot; again.</summary></entry>\n"
        "</feed>\n");
}

} // namespace
} // namespace wt::web
