#pragma once

#include "base/refusal.hpp"
#include "web/open311_text.hpp"
#include "web/request.hpp"
#include "web/resources.hpp"

/// What the resources of Open311 share.
namespace wt::web {

inline constexpr std::string_view kOpen311Path = "/open311/v2";

/// The one jurisdiction that this server serves: the name of its host.
std::string open311_jurisdiction(Site const& site);

/// Nothing if the jurisdiction that was asked for, if any, is ours; else the error.
std::optional<Response>
find_jurisdiction_error(Site const& site, Fields const& asked, Open311Format format);

/// What `act` returns; a refusal as an error in that format.
template <class Act>
Response open311_guarded(Request const& request, Open311Format format, Act const& act)
{
    try {
        return act();
    } catch (Refusal const& refusal) {
        int const status = refusal.kind() == Refusal::forbidden   ? 403
                           : refusal.kind() == Refusal::not_found ? 404
                           : refusal.kind() == Refusal::conflict  ? 409
                                                                  : 400;
        return open311_error(format, status, request.t()(refusal.message()));
    }
}

} // namespace wt::web
