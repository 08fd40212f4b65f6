#include "app/open_data_files.hpp"

#include "app/settings.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wt::app {

namespace {

constexpr std::string_view kCsv = "text/csv; charset=utf-8";
constexpr std::string_view kText = "text/plain; charset=utf-8";

OpenFile concerns()
{
    return {
        "concerns.csv",
        kCsv,
        "What women told us about, one place a line, as closely placed as enough people raised "
        "concerns there, and no closer.",
        {{"id", "integer", "Number of the concern, as in the address of its page /concerns/ID"},
         {"month", "gYearMonth", "In which it was raised"},
         {"category", "string", "What it is about, a fixed list of codes"},
         {"level",
          "string",
          "How closely it is placed: segment, street, ward or bcu, the finest area in which "
          "enough people raised one"},
         {"bcu", "string", "Code of the command unit"},
         {"ward", "string", "Code of the ward, at ward level and finer"},
         {"street", "string", "Name of the street, at street level and finer; may have no name"},
         {"lat", "double", "Latitude (WGS 84) of the middle of the segment, at segment level"},
         {"lon", "double", "Longitude (WGS 84) of the middle of the segment, at segment level"},
         {"state", "string", "Where it stands: open, or what the latest answer says"},
         {"clock", "string", "stopped, on_time, amber (late) or red (very late)"}}};
}

OpenFile answers()
{
    return {
        "answers.csv",
        kCsv,
        "Every public answer to these concerns, oldest first. None is ever changed; one that the "
        "desk took back within ten minutes is left out.",
        {{"concern", "integer", "Number of the concern"},
         {"sequence", "integer", "1 is its first answer"},
         {"kind", "string", "done, referred, planned, will_not or not_ours"},
         {"sentence", "string", "What was answered"},
         {"body", "string", "Who answers for it"},
         {"answered_on", "date", "The day of the answer"},
         {"due_on", "date", "Until when a plan is to be done"},
         {"verdict", "string", "What the woman who told us says: helped, did_not or not_true"},
         {"corrected_on", "date", "The day on which a later answer put this one right"}}};
}

OpenFile evaluations()
{
    return {
        "evaluations.csv",
        kCsv,
        "Whether patrols at a hotspot changed what women say there, beside a place without: locked "
        "before they began, published whatever came out. Running ones are lines, too, without a "
        "place or a result. No difference tells its cause.",
        {{"id", "integer", "Number of the evaluation"},
         {"fingerprint", "string", "Of the exact words that were locked: BLAKE2b, base64url"},
         {"locked_on", "date", "Before the patrols began"},
         {"published_from", "date", "When it is over"},
         {"fall_percent", "integer", "A fall that would matter, as locked"},
         {"smallest_fall_percent", "integer", "The least fall that was likely seen; empty: none"},
         {"bcu", "string", "Code of the command unit, once it is over"},
         {"first_day", "date", "Of the patrols, once it is over"},
         {"weeks", "integer", "With patrols, and as many before, once it is over"},
         {"visits", "integer", "Made where the patrols went, from the first day on"},
         {"minutes", "integer", "Of these visits"},
         {"visits_astray", "integer", "Against what was locked"},
         {"finding", "string", "too_few, no_difference, fewer or more"},
         {"treated_before",
          "integer",
          "Said there: each woman once in a segment; empty, as the next three, where fewer women "
          "than the threshold are behind one of the four"},
         {"treated_after", "integer", "The same in the weeks with patrols"},
         {"control_before", "integer", "The same at the place without patrols"},
         {"control_after", "integer", "The same there in the weeks with patrols"}}};
}

std::vector<OpenFile> make_files()
{
    return {
        concerns(),
        {"concerns.geojson",
         "application/geo+json",
         "The same concerns as points (RFC 7946), those at segment level.",
         {}},
        answers(),
        {"numbers.csv",
         kCsv,
         "The public numbers of every month, one a line, each with what it is a part of.",
         {{"month", "gYearMonth", "Of which the number is"},
          {"list",
           "string",
           "requests, waits, walks, concerns, answers, states, verdicts or surveys"},
          {"unit", "string", "Code of the command unit; force for all of them"},
          {"item", "string", "What is counted; total for all of the list"},
          {"value",
           "string",
           "The number; a text such as <5 where it is held back; empty where too few women "
           "waited for a median"},
          {"of", "string", "The total of the list: the denominator"}}},
        evaluations(),
        {"priorities.json",
         "application/json",
         "For each ward (by its code) what was told and what was done, shaped as the "
         "neighbourhood priorities of data.police.uk: issue, issue-date, action, action-date.",
         {}},
        {"README.md", "text/markdown; charset=utf-8", "This dictionary.", {}},
        {"csv-metadata.json",
         "application/csvm+json",
         "The dictionary for programs (CSV on the Web).",
         {}},
        {"LICENCE.txt", kText, "What you may do with these data.", {}},
        {"month.txt", kText, "The month whose numbers were the newest.", {}}};
}

} // namespace

std::vector<OpenFile> const& list_open_files()
{
    static auto const files = make_files();
    return files;
}

std::string open_data_dictionary(App const& app)
{
    auto const& settings = *app.settings();
    auto text = fmt::format(
        "# Open data of {}: Walk and Talk\n\n"
        "What women said, where, and what became of it; never who said it. A place is shown as "
        "closely as at least {} people raised concerns there, and never more closely than the "
        "middle of a stretch of street. Counts behind which fewer people stand are held back, and "
        "so are those that would give one away.\n\n"
        "What women told us describes where they felt unsafe. It counts no crimes and says "
        "nothing about a person.\n\nLicence: {}.\n",
        settings.force_name,
        settings.publication_threshold,
        publication_of(app).open_data_licence);
    for (auto const& file : list_open_files()) {
        text += fmt::format("\n## {}\n\n{}\n", file.name, file.about);
        if (!file.columns.empty()) {
            text += "\n| column | type | what it is |\n| --- | --- | --- |\n";
        }
        for (auto const& column : file.columns) {
            text += fmt::format("| {} | {} | {} |\n", column.name, column.datatype, column.about);
        }
    }
    return text;
}

std::string open_data_metadata(App const& app)
{
    nlohmann::ordered_json group{
        {"@context",
         nlohmann::ordered_json::array({"http://www.w3.org/ns/csvw", {{"@language", "en"}}})},
        {"dc:title", "Walk and Talk: open data of " + app.settings()->force_name},
        {"dc:license", publication_of(app).open_data_licence},
        {"tables", nlohmann::ordered_json::array()}};
    for (auto const& file : list_open_files()) {
        if (file.columns.empty()) {
            continue;
        }
        nlohmann::ordered_json columns = nlohmann::ordered_json::array();
        for (auto const& column : file.columns) {
            columns.push_back(
                {{"name", column.name},
                 {"titles", column.name},
                 {"datatype", column.datatype},
                 {"dc:description", column.about}});
        }
        group["tables"].push_back(
            {{"url", file.name},
             {"dc:description", file.about},
             {"tableSchema", {{"columns", columns}}}});
    }
    return group.dump(2) + "\n";
}

std::string open_data_licence_text(App const& app)
{
    return fmt::format(
        "These data are published by {} under the {}.\n\n"
        "When you use them, say: Contains information of {}, licensed under the {}.\n",
        app.settings()->force_name,
        publication_of(app).open_data_licence,
        app.settings()->force_name,
        publication_of(app).open_data_licence);
}

} // namespace wt::app
