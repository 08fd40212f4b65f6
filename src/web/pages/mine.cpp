#include "web/pages/mine.hpp"

#include "app/backup.hpp"
#include "scheme/contact.hpp"
#include "web/components/code_inputs.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/components/week_grid.hpp"
#include "web/pages/moments.hpp"
#include "web/pages/secret_link.hpp"
#include "web/wish_form.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::web {

namespace {

std::string request_path(MineView const& view, app::OwnRequest const& request)
{
    return fmt::format("{}/requests/{}", mine_path(view.she), request.id.value);
}

std::string queue_in_words(Texts const& t, std::int64_t before_her)
{
    return before_her == 0 ? t("You are the first in the queue.")
                           : t.n("{1} request is before yours.",
                                 "{1} requests are before yours.",
                                 static_cast<long>(before_her));
}

std::string state_in_words(MineView const& view, app::OwnRequest const& request)
{
    auto const& t = view.t;
    switch (request.state) {
    case RequestState::waiting:
        return t("You are in the queue");
    case RequestState::proposed:
        return t("We have a date for you");
    case RequestState::booked:
        return t("You have a walk");
    case RequestState::walked:
        return t("You have been on your walk");
    case RequestState::withdrawn:
        return t("You have taken this request back");
    }
    return {};
}

/// What became of a walk that is behind her.
char const* past_in_words(app::OwnWalk const& walk)
{
    if (walk.place == PlaceState::attended) {
        return walk.state == WalkState::called_away
                   ? N_("{1}: you met, and the officers were called away. You are first for the "
                        "next date.")
                   : N_("{1}: you walked.");
    }
    if (walk.place == PlaceState::absent) {
        return N_("{1}: you did not meet. You keep your place in the queue.");
    }
    if (walk.place == PlaceState::declined) {
        return N_("{1}: you asked for another time.");
    }
    return walk.state == WalkState::called_away || walk.state == WalkState::missed
               ? N_("{1}: the officers could not come. You are first for the next date.")
               : N_("{1}: cancelled.");
}

Html past_walks(MineView const& view, app::OwnRequest const& request)
{
    auto const zone = daylight::require_zone(view.site.app.settings()->time_zone);
    std::vector<Html> lines;
    for (auto const& walk : request.walks) {
        if (!is_ahead(walk)) {
            auto const line = view.t(past_in_words(walk), {span_in_words(view.t, zone, walk.time)});
            auto const& safe_place = walk.route.safe_place;
            lines.push_back(
                safe_place.empty()
                    ? escaped(line)
                    : html<"{} {}">(line, view.t("Your safe place: {1}.", {safe_place})));
        }
    }
    return lines.empty() ? Html{}
                         : html<"{}{}">(heading(view.t("Earlier dates"), 3, "s"), bullets(lines));
}

Html asked_for(MineView const& view, app::OwnRequest const& request)
{
    auto const& t = view.t;
    auto const& wish = request.details;
    auto const row = [&](std::string key, Html value) {
        return SummaryRow{.key = std::move(key), .value = std::move(value)};
    };
    auto const list = summary_list(
        {row(t("Where"), places_in_words(t, wish)),
         row(t("When"), times_in_words(t, wish)),
         row(t("Who comes"), escaped(party_in_words(t, request.party, request.may_share))),
         row(t("Steps"), escaped(wish.step_free ? t("A way without steps") : t("No matter"))),
         row(t("Language"), escaped(language_in_words(t, wish))),
         row(t("Your words"),
             wish.words.empty() ? escaped(t("None"))
                                : html<R"(<div class="wt-words">{}</div>)">(wish.words))});
    bool const is_planned =
        request.state == RequestState::proposed || request.state == RequestState::booked;
    auto const change =
        request.state == RequestState::waiting
            ? html<R"(<p class="govuk-body">{}</p>)">(
                  link(t("Change what you asked for"), request_path(view, request)))
        : is_planned ? paragraph(t("A walk is planned from this. To change it, ask for another "
                                   "time first: you keep your place in the queue."))
                     : Html{};
    return html<"{}{}{}">(heading(t("What you asked for"), 3, "s"), list, change);
}

Html withdraw(MineView const& view, app::OwnRequest const& request)
{
    auto const& t = view.t;
    if (request.state == RequestState::walked || request.state == RequestState::withdrawn) {
        return {};
    }
    return details(
        t("Take this request back"),
        html<"{}{}">(
            paragraph(t("You leave the queue, and a walk that is planned for you is cancelled. "
                        "What we hold about you stays until you erase it below.")),
            form(
                {.action = request_path(view, request) + "/withdrawal",
                 .content = button({.label = t("Take this request back"), .is_warning = true})})));
}

/// Why she may wait for long, and what she can do about it.
Html nobody_speaks(Texts const& t, app::OwnRequest const& request)
{
    return request.nobody_speaks
               ? paragraph(
                     t("None of our officers here speaks {1}, and you asked to walk only with one "
                       "who does. You keep your place. If you do not want to wait for that, change "
                       "what you asked for.",
                       {language_name(t, request.details.language)}))
               : Html{};
}

/// The offer of a survey, which nothing depends on.
Html survey_offer(MineView const& view, app::OwnRequest const& request)
{
    auto const& t = view.t;
    if (std::ranges::find(view.surveys, request.id) == view.surveys.end()) {
        return {};
    }
    auto const label = request.state == RequestState::walked
                           ? t("Seven questions after your walk, if you like")
                           : t("Seven questions before your walk, if you like");
    return html<R"(<p class="govuk-body">{}</p>)">(
        link(label, request_path(view, request) + "/survey"));
}

Html request_part(MineView const& view, app::OwnRequest const& request)
{
    auto const& t = view.t;
    Html ahead;
    for (auto const& walk : request.walks) {
        if (is_ahead(walk)) {
            ahead += walk_card(view, walk);
        }
    }
    auto const queue = request.state == RequestState::waiting
                           ? inset_text(html<"{}{}{}">(
                                 paragraph(queue_in_words(t, request.before_her)),
                                 paragraph(t("When we have a date for you, it stands here.")),
                                 nobody_speaks(t, request)))
                           : Html{};
    return html<
        R"(<article class="wt-request"><h2 class="govuk-heading-l">{}</h2>{}{}{}{}{}{}</article>
)">(state_in_words(view, request),
        queue,
        ahead,
        survey_offer(view, request),
        past_walks(view, request),
        asked_for(view, request),
        withdraw(view, request));
}

/// To somebody outside the team, at any time.
Html something_wrong(MineView const& view)
{
    auto const& t = view.t;
    return html<R"({}{}<p class="govuk-body">{}</p>)">(
        heading(t("Something was wrong?"), 2, "m"),
        paragraph(t("Tell somebody outside the team. The officers and their desk do not see it.")),
        link(t("Say what was wrong, or see how it stands"), mine_path(view.she) + "/wrong"));
}

Html own_data(MineView const& view)
{
    auto const& t = view.t;
    auto const& data = view.she.data;
    auto const contact = data.contact.empty() ? t("the ten words that you wrote down")
                                              : t("a code that we send you");
    auto const row = [&](std::string const& key, std::string const& value) {
        return SummaryRow{
            .key = key,
            .value = escaped(value),
            .change_href = about_path(view.she),
            .change_label = t("Change"),
            .change_what = key};
    };
    return html<"{}{}{}{}">(
        heading(t("What we hold about you"), 2, "m"),
        summary_list(
            {row(t("Name"), data.name),
             row(t("Contact"), data.contact.empty() ? t("None: you keep your link") : data.contact),
             row(t("Messages"), data.wants_messages ? t("Yes") : t("No messages"))}),
        paragraph(
            t("You can get a copy of it, or have all of it erased. For either you need {1}.",
              {contact})),
        form(
            {.action = mine_path(view.she) + "/code",
             .content = button(
                 {.label = t("Get a copy, get a new link or erase everything"),
                  .is_secondary = true})}));
}

} // namespace

std::string mine_path(app::Participant const& she)
{
    return "/mine/" + she.data.token;
}

std::string about_path(app::Participant const& she)
{
    return mine_path(she) + "/about";
}

std::string new_contact_path(app::Participant const& she)
{
    return mine_path(she) + "/contact";
}

Page mine_page(MineView const& view)
{
    auto const& t = view.t;
    Html requests;
    for (auto const& request : view.requests) {
        requests += request_part(view, request);
    }
    return {
        .title = t("Your page"),
        .content = html<"{}{}{}{}{}{}{}">(
            error_summary(t, view.errors),
            heading(t("Hello {1}", {view.she.data.name})),
            requests,
            own_concerns(view),
            something_wrong(view),
            own_data(view),
            inset_text(paragraph(
                t("Whoever has this link can open this page. On a device that you share, close "
                  "the page and clear the history afterwards.")))),
        .audience = Audience::participant,
        .has_errors = !view.errors.empty(),
        .has_map = view.has_map};
}

Page code_page(Texts const& t, app::Participant const& she, FormState const& state)
{
    auto const home = mine_path(she);
    bool const has_contact = !she.data.contact.empty();
    auto const code = has_contact ? code_input(state) : ten_words_input(state, "code");
    auto const contact = masked(she.data.contact);
    // One form with three ends, so that the code is typed once and Enter asks for the copy.
    return {
        .title = t("Your data and your link"),
        .content = html<
            R"({}{}{}<form action="{}/copy" method="post" novalidate accept-charset="utf-8">{}{}{}{}<button type="submit" class="govuk-button govuk-button--secondary" formaction="{}/link">{}</button>{}{}<button type="submit" class="govuk-button govuk-button--warning" formaction="{}/erasure">{}</button></form>)">(
            error_summary(t, state.errors),
            heading(t("Your data and your link")),
            has_contact
                ? paragraph(t("We have sent a code to {1}. It may take a minute.", {contact}))
                : Html{},
            home,
            code,
            button({.label = t("Download a copy")}),
            heading(t("A new link"), 2, "m"),
            paragraph(
                has_contact ? t("If somebody may have seen your link, take another. The one you "
                                "have opens nothing any more from then on.")
                            : t("If somebody may have seen your link, take another, and other "
                                "words. Those you have open nothing any more from then on.")),
            home,
            t("Give me a new link"),
            heading(t("Erase everything"), 2, "m"),
            bullets(
                {escaped(
                     t.n("Your name, contact, places, words and walks are destroyed, and in our "
                         "backups cannot be read any more after {1} day. Your link stops working. "
                         "This cannot be undone.",
                         "Your name, contact, places, words and walks are destroyed, and in our "
                         "backups cannot be read any more after {1} days. Your link stops "
                         "working. This cannot be undone.",
                         app::kBackupKeysLast.count())),
                 escaped(t("What officers have been told already, and a crime that was recorded, "
                           "cannot be taken back.")),
                 escaped(t("Places that you pointed out stay, without anything that leads to "
                           "you."))}),
            home,
            t("Erase everything")),
        .before = back_link(t, home),
        .path = home + "/code",
        .audience = Audience::participant,
        .has_errors = !state.errors.empty()};
}

Page new_link_page(Site const& site, Texts const& t, app::SecretLink const& link)
{
    return {
        .title = t("Your new link"),
        .content = html<"{}{}">(
            panel(t("Your new link"), escaped(t("The one you had opens nothing any more."))),
            secret_link(site, t, link.token, link.words)),
        .audience = Audience::participant};
}

Page change_page(
    Site const& site,
    Request const& request,
    app::Participant const& she,
    RequestId id,
    FormState const& state,
    Fields const& draft)
{
    auto const& t = state.t;
    return {
        .title = t("Change what you asked for"),
        .content = html<"{}{}{}">(
            error_summary(t, state.errors),
            heading(t("Change what you asked for")),
            form(
                {.action = fmt::format("{}/requests/{}", mine_path(she), id.value),
                 .content = html<"{}{}{}{}{}{}{}">(
                     place_picker(site, walk_places(), state, draft, map_href_of(request)),
                     order_question(state, draft),
                     week_grid(state, t("Days and times")),
                     light_question(state),
                     party_questions(state, site.app.settings()->party_limit),
                     needs_questions(state, site.app.settings()->emergency_number),
                     button({.label = t("Save changes"), .name = "do", .value = "save"}))})),
        .before = back_link(t, mine_path(she)),
        .audience = Audience::participant,
        .has_errors = !state.errors.empty(),
        .has_map = wants_map(request)};
}

} // namespace wt::web
