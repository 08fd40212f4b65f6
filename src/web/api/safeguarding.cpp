#include "app/areas.hpp"
#include "app/disclosures.hpp"
#include "app/officer_walks.hpp"
#include "base/calendar.hpp"
#include "daylight/zone.hpp"
#include "web/api/endpoints.hpp"
#include "web/api/walk_values.hpp"

#include <functional>

/// Disclosures: an officer hands one over, safeguarding alone reads it. What she said is nowhere.
namespace wt::web::api {

namespace {

constexpr std::array<Named<DisclosureClock>, 4> kClocks{{
    {DisclosureClock::running, "running"},
    {DisclosureClock::short_of_time, "short_of_time"},
    {DisclosureClock::late, "late"},
    {DisclosureClock::stopped, "stopped"},
}};

/// The members that the list and one of them have alike.
template <class T, class Get>
std::vector<Member<T>> disclosure_members(Get const& get)
{
    return {
        {"id", id_text("Its number."), [get](T const& it) { return id_json(get(it).id); }},
        {"state",
         one_of(kDisclosureStates, "How far it is."),
         [get](T const& it) { return code_in(kDisclosureStates, get(it).state); }},
        {"clock",
         one_of(kClocks, "Of the 24 hours in which a crime must be recorded."),
         [get](T const& it) { return code_in(kClocks, get(it).clock); }},
        {"spoken_at",
         moment("When she spoke; the clock runs from then."),
         [get](T const& it) { return iso_text(get(it).facts.spoken_at); }},
        {"source", one_of(kDisclosureSources, "How it came."), [get](T const& it) {
             return code_in(kDisclosureSources, get(it).facts.source);
         }}};
}

Shape<app::Disclosure> const& entry_shape()
{
    static Shape<app::Disclosure> const shape{
        "DisclosureEntry",
        "A disclosure in the list.",
        disclosure_members<app::Disclosure>(std::identity{})};
    return shape;
}

Shape<app::NamedStep> const& step_shape()
{
    static Shape<app::NamedStep> const shape{
        "DisclosureStep",
        "What was done with it.",
        {{"step",
          one_of(kDisclosureSteps, "What."),
          [](auto const& it) { return code_in(kDisclosureSteps, it.step); }},
         {"at", moment("When."), [](auto const& it) { return iso_text(it.at); }},
         {"staff",
          text("By whom; left out where the program did it."),
          [](auto const& it) { return or_null(it.staff); },
          Presence::sometimes}}};
    return shape;
}

struct OpenView
{
    app::OpenDisclosure const* open;
    app::Areas const* areas;
};

Shape<OpenView> const& walk_of_disclosure_shape()
{
    static Shape<OpenView> const shape{
        "WalkOfDisclosure",
        "The walk on which it was told.",
        {{"from",
          moment("When it begins."),
          [](auto const& it) { return iso_text(it.open->walk->time.from); }},
         {"to",
          moment("When it ends."),
          [](auto const& it) { return iso_text(it.open->walk->time.to); }},
         {"ward",
          text("Its name."),
          [](auto const& it) { return it.areas->require_ward(it.open->walk->ward).name; }},
         {"bcu",
          text("The name of the command unit."),
          [](auto const& it) { return it.areas->require_bcu(it.open->walk->bcu).name; }},
         {"officers", list_of(officer_shape().schema(), "Who walked."), [](auto const& it) {
              return officer_shape().write_all(it.open->walk->officers);
          }}}};
    return shape;
}

Shape<OpenView> const& disclosure_shape()
{
    static auto const shape = [] {
        auto members = disclosure_members<OpenView>(
            [](OpenView const& it) -> app::Disclosure const& { return it.open->disclosure; });
        members.push_back(
            {"version",
             whole_number("Sent back with what is done: of two, one wins.", 1),
             [](auto const& it) { return it.open->disclosure.version; }});
        members.push_back(
            {"walk",
             walk_of_disclosure_shape().schema(),
             [](auto const& it) {
                 return it.open->walk ? walk_of_disclosure_shape().write(it) : Json{};
             },
             Presence::sometimes});
        members.push_back(
            {"told_to",
             id_text("The officer of the walk to whom she spoke."),
             [](auto const& it) {
                 return it.open->walk ? id_json(it.open->disclosure.facts.officer) : Json{};
             },
             Presence::sometimes});
        members.push_back(
            {"reference",
             text("Of the crime; left out while there is none."),
             [](auto const& it) { return or_null(it.open->disclosure.facts.reference); },
             Presence::sometimes});
        members.push_back(
            {"outcome",
             one_of(kDisclosureOutcomes, "What became of it."),
             [](auto const& it) {
                 auto const& outcome = it.open->disclosure.facts.outcome;
                 return outcome ? Json(code_in(kDisclosureOutcomes, *outcome)) : Json{};
             },
             Presence::sometimes});
        members.push_back(
            {"steps", list_of(step_shape().schema(), "Oldest first."), [](auto const& it) {
                 return step_shape().write_all(it.open->steps);
             }});
        return Shape<OpenView>{
            "Disclosure", "All that is kept of a disclosure: never what she said.", members};
    }();
    return shape;
}

DisclosureId disclosure_of(Call const& call)
{
    return call.request.path_id<DisclosureId>("disclosure");
}

int version_of(Call const& call)
{
    return call.body.at("version").get<int>();
}

Response show_disclosures(Call const& call)
{
    return json_response(
        {{"disclosures", entry_shape().write_all(app::list_disclosures(call.app(), call.person))}});
}

Response show_disclosure(Call const& call)
{
    auto const open = app::open_disclosure(call.app(), call.person, disclosure_of(call));
    auto const areas = call.app().areas();
    return json_response(disclosure_shape().write({&open, &*areas}));
}

Response create_reader(Call const& call)
{
    app::take_on_disclosure(call.app(), call.person, disclosure_of(call), version_of(call));
    return no_content();
}

Response create_crime(Call const& call)
{
    beside("reference", [&] {
        app::record_crime(
            call.app(), call.person, disclosure_of(call), version_of(call), call.text("reference"));
    });
    return no_content();
}

Response create_closure(Call const& call)
{
    beside("outcome", [&] {
        app::close_disclosure(
            call.app(),
            call.person,
            disclosure_of(call),
            version_of(call),
            find_in(kDisclosureOutcomes, call.text("outcome")).value());
    });
    return no_content();
}

Response create_disclosure(Call const& call)
{
    auto const walk =
        app::open_own_walk(call.app(), call.person, call.request.path_id<WalkId>("walk"));
    auto const zone = daylight::require_zone(call.app().settings()->time_zone);
    auto const day = find_day(call.text("day"));
    auto const time = find_time_of_day(call.text("time"));
    bool const is_time = day && time && *time < std::chrono::hours{24};
    app::NewDisclosure const disclosure{
        .client_id = call.text("client_id"),
        .walk = walk.id,
        .spoken_at = is_time ? zone.find_instant(*day, *time) : std::nullopt,
        .reference = call.text("reference")};
    require_none(app::check_disclosure(disclosure, walk.time.from, call.site.now()));
    app::record_disclosure(call.app(), call.person, disclosure);
    return no_content();
}

NamedSchema sent_version()
{
    return {"version", whole_number("Of the disclosure as it was read.", 1, 1'000'000)};
}

/// Something that safeguarding does with a disclosure.
Endpoint deed(
    std::string_view what,
    std::string_view id,
    std::string_view summary,
    std::string_view done,
    std::vector<NamedSchema> const& members,
    Response (*handle)(Call const& call))
{
    return {
        .method = Method::post,
        .path = "/safeguarding/disclosures/{disclosure}/" + std::string{what},
        .id = id,
        .tag = "safeguarding",
        .summary = summary,
        .access = Access::staff,
        .parameters = {path_id("disclosure", "As the list gives it.")},
        .body = object_of("What is done, and with which version.", members, true),
        .answer = nothing(done),
        .problems = {409},
        .handle = handle};
}

void add_reading(std::vector<Endpoint>& all)
{
    all.push_back(
        {.path = "/safeguarding/disclosures",
         .id = "listDisclosures",
         .tag = "safeguarding",
         .summary = "Disclosures, the most urgent first; the look is logged",
         .access = Access::staff,
         .answer = answer_of(
             "Those of the whole force.",
             object_of(
                 "Disclosures.",
                 {{"disclosures", list_of(entry_shape().schema(), "What is closed comes last.")}},
                 false)),
         .handle = show_disclosures});
    all.push_back(
        {.path = "/safeguarding/disclosures/{disclosure}",
         .id = "showDisclosure",
         .tag = "safeguarding",
         .summary = "One disclosure; the look is logged",
         .access = Access::staff,
         .parameters = {path_id("disclosure", "As the list gives it.")},
         .answer = answer_of("All that is kept of it.", disclosure_shape().schema()),
         .handle = show_disclosure});
}

} // namespace

void add_safeguarding_endpoints(std::vector<Endpoint>& all)
{
    add_reading(all);
    all.push_back(deed(
        "reader",
        "takeOnDisclosure",
        "Take a disclosure on, so that nobody else is called",
        "It is taken on.",
        {sent_version()},
        create_reader));
    all.push_back(deed(
        "crime",
        "recordCrime",
        "The crime is recorded",
        "The clock has stopped.",
        {sent_version(), {"reference", text("Of the crime: no account of it.", {0, 100})}},
        create_crime));
    all.push_back(deed(
        "closure",
        "closeDisclosure",
        "Close a disclosure",
        "It is closed.",
        {sent_version(), {"outcome", one_of(kDisclosureOutcomes, "What became of it.")}},
        create_closure));
    all.push_back(
        {.method = Method::post,
         .path = "/officer/walks/{walk}/disclosures",
         .id = "recordDisclosure",
         .tag = "officers",
         .summary = "She told of a crime or of abuse: safeguarding gets it, and nobody else",
         .access = Access::staff,
         .parameters = {path_id("walk", "A walk of hers.")},
         .body = object_of(
             "When she spoke. What she said is not written here.",
             {{"client_id",
               text(
                   "Made by the sender; the same sent again is taken once. Letters, digits, - "
                   "and _.",
                   {8, 64})},
              {"day", day("On which she spoke.")},
              {"time", text("At which, in the time zone of the force: 21:40.", {4, 5})},
              {"reference", text("Of the crime, where it has one already.", {0, 100}), false}},
             true),
         .answer = nothing("Safeguarding has it. It stands nowhere else."),
         .handle = create_disclosure});
}

} // namespace wt::web::api
