#include "web/pages/home.hpp"

#include "web/components/content.hpp"
#include "web/components/inputs.hpp"

#include <array>

namespace wt::web {

namespace {

struct Step
{
    char const* title;
    char const* text;
};

constexpr std::array kSteps{
    Step{
        N_("You say where and when"),
        N_("Your usual way, a park, a station: anywhere that feels unsafe. You need no account, "
           "and a first name is enough.")},
    Step{
        N_("Two women officers walk with you"),
        N_("You know who they are before you meet, and you can check them yourself, without "
           "asking them.")},
    Step{
        N_("You show them what is wrong"),
        N_("Too dark, nobody about, someone who bothers you. They write it down at the place "
           "where you are.")},
    Step{
        N_("You get an answer, in public"),
        N_("For each place we say what was done, by whom, or why not. Then you say whether it "
           "helped.")},
};

struct Door
{
    char const* title;
    char const* text;
    std::string_view href;
};

constexpr std::array kDoors{
    Door{
        N_("Tell us about a place"),
        N_("Without a walk and without your name. Two minutes."),
        "/tell"},
    Door{
        N_("What happened"),
        N_("Every place that women told us about, and what was done."),
        "/concerns"},
    Door{
        N_("Check an officer"),
        N_("Is she really the officer on your walk? Find out now."),
        "/officers/check"},
    Door{
        N_("Get your link again"),
        N_("You asked for a walk and lost the way to your page."),
        "/link"},
    Door{N_("Get help now"), N_("If you are in danger, or someone hurts you."), "/help"},
};

Html hero(Texts const& t)
{
    return html<
        R"(<div class="wt-hero"><div class="wt-hero__words"><h1 class="govuk-heading-xl">{}</h1><p class="govuk-body-l">{}</p>{}<p class="wt-hero__note">{}</p></div><svg class="wt-hero__picture" viewBox="0 0 420 300" preserveAspectRatio="xMaxYMax meet" aria-hidden="true" focusable="false"><circle class="moon" cx="338" cy="58" r="26"/><path class="far" d="M0 188l34-20 26 14 40-34 38 26 44-40 40 30 36-18 42 30 38-24 42 22 40-12v138H0z"/><path class="near" d="M0 232c70-26 140-30 210-14s140 22 210-2v84H0z"/><path class="way" d="M150 300c24-44 92-38 96-66 3-22-46-22-40-42 4-14 34-16 62-22"/><g class="lamp"><path class="post" d="M84 250V126"/><path class="glow" d="M84 126l-46 124h92z"/><circle class="bulb" cx="84" cy="122" r="9"/></g><g class="lamp"><path class="post" d="M330 240v-96"/><path class="glow" d="M330 144l-36 96h72z"/><circle class="bulb" cx="330" cy="140" r="7"/></g><g class="people"><circle cx="186" cy="190" r="9"/><path d="M174 238c0-24 3-36 12-36s12 12 12 36z"/><circle cx="214" cy="186" r="9"/><path d="M202 236c0-26 3-38 12-38s12 12 12 38z"/><circle cx="242" cy="190" r="9"/><path d="M230 238c0-24 3-36 12-36s12 12 12 36z"/></g></svg></div>
)">(t("Walk with us where you feel unsafe"),
        t("Two women police officers walk your usual way with you, after dark or whenever you "
          "choose. You show them what is wrong. We tell you what is done about it."),
        button({.label = t("Ask for a walk"), .href = "/ask", .is_start = true}),
        t("Takes about four minutes. No account, no proof of anything."));
}

Html steps(Texts const& t)
{
    Html items;
    for (auto const& step : kSteps) {
        items +=
            html<R"(<li><h3 class="govuk-heading-s">{}</h3><p class="govuk-body">{}</p></li>)">(
                t(step.title), t(step.text));
    }
    return html<
        R"(<section aria-labelledby="how"><h2 class="govuk-heading-l" id="how">{}</h2><ol class="wt-steps">{}</ol></section>
)">(t("How it works"), items);
}

Html doors(Texts const& t)
{
    Html items;
    for (auto const& door : kDoors) {
        items += html<
            R"(<li class="wt-card"><h3 class="govuk-heading-m"><a class="wt-card__link" href="{}">{}</a></h3><p class="govuk-body">{}</p></li>)">(
            door.href, t(door.title), t(door.text));
    }
    return html<
        R"(<section aria-labelledby="more"><h2 class="govuk-heading-l" id="more">{}</h2><ul class="wt-cards">{}</ul></section>
)">(t("What else you can do here"), items);
}

} // namespace

Page home_page(Texts const& t)
{
    return {
        .title = t("Walk with us where you feel unsafe"),
        .content = html<"{}{}{}">(hero(t), steps(t), doors(t)),
        .is_wide = true};
}

} // namespace wt::web
