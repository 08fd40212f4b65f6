#include "app/help_lines.hpp"
#include "app/open_data.hpp"
#include "app/open_data_files.hpp"
#include "app/settings.hpp"
#include "app/where.hpp"
#include "app/word_of_walk.hpp"
#include "base/text.hpp"
#include "web/api/endpoints.hpp"
#include "web/api/values.hpp"

#include <fmt/format.h>

/// What anyone may know of the force, and the check of an officer.
namespace wt::web::api {

namespace {

struct Force
{
    std::shared_ptr<Settings const> settings;
    Publication publication;
};

Shape<Force> const& force_shape()
{
    static Shape<Force> const shape{
        "Force",
        "Whose installation it is, and what it has decided.",
        {{"name",
          text("The police force."),
          [](auto const& it) { return it.settings->force_name; }},
         {"demonstration",
          yes_or_no("The data are invented, and no police force reads what is sent."),
          [](auto const& it) { return it.settings->demonstration; }},
         {"time_zone",
          text("IANA name; days are those of this zone."),
          [](auto const& it) { return it.settings->time_zone; }},
         {"emergency_number",
          text("To call in danger."),
          [](auto const& it) { return it.settings->emergency_number; }},
         {"non_emergency_number",
          text("To call the force otherwise."),
          [](auto const& it) { return it.settings->non_emergency_number; }},
         {"minimum_age",
          whole_number("Years, to join a walk."),
          [](auto const& it) { return it.settings->minimum_age; }},
         {"party_limit",
          whole_number("Women on one walk."),
          [](auto const& it) { return it.settings->party_limit; }},
         {"walk_minutes",
          whole_number("How long a walk lasts."),
          [](auto const& it) { return it.settings->walk_minutes; }},
         {"reply_hours",
          whole_number("How long a proposal is held for her."),
          [](auto const& it) { return it.settings->reply_hours; }},
         {"publication_threshold",
          whole_number("Fewer different people than these are not shown."),
          [](auto const& it) { return it.settings->publication_threshold; }},
         {"answer_days_amber",
          whole_number("Working days after which an answer is late."),
          [](auto const& it) { return it.settings->answer_days_amber; }},
         {"answer_days_red",
          whole_number("Working days after which an answer is very late."),
          [](auto const& it) { return it.settings->answer_days_red; }},
         {"licence", text("Under which what is public may be used."), [](auto const& it) {
              return it.publication.open_data_licence;
          }}}};
    return shape;
}

Response show_force(Call const& call)
{
    return json_response(
        force_shape().write({call.app().settings(), app::publication_of(call.app())}));
}

Shape<HelpLine> const& help_line_shape()
{
    static Shape<HelpLine> const shape{
        "HelpLine",
        "Who helps.",
        {{"name", text("As it calls itself."), [](auto const& line) { return line.name; }},
         {"about", text("What it is for."), [](auto const& line) { return line.about; }},
         {"number",
          text("As printed."),
          [](auto const& line) { return or_null(line.number); },
          Presence::sometimes},
         {"address",
          text("Of its site."),
          [](auto const& line) { return or_null(line.address); },
          Presence::sometimes},
         {"for_children",
          yes_or_no("For those who see or hear abuse at home."),
          [](auto const& line) { return line.for_children; }}}};
    return shape;
}

Response show_help_lines(Call const& call)
{
    auto lines = *call.app().help_lines();
    for (auto& line : lines) {
        line.about = call.request.t()(line.about.c_str());
    }
    return json_response({{"help_lines", help_line_shape().write_all(lines)}});
}

Shape<app::PlaceOption> const& option_shape()
{
    static Shape<app::PlaceOption> const shape{
        "PlaceOption",
        "A place that a search may mean.",
        {{"name", text("A street, a postcode, a park."), [](auto const& it) { return it.label; }},
         {"meets",
          text("Of a street: another that it crosses, to tell namesakes apart."),
          [](auto const& it) { return or_null(it.meets); },
          Presence::sometimes},
         {"is_near",
          yes_or_no("Not what was searched for, but a street close to the first of those."),
          [](auto const& it) { return it.is_near; }},
         {"point", point_shape().schema(), [](auto const& it) {
              return point_shape().write(it.point);
          }}}};
    return shape;
}

Response show_places(Call const& call)
{
    return json_response(
        {{"places",
          option_shape().write_all(
              app::list_place_options(call.app(), call.query().get("search")))}});
}

Shape<app::OpenFile> const& file_shape()
{
    static Shape<app::OpenFile> const shape{
        "OpenFile",
        "A file of the open data.",
        {{"name", text("Its name."), [](auto const& file) { return file.name; }},
         {"type", text("Its media type."), [](auto const& file) { return file.type; }},
         {"about", text("What it holds."), [](auto const& file) { return file.about; }},
         {"address", text("Its path on this server."), [](auto const& file) {
              return fmt::format("/open-data/{}", file.name);
          }}}};
    return shape;
}

Response show_open_data(Call const& call)
{
    Json json = Json::object();
    if (auto const month = app::find_open_file(call.app(), "month.txt")) {
        json["month"] = std::string{trimmed(*month)};
        json["files"] = file_shape().write_all(app::list_open_files());
    } else {
        json["files"] = Json::array();
    }
    return json_response(json);
}

Response check_officer(Call const& call)
{
    bool const is_right = app::check_officer(
        call.app(), call.request.client, call.text("collar_number"), call.text("words"));
    return json_response({{"is_on_the_walk", is_right}});
}

Schema only(std::string const& name, Schema const& schema, std::string_view about)
{
    return object_of(about, {{name, schema}}, false);
}

} // namespace

void add_force_endpoints(std::vector<Endpoint>& all)
{
    all.push_back(
        {.path = "/force",
         .id = "showForce",
         .tag = "public",
         .summary = "The force and what it has decided",
         .answer = answer_of("The force.", force_shape().schema()),
         .handle = show_force});
    all.push_back(
        {.path = "/help-lines",
         .id = "listHelpLines",
         .tag = "public",
         .summary = "Who helps, domestic abuse first",
         .answer = answer_of(
             "The lines.",
             only(
                 "help_lines",
                 list_of(help_line_shape().schema(), "In the order in which they are shown."),
                 "Who helps.")),
         .handle = show_help_lines});
    all.push_back(
        {.path = "/places",
         .id = "searchPlaces",
         .tag = "public",
         .summary = "Streets, postcodes and places of a name",
         .parameters =
             {{.name = "search",
               .schema = text("A street, a postcode, or a place by its name.", {2, 100}),
               .is_needed = true}},
         .answer = answer_of(
             "What it may mean.",
             only(
                 "places",
                 list_of(option_shape().schema(), "The best first; empty if nothing is found."),
                 "What was found.")),
         .handle = show_places});
    all.push_back(
        {.path = "/open-data",
         .id = "listOpenData",
         .tag = "public",
         .summary = "The files of the open data, priorities of the wards among them",
         .answer = answer_of(
             "The files.",
             object_of(
                 "The last export.",
                 {{"month", month("With the numbers of which it was made."), false},
                  {"files",
                   list_of(file_shape().schema(), "Empty until the first month is published.")}},
                 false)),
         .handle = show_open_data});
    all.push_back(
        {.method = Method::post,
         .path = "/officer-checks",
         .id = "checkOfficer",
         .tag = "public",
         .summary = "Whether an officer is on a walk now",
         .body = object_of(
             "What the officer shows and says.",
             {{"collar_number", text("On her shoulder or warrant card.", {1, 40})},
              {"words", text("The two words of the walk.", {1, 100})}},
             true),
         .answer = answer_of(
             "Yes or no, and nothing more.",
             only(
                 "is_on_the_walk",
                 yes_or_no("She is on a walk with these words now."),
                 "Yes or no.")),
         .problems = {429},
         .handle = check_officer});
}

} // namespace wt::web::api
