#include "web/pages/ask.hpp"

#include "base/text.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/components/week_grid.hpp"
#include "web/pages/help_lines.hpp"
#include "web/pages/secret_link.hpp"
#include "web/pages/what_is_kept.hpp"
#include "web/wish_form.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

Html continue_button(Texts const& t)
{
    return button({.label = t("Continue")});
}

std::string years(Site const& site)
{
    return std::to_string(site.app.settings()->minimum_age);
}

Html contact_choices(FormState const& form)
{
    auto const& t = form.t;
    auto const contact = html<"{}{}">(
        text_input(
            {.name = "contact",
             .label = t("E-mail address or telephone number"),
             .hint = t("For example name@example.org or 07700 900123"),
             .error = form.error("contact"),
             .value = form.value("contact"),
             .autocomplete = "email",
             .spellcheck = false}),
        radios(
            {.name = "messages",
             .legend = t("May we send you messages about your walk?"),
             .choices =
                 {{.value = "yes",
                   .label = t("Yes"),
                   .hint = t("They name neither the police nor a place. The details are behind "
                             "your link."),
                   .conditional = {}},
                  {.value = "no",
                   .label = t("No, I will look at my page myself"),
                   .hint = t("We use the contact only if you lose your link, or for a code that "
                             "you ask for."),
                   .conditional = {}}},
             .error = form.error("messages"),
             .chosen = form.values("messages"),
             .is_small = true}));
    return radios(
        {.name = "contact_by",
         .legend = t("How can we reach you?"),
         .choices =
             {{.value = "contact",
               .label = t("By e-mail or telephone"),
               .hint = {},
               .conditional = contact},
              {.value = "none",
               .label = t("Not at all: I will keep my link"),
               .hint = t("At the end you get a secret link and ten words to write down. "
                         "Without a contact nobody can send them again."),
               .conditional = {}}},
         .error = form.error("contact_by"),
         .chosen = form.values("contact_by")});
}

struct Row
{
    std::string key;
    Html value;
    std::string_view path;
};

Html answers_list(Texts const& t, std::vector<Row> rows)
{
    std::vector<SummaryRow> list;
    for (auto& row : rows) {
        list.push_back(
            {.key = row.key,
             .value = std::move(row.value),
             .change_href = std::string{row.path},
             .change_label = t("Change"),
             .change_what = row.key});
    }
    return summary_list(list);
}

Html answers(Texts const& t, app::WalkWish const& wish)
{
    auto const contact = wish.contact.empty() ? t("None: you keep your link") : wish.contact;
    auto const messages = wish.wants_messages ? t("Yes") : t("No messages");
    auto const& details = wish.details;
    return answers_list(
        t,
        {{t("Name"), escaped(wish.name), "/ask/you"},
         {t("Contact"), escaped(contact), "/ask/you"},
         {t("Messages"), escaped(messages), "/ask/you"},
         {t("Where"), places_in_words(t, details), "/ask/where"},
         {t("When"), times_in_words(t, details), "/ask/when"},
         {t("Who comes"), escaped(party_in_words(t, wish.party, wish.may_share)), "/ask/more"},
         {t("Steps"),
          escaped(details.step_free ? t("A way without steps") : t("No matter")),
          "/ask/more"},
         {t("Language"), escaped(language_in_words(t, details)), "/ask/more"},
         {t("Your words"),
          details.words.empty() ? escaped(t("None"))
                                : html<R"(<div class="wt-words">{}</div>)">(details.words),
          "/ask/more"}});
}

/// What follows from sending, before she sends.
Html what_follows(Site const& site, Texts const& t)
{
    return html<"{}{}{}{}{}{}">(
        heading(t("What the public will see"), 2, "m"),
        paragraph(t("Nothing of this. Only what you point out on a walk is shown, as a street and "
                    "never as yours, and only where enough women speak of the same area.")),
        heading(t("What we keep, and for how long"), 2, "m"),
        what_is_kept(site, t),
        heading(t("Who sees it"), 2, "m"),
        who_sees_it(t));
}

/// Five lines of two words each, as she would write them; nothing where there are none.

} // namespace

Html age_question(AskView const& view)
{
    auto const& t = view.form.t;
    return html<"{}{}">(
        radios(
            {.name = "age",
             .legend = t("Are you {1} or over?", {years(view.site)}),
             .choices =
                 {{.value = "yes", .label = t("Yes"), .hint = {}, .conditional = {}},
                  {.value = "no", .label = t("No"), .hint = {}, .conditional = {}}},
             .hint = t("We ask for no birth date and no proof."),
             .error = view.form.error("age"),
             .chosen = view.form.values("age"),
             .is_heading = true,
             .is_inline = true}),
        continue_button(t));
}

Html you_questions(AskView const& view)
{
    auto const& t = view.form.t;
    return html<"{}{}{}{}">(
        heading(t("About you")),
        text_input(
            {.name = "name",
             .label = t("What may the officers call you?"),
             .hint = t("A first name is enough, or any name you like."),
             .error = view.form.error("name"),
             .value = view.form.value("name"),
             .autocomplete = "given-name",
             .width = 20,
             .spellcheck = false}),
        contact_choices(view.form),
        continue_button(t));
}

Html where_question(AskView const& view)
{
    auto const& t = view.form.t;
    bool const has_place = !places_in(view.draft).empty();
    return html<"{}{}{}{}{}">(
        heading(t("Where would you like to walk?")),
        paragraph(t("Your usual way, a park, the way to a station: up to five places. The first "
                    "is where you meet the officers, and where the walk ends again.")),
        place_picker(view.site, walk_places(), view.form, view.draft, map_href_of(view.request)),
        order_question(view.form, view.draft),
        has_place ? button({.label = t("That's all: continue"), .name = "do", .value = "done"})
                  : Html{});
}

Html when_question(AskView const& view)
{
    auto const& t = view.form.t;
    return html<"{}{}{}{}{}">(
        heading(t("When could you walk?")),
        paragraph(t.n(
            "Tick every time that suits you in an ordinary week. A walk takes about {1} minute.",
            "Tick every time that suits you in an ordinary week. A walk takes about {1} minutes.",
            view.site.app.settings()->walk_minutes)),
        week_grid(view.form, t("Days and times")),
        light_question(view.form),
        continue_button(t));
}

Html more_questions(AskView const& view)
{
    auto const& t = view.form.t;
    return html<"{}{}{}{}{}">(
        heading(t("Anything else?")),
        paragraph(t("You can leave all of this out.")),
        party_questions(view.form, view.site.app.settings()->party_limit),
        needs_questions(view.form, view.site.app.settings()->emergency_number),
        continue_button(t));
}

Page under_age_page(Site const& site, Texts const& t)
{
    auto const outside = [](char const* name, char const* address) { return link(name, address); };
    return {
        .title = t("Help for children and young people"),
        .content = html<"{}{}{}{}{}">(
            heading(t("Help for children and young people")),
            paragraph(
                t("These walks are for women of {1} and over. But you count, and there is help "
                  "for you.",
                  {years(site)})),
            bullets(
                {t.html(
                     "{1}: talk to someone about anything, free and in private, on {2} or online.",
                     {outside("Childline", "https://www.childline.org.uk/"),
                      link("0800 1111", phone_address("0800 1111"))}),
                 t.html(
                     "{1}: about safety, abuse and how you are treated, at home or by a partner.",
                     {outside("The Mix", "https://www.themix.org.uk/")}),
                 t.html(
                     "{1}: if someone makes you do sexual things, on the net or off it.",
                     {outside("CEOP", "https://www.ceop.police.uk/")}),
                 t.html(
                     "{1}: to tell what you know about a crime without saying who you are.",
                     {outside("Fearless", "https://crimestoppers-uk.org/fearless/")})}),
            inset_text(t.html(
                "In danger now? Call {1}. If you cannot speak, press 55 when you are asked.",
                {phone_link(site.app.settings()->emergency_number)})),
            html<R"({}{}{})">(
                heading(t("Tell us about a place"), 2, "m"),
                paragraph(t("You can say where you feel unsafe without a walk, without your name "
                            "and without any words of your own.")),
                button({.label = t("Tell us about a place"), .href = "/tell"}))),
        .before = back_link(t, "/ask/age")};
}

Page check_page(
    Site const& site,
    Texts const& t,
    app::WalkWish const& wish,
    std::string_view idempotency,
    FieldErrors const& errors)
{
    return {
        .title = t("Check your answers"),
        .content = html<"{}{}{}{}{}">(
            error_summary(t, errors),
            heading(t("Check your answers")),
            answers(t, wish),
            what_follows(site, t),
            form(
                {.action = "/ask/check",
                 .content = button({.label = t("Send")}),
                 .idempotency = std::string{idempotency}})),
        .before = back_link(t, "/ask/more"),
        .has_errors = !errors.empty()};
}

Page done_page(Site const& site, Texts const& t, std::string_view token, std::string_view words)
{
    return {
        .title = t("You are in the queue"),
        .content = html<"{}{}{}{}">(
            panel(t("You are in the queue"), escaped(t("Nothing else is needed from you now."))),
            secret_link(site, t, token, words),
            heading(t("What happens next"), 2, "m"),
            bullets(
                {escaped(t("The desk plans the walks of the coming weeks. You then find a date, "
                           "a meeting place and the names of two officers on your page.")),
                 escaped(t("You say yes, or ask for another time. Nothing happens without you.")),
                 escaped(t("You can change or withdraw what you asked for at any time."))}))};
}

} // namespace wt::web
