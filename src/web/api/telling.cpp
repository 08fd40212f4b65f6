#include "app/ask_for_walk.hpp"
#include "app/times_of_day.hpp"
#include "app/where.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "web/api/concern_values.hpp"
#include "web/api/endpoints.hpp"
#include "web/api/values.hpp"
#include "web/place_picker.hpp"
#include "web/sending_words.hpp"

/// What anyone may send: a place where somebody feels unsafe, and the wish for a walk.
namespace wt::web::api {

namespace {

constexpr auto kIdempotencyKey = "Idempotency-Key";

Schema report_schema()
{
    return object_of(
        "Where somebody feels unsafe. No name, no contact, no words.", sent_concern(), true);
}

Response create_report(Call const& call)
{
    auto const concern = new_concern(call, ConcernSource::report);
    require_none(app::check_concern(concern, false));
    if (!call.site.limits.allow_report(call.request.client, call.site.now())) {
        throw Refusal{Refusal::too_many, kManyReports};
    }
    beside("place", [&] {
        return app::record_concern(call.app(), kVisitor, concern, place_in(call));
    });
    return no_content();
}

Schema request_schema()
{
    return object_of(
        "A walk as she would like it. Errors of `age`, `name`, `contact`, `places`, `free_times`, "
        "`party`, `language` and `words` come all at once.",
        {{"age", yes_or_no("She says that she is old enough: see `minimum_age` of the force.")},
         {"name", text("What the officers may call her.", {0, 200})},
         {"contact",
          text(
              "E-mail address or telephone number. Without one her link is all she has.", {0, 300}),
          false},
         {"wants_messages", yes_or_no("Messages may be sent to the contact.")},
         {"party", whole_number("How many come, herself included; 1 if left out.", 1, 99), false},
         {"may_share", yes_or_no("Other women may walk with them."), false},
         {"places",
          list_of(
              sent_point("A place."), "The first is where they meet; not her home address.", 50)},
         {"in_order", yes_or_no("Walk three places or more in their order."), false},
         {"free_times", list_of(sent_slot(), "When she could walk.", 28)},
         {"in_the_light", yes_or_no("Rather in daylight or when it is busy."), false},
         {"step_free", yes_or_no("She needs a way without steps."), false},
         {"language", text("That she would like to speak: pl.", {0, 60}), false},
         {"needs_language", yes_or_no("Only with an officer who speaks it."), false},
         {"words", text("For the officers who walk with her, and nobody else.", {0, 5000}), false}},
        true);
}

app::WalkWish wish_in(Call const& call)
{
    auto const& body = call.body;
    app::WalkWish wish{
        .is_old_enough = body.at("age").get<bool>(),
        .name = call.text("name"),
        .contact = call.text("contact"),
        .wants_messages = body.at("wants_messages").get<bool>(),
        .party = body.value("party", 1),
        .may_share = body.value("may_share", false),
        .details = {}};
    auto& details = wish.details;
    for (auto const& place : body.at("places")) {
        details.places.push_back(place_at(call.site, point_in(place)));
    }
    std::vector<app::WeekSlot> slots;
    for (auto const& slot : body.at("free_times")) {
        slots.push_back(slot_in(slot));
    }
    details.free_times = app::to_free_times(std::move(slots));
    details.in_order = body.value("in_order", false);
    details.in_the_light = body.value("in_the_light", false);
    details.step_free = body.value("step_free", false);
    details.language = call.text("language");
    details.needs_language = !details.language.empty() && body.value("needs_language", false);
    details.words = call.text("words");
    return wish;
}

/// Of the sender's key and all that it sends: whoever guesses a key and nothing else finds nothing.
std::string idempotency_of(Call const& call)
{
    auto const key = std::string{call.request.header("idempotency-key")};
    return checksum("api\n" + key + "\n" + call.body.dump());
}

struct Asked
{
    app::AskedWalk asked;
    std::string link;
};

Shape<Asked> const& asked_shape()
{
    static Shape<Asked> const shape{
        "AskedWalk",
        "What she is given in return. Shown here and nowhere else: keep it for her.",
        {{"request",
          id_text("Of her request."),
          [](auto const& it) { return id_json(it.asked.request); }},
         {"token",
          text("Opens what is hers, as a bearer token."),
          [](auto const& it) { return it.asked.token; }},
         {"link",
          text("Her secret link, with the same token."),
          [](auto const& it) { return it.link; }},
         {"words",
          text("To write down where she gave no contact: they open her page too."),
          [](auto const& it) { return or_null(it.asked.words); },
          Presence::sometimes}}};
    return shape;
}

Response create_request(Call const& call)
{
    auto const wish = wish_in(call);
    require_none(app::check_wish(call.app(), wish));
    if (!call.site.limits.allow_request(call.request.client, call.site.now())) {
        throw Refusal{Refusal::too_many, kManyRequests};
    }
    auto const asked = app::ask_for_walk(call.app(), kVisitor, wish, idempotency_of(call));
    return json_response(
        asked_shape().write({asked, call.app().installation.public_url + "/mine/" + asked.token}),
        201);
}

} // namespace

void add_telling_endpoints(std::vector<Endpoint>& all)
{
    all.push_back(
        {.method = Method::post,
         .path = "/reports",
         .id = "createReport",
         .tag = "telling",
         .summary = "Tell us about a place",
         .body = report_schema(),
         .answer = nothing("It is recorded, and nothing leads to the sender."),
         .problems = {409, 429},
         .handle = create_report});
    all.push_back(
        {.method = Method::post,
         .path = "/requests",
         .id = "createRequest",
         .tag = "telling",
         .summary = "Ask for a walk",
         .parameters =
             {{kIdempotencyKey,
               Parameter::Place::header,
               text(
                   "Made by the sender, best at random. The same key with the same body makes one "
                   "request and gives the same answer.",
                   {8, 200}),
               true}},
         .body = request_schema(),
         .answer = answer_of("She is in the queue.", asked_shape().schema(), 201),
         .problems = {409, 429},
         .handle = create_request});
}

} // namespace wt::web::api
