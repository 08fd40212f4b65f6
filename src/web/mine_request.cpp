#include "app/own_requests.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/mine.hpp"
#include "web/resources.hpp"
#include "web/wish_form.hpp"

#include <array>

namespace wt::web {

namespace {

constexpr std::string_view kDraft = "change";
constexpr std::array<std::string_view, 9> kInputs{
    "in_order",
    "free_times",
    "light",
    "party",
    "share",
    "step_free",
    "language",
    "needs_language",
    "words"};

/// Her request that waits. \throws Refusal (not_found, conflict)
app::OwnRequest require_waiting(Site& site, Request const& request, app::Participant const& she)
{
    auto const id = request.path_id<RequestId>("request");
    for (auto& own : app::list_own_requests(site.app, she)) {
        if (own.id == id) {
            if (own.state != RequestState::waiting) {
                throw Refusal{
                    Refusal::conflict,
                    N_("A walk is planned from this already. To change it, ask for another time on "
                       "your page first: you keep your place in the queue.")};
            }
            return std::move(own);
        }
    }
    throw Refusal{Refusal::not_found, N_("There is no such request on your page.")};
}

/// What her browser keeps of this change; else the request as it stands.
Fields draft_of(Site const& site, Request const& request, app::OwnRequest const& own)
{
    auto draft = find_draft(site, request, kDraft);
    bool const is_this = draft.get("request") == std::to_string(own.id.value) &&
                         draft.get("version") == std::to_string(own.version);
    if (!is_this) {
        draft = Fields{};
        draft.set("request", std::to_string(own.id.value));
        draft.set("version", std::to_string(own.version));
        app::WalkWish wish;
        wish.party = own.party;
        wish.may_share = own.may_share;
        wish.details = own.details;
        put_wish(draft, wish);
    }
    return draft;
}

/// GET /mine/{token}/requests/{request}
Response show_change(Site& site, Request const& request)
{
    auto const she = app::require_participant(site.app, request.path_text("token"));
    auto const own = require_waiting(site, request, she);
    auto const draft = draft_of(site, request, own);
    FieldErrors const none;
    return show(
        site,
        request,
        change_page(site, request, she, own.id, FormState{request.t(), draft, none}, draft));
}

/// POST /mine/{token}/requests/{request}: a button of the place picker, or "save".
Response update_request(Site& site, Request const& request)
{
    auto const typed = request.form();
    auto const she = app::require_participant(site.app, request.path_text("token"));
    auto const own = require_waiting(site, request, she);
    auto draft = draft_of(site, request, own);
    for (auto const input : kInputs) {
        draft.set_list(input, typed.list(input));
    }
    auto const picked = take_places(site, walk_places(), typed, draft);
    auto const wish = wish_in(draft);
    auto const errors =
        picked.is_press || !picked.errors.empty() ? picked.errors : app::check_walk(site.app, wish);
    if (!errors.empty()) {
        return show(
            site,
            request,
            change_page(site, request, she, own.id, FormState{request.t(), typed, errors}, draft),
            422);
    }
    if (picked.is_press) {
        auto response = see_other(request.path);
        keep_draft(site, response, kDraft, draft);
        return response;
    }
    app::change_request(site.app, she, own.id, own.version, wish);
    auto response = see_other(mine_path(she));
    drop_draft(site, response, kDraft);
    keep_notice(site, response, N_("Your changes are saved. You keep your place in the queue."));
    return response;
}

} // namespace

void add_mine_request_routes(Router& router)
{
    router.add(Method::get, "/mine/{token}/requests/{request}", show_change);
    router.add(Method::post, "/mine/{token}/requests/{request}", update_request);
}

} // namespace wt::web
