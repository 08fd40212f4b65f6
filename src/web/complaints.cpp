#include "app/complaints.hpp"

#include "app/areas.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/form.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/moments.hpp"
#include "web/resources.hpp"
#include "web/signed_in.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

constexpr auto kPath = "/complaints";

std::string path_of(ComplaintId id)
{
    return fmt::format("{}/{}", kPath, id.value);
}

std::string name_of(Texts const& t, ComplaintId id)
{
    return t("Complaint {1}", {fmt::format("{:04}", id.value % 10'000)});
}

Html state_tag(Texts const& t, ComplaintState state)
{
    return tag(
        t(title(state)),
        state == ComplaintState::received  ? "purple"
        : state == ComplaintState::looking ? "blue"
                                           : "grey");
}

Html matters_of(Texts const& t, std::vector<ComplaintMatter> const& matters)
{
    std::vector<Html> items;
    for (auto const matter : matters) {
        items.push_back(escaped(t(title(matter))));
    }
    return bullets(items);
}

/// GET /complaints
Response show_list(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const person = require_staff(site, request);
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    Table list{
        .caption = t("Complaints, what waits first"),
        .head = {t("Number"), t("Received"), t("State"), t("What was wrong")},
        .rows = {},
        .caption_is_hidden = true};
    for (auto const& complaint : app::list_complaints(site.app, person)) {
        list.rows.push_back(
            {link(name_of(t, complaint.id), path_of(complaint.id)),
             escaped(date_in_words(t, zone.day_of(complaint.made_at))),
             state_tag(t, complaint.state),
             matters_of(t, complaint.matters)});
    }
    return show(
        site,
        request,
        {.title = t("Complaints"),
         .content = html<"{}{}{}">(
             heading(t("Complaints")),
             paragraph(t("What women said was wrong, to you and to nobody else. The officers and "
                         "their command units do not see it. Each look is logged.")),
             list.rows.empty() ? paragraph(t("There are none.")) : table(list)),
         .audience = Audience::standards,
         .is_wide = true,
         .has_exit = false});
}

Html facts_of(Site const& site, Texts const& t, app::OpenComplaint const& open)
{
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    auto const& facts = open.facts;
    std::vector<SummaryRow> rows{
        {.key = t("State"), .value = state_tag(t, open.state)},
        {.key = t("Received"), .value = escaped(moment_in_words(t, zone, facts.made_at))},
        {.key = t("What was wrong"), .value = matters_of(t, facts.matters)}};
    if (open.walk) {
        auto const& walk = *open.walk;
        std::vector<Html> officers;
        for (auto const& officer : walk.officers) {
            auto const named =
                t("{1}, collar number {2}", {officer.public_name, officer.collar_number});
            officers.push_back(
                facts.officer == officer.id
                    ? html<"<strong>{}</strong> ({})">(named, t("it is about her"))
                    : escaped(named));
        }
        rows.push_back(
            {.key = t("Walk"),
             .value = html<"{}<br>{}">(
                 span_in_words(t, zone, walk.time),
                 site.app.areas()->require_ward(walk.ward).name)});
        rows.push_back({.key = t("Officers"), .value = bullets(officers)});
    }
    if (!facts.about.empty()) {
        rows.push_back({.key = t("Whom it is about"), .value = escaped(facts.about)});
    }
    rows.push_back(
        {.key = t("Her words"),
         .value = facts.words.empty() ? escaped(t("None"))
                                      : html<R"(<div class="wt-words">{}</div>)">(facts.words)});
    return summary_list(rows);
}

Html steps_of(Site const& site, Texts const& t, app::OpenComplaint const& open)
{
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    Html items;
    for (auto const& step : open.steps) {
        items += html<R"(<li><strong>{}</strong>, {}{}</li>)">(
            t(title(step.state)),
            moment_in_words(t, zone, step.at),
            step.sentence.empty() ? Html{} : paragraph(step.sentence));
    }
    return html<R"({}<ol class="wt-answers">{}</ol>)">(
        heading(t("What she was told"), 2, "m"), items);
}

Html answer_form(FormState const& state, app::OpenComplaint const& open)
{
    auto const& t = state.t;
    if (is_final(open.state)) {
        return {};
    }
    Choices question{
        .name = "state",
        .legend = t("How does it stand?"),
        .choices = {},
        .error = state.error("state"),
        .chosen = state.values("state"),
        .is_small = true};
    for (auto const& one : kComplaintStates) {
        if (one.value != ComplaintState::received) {
            question.choices.push_back(
                {.value = std::string{one.code}, .label = t(title(one.value))});
        }
    }
    return html<"{}{}">(
        heading(t("Tell her"), 2, "m"),
        form(
            {.action = path_of(open.id) + "/answers",
             .content = html<"{}{}{}{}">(
                 hidden_input("version", std::to_string(open.version)),
                 radios(question),
                 textarea(
                     {.name = "sentence",
                      .label = t("What you tell her"),
                      .hint = t("What was found and what follows from it; if it is passed on, to "
                                "whom. She reads it by her link."),
                      .error = state.error("sentence"),
                      .value = state.value("sentence"),
                      .rows = 4,
                      .max_characters = 500,
                      .limit_hint = t("You can write up to {1} characters.", {"500"})}),
                 button({.label = t("Tell her")}))}));
}

Response show_one(
    Site& site,
    Request const& request,
    Person const& person,
    FormState const& state,
    int status = 200)
{
    auto const& t = request.t();
    auto const open =
        app::open_complaint(site.app, person, request.path_id<ComplaintId>("complaint"));
    return show(
        site,
        request,
        {.title = name_of(t, open.id),
         .content = html<"{}{}{}{}{}">(
             error_summary(t, state.errors),
             heading(name_of(t, open.id)),
             facts_of(site, t, open),
             steps_of(site, t, open),
             answer_form(state, open)),
         .before = back_link(t, kPath),
         .audience = Audience::standards,
         .has_errors = !state.errors.empty(),
         .has_exit = false},
        status);
}

/// GET /complaints/{complaint}
Response show_complaint(Site& site, Request const& request)
{
    FieldErrors const none;
    return show_one(site, request, require_staff(site, request), {request.t(), Fields{}, none});
}

/// POST /complaints/{complaint}/answers
Response create_answer(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const typed = request.form();
    auto const id = request.path_id<ComplaintId>("complaint");
    app::ComplaintAnswer const answer{
        .state = find_in(kComplaintStates, typed.get("state")), .sentence = typed.get("sentence")};
    auto errors = app::check_answer(answer);
    int status = 422;
    if (errors.empty()) {
        try {
            auto const version = static_cast<int>(find_integer(typed.get("version")).value_or(0));
            app::answer_complaint(site.app, person, id, version, answer);
            return see_other(site, path_of(id), N_("She can read it now."));
        } catch (Refusal const& refusal) {
            if (refusal.kind() != Refusal::conflict) {
                throw;
            }
            status = 409;
            errors.add("main", refusal.message());
        }
    }
    return show_one(site, request, person, {request.t(), typed, errors}, status);
}

/// "7", or "fewer than 5" where so few could be told apart.
std::string shown_count(Texts const& t, std::int64_t count, int threshold)
{
    return count > 0 && count < threshold ? t("fewer than {1}", {std::to_string(threshold)})
                                          : std::to_string(count);
}

/// GET /oversight/complaints: how many there are, and nothing of any one of them.
Response show_counts(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const person = require_staff(site, request);
    auto const counts = app::count_complaints(site.app, person);
    auto const threshold = site.app.settings()->publication_threshold;
    Table numbers{
        .caption = t("Complaints by state"),
        .head = {t("State"), t("Professional standards"), t("Watchdog")},
        .rows = {},
        .is_numeric = {false, true, true}};
    for (auto const& state : kComplaintStates) {
        std::vector<Html> row{escaped(t(title(state.value)))};
        for (auto const& recipient : kComplaintRecipients) {
            std::int64_t count = 0;
            for (auto const& one : counts) {
                count +=
                    one.state == state.value && one.recipient == recipient.value ? one.count : 0;
            }
            row.push_back(escaped(shown_count(t, count, threshold)));
        }
        numbers.rows.push_back(std::move(row));
    }
    return show(
        site,
        request,
        {.title = t("Complaints"),
         .content = html<"{}{}{}">(
             heading(t("Complaints")),
             paragraph(t("How many there are, in the whole force. What they say is read by those "
                         "alone to whom they were made.")),
             table(numbers)),
         .audience = audience_of(person.role),
         .has_exit = false});
}

} // namespace

void add_complaints_routes(Router& router)
{
    router.add(Method::get, kPath, show_list);
    router.add(Method::get, "/complaints/{complaint}", show_complaint);
    router.add(Method::post, "/complaints/{complaint}/answers", create_answer);
    router.add(Method::get, "/oversight/complaints", show_counts);
}

} // namespace wt::web
