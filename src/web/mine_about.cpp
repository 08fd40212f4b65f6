#include "app/own_details.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/mine.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

/// The contact that she has to confirm, and what she said about messages to it.
constexpr std::string_view kDraft = "contact";

app::Participant require_her(Site& site, Request const& request)
{
    return app::require_participant(site.app, request.path_text("token"));
}

Response show_about_form(
    Site& site,
    Request const& request,
    app::Participant const& she,
    Fields const& typed,
    FieldErrors const& errors,
    int status)
{
    return show(site, request, about_you_page(she, {request.t(), typed, errors}), status);
}

/// GET /mine/{token}/about
Response show_about(Site& site, Request const& request)
{
    auto const she = require_her(site, request);
    auto const& data = she.data;
    Fields const kept{
        {{"name", data.name},
         {"contact", data.contact},
         {"messages", data.wants_messages ? "yes" : "no"}}};
    return show_about_form(site, request, she, kept, {}, 200);
}

/// Sends the code to the new contact and leads to where it is entered.
Response
ask_for_code(Site& site, Request const& request, app::Participant const& she, Fields const& typed)
{
    try {
        app::send_contact_code(site.app, she, typed.get("contact"));
    } catch (Refusal const& refusal) {
        if (refusal.kind() != Refusal::too_many) {
            throw;
        }
        FieldErrors errors;
        errors.add("contact", refusal.message());
        return show_about_form(site, request, she, typed, errors, 429);
    }
    auto response = see_other(new_contact_path(she));
    keep_draft(
        site,
        response,
        kDraft,
        Fields{
            {{"of", std::to_string(she.id.value)},
             {"contact", typed.get("contact")},
             {"messages", typed.get("messages")}}});
    return response;
}

/// POST /mine/{token}/about: keeps her name and her choice of messages; a new contact has to be
/// confirmed first.
Response update_about(Site& site, Request const& request)
{
    auto const typed = request.form();
    auto const she = require_her(site, request);
    app::OwnDetails details{
        .name = typed.get("name"),
        .contact = typed.get("contact"),
        .wants_messages = typed.get("messages") == "yes"};
    auto errors = app::check_details(site.app, she, details);
    bool const has_contact = !details.contact.empty();
    if (has_contact && typed.get("messages").empty()) {
        errors.add("messages", N_("Choose whether we may send you messages."));
    }
    if (!errors.empty()) {
        return show_about_form(site, request, she, typed, errors, 422);
    }
    if (app::is_new_contact(site.app, she, details.contact)) {
        // What she says of messages is for the new contact; the old one may be a stranger's.
        details.wants_messages = she.data.wants_messages;
        app::change_details(site.app, she, details);
        return ask_for_code(site, request, she, typed);
    }
    app::change_details(site.app, she, details);
    auto response = see_other(mine_path(she));
    keep_notice(site, response, N_("Your changes are saved."));
    return response;
}

/// The contact she is about to confirm; nothing if her browser keeps none of hers.
std::optional<Fields>
find_new_contact(Site const& site, Request const& request, app::Participant const& she)
{
    auto draft = find_draft(site, request, kDraft);
    return draft.get("of") == std::to_string(she.id.value) ? std::optional{std::move(draft)}
                                                           : std::nullopt;
}

/// GET /mine/{token}/contact: where the code is entered that was sent to a new contact.
Response show_new_contact(Site& site, Request const& request)
{
    auto const she = require_her(site, request);
    auto const wanted = find_new_contact(site, request, she);
    if (!wanted) {
        return see_other(about_path(she));
    }
    FieldErrors const none;
    return show(
        site,
        request,
        new_contact_page(she, wanted->get("contact"), {request.t(), Fields{}, none}));
}

/// POST /mine/{token}/contact
Response update_contact(Site& site, Request const& request)
{
    auto const typed = request.form();
    auto const she = require_her(site, request);
    auto const wanted = find_new_contact(site, request, she);
    if (!wanted) {
        return see_other(about_path(she));
    }
    try {
        app::change_contact(
            site.app,
            she,
            wanted->get("contact"),
            wanted->get("messages") == "yes",
            {.code = typed.get("code"), .words = typed.get("words")});
    } catch (Refusal const& refusal) {
        if (refusal.kind() != Refusal::forbidden) {
            throw;
        }
        FieldErrors errors;
        errors.add("code", refusal.message());
        return show(
            site,
            request,
            new_contact_page(she, wanted->get("contact"), {request.t(), typed, errors}),
            403);
    }
    auto response = see_other(mine_path(she));
    drop_draft(site, response, kDraft);
    keep_notice(site, response, N_("Your contact is changed. It is used from now on."));
    return response;
}

} // namespace

void add_mine_about_routes(Router& router)
{
    router.add(Method::get, "/mine/{token}/about", show_about);
    router.add(Method::post, "/mine/{token}/about", update_about);
    router.add(Method::get, "/mine/{token}/contact", show_new_contact);
    router.add(Method::post, "/mine/{token}/contact", update_contact);
}

} // namespace wt::web
