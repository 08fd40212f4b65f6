#include "app/own_data.hpp"
#include "base/refusal.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/mine.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

app::Participant require_her(Site& site, Request const& request)
{
    return app::require_participant(site.app, request.path_text("token"));
}

Response show_code_form(
    Site& site,
    Request const& request,
    app::Participant const& she,
    Fields const& typed,
    FieldErrors const& errors,
    int status)
{
    return show(
        site, request, code_page(request.t(), she, FormState{request.t(), typed, errors}), status);
}

/// Does what needs the code; a code that is not right is said beside its field.
template <class Act>
Response with_code(Site& site, Request const& request, Act const& action)
{
    auto const typed = request.form();
    auto const she = require_her(site, request);
    try {
        return action(she, typed.get("code"));
    } catch (Refusal const& refusal) {
        if (refusal.kind() != Refusal::forbidden) {
            throw;
        }
        FieldErrors errors;
        errors.add("code", refusal.message());
        return show_code_form(site, request, she, typed, errors, 403);
    }
}

/// POST /mine/{token}/code: sends the code.
Response create_code(Site& site, Request const& request)
{
    auto const she = require_her(site, request);
    app::send_code(site.app, she);
    return see_other(mine_path(she) + "/code");
}

/// GET /mine/{token}/code: where it is entered.
Response show_code(Site& site, Request const& request)
{
    return show_code_form(site, request, require_her(site, request), {}, {}, 200);
}

/// POST /mine/{token}/copy: all that is held about her, as a file.
Response create_copy(Site& site, Request const& request)
{
    return with_code(site, request, [&](app::Participant const& she, std::string const& code) {
        return content("application/json", app::download_own_data(site.app, she, code))
            .with_header("Content-Disposition", "attachment; filename=\"my-data.json\"");
    });
}

/// POST /mine/{token}/link: another link instead of hers.
Response create_link(Site& site, Request const& request)
{
    return with_code(site, request, [&](app::Participant const& she, std::string const& code) {
        auto const link = app::renew_own_link(site.app, she, code);
        return show(site, request, new_link_page(site, request.t(), link));
    });
}

/// POST /mine/{token}/erasure
Response create_erasure(Site& site, Request const& request)
{
    return with_code(site, request, [&](app::Participant const& she, std::string const& code) {
        app::erase_own_data(site.app, she, code);
        return see_other(
            site, "/", N_("What we held about you is erased. Your link does not work any more."));
    });
}

} // namespace

void add_mine_data_routes(Router& router)
{
    router.add(Method::get, "/mine/{token}/code", show_code);
    router.add(Method::post, "/mine/{token}/code", create_code);
    router.add(Method::post, "/mine/{token}/copy", create_copy);
    router.add(Method::post, "/mine/{token}/link", create_link);
    router.add(Method::post, "/mine/{token}/erasure", create_erasure);
}

} // namespace wt::web
