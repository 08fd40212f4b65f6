#include "base/refusal.hpp"
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

TEST(Texts, KeepsEveryCharacterOfAnEnglishSentence)
{
    Texts const t{{"en", "English"}, ""};
    EXPECT_EQ(t("Another body’s task"), "Another body’s task");
    EXPECT_EQ(t.n("{1} woman’s walk", "{1} women’s walks", 2), "2 women’s walks");
    EXPECT_EQ(t(""), "");
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
    EXPECT_EQ(welsh("“stay safe” is nobody’s task"), "“stay safe” is nobody’s task");
    EXPECT_EQ(welsh.n("{1} woman’s fox", "{1} women’s foxes", 2), "2 women’s foxes");
    EXPECT_EQ(welsh(""), "");
}

TEST(Languages, OffersThoseThatTheInstallationNames)
{
    auto const codes = [](Languages const& languages) {
        std::vector<std::string> list;
        for (auto const& texts : languages.list()) {
            list.push_back(texts.language().code);
        }
        return list;
    };
    EXPECT_EQ(codes(Languages::named("en")), (std::vector<std::string>{"en"}));
    EXPECT_EQ(codes(Languages::named("cy, en,cy")), (std::vector<std::string>{"en", "cy"}));
    EXPECT_EQ(Languages::named("en").choose("cy", "cy").language().code, "en");
    EXPECT_THROW(Languages::named("en, xx"), Refusal);
    EXPECT_THROW(Languages::named(""), Refusal);
}

} // namespace
} // namespace wt::web
