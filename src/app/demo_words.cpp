#include "app/demo_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace wt::app {

namespace {

constexpr std::array<DemoSaying, 14> kSayings{{
    {Category::lighting, 2, "Two lamps have been out since the summer."},
    {Category::sightlines, 2, "The hedge hides everything behind the bend."},
    {Category::isolation, 1, ""},
    {Category::harassment, 3, "A group by the corner calls after me, most Thursdays."},
    {Category::lighting, 3, "It is black between the last lamp and the stop."},
    {Category::transport, 2, "The shelter has no light and I wait there alone."},
    {Category::followed, 3, "Someone walked behind me all the way to the square."},
    {Category::upkeep, 1, ""},
    {Category::path, 1, "The pavement ends, and I have to walk on the road."},
    {Category::cameras, 1, ""},
    {Category::group, 2, "They stand across the whole pavement."},
    {Category::layout, 2, "You cannot see who is in the underpass."},
    {Category::loitering, 1, ""},
    {Category::police, 1, "When I reported it, nobody rang back."},
}};

/// An answer of one kind, once about a place and once about what people do there. `{1}` is the
/// street.
struct Answer
{
    AnswerKind kind;
    char const* about_place;
    char const* about_people;
    char const* body; ///< empty: the force
};

constexpr std::array<Answer, 8> kAnswers{{
    {AnswerKind::done,
     "The council repaired this on {1} last week; an officer went there after dark and saw it.",
     "Officers were on {1} on four evenings and spoke to those who did this; one was fined.",
     ""},
    {AnswerKind::referred,
     "We passed this on {1} to the council's street team and ask for its answer every week.",
     "We passed what happens on {1} to the team that works with the owner of the building.",
     "The council's street team"},
    {AnswerKind::planned,
     "New lamps and a cut hedge on {1} are ordered; the work begins after the frost.",
     "A patrol of two will be on {1} on the evenings that were named, until this date.",
     "Neighbourhood team"},
    {AnswerKind::done,
     "The hedge on {1} is cut back to a metre, and the broken lamp shines again.",
     "The licence of the bar on {1} was reviewed; its doormen now clear the pavement at closing.",
     ""},
    {AnswerKind::will_not,
     "The path by {1} stays without lamps because of the bats that live there; the gate to it is "
     "closed at dusk instead.",
     "We cannot keep officers on {1} every night; the hours with most reports are covered.",
     ""},
    {AnswerKind::done,
     "The shelter on {1} has a light of its own and a timetable that can be read from outside.",
     "Two officers waited on {1} in plain clothes and arrested a man for what he did.",
     ""},
    {AnswerKind::not_ours,
     "This part of {1} belongs to the railway, which looks after its own lamps and stairs.",
     "What happens inside the station on {1} is the task of the transport police.",
     "The transport police"},
    {AnswerKind::planned,
     "The underpass by {1} gets mirrors and white walls with next spring's works.",
     "The youth team will be on {1} on Thursdays and Sundays, until this date.",
     "Youth and streets team"},
}};

} // namespace

std::span<DemoSaying const> demo_sayings()
{
    return kSayings;
}

AnswerForm demo_answer(std::size_t n, Category category, std::string const& street, Day today)
{
    auto const& answer = kAnswers[n % kAnswers.size()];
    AnswerForm form{
        .kind = answer.kind,
        .sentence =
            filled(is_environment(category) ? answer.about_place : answer.about_people, {street}),
        .body = answer.body,
        .due = {}};
    if (answer.kind == AnswerKind::planned) {
        form.due = today + std::chrono::days{12 + static_cast<int>(n * 9 % 29)};
    }
    return form;
}

} // namespace wt::app
