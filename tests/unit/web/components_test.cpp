#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/components/timeline.hpp"
#include "web/form.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::web {
namespace {

using testing::HasSubstr;
using testing::Not;

Texts const kEnglish{{"en", "English"}, ""};

TEST(Timeline, ShowsTheHoursInWhichSomethingIsAndPutsWhatOverlapsInLanes)
{
    auto const picture = timeline(
        {.id = "w",
         .title = "Walks",
         .description = "Bars",
         .rows = {
             {"Friday",
              {{.from = 18 * 60, .to = 20 * 60, .words = "A <b>"},
               {.from = 19 * 60, .to = 20 * 60, .words = "B"},
               {.from = 20 * 60, .to = 22 * 60, .words = "C", .is_faint = true}}}}});
    auto const text = picture.str();
    // Four hours are 400 units wide: A and C share the first lane, B is below A.
    EXPECT_THAT(
        text, HasSubstr(R"(x="0" y="42" width="199" height="12" rx="3"><title>A &lt;b&gt;)"));
    EXPECT_THAT(text, HasSubstr(R"(x="100" y="58" width="99" height="12" rx="3"><title>B)"));
    EXPECT_THAT(
        text, HasSubstr(R"(ground" x="200" y="42" width="199" height="12" rx="3"><title>C)"));
    EXPECT_THAT(text, HasSubstr(">18:00<"));
    EXPECT_THAT(text, Not(HasSubstr(">22:00<")));
    EXPECT_THAT(timeline({.id = "w", .title = "", .description = "", .rows = {}}).str(), "");
}

TEST(TextInput, TiesHintAndErrorToItsControl)
{
    auto const input = text_input(
        {.name = "contact",
         .label = "E-mail",
         .hint = "Or a phone number",
         .error = "Enter one",
         .value = "a\"<b"});
    EXPECT_THAT(input.str(), HasSubstr("aria-describedby=\"contact-hint contact-error\""));
    EXPECT_THAT(input.str(), HasSubstr("id=\"contact-hint\""));
    EXPECT_THAT(input.str(), HasSubstr("id=\"contact-error\""));
    EXPECT_THAT(input.str(), HasSubstr("value=\"a&quot;&lt;b\""));
    EXPECT_THAT(input.str(), HasSubstr("<label class=\"govuk-label\" for=\"contact\">"));
}

TEST(TextInput, SaysNothingOfHintAndErrorWithoutThem)
{
    auto const input = text_input({.name = "name", .label = "Name"});
    EXPECT_THAT(input.str(), Not(HasSubstr("aria-")));
    EXPECT_THAT(input.str(), Not(HasSubstr("error")));
}

TEST(Textarea, KeepsALineEndAtItsStart)
{
    auto const area = textarea({.name = "why", .label = "Why", .value = "\nx"});
    EXPECT_THAT(area.str(), HasSubstr(">\n\nx</textarea>"));
}

TEST(Radios, KeepsTheChoiceAndNumbersTheIds)
{
    auto const question = radios(
        {.name = "when",
         .legend = "When?",
         .choices =
             {{.value = "dark", .label = "After dark"}, {.value = "any", .label = "Any time"}},
         .chosen = {"any"},
         .divider = "or"});
    EXPECT_THAT(
        question.str(), HasSubstr("id=\"when\" name=\"when\" type=\"radio\" value=\"dark\">"));
    EXPECT_THAT(
        question.str(),
        HasSubstr("id=\"when-2\" name=\"when\" type=\"radio\" value=\"any\" checked>"));
    EXPECT_THAT(question.str(), HasSubstr("govuk-radios__divider\">or<"));
}

TEST(ErrorSummary, LinksEachErrorToItsField)
{
    FieldErrors errors;
    EXPECT_TRUE(error_summary(kEnglish, errors).empty());
    errors.add("contact", {"Enter {1}", {"<one>"}});
    EXPECT_THAT(
        error_summary(kEnglish, errors).str(),
        HasSubstr("<a href=\"#contact\">Enter &lt;one&gt;</a>"));
}

TEST(FormState, GivesBackWhatWasTypedWithItsErrors)
{
    Fields const typed{{{"contact", " x "}}};
    FieldErrors errors;
    errors.add("contact", N_("Enter an e-mail address"));
    FormState const form{kEnglish, typed, errors};
    EXPECT_EQ(form.value("contact"), " x ");
    EXPECT_EQ(form.error("contact"), "Enter an e-mail address");
    EXPECT_EQ(form.error("name"), "");
}

TEST(Table, EscapesItsCaptionAndNamesItsScrollingBox)
{
    auto const shown =
        table({.caption = "A & B", .head = {"Day"}, .rows = {{escaped("<x>")}}, .is_numeric = {}});
    EXPECT_THAT(shown.str(), HasSubstr("aria-label=\"A &amp; B\""));
    EXPECT_THAT(shown.str(), HasSubstr("&lt;x&gt;"));
}

} // namespace
} // namespace wt::web
