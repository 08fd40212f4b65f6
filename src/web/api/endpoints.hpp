#pragma once

#include "web/api/endpoint.hpp"

namespace wt::web::api {

/// Every endpoint, resource after resource. Each file adds those of its resource.
std::vector<Endpoint> const& list_endpoints();

void add_safeguarding_endpoints(std::vector<Endpoint>& all);
void add_complaint_endpoints(std::vector<Endpoint>& all);
void add_force_endpoints(std::vector<Endpoint>& all);
void add_area_endpoints(std::vector<Endpoint>& all);
void add_concern_endpoints(std::vector<Endpoint>& all);
void add_hotspot_endpoints(std::vector<Endpoint>& all);
void add_desk_hotspot_endpoints(std::vector<Endpoint>& all);
void add_evaluation_endpoints(std::vector<Endpoint>& all);
void add_desk_on_call_endpoints(std::vector<Endpoint>& all);
void add_desk_concern_endpoints(std::vector<Endpoint>& all);
void add_number_endpoints(std::vector<Endpoint>& all);
void add_telling_endpoints(std::vector<Endpoint>& all);
void add_mine_endpoints(std::vector<Endpoint>& all);
void add_session_endpoints(std::vector<Endpoint>& all);
void add_officer_endpoints(std::vector<Endpoint>& all);
void add_desk_endpoints(std::vector<Endpoint>& all);
void add_desk_answer_endpoints(std::vector<Endpoint>& all);
void add_plan_endpoints(std::vector<Endpoint>& all);
void add_partner_endpoints(std::vector<Endpoint>& all);
void add_survey_endpoints(std::vector<Endpoint>& all);
void add_oversight_endpoints(std::vector<Endpoint>& all);

} // namespace wt::web::api
