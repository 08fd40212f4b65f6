#include "web/wish_form.hpp"

#include "app/times_of_day.hpp"
#include "base/text.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/components/week_grid.hpp"
#include "web/components/words_warning.hpp"

#include <algorithm>
#include <array>

namespace wt::web {

namespace {

/// Fewer places, of which the first is where they meet, leave nothing to choose.
constexpr std::size_t kPlacesWithOrder = 3;

/// Languages that officers of such forces speak, each named in itself; the force's own is first.
struct Spoken
{
    std::string_view code;
    std::string_view name;
};
constexpr std::array kSpoken{Spoken{"cy", "Cymraeg"},    Spoken{"bfi", "British Sign Language"},
                             Spoken{"ar", "العربية"},    Spoken{"bn", "বাংলা"},
                             Spoken{"es", "Español"},    Spoken{"fa", "فارسی"},
                             Spoken{"fr", "Français"},   Spoken{"gu", "ગુજરાતી"},
                             Spoken{"hi", "हिन्दी"},      Spoken{"it", "Italiano"},
                             Spoken{"pa", "ਪੰਜਾਬੀ"},      Spoken{"pl", "Polski"},
                             Spoken{"pt", "Português"},  Spoken{"ro", "Română"},
                             Spoken{"so", "Soomaali"},   Spoken{"sv", "Svenska"},
                             Spoken{"ta", "தமிழ்"},       Spoken{"tr", "Türkçe"},
                             Spoken{"uk", "Українська"}, Spoken{"ur", "اردو"},
                             Spoken{"yo", "Yorùbá"},     Spoken{"zh", "中文"}};

} // namespace

PlacePicker const& walk_places()
{
    static constexpr PlacePicker kPicker{
        .search_label = N_("Where would you like to meet the officers?"),
        .search_hint =
            N_("A street, a postcode, or a park or station by its name. If it is not found, "
               "a street beside it. Not your home address."),
        .another_label = N_("Another place to walk to (you can leave this out)"),
        .first_note = N_("you meet here"),
        .most = 5};
    return kPicker;
}

Html order_question(FormState const& form, Fields const& draft)
{
    auto const& t = form.t;
    if (places_in(draft).size() < kPlacesWithOrder) {
        return {};
    }
    return checkboxes(
        {.name = "in_order",
         .legend = t("The order of the places"),
         .choices =
             {{.value = "yes",
               .label = t("This is my usual way: walk the places in the order I gave them"),
               .hint = t("Otherwise we take the way that saves the most time. What does not fit "
                         "into the walk is left out."),
               .conditional = {}}},
         .chosen = draft.list("in_order"),
         .is_small = true});
}

Html party_questions(FormState const& form, int limit)
{
    auto const& t = form.t;
    Choices party{
        .name = "party",
        .legend = t("How many of you would come?"),
        .choices = {},
        .error = form.error("party"),
        .chosen = {form.typed.has("party") ? form.value("party") : "1"},
        .is_inline = true,
        .is_small = true};
    for (int n = 1; n <= limit; ++n) {
        party.choices.push_back(
            {.value = std::to_string(n),
             .label = n == 1 ? t("Only me") : std::to_string(n),
             .hint = {},
             .conditional = {}});
    }
    return html<"{}{}">(
        radios(party),
        checkboxes(
            {.name = "share",
             .legend = t("Others on the walk"),
             .choices =
                 {{.value = "yes",
                   .label = t("Other women may walk with us"),
                   .hint =
                       t("You may get a date sooner. Who walks with you sees where and when you "
                         "meet; nobody sees your other places or your words."),
                   .conditional = {}}},
             .chosen = form.values("share")}));
}

Html light_question(FormState const& form)
{
    auto const& t = form.t;
    auto chosen = form.value("light");
    return radios(
        {.name = "light",
         .legend = t("What should it be like outside?"),
         .choices =
             {{.value = "dark",
               .label = t("Dark and quiet"),
               .hint = t("As it is when many women feel least safe. From the times that you tick "
                         "we offer those after dark when few people are about."),
               .conditional = {}},
              {.value = "light",
               .label = t("I'd rather walk in daylight or when it's busy"),
               .hint = t("You are served just the same."),
               .conditional = {}}},
         .error = form.error("light"),
         .chosen = {chosen.empty() ? "dark" : std::move(chosen)}});
}

Html needs_questions(FormState const& form, std::string const& emergency_number)
{
    auto const& t = form.t;
    Select language{
        .name = "language",
        .label = t("A language that you would like to speak"),
        .options = {{"", t("English, or no matter")}},
        .hint = t("We look for officers who speak it. We cannot promise it."),
        .error = form.error("language"),
        .value = form.value("language")};
    for (auto const& spoken : kSpoken) {
        language.options.push_back({std::string{spoken.code}, std::string{spoken.name}});
    }
    return html<"{}{}{}{}{}">(
        checkboxes(
            {.name = "step_free",
             .legend = t("Steps"),
             .choices =
                 {{.value = "yes",
                   .label = t("I need a way without steps"),
                   .hint = t("For a wheelchair, a pram, a stick, or any other reason."),
                   .conditional = {}}},
             .chosen = form.values("step_free")}),
        select(language),
        checkboxes(
            {.name = "needs_language",
             .legend = t("If no officer speaks it"),
             .choices =
                 {{.value = "yes",
                   .label = t("Walk with me only with an officer who speaks it"),
                   .hint = t("You may wait much longer. Your page says so if nobody speaks it."),
                   .conditional = {}}},
             .chosen = form.values("needs_language"),
             .is_small = true}),
        words_warning(t, emergency_number),
        textarea(
            {.name = "words",
             .label = t("Anything that the officers should know before they meet you"),
             .hint = t("Why these places, what happens there, how to recognise you. Only the "
                       "officers of your walk read this."),
             .error = form.error("words"),
             .value = form.value("words"),
             .rows = 5,
             .max_characters = 500,
             .limit_hint = t("You can enter up to 500 characters")}));
}

app::WalkWish wish_in(Fields const& draft)
{
    auto const party = std::clamp(find_integer(draft.get("party")).value_or(0), 0LL, 99LL);
    bool const has_contact = draft.get("contact_by") != "none";
    app::WalkWish wish{
        .is_old_enough = draft.get("age") == "yes",
        .name = draft.get("name"),
        .contact = has_contact ? draft.get("contact") : std::string{},
        .wants_messages = has_contact && draft.get("messages") == "yes",
        .party = draft.has("party") ? static_cast<int>(party) : 1,
        .may_share = draft.get("share") == "yes",
        .details = {}};
    wish.details.places = places_in(draft);
    wish.details.in_order =
        wish.details.places.size() >= kPlacesWithOrder && draft.get("in_order") == "yes";
    wish.details.free_times = app::to_free_times(slots_in(draft));
    wish.details.in_the_light = draft.get("light") == "light";
    wish.details.step_free = draft.get("step_free") == "yes";
    wish.details.language = draft.get("language");
    wish.details.needs_language =
        !wish.details.language.empty() && draft.get("needs_language") == "yes";
    wish.details.words = draft.get("words");
    return wish;
}

void put_wish(Fields& draft, app::WalkWish const& wish)
{
    auto const& details = wish.details;
    draft.set("party", std::to_string(wish.party));
    draft.set("share", wish.may_share ? "yes" : "");
    put_places(draft, details.places);
    draft.set("in_order", details.in_order ? "yes" : "");
    std::vector<std::string> slots;
    for (auto const& slot : app::to_slots(details.free_times)) {
        slots.push_back(slot_value(slot));
    }
    draft.set_list("free_times", std::move(slots));
    draft.set("light", details.in_the_light ? "light" : "dark");
    draft.set("step_free", details.step_free ? "yes" : "");
    draft.set("language", details.language);
    draft.set("needs_language", details.needs_language ? "yes" : "");
    draft.set("words", details.words);
}

std::string light_in_words(Texts const& t, app::PrivateRequest const& details)
{
    return details.in_the_light ? t("In daylight or when it is busy") : t("Dark and quiet");
}

std::string language_name(Texts const& t, std::string_view code)
{
    for (auto const& spoken : kSpoken) {
        if (spoken.code == code) {
            return std::string{spoken.name};
        }
    }
    return code.empty() ? t("English, or no matter") : std::string{code};
}

std::string language_in_words(Texts const& t, app::PrivateRequest const& details)
{
    auto const name = language_name(t, details.language);
    return details.needs_language ? t("{1}: only with an officer who speaks it", {name}) : name;
}

std::string party_in_words(Texts const& t, int party, bool may_share)
{
    auto const people = t.n("{1} person", "{1} people", party);
    return may_share ? t("{1}, and others may join", {people}) : people;
}

Html places_in_words(Texts const& t, app::PrivateRequest const& details)
{
    if (details.places.size() == 1) {
        return escaped(details.places.front().label);
    }
    Html items;
    for (auto const& place : details.places) {
        items += html<"<li>{}</li>">(place.label);
    }
    return html<R"(<ol class="govuk-list govuk-list--number">{}</ol>{})">(
        items, details.in_order ? paragraph(t("Your usual way: walked in this order.")) : Html{});
}

Html times_in_words(Texts const& t, app::PrivateRequest const& details)
{
    Html items;
    for (auto const& line : slots_in_words(t, app::to_slots(details.free_times))) {
        items += html<"<li>{}</li>">(line);
    }
    items += html<"<li>{}</li>">(light_in_words(t, details));
    return html<R"(<ul class="govuk-list">{}</ul>)">(items);
}

} // namespace wt::web
