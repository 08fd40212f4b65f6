#pragma once

#include "app/concerns.hpp"
#include "app/record_concern.hpp"
#include "base/calendar.hpp"
#include "scheme/answer.hpp"
#include "web/api/endpoint.hpp"

/// What is said of concerns, whoever reads it.
namespace wt::web::api {

Schema category();
Schema severity();
Schema felt();
Schema state();
Schema answer_kind();
Schema verdict_code();
Schema clock_code();
Schema concern_version(); ///< as it is sent with an answer
Schema partner_id();      ///< as it is sent with an answer

/// A moment in ISO 8601, if there is one.
inline Json moment_or_null(std::optional<Instant> const& at)
{
    return at ? Json(iso_text(*at)) : Json{};
}

/// The members of an answer, of the public's kind or of the desk's.
template <class AnAnswer>
std::vector<Member<AnAnswer>> answer_members()
{
    return {
        {"kind", answer_kind(), [](auto const& it) { return code_in(kAnswerKinds, it.kind); }},
        {"sentence", text("What anyone reads."), [](auto const& it) { return it.sentence; }},
        {"body", text("Who did it, has it, or says no."), [](auto const& it) { return it.body; }},
        {"by_partner",
         yes_or_no("A body outside the force wrote it."),
         [](auto const& it) { return it.author() == Author::partner; }},
        {"due",
         day("Until when it is planned."),
         [](auto const& it) { return it.due ? Json(iso_text(*it.due)) : Json{}; },
         Presence::sometimes},
        {"answered_at",
         moment("When it was answered."),
         [](auto const& it) { return iso_text(it.answered_at); }},
        {"verdict",
         verdict_code(),
         [](auto const& it) { return it.verdict ? Json(code_in(kVerdicts, *it.verdict)) : Json{}; },
         Presence::sometimes},
        {"takes_back",
         yes_or_no("It says nothing but that an earlier one is taken back."),
         [](auto const& it) { return it.place.takes_back; }},
        {"corrected_at",
         moment("When a later answer put this one right."),
         [](auto const& it) { return moment_or_null(it.place.corrected_at); },
         Presence::sometimes},
        {"taken_back_at",
         moment("When the desk took this one back."),
         [](auto const& it) { return moment_or_null(it.place.taken_back_at); },
         Presence::sometimes}};
}

/// The members of a concern that the desk and she see alike, of what holds it as `concern` with its
/// `clock`.
template <class T>
std::vector<Member<T>> concern_members()
{
    return {
        {"id", id_text("Its number."), [](auto const& it) { return id_json(it.concern.id); }},
        {"category",
         category(),
         [](auto const& it) { return code_in(kCategories, it.concern.category); }},
        {"severity", severity(), [](auto const& it) { return it.concern.severity; }},
        {"felt", felt(), [](auto const& it) { return code_in(kFeltWhen, it.concern.felt); }},
        {"raised",
         day("When it was said."),
         [](auto const& it) { return iso_text(it.concern.raised); }},
        {"street",
         text("Left out where it has no name."),
         [](auto const& it) { return or_null(it.concern.street); },
         Presence::sometimes},
        {"state",
         state(),
         [](auto const& it) { return code_in(kConcernStates, it.concern.state); }},
        {"clock", clock_code(), [](auto const& it) { return code_in(kClockStatuses, it.clock); }}};
}

/// What is sent of a concern, whoever sends it, and how it is read.
std::vector<NamedSchema> sent_concern();
app::NewConcern new_concern(Call const& call, ConcernSource source);
/// Where it is.
LatLon place_in(Call const& call);

/// An answer as she and the desk see it, with its number.
Shape<store::StoredAnswer> const& stored_answer_shape();

/// Parameters that choose among concerns.
std::vector<Parameter> concern_filter();

} // namespace wt::web::api
