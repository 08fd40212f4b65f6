#include "web/begin_session.hpp"

#include "base/refusal.hpp"
#include "web/signed_in.hpp"

namespace wt::web {

std::string
sign_in_within_limits(Site& site, std::string_view client, app::Credentials const& credentials)
{
    auto const& name = credentials.sign_in_name;
    if (!site.limits.may_sign_in(client, name, site.now())) {
        throw Refusal{
            Refusal::too_many, N_("This has failed many times. Wait ten minutes, then try again.")};
    }
    try {
        return app::sign_in(site.app, credentials);
    } catch (Refusal const& refusal) {
        if (refusal.kind() == Refusal::forbidden) {
            site.limits.count_failed_sign_in(client, name, site.now());
        }
        throw;
    }
}

Response
begin_session(Site& site, Request const& request, std::string_view token, std::string_view then)
{
    app::sign_out(site.app, session_of(request));
    auto const person = app::find_person_by_session(site.app, token);
    auto response =
        see_other(own_path_or(then, first_page_of(person ? person->role : Role::visitor)));
    keep_session(site, response, token);
    return response;
}

} // namespace wt::web
