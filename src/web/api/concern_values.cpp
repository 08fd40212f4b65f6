#include "web/api/concern_values.hpp"

#include "scheme/answer_clock.hpp"
#include "scheme/category.hpp"
#include "scheme/concern.hpp"
#include "web/api/values.hpp"

namespace wt::web::api {

Schema category()
{
    return one_of(kCategories, "What makes the place feel unsafe.");
}

Schema severity()
{
    return whole_number("How bad it is: 0 the least, 3 the worst.", 0, kWorstSeverity);
}

Schema felt()
{
    return one_of(kFeltWhen, "When it is felt.");
}

Schema state()
{
    return one_of(kConcernStates, "What the latest answer says, or open.");
}

Schema answer_kind()
{
    return one_of(kAnswerKinds, "What became of it.");
}

Schema verdict_code()
{
    return one_of(kVerdicts, "What the woman who raised it says of the answer.");
}

Schema clock_code()
{
    return one_of(kClockStatuses, "Whether the answer is late.");
}

Schema concern_version()
{
    return whole_number(
        "Of the concern as it was read: of two who answer, one wins.", 1, 1'000'000);
}

Schema partner_id()
{
    return id_text("To whom it is passed; its name stands for `body`.");
}

std::vector<NamedSchema> sent_concern()
{
    return {
        {"client_id",
         text(
             "Made by the sender; the same sent again is taken once. Letters, digits, - and _.",
             {8, 64})},
        {"place", sent_point("It is kept as the nearest stretch of street.")},
        {"category", category()},
        {"severity", severity()},
        {"felt", felt()}};
}

app::NewConcern new_concern(Call const& call, ConcernSource source)
{
    return {
        .client_id = call.text("client_id"),
        .digest = call.body.dump(),
        .category = find_in(kCategories, call.text("category")).value(),
        .severity = call.body.at("severity").get<int>(),
        .felt = find_in(kFeltWhen, call.text("felt")).value(),
        .source = source};
}

LatLon place_in(Call const& call)
{
    return point_in(call.body.at("place"));
}

Shape<store::StoredAnswer> const& stored_answer_shape()
{
    static auto const shape = [] {
        auto members = answer_members<store::StoredAnswer>();
        members.insert(
            members.begin(), {"id", id_text("Its number, for a verdict."), [](auto const& it) {
                                  return id_json(it.id);
                              }});
        return Shape<store::StoredAnswer>{"Answer", "What was answered.", std::move(members)};
    }();
    return shape;
}

std::vector<Parameter> concern_filter()
{
    return {
        {.name = "bcu", .schema = id_text("Of this command unit alone.")},
        {.name = "ward", .schema = id_text("Of this ward alone.")},
        {.name = "category", .schema = one_of(kCategories, "Of this category alone.")},
        {.name = "state", .schema = one_of(kConcernStates, "That stand so alone.")},
        {.name = "after", .schema = text("The `next` of the page before.", {1, 60})}};
}

} // namespace wt::web::api
