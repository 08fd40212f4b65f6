#include "scheme/answer.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

using namespace std::chrono;

constexpr Day kToday{local_days{year{2026} / 12 / 2}};
constexpr auto kForce = "Demonstration Police";
constexpr auto kSentence = "Six lamps were repaired along the whole street.";

FieldErrors errors(AnswerForm const& form)
{
    return errors_in(form, kForce, kToday);
}

std::vector<std::string> fields(AnswerForm const& form)
{
    auto const found = errors(form);
    std::vector<std::string> names;
    for (auto const& error : found.list()) {
        names.push_back(error.field);
    }
    return names;
}

using Fields = std::vector<std::string>;

TEST(AnswerForm, DoneAndRefusedNeedOnlyTheirSentence)
{
    EXPECT_TRUE(errors({AnswerKind::done, kSentence, ""}).empty());
    EXPECT_TRUE(errors({AnswerKind::will_not, kSentence, ""}).empty());
}

TEST(AnswerForm, SaysEverythingThatIsWrongAtOnce)
{
    EXPECT_EQ(fields({AnswerKind::planned, "Soon.", ""}), (Fields{"sentence", "body", "due"}));
}

TEST(AnswerForm, CountsCharactersNotBytesAndNotSpacesAtTheEnds)
{
    std::string nineteen;
    for (int i = 0; i < 19; ++i) {
        nineteen += "é";
    }
    EXPECT_EQ(fields({AnswerKind::done, "   " + nineteen + "   ", ""}), Fields{"sentence"});
    EXPECT_TRUE(errors({AnswerKind::done, nineteen + "é", ""}).empty());
    EXPECT_TRUE(errors({AnswerKind::done, std::string(600, 'a'), ""}).empty());
    EXPECT_EQ(fields({AnswerKind::done, std::string(601, 'a'), ""}), Fields{"sentence"});
}

TEST(AnswerForm, RefusesBrokenTextAndNul)
{
    EXPECT_EQ(fields({AnswerKind::done, std::string{kSentence} + "\xFF", ""}), Fields{"sentence"});
    EXPECT_EQ(fields({AnswerKind::done, std::string{kSentence} + '\0', ""}), Fields{"sentence"});
    EXPECT_EQ(fields({AnswerKind::referred, kSentence, "Cou\xC3ncil"}), Fields{"body"});
}

TEST(AnswerForm, ReferredAndNotOursNameAnotherBody)
{
    for (auto const kind : {AnswerKind::referred, AnswerKind::not_ours}) {
        EXPECT_EQ(fields({kind, kSentence, " "}), Fields{"body"});
        EXPECT_EQ(fields({kind, kSentence, " demonstration police "}), Fields{"body"});
        EXPECT_TRUE(errors({kind, kSentence, "Lambeth Council, lighting"}).empty());
    }
}

TEST(AnswerForm, APlanNamesItsOwnerAndADateAfterToday)
{
    AnswerForm form{AnswerKind::planned, kSentence, kForce, kToday};
    EXPECT_EQ(fields(form), Fields{"due"});
    form.due = kToday + days{1};
    EXPECT_TRUE(errors(form).empty());
    form.due = kToday + days{3000};
    EXPECT_EQ(fields(form), Fields{"due"});
}

TEST(AnswerForm, TheStateFollowsTheKind)
{
    EXPECT_EQ(state_after(AnswerKind::done), ConcernState::done);
    EXPECT_EQ(state_after(AnswerKind::not_ours), ConcernState::not_ours);
    for (auto const& kind : kAnswerKinds) {
        EXPECT_EQ(code_in(kConcernStates, state_after(kind.value)), kind.code);
    }
}

TEST(Verdict, AllButHelpReopen)
{
    EXPECT_FALSE(reopens(Verdict::helped));
    EXPECT_TRUE(reopens(Verdict::did_not));
    EXPECT_TRUE(reopens(Verdict::not_true));
}

TEST(Blame, AnAnswerTellsNobodyToChangeWhatSheDoes)
{
    for (auto const* const sentence :
         {"Please walk in groups until the lamps are mended.",
          "Residents should AVOID the park after dark.",
          "Don\u2019t walk   alone\nhere, officers will visit.",
          "We ask you to be careful; patrols were doubled.",
          "Please stay at home at night. Carry an alarm.",
          "The council repaired it - plan your journey, though."}) {
        EXPECT_TRUE(find_blaming_phrase(sentence)) << sentence;
        EXPECT_EQ(fields({AnswerKind::done, sentence, ""}), Fields{"sentence"}) << sentence;
    }
}

TEST(Blame, WhatChangedIsNoBlame)
{
    for (auto const* const sentence :
         {"Officers now patrol the path between ten and midnight.",
          "The delay was unavoidable; the lamp was mended on 3 March.",
          "Careful pruning opened the view along the path.",
          "The hedge was cut to a metre, and a man was charged."}) {
        EXPECT_EQ(find_blaming_phrase(sentence), std::nullopt) << sentence;
    }
}

} // namespace
} // namespace wt
