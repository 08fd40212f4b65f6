#include "web/html.hpp"

#include <gtest/gtest.h>

namespace wt::web {
namespace {

using Text = std::string;

TEST(Html, EscapesTextAndAttributes)
{
    auto const page = html<"<p title=\"{}\">{}</p>">(Text{"\" onclick='x'"}, Text{"<b>&"});
    EXPECT_EQ(page.str(), "<p title=\"&quot; onclick=&#39;x&#39;\">&lt;b&gt;&amp;</p>");
}

TEST(Html, LeavesSafeFragmentsAndJoinsLists)
{
    std::vector<Html> const items{html<"<li>{}</li>">(1), html<"<li>{}</li>">(2)};
    EXPECT_EQ(html<"<ul>{}</ul>">(items).str(), "<ul><li>1</li><li>2</li></ul>");
}

TEST(Html, LetsNoAddressBecomeCode)
{
    EXPECT_EQ(html<"<a href=\"{}\"></a>">("javascript:alert(1)").str(), "<a href=\"#\"></a>");
    EXPECT_EQ(html<"<a href=\"{}\"></a>">("java\tscript:x").str(), "<a href=\"#\"></a>");
    EXPECT_EQ(html<"<a href=\"{}\"></a>">("//evil.example").str(), "<a href=\"#\"></a>");
    EXPECT_EQ(html<"<a href=\"{}\"></a>">("/\\evil.example").str(), "<a href=\"#\"></a>");
    EXPECT_EQ(
        html<"<a href=\"{}\"></a>">("/walks?a=1&b").str(), "<a href=\"/walks?a=1&amp;b\"></a>");
}

TEST(Html, EncodesWhatFollowsTheStartOfAnAddress)
{
    auto const link = html<"<a href=\"/places?name={}\"></a>">("King's & Co/../x");
    EXPECT_EQ(link.str(), "<a href=\"/places?name=King%27s%20%26%20Co%2F..%2Fx\"></a>");
}

TEST(Html, PutsAttributesIntoTags)
{
    auto const box = html<"<input name=\"a\"{}>">(
        flag<"checked">(true) + flag<"disabled">(false) + attribute<"aria-label">("a \"b\"") +
        attribute<"title">(""));
    EXPECT_EQ(box.str(), "<input name=\"a\" checked aria-label=\"a &quot;b&quot;\">");
}

// What must not compile.
static_assert(is_valid_html<"<p>{}</p>", Text>());
static_assert(!is_valid_html<"<p>{}</p>">(), "a value for each hole");
static_assert(!is_valid_html<"<p>{}</p>", bool>(), "a truth value is no text");
static_assert(!is_valid_html<"<p title=\"{}\"></p>", Html>(), "markup within an attribute");
static_assert(!is_valid_html<"<p{}></p>", Text>(), "only attributes within a tag");

TEST(ShapeOf, RefusesHolesWhereAValueWouldBeCode)
{
    EXPECT_EQ(shape_of("<script>{}</script>").fault, Fault::hole_in_code);
    EXPECT_EQ(shape_of("<style>{}</style>").fault, Fault::hole_in_code);
    EXPECT_EQ(shape_of("<p onclick=\"{}\"></p>").fault, Fault::hole_in_code);
    EXPECT_EQ(shape_of("<p style=\"{}\"></p>").fault, Fault::hole_in_code);
    EXPECT_EQ(shape_of("<iframe srcdoc=\"{}\"></iframe>").fault, Fault::hole_in_code);
}

TEST(ShapeOf, RefusesHolesInNamesAndUnquotedValues)
{
    EXPECT_EQ(shape_of("<p title={}></p>").fault, Fault::unquoted_attribute);
    EXPECT_EQ(shape_of("<p title='{}'></p>").fault, Fault::unquoted_attribute);
    EXPECT_EQ(shape_of("<{}></p>").fault, Fault::hole_in_name);
    EXPECT_EQ(shape_of("<p data-{}=\"a\"></p>").fault, Fault::hole_in_name);
    EXPECT_EQ(shape_of("<p {}=\"a\"></p>").fault, Fault::hole_in_name);
    EXPECT_EQ(shape_of("<p onClick=\"{}\"></p>").fault, Fault::capital_in_name);
    EXPECT_EQ(shape_of("<!-- {} -->").fault, Fault::hole_in_name);
}

TEST(ShapeOf, RefusesUnevenElementsAndBraces)
{
    EXPECT_EQ(shape_of("<p><b></p></b>").fault, Fault::unbalanced_tags);
    EXPECT_EQ(shape_of("<p>").fault, Fault::unbalanced_tags);
    EXPECT_EQ(shape_of("</p>").fault, Fault::unbalanced_tags);
    EXPECT_EQ(shape_of("<p>{</p>").fault, Fault::stray_brace);
    EXPECT_EQ(shape_of("<p title=\"a").fault, Fault::unfinished);
    EXPECT_EQ(shape_of("<p><br><img src=\"/a\"/></p>").fault, Fault::none);
}

} // namespace
} // namespace wt::web
