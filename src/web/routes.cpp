#include "web/routes.hpp"

#include "web/api/api.hpp"
#include "web/resources.hpp"

namespace wt::web {

Router make_router()
{
    Router router;
    for (auto const add : {
             add_home_routes,
             add_help_routes,
             add_about_routes,
             add_language_routes,
             add_service_routes,
             add_asset_routes,
             add_ask_routes,
             add_mine_routes,
             add_mine_request_routes,
             add_mine_data_routes,
             add_mine_about_routes,
             add_link_routes,
             add_link_words_routes,
             add_officers_check_routes,
             add_tell_routes,
             add_staff_sign_in_routes,
             add_staff_invitation_routes,
             add_officer_walks_routes,
             add_officer_concerns_routes,
             add_officer_disclosures_routes,
             add_officer_patch_routes,
             add_desk_disclosures_routes,
             add_safeguarding_routes,
             add_help_share_routes,
             add_wrong_routes,
             add_mine_wrong_routes,
             add_complaints_routes,
             add_audit_routes,
             add_oversight_routes,
             add_demo_routes,
             add_desk_queue_routes,
             add_desk_plan_routes,
             add_desk_walks_routes,
             add_desk_officers_routes,
             add_desk_concerns_routes,
             add_desk_answers_routes,
             add_desk_templates_routes,
             add_desk_referrals_routes,
             add_referrals_routes,
             add_open311_routes,
             add_open311_requests_routes,
             add_concerns_routes,
             add_hotspots_routes,
             add_desk_hotspots_routes,
             add_evaluations_routes,
             add_desk_evaluations_routes,
             add_news_routes,
             add_numbers_routes,
             add_open_data_routes,
             add_surveys_routes,
             add_survey_results_routes,
             add_tiles_routes,
             add_api_routes,
         }) {
        add(router);
    }
    return router;
}

} // namespace wt::web
