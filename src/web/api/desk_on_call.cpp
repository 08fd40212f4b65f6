#include "app/owners.hpp"
#include "web/api/endpoints.hpp"

/// Who of a desk is on call.
namespace wt::web::api {

namespace {

Response go_on_call(Call const& call)
{
    app::go_on_call(call.app(), call.person, call.body.at("hours").get<int>());
    return no_content();
}

} // namespace

void add_desk_on_call_endpoints(std::vector<Endpoint>& all)
{
    all.push_back(
        {.method = Method::post,
         .path = "/desk/on-call",
         .id = "goOnCall",
         .tag = "desk",
         .summary = "Be on call from now on: colleagues see it when they hand over",
         .access = Access::staff,
         .body = object_of(
             "For how long.",
             {{"hours", whole_number("From now on; 0: not any more.", 0, app::kLongestOnCall)}},
             true),
         .answer = nothing("It is so."),
         .handle = go_on_call});
}

} // namespace wt::web::api
