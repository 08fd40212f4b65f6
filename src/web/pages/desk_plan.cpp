#include "web/pages/desk_plan.hpp"

#include "base/crypto.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/desk.hpp"
#include "web/pages/moments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace wt::web {

namespace {

Html date_question(FormState const& state, std::string const& name, std::string legend)
{
    auto const& t = state.t;
    return date_input(
        {.name = name,
         .legend = std::move(legend),
         .day_label = t("Day"),
         .month_label = t("Month"),
         .year_label = t("Year"),
         .error = state.error(name),
         .day = state.value(name + "-day"),
         .month = state.value(name + "-month"),
         .year = state.value(name + "-year")});
}

std::size_t served_in(app::WalkPlan const& plan)
{
    std::size_t served = 0;
    for (auto const& walk : plan.walks) {
        served += walk.requests.size();
    }
    return served;
}

Html summary(Texts const& t, app::WalkPlan const& plan)
{
    auto const percent = std::lround(plan.gap * 100);
    return html<"{}{}">(
        paragraph(
            t("{1} of {2} requests that wait get a walk.",
              {std::to_string(served_in(plan)), std::to_string(plan.waiting)})),
        paragraph(
            percent == 0 ? t("It is proven that no plan can serve more.")
                         : t("It is proven that no plan can serve more than {1}. This one is at "
                             "most {2}% below what is possible.",
                             {std::to_string(plan.bound), std::to_string(percent)})));
}

Html walks_of(Site const& site, Texts const& t, app::WalkPlan const& plan)
{
    if (plan.walks.empty()) {
        return inset_text(paragraph(t("There is no walk that can be planned for these days.")));
    }
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    Table list{
        .caption = t("Walks"),
        .head = {t("When"), t("Ward"), t("Officers"), t("For"), t("Why")},
        .rows = {}};
    for (auto const& walk : plan.walks) {
        std::vector<Html> requests;
        for (auto const request : walk.requests) {
            requests.push_back(request_link(t, request));
        }
        std::vector<Html> reasons;
        for (auto const why : walk.why) {
            reasons.push_back(escaped(t(sentence(why))));
        }
        list.rows.push_back(
            {escaped(span_in_words(t, zone, walk.time)),
             escaped(walk.ward_name),
             escaped(fmt::format("{}", fmt::join(walk.officer_names, ", "))),
             bullets(requests),
             bullets(reasons)});
    }
    return table(list);
}

Html unserved_of(Texts const& t, app::WalkPlan const& plan)
{
    if (plan.unserved.empty()) {
        return {};
    }
    Table list{
        .caption = t("Requests without a walk in this plan"),
        .head = {t("Request"), t("Why not")},
        .rows = {}};
    for (auto const& left_out : plan.unserved) {
        list.rows.push_back(
            {request_link(t, left_out.request), escaped(t(sentence(left_out.why_not)))});
    }
    return table(list);
}

} // namespace

Message sentence(matching::Why why)
{
    switch (why) {
    case matching::Why::first_for_next:
        return N_("Her last walk was broken off, so she comes first");
    case matching::Why::waited_longest:
        return N_("Nobody who is left out has waited longer");
    case matching::Why::her_only_time:
        return N_("The only time that is possible for her");
    case matching::Why::best_hour:
        return N_("Her darkest and quietest hour, or the light that she chose");
    case matching::Why::all_know_the_ward:
        return N_("Both officers know the ward");
    case matching::Why::all_speak_language:
        return N_("Both officers speak her language");
    case matching::Why::shared:
        return N_("Shared by women who agreed to that");
    }
    return N_("Nobody who is left out has waited longer");
}

Message sentence(matching::WhyNot why_not)
{
    switch (why_not) {
    case matching::WhyNot::party_too_large:
        return N_("They are more women than one walk can take.");
    case matching::WhyNot::no_hour_offered:
        return N_("On these days she is free at no dark and quiet time.");
    case matching::WhyNot::window_too_short:
        return N_("The times at which she is free are too short for a walk.");
    case matching::WhyNot::nobody_free:
        return N_("At her times fewer than two women officers are on duty and free.");
    case matching::WhyNot::nobody_knows_ward:
        return N_("At her times none of the officers on duty knows the ward.");
    case matching::WhyNot::nobody_speaks_language:
        return N_("At her times no two officers on duty know the ward and speak her language.");
    case matching::WhyNot::all_refused:
        return N_("Only officers whom she does not want to walk with are free at her times.");
    case matching::WhyNot::others_first:
        return N_("The officers of her times walk with others who come before her.");
    }
    return N_("The officers of her times walk with others who come before her.");
}

Html plan_question(FormState const& state)
{
    auto const& t = state.t;
    return form(
        {.action = "/desk/plan",
         .content = html<"{}{}{}">(
             date_question(state, "first", t("First day")),
             date_question(state, "last", t("Last day")),
             button({.label = t("Make a plan")}))});
}

Html plan_view(Site const& site, Texts const& t, app::WalkPlan const& plan)
{
    return html<"{}{}{}">(summary(t, plan), walks_of(site, t, plan), unserved_of(t, plan));
}

std::string checksum_of(app::WalkPlan const& plan)
{
    std::string text;
    for (auto const& walk : plan.walks) {
        text += fmt::format("{}:", to_milliseconds(walk.time.from));
        for (auto const officer : walk.officers) {
            text += fmt::format("{},", officer.value);
        }
        for (auto const request : walk.requests) {
            text += fmt::format(";{}", request.value);
        }
        text += '\n';
    }
    return checksum(text);
}

} // namespace wt::web
