#include "web/texts.hpp"

#include <gtest/gtest.h>

namespace wt::web {
namespace {

TEST(Texts, FillsSentencesAndPlurals)
{
    Texts const t{{"en", "English"}, ""};
    EXPECT_EQ(t("Error: {1}", {"x"}), "Error: x");
    EXPECT_EQ(t.n("{1} walk", "{1} walks", 1), "1 walk");
    EXPECT_EQ(t.n("{1} walk", "{1} walks", 0), "0 walks");
}

TEST(Texts, EscapesTheSentenceButNotItsMarkup)
{
    Texts const t{{"en", "English"}, ""};
    EXPECT_EQ(t.html("a < {1}", {html<"<b>{}</b>">("x&")}).str(), "a &lt; <b>x&amp;</b>");
}

TEST(Languages, TakesHerChoiceThenHerBrowsersThenEnglish)
{
    auto const languages = Languages::embedded();
    EXPECT_EQ(languages.choose("cy", "en").language().code, "cy");
    EXPECT_EQ(languages.choose("xx", "fr, cy;q=0.8, en;q=0.5").language().code, "cy");
    EXPECT_EQ(languages.choose("", "en-GB,en;q=0.9,cy;q=0.1").language().code, "en");
    EXPECT_EQ(languages.choose("", "").language().code, "en");
}

TEST(Languages, FallsBackToEnglishForWhatACatalogueLacks)
{
    auto const languages = Languages::embedded();
    auto const& welsh = languages.list().back();
    ASSERT_EQ(welsh.language().code, "cy");
    EXPECT_EQ(welsh.language().name, "Cymraeg");
    EXPECT_EQ(welsh("Privacy"), "Preifatrwydd");
    EXPECT_EQ(welsh("A sentence nobody translated"), "A sentence nobody translated");
}

} // namespace
} // namespace wt::web
