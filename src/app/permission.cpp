#include "app/permission.hpp"

#include "base/refusal.hpp"

#include <algorithm>
#include <initializer_list>

namespace wt::app {

namespace {

/// Where a role may act.
enum class Reach
{
    own_bcu,
    everywhere
};

struct Rule
{
    Action action;
    std::array<bool, kRoles.size()> roles{};
    Reach reach = Reach::everywhere;

    constexpr Rule(
        Action permitted, std::initializer_list<Role> list, Reach how_far = Reach::everywhere)
        : action{permitted}, reach{how_far}
    {
        for (auto const role : list) {
            roles[static_cast<std::size_t>(role)] = true;
        }
    }
};

using enum Role;

constexpr std::array kRules{
    Rule{Action::ask_for_walk, {visitor, participant}},
    Rule{Action::report_place, {visitor, participant}},
    Rule{Action::see_own_page, {participant}},
    Rule{Action::change_request, {participant}},
    Rule{Action::answer_proposal, {participant}},
    Rule{Action::cancel_walk, {participant}},
    Rule{Action::refuse_officer, {participant}},
    Rule{Action::withdraw_request, {participant}},
    Rule{Action::download_own_data, {participant}},
    Rule{Action::erase_own_data, {participant}},
    Rule{Action::give_verdict, {participant}},
    Rule{Action::correct_concern, {participant}},
    Rule{Action::withdraw_concern, {participant}},
    Rule{Action::complain, {visitor, participant}},
    Rule{Action::see_own_complaints, {participant}},
    Rule{Action::answer_survey, {participant, officer}},
    Rule{Action::subscribe, {visitor}},

    Rule{Action::see_own_walks, {officer}},
    Rule{Action::see_walk, {officer}},
    Rule{Action::start_walk, {officer}},
    Rule{Action::record_concern, {officer}},
    Rule{Action::call_walk_away, {officer}},
    Rule{Action::finish_walk, {officer}},
    Rule{Action::record_disclosure, {officer}},
    Rule{Action::see_patch, {officer}},

    Rule{Action::see_queue, {desk}, Reach::own_bcu},
    Rule{Action::see_request, {desk}, Reach::own_bcu},
    Rule{Action::plan_walks, {desk, administrator, system}, Reach::own_bcu},
    Rule{Action::see_walks, {desk}, Reach::own_bcu},
    Rule{Action::cancel_walk_for_desk, {desk}, Reach::own_bcu},
    Rule{Action::see_concerns, {desk, oversight}, Reach::own_bcu},
    Rule{Action::read_words, {desk}, Reach::own_bcu},
    Rule{Action::answer_concern, {desk}, Reach::own_bcu},
    Rule{Action::merge_concerns, {desk}, Reach::own_bcu},
    Rule{Action::hand_over_concern, {desk}, Reach::own_bcu},
    Rule{Action::go_on_call, {desk}},
    Rule{Action::manage_templates, {desk}, Reach::own_bcu},
    Rule{Action::redact_words, {desk}, Reach::own_bcu},
    Rule{Action::find_disclosure, {desk}, Reach::own_bcu},
    Rule{Action::refer_concern, {desk}, Reach::own_bcu},
    Rule{Action::see_hotspots, {desk, oversight, administrator}, Reach::own_bcu},
    Rule{Action::decide_hotspot, {desk}, Reach::own_bcu},
    Rule{Action::see_evaluations, {desk, oversight, administrator}, Reach::own_bcu},
    Rule{Action::plan_evaluation, {desk}, Reach::own_bcu},
    Rule{Action::approve_evaluation, {oversight}},
    Rule{Action::see_roster, {desk, administrator}, Reach::own_bcu},
    Rule{Action::suspend_officer, {desk, administrator}, Reach::own_bcu},

    Rule{Action::see_disclosures, {safeguarding}},
    Rule{Action::handle_disclosure, {safeguarding}},
    Rule{Action::see_complaints, {standards, watchdog}},
    Rule{Action::handle_complaint, {standards, watchdog}},

    Rule{Action::answer_referral, {partner}},
    Rule{Action::receive_report, {visitor, partner}},

    Rule{Action::import_areas, {administrator}},
    Rule{Action::import_places, {administrator}},
    Rule{Action::import_map, {administrator}},
    Rule{Action::import_roster, {administrator}},
    Rule{Action::manage_staff, {administrator}},
    Rule{Action::manage_partners, {administrator}},
    Rule{Action::manage_help_lines, {administrator}},
    Rule{Action::change_settings, {administrator}},
    Rule{Action::see_audit, {oversight, administrator}},
    Rule{Action::see_surveys, {desk, oversight}, Reach::own_bcu},
    Rule{Action::export_open_data, {administrator, system}},
    Rule{Action::back_up, {administrator, system}},
    Rule{Action::restore, {administrator}},
    Rule{Action::rotate_keys, {administrator}},

    Rule{Action::sign_in, {visitor}},
    Rule{
        Action::sign_out,
        {officer, desk, safeguarding, partner, oversight, administrator, standards, watchdog}},
    Rule{Action::set_password, {visitor}},
    Rule{Action::send_message, {system}},
    Rule{Action::erase_expired, {system}},
    Rule{Action::publish_numbers, {system}},
    Rule{Action::send_referral, {system}},
    Rule{Action::call_second_person, {system}},
    Rule{Action::find_hotspots, {administrator, system}},
    Rule{Action::publish_evaluation, {system}},
};

constexpr bool every_action_has_one_rule()
{
    for (auto const& action : kActions) {
        if (std::ranges::count(kRules, action.value, &Rule::action) != 1) {
            return false;
        }
    }
    return true;
}
static_assert(every_action_has_one_rule());

} // namespace

bool may(Person const& person, Action action, std::optional<BcuId> where)
{
    auto const& rule = *std::ranges::find(kRules, action, &Rule::action);
    if (!rule.roles[static_cast<std::size_t>(person.role)]) {
        return false;
    }
    bool const bound_to_bcu = rule.reach == Reach::own_bcu && person.role == desk;
    return !bound_to_bcu || !where || person.bcu == where;
}

void require_permission(Person const& person, Action action, std::optional<BcuId> where)
{
    if (!may(person, action, where)) {
        throw Refusal{Refusal::forbidden, N_("You are not allowed to do this.")};
    }
}

} // namespace wt::app
