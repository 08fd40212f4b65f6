#include "scheme/several_answers.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

TEST(SeveralAnswers, EachSaysItsOwnBeforeWhatHoldsForAll)
{
    EXPECT_EQ(
        joined_sentence(" Lamp 14 is lit again. ", " All were repaired by the council.\n"),
        "Lamp 14 is lit again. All were repaired by the council.");
    EXPECT_EQ(joined_sentence("Lamp 14 is lit again.", " "), "Lamp 14 is lit again.");
}

TEST(SeveralAnswers, EachPlaceNeedsADecentSentenceThatNoOtherHas)
{
    auto const errors = errors_in(std::vector<OwnSentence>{
        {"own-1", "Lamp 14 by the gate is lit again."},
        {"own-2", " lamp 14 by the gate is lit AGAIN. "},
        {"own-3", "Lit again."},
        {"own-4", ""},
        {"own-5", "Lamp 15 by the gate is lit again."}});
    EXPECT_EQ(errors.find("own-1"), nullptr);
    EXPECT_EQ(errors.find("own-5"), nullptr);
    ASSERT_NE(errors.find("own-2"), nullptr);
    EXPECT_EQ(
        in_english(*errors.find("own-2")),
        "Another place has the same sentence. Say what is so at this one.");
    EXPECT_NE(errors.find("own-3"), nullptr);
    EXPECT_NE(errors.find("own-4"), nullptr);
}

TEST(SeveralAnswers, ATemplateHasANameAndTellsNobodyToChangeWhatSheDoes)
{
    AnswerTemplateForm const good{
        "Lamps", AnswerKind::referred, "The council's lighting team has it."};
    EXPECT_TRUE(errors_in(good).empty());
    auto form = good;
    form.name = " ";
    EXPECT_NE(errors_in(form).find("name"), nullptr);
    form = good;
    form.sentence = "Please avoid walking alone at night in this street.";
    EXPECT_NE(errors_in(form).find("sentence"), nullptr);
    form.sentence = std::string(kLongestCommon + 1, 'x');
    EXPECT_NE(errors_in(form).find("sentence"), nullptr);
    form.sentence = "Too short.";
    EXPECT_NE(errors_in(form).find("sentence"), nullptr);
}

} // namespace
} // namespace wt
