#include "web/api/endpoints.hpp"

namespace wt::web::api {

std::vector<Endpoint> const& list_endpoints()
{
    static auto const all = [] {
        std::vector<Endpoint> list;
        for (auto const add : {
                 add_safeguarding_endpoints, add_complaint_endpoints,  add_force_endpoints,
                 add_area_endpoints,         add_concern_endpoints,    add_hotspot_endpoints,
                 add_desk_hotspot_endpoints, add_evaluation_endpoints, add_desk_on_call_endpoints,
                 add_number_endpoints,       add_telling_endpoints,    add_mine_endpoints,
                 add_session_endpoints,      add_officer_endpoints,    add_desk_endpoints,
                 add_desk_answer_endpoints,  add_plan_endpoints,       add_partner_endpoints,
                 add_survey_endpoints,       add_oversight_endpoints,  add_desk_concern_endpoints,
             }) {
            add(list);
        }
        return list;
    }();
    return all;
}

} // namespace wt::web::api
