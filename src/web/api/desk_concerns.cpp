#include "app/concerns.hpp"
#include "app/merge_concerns.hpp"
#include "app/owners.hpp"
#include "app/redact_words.hpp"
#include "app/take_back_answer.hpp"
#include "base/calendar.hpp"
#include "base/text.hpp"
#include "scheme/redaction.hpp"
#include "web/api/concern_values.hpp"
#include "web/api/endpoints.hpp"
#include "web/pages/desk.hpp"

/// What the desk does with a concern besides answering it: together with another one, to whom, her
/// own words.
namespace wt::web::api {

namespace {

ConcernId concern_of(Call const& call)
{
    return call.request.path_id<ConcernId>("concern");
}

Shape<store::StoredConcern> const& companion_shape()
{
    static Shape<store::StoredConcern> const shape{
        "CompanionConcern",
        "A concern beside another one.",
        {{"id", id_text("Its number."), [](auto const& it) { return id_json(it.id); }},
         {"category", category(), [](auto const& it) { return code_in(kCategories, it.category); }},
         {"state", state(), [](auto const& it) { return code_in(kConcernStates, it.state); }},
         {"raised", day("When it was."), [](auto const& it) {
              return Json(iso_text(it.raised));
          }}}};
    return shape;
}

Response show_companions(Call const& call)
{
    auto const companions = app::list_companions(call.app(), call.person, concern_of(call));
    return json_response(
        {{"merged", companion_shape().write_all(companions.merged)},
         {"near", companion_shape().write_all(companions.near)}});
}

Response merge(Call const& call)
{
    app::merge_concern(
        call.app(), call.person, concern_of(call), sent_id<ConcernId>(call, "concern").value());
    return no_content();
}

Response separate(Call const& call)
{
    app::separate_concern(call.app(), call.person, concern_of(call));
    return no_content();
}

Shape<app::Colleague> const& colleague_shape()
{
    static Shape<app::Colleague> const shape{
        "Colleague",
        "Somebody of the desk.",
        {{"id", id_text("To hand over to."), [](auto const& it) { return id_json(it.id); }},
         {"name", text("Hers."), [](auto const& it) { return it.name; }},
         {"on_call_until",
          moment("Left out for who is not on call."),
          [](auto const& it) {
              return it.on_call_until ? Json(iso_text(*it.on_call_until)) : Json{};
          },
          Presence::sometimes}}};
    return shape;
}

Response show_owners(Call const& call)
{
    auto const owners = app::list_owners(call.app(), call.person, concern_of(call));
    Json json{{"others", colleague_shape().write_all(owners.others)}};
    if (owners.owner) {
        json["owner"] = colleague_shape().write(*owners.owner);
    }
    return json_response(json);
}

Response hand_over(Call const& call)
{
    beside("owner", [&] {
        app::hand_over_concern(
            call.app(),
            call.person,
            concern_of(call),
            call.body.at("version").get<int>(),
            sent_id<StaffId>(call, "owner"));
    });
    return no_content();
}

Response take_back(Call const& call)
{
    app::take_back_answer(call.app(), call.person, call.request.path_id<AnswerId>("answer"));
    return no_content();
}

Response read_words(Call const& call)
{
    auto const reason = find_in(app::kReasons, call.text("reason")).value();
    auto const words = app::read_words(call.app(), call.person, concern_of(call), reason);
    return json_response({{"words", words.value_or("")}});
}

Response redact(Call const& call)
{
    FieldErrors errors;
    if (trimmed(call.text("passage")).empty()) {
        errors.add("passage", N_("Write the words to be removed as they stand in hers."));
    }
    require_none(errors);
    app::redact_words(
        call.app(),
        call.person,
        concern_of(call),
        call.text("passage"),
        find_in(kRedactionReasons, call.text("why")).value());
    return no_content();
}

/// A deed below the address of a concern; one without members has no body.
Endpoint deed(
    std::string const& path,
    std::string_view id,
    std::string_view summary,
    std::vector<NamedSchema> const& members,
    Response (*handle)(Call const& call))
{
    Endpoint endpoint{
        .method = Method::post,
        .path = "/desk/concerns/{concern}" + path,
        .id = id,
        .tag = "desk",
        .summary = summary,
        .access = Access::staff,
        .parameters = {path_id("concern", "A concern of her unit.")},
        .answer = nothing("It is done."),
        .problems = {409},
        .handle = handle};
    if (!members.empty()) {
        endpoint.body = object_of(summary, members, true);
    }
    return endpoint;
}

/// What can be read beside a concern.
Endpoint list(
    std::string const& path,
    std::string_view id,
    std::string_view summary,
    std::vector<NamedSchema> const& members,
    Response (*handle)(Call const& call))
{
    return {
        .path = "/desk/concerns/{concern}" + path,
        .id = id,
        .tag = "desk",
        .summary = summary,
        .access = Access::staff,
        .parameters = {path_id("concern", "A concern of her unit.")},
        .answer = answer_of(summary, object_of(summary, members, false)),
        .handle = handle};
}

void add_words(std::vector<Endpoint>& all)
{
    std::vector<std::string_view> reasons;
    for (auto const reason : kWordsReasons) {
        reasons.push_back(code_in(app::kReasons, reason));
    }
    auto reading = deed(
        "/words",
        "readWords",
        "Her own words, for a reason; the look is logged",
        {{"reason", one_of(reasons, "Why they are read.")}},
        read_words);
    reading.answer = answer_of(
        "Shown once; they have no address.",
        object_of("Hers.", {{"words", text("Empty where there are none.")}}, false));
    reading.problems = {};
    all.push_back(std::move(reading));
    all.push_back(deed(
        "/words/redactions",
        "redactWords",
        "Remove a passage of her words",
        {{"passage", text("As it stands in her words.", {1, 2000})},
         {"why", one_of(kRedactionReasons, "Why it goes.")}},
        redact));
}

} // namespace

void add_desk_concern_endpoints(std::vector<Endpoint>& all)
{
    auto const companions = [](std::string_view about) {
        return list_of(companion_shape().schema(), about);
    };
    all.push_back(list(
        "/companions",
        "listCompanions",
        "What is answered together with it, and what could be",
        {{"merged", companions("That follow it.")}, {"near", companions("That could.")}},
        show_companions));
    all.push_back(deed(
        "/merged",
        "mergeConcern",
        "Let a near one be answered together with it",
        {{"concern", id_text("One that is near.")}},
        merge));
    all.push_back(
        deed("/lead/withdrawal", "separateConcern", "Let it stand by itself again", {}, separate));
    all.push_back(list(
        "/owner",
        "showOwners",
        "Who sees to it, and to whom it can be handed, those on call first",
        {{"owner", colleague_shape().schema(), false},
         {"others", list_of(colleague_shape().schema(), "Of the same desk.")}},
        show_owners));
    all.push_back(deed(
        "/owner",
        "handOverConcern",
        "Hand it over",
        {{"version", concern_version()},
         {"owner", id_text("Of the same desk; left out: anybody may see to it."), false}},
        hand_over));
    auto back = deed(
        "/answers/{answer}/withdrawal",
        "takeBackAnswer",
        "Take back the answer that was just given",
        {},
        take_back);
    back.parameters.push_back(path_id("answer", "Her own, at most ten minutes old."));
    all.push_back(std::move(back));
    add_words(all);
}

} // namespace wt::web::api
