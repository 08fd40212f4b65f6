#include "app/complaints.hpp"

#include "app/areas.hpp"
#include "base/calendar.hpp"
#include "web/api/endpoints.hpp"
#include "web/api/walk_values.hpp"
#include "web/sending_words.hpp"

/// Something was wrong: what is told, what the body that she chose reads and says, what she sees.
namespace wt::web::api {

namespace {

Schema matters()
{
    return list_of(one_of(kComplaintMatters, "What was wrong."), "Several may be true.", 20);
}

Json matters_json(std::vector<ComplaintMatter> const& matters)
{
    Json json = Json::array();
    for (auto const matter : matters) {
        json.push_back(code_in(kComplaintMatters, matter));
    }
    return json;
}

Schema complaint_state()
{
    return one_of(kComplaintStates, "How it stands.");
}

std::vector<NamedSchema> sent_complaint()
{
    return {
        {"client_id",
         text(
             "Made by the sender, best at random; the same sent again is one. Letters, digits, - "
             "and _.",
             {8, 64})},
        {"recipient", one_of(kComplaintRecipients, "Who reads it, and nobody else.")},
        {"matters", matters()},
        {"words", text("Hers.", {0, 5000}), false},
        {"about", text("Whom it is about, as far as she knows.", {0, 300}), false}};
}

app::NewComplaint complaint_in(Call const& call)
{
    app::NewComplaint complaint{
        .client_id = call.text("client_id"),
        .recipient = find_in(kComplaintRecipients, call.text("recipient")),
        .facts = {.matters = {}, .words = call.text("words"), .about = call.text("about")}};
    for (auto const& code : call.body.at("matters")) {
        complaint.facts.matters.push_back(
            find_in(kComplaintMatters, code.get<std::string>()).value());
    }
    return complaint;
}

Response create_complaint(Call const& call)
{
    auto const complaint = complaint_in(call);
    require_none(app::check_complaint(complaint));
    if (!call.site.limits.allow_complaint(call.request.client, call.site.now())) {
        throw Refusal{Refusal::too_many, kManyComplaints};
    }
    return json_response({{"token", app::complain(call.app(), kVisitor, complaint, nullptr)}}, 201);
}

Response create_own_complaint(Call const& call)
{
    auto complaint = complaint_in(call);
    complaint.facts.walk = sent_id<WalkId>(call, "walk");
    complaint.facts.officer = sent_id<OfficerId>(call, "officer");
    if (complaint.facts.officer && !complaint.facts.walk) {
        complaint.facts.officer.reset(); // an officer is one of a walk, as on the page
    }
    require_none(app::check_complaint(complaint));
    app::complain(call.app(), call.she().person(), complaint, &call.she());
    return no_content();
}

Shape<app::ComplaintStep> const& step_shape()
{
    static Shape<app::ComplaintStep> const shape{
        "ComplaintStep",
        "A step, with what she is told.",
        {{"state",
          complaint_state(),
          [](auto const& it) { return code_in(kComplaintStates, it.state); }},
         {"at", moment("When."), [](auto const& it) { return iso_text(it.at); }},
         {"sentence",
          text("To her; left out where the state says it all."),
          [](auto const& it) { return or_null(it.sentence); },
          Presence::sometimes}}};
    return shape;
}

Shape<app::OwnComplaint> const& own_shape()
{
    static Shape<app::OwnComplaint> const shape{
        "OwnComplaint",
        "A complaint as its sender sees it: without her words.",
        {{"recipient",
          one_of(kComplaintRecipients, "Who reads it."),
          [](auto const& it) { return code_in(kComplaintRecipients, it.recipient); }},
         {"state",
          complaint_state(),
          [](auto const& it) { return code_in(kComplaintStates, it.state); }},
         {"matters", matters(), [](auto const& it) { return matters_json(it.facts.matters); }},
         {"steps", list_of(step_shape().schema(), "Oldest first."), [](auto const& it) {
              return step_shape().write_all(it.steps);
          }}}};
    return shape;
}

Response show_sent(Call const& call)
{
    return json_response(
        own_shape().write(app::require_complaint_by_link(call.app(), call.text("token"))));
}

Response show_own(Call const& call)
{
    return json_response(
        {{"complaints", own_shape().write_all(app::list_own_complaints(call.app(), call.she()))}});
}

Shape<app::ComplaintEntry> const& entry_shape()
{
    static Shape<app::ComplaintEntry> const shape{
        "ComplaintEntry",
        "A complaint in the list.",
        {{"id", id_text("Its number."), [](auto const& it) { return id_json(it.id); }},
         {"state",
          complaint_state(),
          [](auto const& it) { return code_in(kComplaintStates, it.state); }},
         {"matters", matters(), [](auto const& it) { return matters_json(it.matters); }},
         {"made_at", moment("When it came."), [](auto const& it) {
              return iso_text(it.made_at);
          }}}};
    return shape;
}

struct OpenView
{
    app::OpenComplaint const* open;
    app::Areas const* areas;
};

Shape<OpenView> const& walk_shape_of_complaint()
{
    static Shape<OpenView> const shape{
        "WalkOfComplaint",
        "The walk that it is about.",
        {{"from",
          moment("When it begins."),
          [](auto const& it) { return iso_text(it.open->walk->time.from); }},
         {"to",
          moment("When it ends."),
          [](auto const& it) { return iso_text(it.open->walk->time.to); }},
         {"ward",
          text("Its name."),
          [](auto const& it) { return it.areas->require_ward(it.open->walk->ward).name; }},
         {"officers", list_of(officer_shape().schema(), "Who walked."), [](auto const& it) {
              return officer_shape().write_all(it.open->walk->officers);
          }}}};
    return shape;
}

Shape<OpenView> const& complaint_shape()
{
    static Shape<OpenView> const shape{
        "Complaint",
        "A complaint as the body reads it to which it was made.",
        {{"id", id_text("Its number."), [](auto const& it) { return id_json(it.open->id); }},
         {"state",
          complaint_state(),
          [](auto const& it) { return code_in(kComplaintStates, it.open->state); }},
         {"version",
          whole_number("Sent back with an answer: of two, one wins.", 1),
          [](auto const& it) { return it.open->version; }},
         {"made_at",
          moment("When it came."),
          [](auto const& it) { return iso_text(it.open->facts.made_at); }},
         {"matters",
          matters(),
          [](auto const& it) { return matters_json(it.open->facts.matters); }},
         {"walk",
          walk_shape_of_complaint().schema(),
          [](auto const& it) {
              return it.open->walk ? walk_shape_of_complaint().write(it) : Json{};
          },
          Presence::sometimes},
         {"officer",
          id_text("The officer of the walk whom it is about."),
          [](auto const& it) { return it.open->walk ? id_json(it.open->facts.officer) : Json{}; },
          Presence::sometimes},
         {"about",
          text("Whom it is about, as she typed it."),
          [](auto const& it) { return or_null(it.open->facts.about); },
          Presence::sometimes},
         {"words",
          text("Hers."),
          [](auto const& it) { return or_null(it.open->facts.words); },
          Presence::sometimes},
         {"steps", list_of(step_shape().schema(), "Oldest first."), [](auto const& it) {
              return step_shape().write_all(it.open->steps);
          }}}};
    return shape;
}

Response show_complaints(Call const& call)
{
    return json_response(
        {{"complaints", entry_shape().write_all(app::list_complaints(call.app(), call.person))}});
}

ComplaintId complaint_of(Call const& call)
{
    return call.request.path_id<ComplaintId>("complaint");
}

Response show_complaint(Call const& call)
{
    auto const open = app::open_complaint(call.app(), call.person, complaint_of(call));
    auto const areas = call.app().areas();
    return json_response(complaint_shape().write({&open, &*areas}));
}

Response create_answer(Call const& call)
{
    app::ComplaintAnswer const answer{
        .state = find_in(kComplaintStates, call.text("state")), .sentence = call.text("sentence")};
    require_none(app::check_answer(answer));
    app::answer_complaint(
        call.app(), call.person, complaint_of(call), call.body.at("version").get<int>(), answer);
    return no_content();
}

Schema token_schema(std::string_view about)
{
    return object_of(about, {{"token", text("Keep it: it is the only way back.", {1, 200})}}, true);
}

void add_sending(std::vector<Endpoint>& all)
{
    all.push_back(
        {.method = Method::post,
         .path = "/complaints",
         .id = "createComplaint",
         .tag = "telling",
         .summary = "Something was wrong, with an officer, a walk, or how somebody was treated",
         .body = object_of("What was wrong. No proof is needed.", sent_complaint(), true),
         .answer = answer_of("It is sent.", token_schema("What shows how it stands."), 201),
         .problems = {429},
         .handle = create_complaint});
    all.push_back(
        {.method = Method::post,
         .path = "/complaints/look",
         .id = "lookAtComplaint",
         .tag = "telling",
         .summary = "How a complaint stands, for who sent it; the token is never in an address",
         .body = token_schema("What was given when it was sent."),
         .answer = answer_of("How it stands.", own_shape().schema()),
         .problems = {404},
         .handle = show_sent});
    auto members = sent_complaint();
    members.push_back({"walk", id_text("A walk of hers, if it is about one."), false});
    members.push_back({"officer", id_text("Of that walk, if it is about her."), false});
    all.push_back(
        {.method = Method::post,
         .path = "/mine/complaints",
         .id = "createOwnComplaint",
         .tag = "hers",
         .summary = "Something was wrong, on a walk of hers or elsewhere",
         .access = Access::her,
         .body = object_of("What was wrong.", members, true),
         .answer = nothing("It is sent to those whom she chose, and to nobody else."),
         .problems = {404},
         .handle = create_own_complaint});
    all.push_back(
        {.path = "/mine/complaints",
         .id = "listOwnComplaints",
         .tag = "hers",
         .summary = "How her complaints stand",
         .access = Access::her,
         .answer = answer_of(
             "Hers.",
             object_of(
                 "Hers.",
                 {{"complaints", list_of(own_shape().schema(), "The latest first.")}},
                 false)),
         .handle = show_own});
}

} // namespace

void add_complaint_endpoints(std::vector<Endpoint>& all)
{
    add_sending(all);
    all.push_back(
        {.path = "/complaints",
         .id = "listComplaints",
         .tag = "complaints",
         .summary = "Complaints made to her body; the look is logged",
         .access = Access::staff,
         .answer = answer_of(
             "Those made to her body.",
             object_of(
                 "Complaints.",
                 {{"complaints", list_of(entry_shape().schema(), "What waits first.")}},
                 false)),
         .handle = show_complaints});
    all.push_back(
        {.path = "/complaints/{complaint}",
         .id = "showComplaint",
         .tag = "complaints",
         .summary = "One complaint; the look is logged",
         .access = Access::staff,
         .parameters = {path_id("complaint", "As the list gives it.")},
         .answer = answer_of("The complaint.", complaint_shape().schema()),
         .handle = show_complaint});
    all.push_back(
        {.method = Method::post,
         .path = "/complaints/{complaint}/answers",
         .id = "answerComplaint",
         .tag = "complaints",
         .summary = "Tell her how it stands",
         .access = Access::staff,
         .parameters = {path_id("complaint", "As the list gives it.")},
         .body = object_of(
             "What she is told.",
             {{"version", whole_number("Of the complaint as it was read.", 1, 1'000'000)},
              {"state", complaint_state()},
              {"sentence", text("What was found and what follows.", {0, 2000}), false}},
             true),
         .answer = nothing("She can read it now."),
         .problems = {409},
         .handle = create_answer});
}

} // namespace wt::web::api
