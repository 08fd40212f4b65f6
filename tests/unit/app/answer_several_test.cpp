#include "app/answer_several.hpp"
#include "app/answer_templates.hpp"
#include "app/concerns.hpp"
#include "app/merge_concerns.hpp"
#include "app/permission.hpp"
#include "support/given_concerns.hpp"
#include "support/refusal_of.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace wt::app {
namespace {

/// Ana's concern and those of two passers-by, in one street.
class AnswerSeveral : public AppOnBothDatabases
{
protected:
    AnswerSeveral()
    {
        given_walk_with_two_women(test);
        test.app().reload();
        given_concern_of_ana(test);
        given_passers_by(test, 2, given_place());
        for (auto const& entry : list_concerns(test.app(), kSouthDesk, {.bcu = kSouth}).concerns) {
            ids.push_back(entry.concern.id);
        }
    }

    [[nodiscard]] std::vector<OwnAnswer> answers() const
    {
        std::vector<OwnAnswer> made;
        for (auto const id : ids) {
            made.push_back(
                {id, 1, "Lamp number " + std::to_string(made.size()) + " is lit again."});
        }
        return made;
    }
    std::optional<Refusal::Kind>
    answer(std::vector<OwnAnswer> const& made, Person const& person = kSouthDesk)
    {
        return refusal_of([&] { answer_several(test.app(), person, kCommon, made); });
    }
    std::string sentence_of(ConcernId id)
    {
        return open_concern(test.app(), kSouthDesk, id).answers.at(0).sentence;
    }

    CommonAnswer const kCommon{.sentence = "The council repaired them all on Monday."};
    std::vector<ConcernId> ids;
};
WT_ON_BOTH_DATABASES(AnswerSeveral);

TEST_P(AnswerSeveral, GivesEachItsOwnSentenceAndTheCommonOne)
{
    ASSERT_EQ(ids.size(), 3U);
    EXPECT_EQ(answer(answers()), std::nullopt);
    EXPECT_EQ(
        sentence_of(ids[2]),
        "Lamp number 2 is lit again. The council repaired them all on Monday.");
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'answer_concern'"), 3);
    EXPECT_EQ(
        count_rows(test, "message WHERE kind = 'concern_answered' AND participant_id = 51"), 1);
}

TEST_P(AnswerSeveral, IfOneHasChangedMeanwhileNoneIsAnswered)
{
    auto made = answers();
    made[2].version = 7;
    EXPECT_EQ(answer(made), Refusal::conflict);
    EXPECT_EQ(count_rows(test, "answer"), 0);
    EXPECT_EQ(count_rows(test, "message"), 0);
}

TEST_P(AnswerSeveral, TheSameWordsForTwoPlacesAreRefused)
{
    auto made = answers();
    made[1].sentence = made[0].sentence;
    EXPECT_EQ(answer(made), Refusal::invalid_input);
    auto const errors = check_answers(test.app(), kCommon, made);
    EXPECT_EQ(errors.find(own_field(ids[0])), nullptr);
    EXPECT_NE(errors.find(own_field(ids[1])), nullptr);
    EXPECT_EQ(count_rows(test, "answer"), 0);
}

TEST_P(AnswerSeveral, AHiddenStreetIsNamedByNoneOfThem)
{
    auto made = answers();
    made[0].sentence = "All lamps of Camden Street are lit again.";
    EXPECT_NE(check_answers(test.app(), kCommon, made).find(own_field(ids[0])), nullptr);
    EXPECT_EQ(answer(made), Refusal::invalid_input);
    EXPECT_EQ(count_rows(test, "answer"), 0);
}

TEST_P(AnswerSeveral, OnlyWhatThePublicSeesEquallyCloselySharesItsWords)
{
    given_passers_by(test, 5, given_place(9, {2}, "Well Street")); // seen at its segment
    test.now += std::chrono::days{7};
    auto const page = list_concerns(test.app(), kSouthDesk, {.bcu = kSouth}).concerns;
    auto const found = std::ranges::find_if(
        page, [](auto const& entry) { return entry.concern.street == "Well Street"; });
    ASSERT_NE(found, page.end());
    auto const& clear = found->concern;
    EXPECT_EQ(list_answerable(test.app(), kSouthDesk, {ids[0], clear.id}).size(), 1U);
    auto made = answers();
    made[1] = {clear.id, 1, "Lamp number 80 is lit again."};
    EXPECT_EQ(answer(made), Refusal::conflict);
    EXPECT_EQ(count_rows(test, "answer"), 0);
}

TEST_P(AnswerSeveral, WhatIsWrongForAllIsSaidOnce)
{
    CommonAnswer common{.kind = AnswerKind::referred, .sentence = "Avoid this street at night."};
    auto const errors = check_answers(test.app(), common, answers());
    EXPECT_NE(errors.find("common"), nullptr);
    EXPECT_NE(errors.find("body"), nullptr);
    EXPECT_EQ(errors.list().size(), 2U);
}

TEST_P(AnswerSeveral, NoneToTwentyOfTheDesksOwnUnit)
{
    EXPECT_EQ(answer({}), Refusal::invalid_input);
    EXPECT_EQ(answer(answers(), kNorthDesk), Refusal::forbidden);
    EXPECT_TRUE(list_answerable(test.app(), kNorthDesk, ids).empty());
    merge_concern(test.app(), kSouthDesk, ids[0], ids[1]);
    auto const answerable = list_answerable(test.app(), kSouthDesk, ids);
    EXPECT_EQ(answerable.size(), 2U); // the one that follows has its answers from the leading one
    for (auto const& entry : answerable) {
        EXPECT_TRUE(entry.concern.pseudonym.empty());
    }
}

TEST_P(AnswerSeveral, ATemplateBelongsToItsDeskAndIsAudited)
{
    AnswerTemplateForm const form{"Lamps", AnswerKind::done, "The council repaired it."};
    auto const id = add_template(test.app(), kSouthDesk, kSouth, form);
    EXPECT_EQ(
        refusal_of([&] { add_template(test.app(), kSouthDesk, kSouth, form); }), Refusal::conflict);
    EXPECT_EQ(
        refusal_of([&] { add_template(test.app(), kNorthDesk, kSouth, form); }),
        Refusal::forbidden);
    EXPECT_EQ(refusal_of([&] { remove_template(test.app(), kNorthDesk, id); }), Refusal::forbidden);
    ASSERT_EQ(list_templates(test.app(), kSouthDesk, kSouth).size(), 1U);
    EXPECT_EQ(list_templates(test.app(), kSouthDesk, kSouth)[0].sentence, form.sentence);
    remove_template(test.app(), kSouthDesk, id);
    EXPECT_TRUE(list_templates(test.app(), kSouthDesk, kSouth).empty());
    EXPECT_EQ(refusal_of([&] { remove_template(test.app(), kSouthDesk, id); }), Refusal::not_found);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'manage_templates'"), 2);
}

TEST_P(AnswerSeveral, OfTwoWhoChangeATemplateOneWins)
{
    AnswerTemplateForm form{"Lamps", AnswerKind::done, "The council repaired it."};
    auto const id = add_template(test.app(), kSouthDesk, kSouth, form);
    add_template(test.app(), kSouthDesk, kSouth, {"Paths", AnswerKind::done, form.sentence});
    auto const before = version_of(open_template(test.app(), kSouthDesk, id));
    auto const change = [&](Person const& person, std::string_view version) {
        return refusal_of([&] { change_template(test.app(), person, id, version, form); });
    };
    form.name = " Lamps, mended ";
    EXPECT_EQ(change(kNorthDesk, before), Refusal::forbidden);
    change_template(test.app(), kSouthDesk, id, before, form);
    EXPECT_EQ(open_template(test.app(), kSouthDesk, id).name, "Lamps, mended");
    EXPECT_EQ(change(kSouthDesk, before), Refusal::conflict);
    auto const after = version_of(open_template(test.app(), kSouthDesk, id));
    form.name = "Paths"; // another one's
    EXPECT_EQ(change(kSouthDesk, after), Refusal::conflict);
    form.sentence = "Women should avoid this street.";
    EXPECT_EQ(change(kSouthDesk, after), Refusal::invalid_input);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'manage_templates'"), 3);
}

} // namespace
} // namespace wt::app
