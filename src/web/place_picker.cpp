#include "web/place_picker.hpp"

#include "app/where.hpp"
#include "base/text.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/map_box.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::web {

namespace {

constexpr std::size_t kLongestSearch = 100;

/// `lat,lon,label`: the label may hold anything.
std::string to_text(app::NamedPlace const& place)
{
    return fmt::format("{:.6f},{:.6f},{}", place.point.lat, place.point.lon, place.label);
}

std::optional<app::NamedPlace> find_place(std::string_view text)
{
    auto const first = text.find(',');
    auto const second = first == std::string_view::npos ? first : text.find(',', first + 1);
    if (second == std::string_view::npos) {
        return std::nullopt;
    }
    auto const lat = find_number(text.substr(0, first));
    auto const lon = find_number(text.substr(first + 1, second - first - 1));
    if (!lat || !lon) {
        return std::nullopt;
    }
    return app::NamedPlace{std::string{text.substr(second + 1)}, {*lat, *lon}};
}

Message outside(Site const& site)
{
    return {
        N_("{1} does not walk there: the place is outside its area. The police of that area may "
           "offer something alike. Choose a place closer by, if there is one for you."),
        {site.app.settings()->force_name}};
}

/// What Enter in a field presses. It stands before every other button of the form, and nobody sees
/// it: else Enter would press the first that is seen, which takes a place away.
Html enter_button()
{
    return html<
        R"(<button type="submit" class="govuk-visually-hidden" name="do" value="enter" tabindex="-1" aria-hidden="true"></button>)">();
}

/// Adds a place, or says why not.
void add_place(
    Site const& site,
    PlacePicker const& picker,
    std::string_view field,
    app::NamedPlace place,
    Fields& draft,
    FieldErrors& errors)
{
    auto places = places_in(draft);
    if (!app::is_in_area(site.app, place.point)) {
        errors.add(std::string{field}, outside(site));
    } else if (std::ranges::find(places, to_text(place), to_text) != places.end()) {
        draft.set("search", "");
    } else if (picker.most > 1 && places.size() >= picker.most) {
        errors.add(
            std::string{field},
            {N_("You have chosen {1} places, the most we can take. Remove one first."),
             {std::to_string(picker.most)}});
    } else {
        if (picker.most == 1) {
            places.clear();
        }
        places.push_back(std::move(place));
        put_places(draft, places);
        draft.set("search", "");
    }
}

void take_search(Fields const& typed, Fields& draft, FieldErrors& errors)
{
    auto const text = typed.get("search");
    if (count_characters(text) < 2) {
        errors.add("search", N_("Enter a street or a postcode."));
    } else if (text.size() > kLongestSearch) {
        errors.add("search", N_("Enter something shorter: a postcode or a name is enough."));
    } else {
        draft.set("search", text);
    }
}

void take_choice(
    Site const& site,
    PlacePicker const& picker,
    Fields const& typed,
    Fields& draft,
    FieldErrors& errors)
{
    auto const options = app::list_place_options(site.app, typed.get("searched"));
    auto const index = find_integer(typed.get("found"));
    if (!index || *index < 0 || static_cast<std::size_t>(*index) >= options.size()) {
        errors.add("found", N_("Choose one of the places, or search again."));
        return;
    }
    auto const& option = options[static_cast<std::size_t>(*index)];
    add_place(site, picker, "found", {option.label, option.point}, draft, errors);
}

void take_map_point(
    Site const& site,
    PlacePicker const& picker,
    Fields const& typed,
    Fields& draft,
    FieldErrors& errors)
{
    auto const lat = find_number(typed.get("lat"));
    auto const lon = find_number(typed.get("lon"));
    if (!lat || !lon || !is_valid({*lat, *lon})) {
        errors.add("search", N_("Tap the place on the map first, or search for it."));
        return;
    }
    add_place(site, picker, "search", place_at(site, {*lat, *lon}), draft, errors);
}

/// What was typed into the search and stands there while the rest of the form is sent: a place that
/// she means to add, so it is looked for and she is told.
void take_unchosen(Fields const& typed, Fields& draft, FieldErrors& errors)
{
    take_search(typed, draft, errors);
    if (errors.empty()) {
        errors.add(
            "search",
            N_("What you typed here is not among your places yet. Choose it below, or empty this "
               "box to go on without it."));
    }
}

/// The button that was pressed; what Enter means depends on what she is at.
std::string press_in(Fields const& typed)
{
    auto press = typed.get("do");
    if (press == "enter" && typed.has("found") && typed.get("search") == typed.get("searched")) {
        return "choose";
    }
    return press == "enter" && !typed.get("search").empty() ? "search" : press;
}

/// `remove-2` takes the third place away.
void remove_place(std::string_view press, Fields& draft)
{
    auto const index = find_integer(press.substr(press.find('-') + 1));
    auto places = places_in(draft);
    if (index && *index >= 0 && static_cast<std::size_t>(*index) < places.size()) {
        places.erase(places.begin() + *index);
        put_places(draft, places);
    }
}

Html chosen_places(
    Texts const& t, PlacePicker const& picker, std::vector<app::NamedPlace> const& places)
{
    Html rows;
    for (std::size_t i = 0; i < places.size(); ++i) {
        bool const has_note = i == 0 && *picker.first_note != '\0';
        rows += html<
            R"(<li class="wt-places__item"><span><strong>{}</strong>{}</span><button class="wt-link-button" type="submit" name="do" value="remove-{}">{}<span class="govuk-visually-hidden"> {}</span></button></li>)">(
            places[i].label,
            has_note ? html<R"( <span class="wt-places__note">{}</span>)">(t(picker.first_note))
                     : Html{},
            i,
            t("Remove"),
            places[i].label);
    }
    return html<"{}{}">(
        enter_button(), places.empty() ? Html{} : html<R"(<ol class="wt-places" id="places">{}</ol>
)">(rows));
}

Html found_places(Site const& site, FormState const& form, std::string const& searched)
{
    auto const& t = form.t;
    auto const options = app::list_place_options(site.app, searched);
    if (options.empty()) {
        return inset_text(paragraph(
            t("We found nothing for '{1}'. Try the name of a street beside it, or a postcode.",
              {searched})));
    }
    Choices question{
        .name = "found",
        .legend = t("Which of these?"),
        .choices = {},
        .error = form.error("found"),
        .chosen = form.values("found"),
        .is_small = true};
    for (std::size_t i = 0; i < options.size(); ++i) {
        auto hint = options[i].meets.empty() ? std::string{} : t("by {1}", {options[i].meets});
        if (options[i].is_near) {
            hint = t("a street near {1}", {options.front().label});
        }
        question.choices.push_back(
            {.value = std::to_string(i), .label = options[i].label, .hint = std::move(hint)});
    }
    return html<"{}{}{}">(
        hidden_input("searched", searched),
        radios(question),
        button({.label = t("Choose this place"), .name = "do", .value = "choose"}));
}

/// The map, or a link to the page with it: a map weighs more than all else together.
Html map_part(Site const& site, Texts const& t, std::string_view map_href)
{
    if (!site.app.network()) {
        return {};
    }
    if (!map_href.empty()) {
        return html<R"(<p class="govuk-body">{}</p>)">(
            link(t("Choose it on a map instead"), map_href));
    }
    return html<
        R"(<div class="wt-map-pick" data-map-part="" hidden><h2 class="govuk-heading-s">{}</h2>{}{}<input type="hidden" id="lat" name="lat" value=""><input type="hidden" id="lon" name="lon" value="">{}</div><noscript>{}</noscript>
)">(t("Or show it on the map"),
        paragraph(t("Tap the place, or move the map with the arrow keys and press Enter.")),
        map_box(site, {.label = t("Map to choose a place"), .pick_lat = "lat", .pick_lon = "lon"}),
        button(
            {.label = t("Choose the place on the map"),
             .name = "do",
             .value = "map",
             .is_secondary = true}),
        paragraph(t("Your browser shows no map here. The search above finds the same places.")));
}

} // namespace

std::vector<app::NamedPlace> places_in(Fields const& draft)
{
    std::vector<app::NamedPlace> places;
    for (auto const& text : draft.list("place")) {
        if (auto place = find_place(text)) {
            places.push_back(std::move(*place));
        }
    }
    return places;
}

void put_places(Fields& draft, std::vector<app::NamedPlace> const& places)
{
    std::vector<std::string> texts;
    for (auto const& place : places) {
        texts.push_back(to_text(place));
    }
    draft.set_list("place", std::move(texts));
}

app::NamedPlace place_at(Site const& site, LatLon point)
{
    auto name = app::street_near(site.app, point);
    if (name.empty()) {
        name = fmt::format("{:.4f}, {:.4f}", point.lat, point.lon);
    }
    return {std::move(name), point};
}

Picked take_places(Site const& site, PlacePicker const& picker, Fields const& typed, Fields& draft)
{
    auto const press = press_in(typed);
    Picked picked{
        .is_press = press == "search" || press == "choose" || press == "map" ||
                    press.starts_with("remove-")};
    if (press == "search") {
        take_search(typed, draft, picked.errors);
    } else if (press.starts_with("remove-")) {
        remove_place(press, draft);
    } else if (press == "choose" || typed.has("found")) {
        take_choice(site, picker, typed, draft, picked.errors);
    } else if (press == "map" || !typed.get("lat").empty()) {
        take_map_point(site, picker, typed, draft, picked.errors);
    } else if (!typed.get("search").empty()) {
        take_unchosen(typed, draft, picked.errors);
    } else if (typed.has("search")) {
        draft.set("search", "");
    }
    return picked;
}

Html place_picker(
    Site const& site,
    PlacePicker const& picker,
    FormState const& form,
    Fields const& draft,
    std::string_view map_href)
{
    auto const& t = form.t;
    auto const places = places_in(draft);
    auto const chosen = chosen_places(t, picker, places);
    if (picker.most > 1 && places.size() >= picker.most) {
        return html<"{}{}">(chosen, paragraph(t("That is as many places as one walk can take.")));
    }
    auto const searched = draft.get("search");
    auto error = form.error("search");
    if (error.empty()) {
        error = form.error("places");
    }
    return html<R"({}<div id="{}">{}{}{}{}</div>)">(
        chosen,
        places.empty() ? std::string_view{"places"} : std::string_view{"more-places"},
        text_input(
            {.name = "search",
             .label = t(places.empty() ? picker.search_label : picker.another_label),
             .hint = t(picker.search_hint),
             .error = std::move(error),
             .value = form.typed.has("search") ? form.value("search") : searched,
             .type = "search",
             .autocomplete = "off",
             .spellcheck = false}),
        button({.label = t("Search"), .name = "do", .value = "search", .is_secondary = true}),
        searched.empty() ? Html{} : found_places(site, form, searched),
        map_part(site, t, map_href));
}

bool wants_map(Request const& request)
{
    return request.query.has("map");
}

std::string map_href_of(Request const& request)
{
    return wants_map(request) ? std::string{} : request.path + "?map=1";
}

} // namespace wt::web
