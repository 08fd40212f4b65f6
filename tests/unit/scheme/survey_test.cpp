#include "scheme/survey.hpp"

#include <gtest/gtest.h>

#include <set>

namespace wt {
namespace {

std::vector<std::string> ids(std::vector<Message> const& messages)
{
    std::vector<std::string> texts;
    for (auto const& message : messages) {
        texts.emplace_back(message.id);
    }
    return texts;
}

TEST(Survey, TheSafetyQuestionIsWordedAsInTheCrimeSurvey)
{
    auto const& first = questions_of(SurveyKind::before).front();
    EXPECT_EQ(
        std::string{first.text.id}, "How safe do you feel walking alone in this area after dark?");
    EXPECT_EQ(
        ids(first.choices),
        (std::vector<std::string>{"Very safe", "Fairly safe", "A bit unsafe", "Very unsafe"}));
}

TEST(Survey, BeforeAndAfterAskTheSame)
{
    EXPECT_EQ(&questions_of(SurveyKind::before), &questions_of(SurveyKind::after));
    EXPECT_EQ(questions_of(SurveyKind::before).size(), 7U);
}

TEST(Survey, ScalesAreWholeAndCodesDiffer)
{
    for (auto const kind : {SurveyKind::before, SurveyKind::officer}) {
        std::set<std::string_view> codes;
        for (auto const& question : questions_of(kind)) {
            codes.insert(question.code);
            auto const choices = question.choices.size();
            EXPECT_TRUE(choices == 4 || choices == 5);
            EXPECT_EQ(question.good, 2);
        }
        EXPECT_EQ(codes.size(), questions_of(kind).size());
    }
}

} // namespace
} // namespace wt
