#pragma once

#include "base/named.hpp"

namespace wt::app {

/// Everything a person can do that is permitted to some and written into the audit.
enum class Action
{
    // she
    ask_for_walk,
    see_own_page,
    change_request,
    answer_proposal,
    cancel_walk,
    refuse_officer,
    withdraw_request,
    download_own_data,
    erase_own_data,
    give_verdict,
    correct_concern,
    withdraw_concern,
    report_place,
    // officers
    see_own_walks,
    see_walk,
    start_walk,
    record_concern,
    call_walk_away,
    finish_walk,
    // the desk
    see_queue,
    see_request,
    plan_walks,
    see_walks,
    cancel_walk_for_desk,
    see_concerns,
    read_words,
    answer_concern,
    see_roster,
    suspend_officer,
    // the force
    import_areas,
    import_places,
    import_map,
    import_roster,
    manage_staff,
    change_settings,
    see_audit,
    see_numbers,
    // staff themselves
    sign_in,
    sign_out,
    set_password,
    // the worker
    send_message,
    erase_expired,
};

inline constexpr std::array<Named<Action>, 42> kActions{{
    {Action::ask_for_walk, "ask_for_walk"},
    {Action::see_own_page, "see_own_page"},
    {Action::change_request, "change_request"},
    {Action::answer_proposal, "answer_proposal"},
    {Action::cancel_walk, "cancel_walk"},
    {Action::refuse_officer, "refuse_officer"},
    {Action::withdraw_request, "withdraw_request"},
    {Action::download_own_data, "download_own_data"},
    {Action::erase_own_data, "erase_own_data"},
    {Action::give_verdict, "give_verdict"},
    {Action::correct_concern, "correct_concern"},
    {Action::withdraw_concern, "withdraw_concern"},
    {Action::report_place, "report_place"},
    {Action::see_own_walks, "see_own_walks"},
    {Action::see_walk, "see_walk"},
    {Action::start_walk, "start_walk"},
    {Action::record_concern, "record_concern"},
    {Action::call_walk_away, "call_walk_away"},
    {Action::finish_walk, "finish_walk"},
    {Action::see_queue, "see_queue"},
    {Action::see_request, "see_request"},
    {Action::plan_walks, "plan_walks"},
    {Action::see_walks, "see_walks"},
    {Action::cancel_walk_for_desk, "cancel_walk_for_desk"},
    {Action::see_concerns, "see_concerns"},
    {Action::read_words, "read_words"},
    {Action::answer_concern, "answer_concern"},
    {Action::see_roster, "see_roster"},
    {Action::suspend_officer, "suspend_officer"},
    {Action::import_areas, "import_areas"},
    {Action::import_places, "import_places"},
    {Action::import_map, "import_map"},
    {Action::import_roster, "import_roster"},
    {Action::manage_staff, "manage_staff"},
    {Action::change_settings, "change_settings"},
    {Action::see_audit, "see_audit"},
    {Action::see_numbers, "see_numbers"},
    {Action::sign_in, "sign_in"},
    {Action::sign_out, "sign_out"},
    {Action::set_password, "set_password"},
    {Action::send_message, "send_message"},
    {Action::erase_expired, "erase_expired"},
}};

} // namespace wt::app
