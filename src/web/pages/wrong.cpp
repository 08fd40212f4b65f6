#include "web/pages/wrong.hpp"

#include "base/text.hpp"
#include "scheme/concern.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/moments.hpp"

namespace wt::web {

namespace {

Html before_you_write(Site const& site, Texts const& t)
{
    auto const emergency = site.app.settings()->emergency_number;
    return inset_text(html<R"(<p class="govuk-body"><strong>{}</strong></p>{})">(
        t("Before you write"),
        bullets(
            {escaped(t("It goes to those whom you choose below, and to nobody else. The officers, "
                       "their desk and their command unit do not see it, nor that there is one.")),
             escaped(t("Nobody reads this as you send it. In danger now? Call {1}.", {emergency})),
             escaped(t("Whoever reads it must act on a crime, or on someone in danger, even if you "
                       "ask them not to.")),
             escaped(t("We do not ask who you are. You get a link with which you can follow what "
                       "becomes of it."))})));
}

Html matters_question(FormState const& state)
{
    auto const& t = state.t;
    Choices question{
        .name = "matters",
        .legend = t("What was wrong?"),
        .choices = {},
        .hint = t("Choose all that apply."),
        .error = state.error("matters"),
        .chosen = state.values("matters"),
        .is_small = true};
    for (auto const& matter : kComplaintMatters) {
        question.choices.push_back(
            {.value = std::string{matter.code}, .label = t(title(matter.value))});
    }
    return checkboxes(question);
}

Html about_question(FormState const& state, std::vector<WalkOfficerChoice> const& walks)
{
    auto const& t = state.t;
    if (walks.empty()) {
        return text_input(
            {.name = "about",
             .label = t("Whom or which walk is it about, if you know?"),
             .hint = t("A name, a number on the shoulder, a day and a place: what you remember."),
             .error = state.error("about"),
             .value = state.value("about"),
             .autocomplete = "off",
             .max_length = 100});
    }
    Choices question{
        .name = "who",
        .legend = t("Whom is it about?"),
        .choices = {},
        .error = state.error("who"),
        .chosen = state.values("who"),
        .is_small = true};
    for (auto const& walk : walks) {
        question.choices.push_back({.value = walk.value, .label = walk.label});
    }
    question.choices.push_back({.value = "none", .label = t("None of these")});
    return radios(question);
}

Html recipient_question(FormState const& state)
{
    auto const& t = state.t;
    auto const code = [](ComplaintRecipient recipient) {
        return std::string{code_in(kComplaintRecipients, recipient)};
    };
    return radios(
        {.name = "recipient",
         .legend = t("Who is to read it?"),
         .choices =
             {{.value = code(ComplaintRecipient::watchdog),
               .label = t(title(ComplaintRecipient::watchdog)),
               .hint = t("It watches over the police and takes no orders from them.")},
              {.value = code(ComplaintRecipient::standards),
               .label = t(title(ComplaintRecipient::standards)),
               .hint = t("They can take an officer off duty at once. They work apart from the "
                         "teams that walk.")}},
         .error = state.error("recipient"),
         .chosen = state.values("recipient")});
}

} // namespace

Html wrong_form(
    Site const& site,
    FormState const& state,
    std::string const& action,
    std::vector<WalkOfficerChoice> const& walks)
{
    auto const& t = state.t;
    return form(
        {.action = action,
         .content = html<"{}{}{}{}{}{}{}">(
             hidden_input("client_id", state.value("client_id")),
             matters_question(state),
             about_question(state, walks),
             before_you_write(site, t),
             textarea(
                 {.name = "words",
                  .label = t("In your own words, if you like"),
                  .error = state.error("words"),
                  .value = state.value("words"),
                  .rows = 6,
                  .max_characters = int{kMostWords},
                  .limit_hint =
                      t("You can write up to {1} characters.", {std::to_string(kMostWords)}),
                  .is_secret = true}),
             recipient_question(state),
             button({.label = t("Send")}))});
}

app::NewComplaint read_complaint(Fields const& typed)
{
    app::NewComplaint complaint{
        .client_id = typed.get("client_id"),
        .recipient = find_in(kComplaintRecipients, typed.get("recipient")),
        .facts = {.matters = {}, .words = typed.get("words"), .about = typed.get("about")}};
    for (auto const& code : typed.list("matters")) {
        if (auto const matter = find_in(kComplaintMatters, code)) {
            complaint.facts.matters.push_back(*matter);
        }
    }
    auto const who = typed.get("who");
    auto const parts = split(who, ' ');
    if (parts.size() == 2) {
        auto const walk = find_integer(parts[0]).value_or(0);
        auto const officer = find_integer(parts[1]).value_or(0);
        complaint.facts.walk = WalkId{walk};
        if (officer != 0) {
            complaint.facts.officer = OfficerId{officer};
        }
    }
    return complaint;
}

Html own_complaint(Site const& site, Texts const& t, app::OwnComplaint const& complaint)
{
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    std::vector<Html> matters;
    for (auto const matter : complaint.facts.matters) {
        matters.push_back(escaped(t(title(matter))));
    }
    Html steps;
    for (auto const& step : complaint.steps) {
        steps += html<R"(<li><strong>{}</strong>, {}{}</li>)">(
            t(title(step.state)),
            date_in_words(t, zone.day_of(step.at)),
            step.sentence.empty() ? Html{} : paragraph(step.sentence));
    }
    return html<R"({}<ol class="wt-answers">{}</ol>)">(
        summary_list(
            {{.key = t("State"),
              .value = tag(t(title(complaint.state)), is_final(complaint.state) ? "grey" : "blue")},
             {.key = t("Who reads it"), .value = escaped(t(title(complaint.recipient)))},
             {.key = t("What was wrong"), .value = bullets(matters)}}),
        steps);
}

} // namespace wt::web
