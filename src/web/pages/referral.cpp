#include "web/pages/referral.hpp"

#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/concern_parts.hpp"
#include "web/pages/map_box.hpp"
#include "web/pages/moments.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

Html facts_of(ReferralView const& view)
{
    auto const& t = view.state.t;
    auto const& concern = view.opened.concern;
    auto const& middle = concern.segment.midpoint;
    return summary_list({
        {.key = t("Place"),
         .value = escaped(place_in_words(view.site, t, concern.street, concern.ward, concern.bcu))},
        {.key = t("Middle of this stretch"),
         .value = escaped(fmt::format("{:.5f}, {:.5f}", middle.lat, middle.lon))},
        {.key = t("What it is about"), .value = escaped(t(title(concern.category)))},
        {.key = t("How bad it is"), .value = escaped(t(severity_title(concern.severity)))},
        {.key = t("When it is felt"), .value = escaped(t(title(concern.felt)))},
        {.key = t("Raised"), .value = escaped(date_in_words(t, concern.raised))},
        {.key = t("State"), .value = tag_of(t, concern.state)},
    });
}

Html map_of(ReferralView const& view)
{
    return map_box(
        view.site,
        {.label = view.state.t("Map of the place"),
         .points = referral_path(view.token) + "/place.geojson",
         .centre = view.opened.concern.segment.midpoint,
         .zoom = 16});
}

Html date_part(FormState const& state)
{
    auto const& t = state.t;
    return date_input(
        {.name = "due",
         .legend = t("By which day?"),
         .day_label = t("Day"),
         .month_label = t("Month"),
         .year_label = t("Year"),
         .hint = t("If this day passes and nothing is done, the concern turns red in public."),
         .error = state.error("due"),
         .day = state.value("due-day"),
         .month = state.value("due-month"),
         .year = state.value("due-year")});
}

Html whose_part(FormState const& state)
{
    auto const& t = state.t;
    return text_input(
        {.name = "whose",
         .label = t("Whose is it?"),
         .hint = t("Name the body. The police desk takes the concern back and asks there."),
         .error = state.error("whose"),
         .value = state.value("whose")});
}

Html to_part(ReferralView const& view)
{
    auto const& state = view.state;
    Select input{
        .name = "to",
        .label = state.t("To whom?"),
        .options = {{"", state.t("Choose")}},
        .error = state.error("to"),
        .value = state.value("to")};
    for (auto const& offer : view.opened.others) {
        input.options.push_back({std::to_string(offer.id.value), offer.name});
    }
    return select(input);
}

Html reply_question(ReferralView const& view)
{
    auto const& state = view.state;
    auto const& t = state.t;
    std::vector<Choice> choices;
    for (auto const& reply : kReplies) {
        bool const has_nobody = reply.value == Reply::hand_on && view.opened.others.empty();
        if (has_nobody || !may_reply(view.opened.referral.state, reply.value)) {
            continue;
        }
        Choice choice{.value = std::string{reply.code}, .label = t(title(reply.value))};
        if (reply.value == Reply::plan) {
            choice.conditional = date_part(state);
        } else if (reply.value == Reply::not_ours) {
            choice.conditional = whose_part(state);
        } else if (reply.value == Reply::hand_on) {
            choice.conditional = to_part(view);
        }
        choices.push_back(std::move(choice));
    }
    return radios(
        {.name = "reply",
         .legend = t("What do you say?"),
         .choices = std::move(choices),
         .error = state.error("reply"),
         .chosen = state.values("reply")});
}

Html answer_part(ReferralView const& view)
{
    auto const& state = view.state;
    auto const& t = state.t;
    auto const head = heading(t("Answer in public"), 2, "m");
    if (!view.opened.may_answer) {
        return html<"{}{}">(
            head,
            inset_text(paragraph(t("This is not in your hands any more. What was said of it stands "
                                   "above; there is nothing left for you to do."))));
    }
    auto const content = html<"{}{}{}{}{}">(
        hidden_input("version", std::to_string(view.opened.concern.version)),
        reply_question(view),
        public_view_of(view.site, t, view.opened.concern, view.opened.seen),
        textarea(
            {.name = "sentence",
             .label = t("The public sentence"),
             .hint = t("What was done, what will be done and by whom, or why not."),
             .error = state.error("sentence"),
             .value = state.value("sentence"),
             .rows = 4,
             .max_characters = static_cast<int>(kLongestSentence),
             .limit_hint =
                 t("You can write up to {1} characters.", {std::to_string(kLongestSentence)})}),
        button({.label = t("Publish this answer")}));
    return html<"{}{}{}">(
        head,
        paragraph(
            t("Everyone can read this answer under the name of {1}, and it cannot be changed "
              "afterwards. Say what changes: the place, the offenders, or those who look "
              "after it. Never tell women to change what they do.",
              {view.opened.partner.name})),
        form({.action = referral_path(view.token) + "/answers", .content = content}));
}

Html referral_item(
    Site const& site, Texts const& t, app::DeskReferral const& referral, bool may_act)
{
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    std::vector<Html> facts{
        escaped(t("Passed on {1}", {date_in_words(t, zone.day_of(referral.referral.created_at))}))};
    if (auto sending = sending_in_words(site, t, referral); !sending.empty()) {
        facts.push_back(std::move(sending));
    }
    return html<R"(<li><h3 class="govuk-heading-s">{}</h3><p class="govuk-body">{}</p>{}{}</li>)">(
        referral.partner,
        tag(t(title(referral.referral.state))),
        bullets(facts),
        may_act ? referral_buttons(t, referral) : Html{});
}

Html polling_in_words(Texts const& t, store::StoredReferral const& stored)
{
    if (stored.poll_failures > 0) {
        return escaped(
            t("Its system could not be asked, {1} times now: {2}",
              {std::to_string(stored.poll_failures), t(Message{stored.poll_error.c_str()})}));
    }
    if (!stored.remote_id.empty()) {
        return escaped(t("Its system calls this {1}", {stored.remote_id}));
    }
    return stored.remote_token.empty()
               ? Html{}
               : escaped(t("Its system has it and gives it a number later"));
}

} // namespace

std::string referral_path(std::string_view token)
{
    std::string path = "/referrals/";
    append_url_part(path, token);
    return path;
}

Html referral_view(ReferralView const& view)
{
    auto const& t = view.state.t;
    return html<"{}{}{}{}{}{}">(
        paragraph(t("A woman told the police that she feels unsafe here. Her name, her words and "
                    "her exact place stay with her: you see the stretch of street.")),
        facts_of(view),
        map_of(view),
        heading(t("What was answered"), 2, "m"),
        answer_history(view.site, t, view.opened.history),
        answer_part(view));
}

Html sending_in_words(Site const& site, Texts const& t, app::DeskReferral const& referral)
{
    auto const& sending = referral.sending;
    bool const is_sent = !sending || sending->state == "done";
    if (is_sent) {
        auto polling = polling_in_words(t, referral.referral);
        if (!polling.empty()) {
            return polling;
        }
        if (referral.has_contact && !referral.is_link_open &&
            is_with_partner(referral.referral.state)) {
            return escaped(t("Its link has expired"));
        }
        return sending ? escaped(t("Sent")) : Html{};
    }
    auto const tries = std::to_string(sending->attempts);
    auto const reason =
        sending->last_error.empty() ? std::string{"–"} : t(Message{sending->last_error.c_str()});
    if (sending->state != "waiting") {
        return escaped(t("Not sent, given up after {1} attempts: {2}", {tries, reason}));
    }
    if (sending->last_error.empty()) {
        return escaped(t("On its way"));
    }
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    return escaped(
        t("Not sent yet after {1} attempts: {2}. Next attempt: {3}",
          {tries, reason, moment_in_words(t, zone, sending->run_at)}));
}

Html referral_buttons(Texts const& t, app::DeskReferral const& referral)
{
    if (!is_with_partner(referral.referral.state)) {
        return {};
    }
    auto const path = fmt::format("/desk/referrals/{}", referral.referral.id.value);
    auto const& sending = referral.sending;
    std::vector<Html> parts;
    if (sending && (sending->state == "failed" || !sending->last_error.empty()) &&
        sending->state != "done") {
        parts.push_back(form(
            {.action = path + "/attempts",
             .content = button({.label = t("Try again now"), .is_secondary = true})}));
    }
    if (referral.has_contact) {
        parts.push_back(form(
            {.action = path + "/letters",
             .content = button({.label = t("Send another link"), .is_secondary = true})}));
    }
    return parts.empty() ? Html{} : button_group(parts);
}

Html concern_referrals(
    Site const& site, Texts const& t, std::vector<app::DeskReferral> const& referrals, bool may_act)
{
    if (referrals.empty()) {
        return {};
    }
    Html items;
    for (auto const& referral : referrals) {
        items += referral_item(site, t, referral, may_act);
    }
    return html<R"({}<ol class="wt-answers">{}</ol>)">(heading(t("Passed on"), 2, "m"), items);
}

} // namespace wt::web
