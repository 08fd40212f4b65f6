#include "web/begin_session.hpp"

#include "app/sign_in.hpp"
#include "web/signed_in.hpp"

namespace wt::web {

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
