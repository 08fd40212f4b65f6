#include "app/own_concerns.hpp"
#include "app/own_data.hpp"
#include "app/own_requests.hpp"
#include "base/calendar.hpp"
#include "web/api/concern_values.hpp"
#include "web/api/endpoints.hpp"
#include "web/api/values.hpp"
#include "web/api/walk_values.hpp"

#include <algorithm>
#include <iterator>

/// What is hers: her page, her walks, her concerns, her data. The token of her link opens it.
namespace wt::web::api {

namespace {

template <class T>
struct InWords
{
    T const* it = nullptr;
    Texts const* texts = nullptr;
};
using WalkView = InWords<app::OwnWalk>;
using RequestView = InWords<app::OwnRequest>;

template <class T>
std::vector<InWords<T>> in_words(std::vector<T> const& items, Texts const& texts)
{
    std::vector<InWords<T>> views;
    for (auto const& item : items) {
        views.push_back({&item, &texts});
    }
    return views;
}

Shape<WalkView> const& own_walk_shape()
{
    static Shape<WalkView> const shape{
        "OwnWalk",
        "Her place on a walk.",
        {{"id", id_text("Of the walk."), [](auto const& of) { return id_json(of.it->id); }},
         {"from",
          moment("When it begins."),
          [](auto const& of) { return iso_text(of.it->time.from); }},
         {"to", moment("When it ends."), [](auto const& of) { return iso_text(of.it->time.to); }},
         {"state", walk_state(), [](auto const& of) { return code_in(kWalkStates, of.it->state); }},
         {"place",
          place_state(),
          [](auto const& of) { return code_in(kPlaceStates, of.it->place); }},
         {"answer_by",
          moment("Until when she can answer a proposal."),
          [](auto const& of) { return iso_text(of.it->deadline_at); }},
         {"officers",
          list_of(officer_shape().schema(), "Who walks with her."),
          [](auto const& of) { return officer_shape().write_all(of.it->officers); }},
         {"words",
          text("Two words that her officers say first."),
          [](auto const& of) { return of.it->word; }},
         {"is_shared",
          yes_or_no("Another woman was asked to walk with her."),
          [](auto const& of) { return of.it->is_shared; }},
         {"way", way_shape().schema(), [](auto const& of) {
              return way_shape().write({&of.it->route, of.texts});
          }}}};
    return shape;
}

/// What she asked for, as it was sent.
std::vector<Member<RequestView>> wish_members()
{
    return {
        {"party", whole_number("How many come.", 1), [](auto const& of) { return of.it->party; }},
        {"may_share",
         yes_or_no("Other women may walk with them."),
         [](auto const& of) { return of.it->may_share; }},
        {"places",
         list_of(place_shape().schema(), "The first is where they meet."),
         [](auto const& of) { return place_shape().write_all(of.it->details.places); }},
        {"free_times",
         list_of(slot_shape().schema(), "When she could walk."),
         [](auto const& of) {
             return slot_shape().write_all(app::to_slots(of.it->details.free_times));
         }},
        {"in_the_light",
         yes_or_no("Rather in daylight or when it is busy."),
         [](auto const& of) { return of.it->details.in_the_light; }},
        {"step_free",
         yes_or_no("She needs a way without steps."),
         [](auto const& of) { return of.it->details.step_free; }},
        {"language",
         text("That she would like to speak; left out if it is no matter."),
         [](auto const& of) { return or_null(of.it->details.language); },
         Presence::sometimes},
        {"words", text("Hers, for the officers who walk with her."), [](auto const& of) {
             return of.it->details.words;
         }}};
}

Shape<RequestView> const& request_shape()
{
    static auto const shape = [] {
        std::vector<Member<RequestView>> members{
            {"id", id_text("Of the request."), [](auto const& of) { return id_json(of.it->id); }},
            {"state",
             one_of(kRequestStates, "Where it stands."),
             [](auto const& of) { return code_in(kRequestStates, of.it->state); }},
            {"waiting_since",
             moment("Since when she has waited."),
             [](auto const& of) { return iso_text(of.it->waiting_since); }},
            {"before_her",
             whole_number("Requests before hers, while she waits."),
             [](auto const& of) { return of.it->before_her; }}};
        auto wish = wish_members();
        std::ranges::move(wish, std::back_inserter(members));
        members.push_back(
            {"walks", list_of(own_walk_shape().schema(), "Newest first."), [](auto const& of) {
                 return own_walk_shape().write_all(in_words(of.it->walks, *of.texts));
             }});
        return Shape<RequestView>{"OwnRequest", "What she asked for.", std::move(members)};
    }();
    return shape;
}

Shape<app::OwnConcern> const& own_concern_shape()
{
    static auto const shape = [] {
        auto members = concern_members<app::OwnConcern>();
        members.push_back({"words", text("Her own."), [](auto const& it) { return it.words; }});
        members.push_back(
            {"answers",
             list_of(stored_answer_shape().schema(), "Oldest first."),
             [](auto const& it) { return stored_answer_shape().write_all(it.answers); }});
        return Shape<app::OwnConcern>{
            "OwnConcern", "What she pointed out, and what became of it.", std::move(members)};
    }();
    return shape;
}

struct Page
{
    app::PrivatePerson const* person;
    std::vector<app::OwnRequest> requests;
    std::vector<app::OwnConcern> concerns;
    Texts const* texts;
};

Shape<Page> const& page_shape()
{
    static Shape<Page> const shape{
        "OwnPage",
        "All that her own page shows.",
        {{"name",
          text("What the officers may call her."),
          [](auto const& it) { return it.person->name; }},
         {"contact",
          text("Left out where there is none."),
          [](auto const& it) { return or_null(it.person->contact); },
          Presence::sometimes},
         {"wants_messages",
          yes_or_no("Messages may be sent to the contact."),
          [](auto const& it) { return it.person->wants_messages; }},
         {"requests",
          list_of(request_shape().schema(), "Newest first."),
          [](auto const& it) {
              return request_shape().write_all(in_words(it.requests, *it.texts));
          }},
         {"concerns", list_of(own_concern_shape().schema(), "Newest first."), [](auto const& it) {
              return own_concern_shape().write_all(it.concerns);
          }}}};
    return shape;
}

Response show_page(Call const& call)
{
    auto const& she = call.she();
    return json_response(page_shape().write(
        {&she.data,
         app::list_own_requests(call.app(), she),
         app::list_own_concerns(call.app(), she),
         &call.request.t()}));
}

Response create_acceptance(Call const& call)
{
    app::accept_proposal(call.app(), call.she(), call.request.path_id<WalkId>("walk"));
    return no_content();
}

Response create_refusal(Call const& call)
{
    app::decline_walk(call.app(), call.she(), call.request.path_id<WalkId>("walk"));
    return no_content();
}

Response create_officer_refusal(Call const& call)
{
    app::refuse_officer(
        call.app(),
        call.she(),
        call.request.path_id<WalkId>("walk"),
        id_in<OfficerId>(call.body.at("officer")));
    return no_content();
}

Response create_withdrawal(Call const& call)
{
    app::withdraw_request(call.app(), call.she(), call.request.path_id<RequestId>("request"));
    return no_content();
}

Response create_verdict(Call const& call)
{
    app::give_verdict(
        call.app(),
        call.she(),
        id_in<AnswerId>(call.body.at("answer")),
        find_in(kVerdicts, call.text("verdict")).value());
    return no_content();
}

Response create_concern_withdrawal(Call const& call)
{
    app::withdraw_concern(call.app(), call.she(), call.request.path_id<ConcernId>("concern"));
    return no_content();
}

Response create_code(Call const& call)
{
    app::send_code(call.app(), call.she());
    return no_content();
}

Response create_copy(Call const& call)
{
    return content(kJson, app::download_own_data(call.app(), call.she(), call.text("code")));
}

Response create_erasure(Call const& call)
{
    app::erase_own_data(call.app(), call.she(), call.text("code"));
    return no_content();
}

/// Something that she does and that needs no answer.
struct Deed
{
    std::string path;
    std::string_view id;
    std::string_view summary;
    std::string_view done;
    Response (*handle)(Call const& call);
    std::vector<int> problems{409};
    std::optional<Schema> body{};
};

Endpoint endpoint_of(Deed deed)
{
    std::vector<Parameter> parameters;
    for (std::string_view const name : {"walk", "request", "concern"}) {
        if (deed.path.find("{" + std::string{name} + "}") != std::string::npos) {
            parameters.push_back(path_id(name, "As her page gives it."));
        }
    }
    return {
        .method = Method::post,
        .path = std::move(deed.path),
        .id = deed.id,
        .tag = "hers",
        .summary = deed.summary,
        .access = Access::her,
        .parameters = std::move(parameters),
        .body = std::move(deed.body),
        .answer = nothing(deed.done),
        .problems = std::move(deed.problems),
        .handle = deed.handle};
}

Schema code_schema()
{
    return object_of(
        "Shows that it is she who asks.",
        {{"code",
          text("The code that was sent to her, or the words that she wrote down.", {1, 100})}},
        true);
}

void add_walk_deeds(std::vector<Endpoint>& all)
{
    all.push_back(endpoint_of(
        {"/mine/walks/{walk}/acceptance",
         "acceptProposal",
         "Say yes to a proposed walk",
         "The walk is agreed.",
         create_acceptance}));
    all.push_back(endpoint_of(
        {"/mine/walks/{walk}/refusal",
         "declineWalk",
         "Ask for another time, or call a walk off",
         "The date is off. She keeps her place in the queue.",
         create_refusal}));
    all.push_back(endpoint_of(
        {"/mine/walks/{walk}/officer-refusals",
         "refuseOfficer",
         "Not with this officer: no reason is asked, and she never learns it",
         "She will not walk with this officer, and keeps her place in the queue.",
         create_officer_refusal,
         {409},
         object_of("Who.", {{"officer", id_text("Of those of the walk.")}}, true)}));
    all.push_back(endpoint_of(
        {"/mine/requests/{request}/withdrawal",
         "withdrawRequest",
         "Take a request back",
         "It is taken back.",
         create_withdrawal}));
}

void add_concern_deeds(std::vector<Endpoint>& all)
{
    all.push_back(endpoint_of(
        {"/mine/concerns/{concern}/verdict",
         "giveVerdict",
         "Say whether an answer helped",
         "It stands beside the answer.",
         create_verdict,
         {409},
         object_of(
             "Her word on the latest answer.",
             {{"answer", id_text("The latest answer of the concern.")},
              {"verdict", verdict_code()}},
             true)}));
    all.push_back(endpoint_of(
        {"/mine/concerns/{concern}/withdrawal",
         "withdrawConcern",
         "Take back what she pointed out",
         "It is taken back, and her words are erased.",
         create_concern_withdrawal}));
}

} // namespace

void add_mine_endpoints(std::vector<Endpoint>& all)
{
    all.push_back(
        {.path = "/mine",
         .id = "showMine",
         .tag = "hers",
         .summary = "What she asked for, her walks, what she pointed out",
         .access = Access::her,
         .answer = answer_of("Her page.", page_shape().schema()),
         .handle = show_page});
    add_walk_deeds(all);
    add_concern_deeds(all);
    all.push_back(endpoint_of(
        {"/mine/code",
         "sendCode",
         "Have a code sent to her contact; without a contact her words are the code",
         "It is sent, where there is a contact.",
         create_code,
         {429}}));
    auto copy = endpoint_of(
        {"/mine/copy",
         "downloadCopy",
         "All that is held about her",
         "",
         create_copy,
         {403},
         code_schema()});
    copy.answer = answer_of("A copy to keep.", object_of("As the file of her page.", {}, false));
    all.push_back(std::move(copy));
    all.push_back(endpoint_of(
        {"/mine/erasure",
         "eraseMine",
         "Erase all that is held about her, for good",
         "It is erased, and her token opens nothing any more.",
         create_erasure,
         {403},
         code_schema()}));
}

} // namespace wt::web::api
