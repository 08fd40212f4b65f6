#include "app/answer_several.hpp"

#include "app/concerns.hpp"
#include "app/permission.hpp"
#include "base/refusal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace wt::app {

namespace {

constexpr auto kCommonField = "common";

AnswerForm form_of(CommonAnswer const& common, std::string_view own)
{
    return {
        .kind = common.kind,
        .sentence = joined_sentence(own, common.sentence),
        .body = common.body,
        .due = common.due};
}

FieldErrors check_own_sentences(std::vector<OwnAnswer> const& answers)
{
    std::vector<OwnSentence> sentences;
    std::ranges::transform(answers, std::back_inserter(sentences), [](OwnAnswer const& answer) {
        return OwnSentence{own_field(answer.concern), answer.sentence};
    });
    return errors_in(sentences);
}

void require_seen_alike(
    App const& app, store::Reading& reading, std::vector<OwnAnswer> const& answers)
{
    std::vector<ConcernId> ids;
    std::ranges::transform(answers, std::back_inserter(ids), &OwnAnswer::concern);
    auto const places =
        public_places(app, reading, store::list_concerns(reading, ids), public_now(app));
    if (!std::ranges::all_of(
            places, [&](auto const& place) { return are_seen_alike(places.front(), place); })) {
        throw Refusal{
            Refusal::conflict,
            N_("The public does not see all of these equally closely. Answer them apart.")};
    }
}

} // namespace

std::string own_field(ConcernId concern)
{
    return fmt::format("own-{}", concern.value);
}

FieldErrors
check_answers(App& app, CommonAnswer const& common, std::vector<OwnAnswer> const& answers)
{
    auto const own = check_own_sentences(answers);
    auto const phrase = find_blaming_phrase(common.sentence);
    auto said = common;
    said.sentence = phrase ? "" : common.sentence; // told once, not beside every place
    FieldErrors errors;
    auto const add_once = [&errors](std::string const& field, Message const& message) {
        if (errors.find(field) == nullptr) {
            errors.add(field, message);
        }
    };
    for (auto const& answer : answers) {
        auto const field = own_field(answer.concern);
        if (auto const* const message = own.find(field)) {
            add_once(field, *message);
        }
        for (auto const& error :
             check_answer(app, answer.concern, form_of(said, answer.sentence)).list()) {
            if (error.field == "sentence") {
                add_once(field, error.message);
            } else if (error.field != "body" || !common.partner) { // the partner's name stands
                                                                   // there
                add_once(error.field, error.message);
            }
        }
    }
    if (phrase) {
        add_once(kCommonField, blaming_message(*phrase));
    }
    return errors;
}

bool are_seen_alike(PublicPlace const& one, PublicPlace const& other)
{
    bool const is_ward_told = one.level == privacy::ListingLevel::ward;
    return one.level == other.level && (!is_ward_told || one.ward == other.ward);
}

std::vector<Answerable>
list_answerable(App& app, Person const& person, std::vector<ConcernId> const& ids)
{
    store::Reading reading{app.db};
    std::vector<store::StoredConcern> concerns;
    for (auto const& concern : store::list_concerns(reading, ids)) {
        if (concern.state != ConcernState::withdrawn && !concern.lead &&
            may(person, Action::answer_concern, concern.bcu) && concerns.size() < kMostAtOnce) {
            concerns.push_back(without_pseudonym(concern));
        }
    }
    auto const places = public_places(app, reading, concerns, public_now(app));
    std::vector<Answerable> answerable;
    for (std::size_t i = 0; i < concerns.size(); ++i) {
        if (are_seen_alike(places.front(), places[i])) {
            answerable.push_back({std::move(concerns[i]), places[i]});
        }
    }
    return answerable;
}

std::vector<std::pair<ConcernId, AnswerId>> answer_several(
    App& app, Person const& person, CommonAnswer const& common, std::vector<OwnAnswer> answers)
{
    // Two desks that answer some of the same at once wait for each other in one order.
    std::ranges::sort(answers, {}, &OwnAnswer::concern);
    if (answers.empty() || answers.size() > kMostAtOnce) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("Choose 1 to {1} concerns that can be answered."), {std::to_string(kMostAtOnce)}}};
    }
    if (auto const errors = check_own_sentences(answers); !errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    store::Transaction tx{app.db};
    require_seen_alike(app, tx, answers);
    std::vector<std::pair<ConcernId, AnswerId>> published;
    for (auto const& answer : answers) {
        auto const id = answer_concern(
            app,
            tx,
            person,
            answer.concern,
            answer.version,
            form_of(common, answer.sentence),
            {.partner = common.partner});
        published.emplace_back(answer.concern, id);
    }
    tx.commit();
    return published;
}

} // namespace wt::app
