#pragma once

#include "web/pages/errors.hpp"
#include "web/pages/shell.hpp"
#include "web/router.hpp"
#include "web/site.hpp"

/// What every file of a resource includes, and what each adds to the routes; the list is called in
/// routes.cpp.
namespace wt::web {

void add_home_routes(Router& router);
void add_help_routes(Router& router);
void add_about_routes(Router& router);
void add_language_routes(Router& router);
void add_service_routes(Router& router);
void add_asset_routes(Router& router);
void add_ask_routes(Router& router);
void add_mine_routes(Router& router);
void add_mine_request_routes(Router& router);
void add_mine_data_routes(Router& router);
void add_mine_about_routes(Router& router);
void add_link_routes(Router& router);
void add_link_words_routes(Router& router);
void add_officers_check_routes(Router& router);
void add_tell_routes(Router& router);
void add_desk_queue_routes(Router& router);
void add_desk_plan_routes(Router& router);
void add_desk_walks_routes(Router& router);
void add_desk_officers_routes(Router& router);
void add_desk_concerns_routes(Router& router);
void add_desk_answers_routes(Router& router);
void add_desk_templates_routes(Router& router);
void add_desk_referrals_routes(Router& router);
void add_referrals_routes(Router& router);
void add_open311_routes(Router& router);
void add_open311_requests_routes(Router& router);
void add_concerns_routes(Router& router);
void add_hotspots_routes(Router& router);
void add_desk_hotspots_routes(Router& router);
void add_evaluations_routes(Router& router);
void add_desk_evaluations_routes(Router& router);
void add_news_routes(Router& router);
void add_numbers_routes(Router& router);
void add_open_data_routes(Router& router);
void add_surveys_routes(Router& router);
void add_survey_results_routes(Router& router);
void add_tiles_routes(Router& router);
void add_staff_sign_in_routes(Router& router);
void add_staff_invitation_routes(Router& router);
void add_officer_walks_routes(Router& router);
void add_officer_concerns_routes(Router& router);
void add_officer_disclosures_routes(Router& router);
void add_officer_patch_routes(Router& router);
void add_desk_disclosures_routes(Router& router);
void add_safeguarding_routes(Router& router);
void add_help_share_routes(Router& router);
void add_wrong_routes(Router& router);
void add_mine_wrong_routes(Router& router);
void add_complaints_routes(Router& router);
void add_audit_routes(Router& router);
void add_oversight_routes(Router& router);
void add_demo_routes(Router& router);

} // namespace wt::web
