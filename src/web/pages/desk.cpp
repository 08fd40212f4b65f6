#include "web/pages/desk.hpp"

#include "app/areas.hpp"
#include "base/refusal.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::web {

namespace {

struct StateWords
{
    char const* words;
    std::string_view colour;
};

StateWords words_of(RequestState state)
{
    switch (state) {
    case RequestState::waiting:
        return {N_("Waiting"), "purple"};
    case RequestState::proposed:
        return {N_("Walk proposed"), "yellow"};
    case RequestState::booked:
        return {N_("Booked"), "green"};
    case RequestState::walked:
        return {N_("Walked"), "blue"};
    case RequestState::withdrawn:
        return {N_("Withdrawn"), "grey"};
    }
    return {N_("Waiting"), "purple"};
}

StateWords words_of(WalkState state)
{
    switch (state) {
    case WalkState::proposed:
        return {N_("Waiting for her yes"), "yellow"};
    case WalkState::confirmed:
        return {N_("Confirmed"), "green"};
    case WalkState::started:
        return {N_("Under way"), "turquoise"};
    case WalkState::held:
        return {N_("Held"), "blue"};
    case WalkState::called_away:
        return {N_("Officers called away"), "orange"};
    case WalkState::missed:
        return {N_("Did not happen"), "red"};
    case WalkState::cancelled:
        return {N_("Called off"), "grey"};
    }
    return {N_("Called off"), "grey"};
}

StateWords words_of(PlaceState state)
{
    switch (state) {
    case PlaceState::proposed:
        return {N_("Waiting for her yes"), "yellow"};
    case PlaceState::accepted:
        return {N_("She said yes"), "green"};
    case PlaceState::declined:
        return {N_("She said no, or not in time"), "grey"};
    case PlaceState::cancelled:
        return {N_("Called off"), "grey"};
    case PlaceState::attended:
        return {N_("She walked"), "blue"};
    case PlaceState::absent:
        return {N_("She did not come"), "orange"};
    }
    return {N_("Called off"), "grey"};
}

template <class State>
Html state_tag(Texts const& t, State state)
{
    auto const [words, colour] = words_of(state);
    return tag(t(words), colour);
}

char const* words_of(app::Reason reason)
{
    switch (reason) {
    case app::Reason::planning:
        return N_("To plan a walk with her");
    case app::Reason::the_walk:
        return N_("Her walk is about to begin");
    case app::Reason::answering:
        return N_("To answer her concern");
    default:
        return N_("Someone may be in danger");
    }
}

} // namespace

Response show_desk(
    Site const& site,
    Request const& request,
    Person const& person,
    DeskPage const& what,
    int status)
{
    return show(
        site,
        request,
        {.title = what.title,
         .content = html<"{}{}">(heading(what.title), what.content),
         .before = what.back.empty() ? Html{} : back_link(request.t(), what.back),
         .audience = audience_of(person.role),
         .has_errors = what.has_errors,
         .has_map = what.has_map,
         .is_wide = true,
         .has_exit = false},
        status);
}

BcuId desk_unit(Site const& site, Person const& person, Fields const& fields)
{
    if (person.bcu) {
        return *person.bcu;
    }
    auto const areas = site.app.areas();
    if (auto const chosen = find_id<BcuId>(fields, "bcu")) {
        return areas->require_bcu(*chosen).id;
    }
    auto const bcus = areas->list_bcus();
    if (bcus.empty()) {
        throw Refusal{Refusal::not_found, N_("The force has no command units yet.")};
    }
    return bcus.front().id;
}

Html unit_choice(Site const& site, Texts const& t, Person const& person, UnitChoice const& choice)
{
    if (person.bcu) {
        return {};
    }
    Select units{
        .name = "bcu",
        .label = t("Command unit"),
        .options = {},
        .value = choice.chosen ? std::to_string(choice.chosen->value) : ""};
    if (choice.has_whole_force) {
        units.options.push_back({"", t("The whole force")});
    }
    for (auto const& bcu : site.app.areas()->list_bcus()) {
        units.options.push_back({std::to_string(bcu.id.value), bcu.name});
    }
    return form(
        {.action = std::string{choice.path},
         .content = html<"{}{}">(select(units), button({.label = t("Show"), .is_secondary = true})),
         .method = "get"});
}

Html tag_of(Texts const& t, RequestState state)
{
    return state_tag(t, state);
}

Html tag_of(Texts const& t, WalkState state)
{
    return state_tag(t, state);
}

Html tag_of(Texts const& t, PlaceState state)
{
    return state_tag(t, state);
}

std::string waited_in_words(Texts const& t, Instant since, Instant now)
{
    auto const days = std::chrono::duration_cast<std::chrono::days>(now - since).count();
    if (days < 1) {
        return t("less than a day");
    }
    return days < 14 ? t.n("{1} day", "{1} days", days) : t.n("{1} week", "{1} weeks", days / 7);
}

std::string ward_name(Site const& site, WardId ward)
{
    return site.app.areas()->require_ward(ward).name;
}

Html request_link(Texts const& t, RequestId request)
{
    return link(
        t("Request ending in {1}", {fmt::format("{:05}", request.value % 100'000)}),
        fmt::format("/desk/requests/{}", request.value));
}

Html reason_question(FormState const& state, std::span<app::Reason const> reasons)
{
    auto const& t = state.t;
    std::vector<Choice> choices;
    for (auto const reason : reasons) {
        choices.push_back(
            {.value = std::string{code_in(app::kReasons, reason)}, .label = t(words_of(reason))});
    }
    return radios(
        {.name = "reason",
         .legend = t("Why do you need to know?"),
         .choices = std::move(choices),
         .hint = t("Your reason is recorded with your name and the time. Oversight reads it."),
         .error = state.error("reason"),
         .chosen = state.values("reason"),
         .is_small = true});
}

app::Reason read_reason(Fields const& form, std::span<app::Reason const> reasons)
{
    auto const chosen = find_in(app::kReasons, form.get("reason"));
    bool const may_be = chosen && std::ranges::find(reasons, *chosen) != reasons.end();
    return may_be ? *chosen : app::Reason::none;
}

} // namespace wt::web
