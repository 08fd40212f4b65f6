#include "app/partners.hpp"

#include "app/oversight.hpp"
#include "app/permission.hpp"
#include "web/api/endpoints.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

/// The bodies outside the force to which concerns are passed.
namespace wt::web::api {

namespace {

Shape<store::StoredPartner> const& partner_shape()
{
    static Shape<store::StoredPartner> const shape{
        "Partner",
        "A body outside the force; its address and our key at its server are told to nobody.",
        {{"id", id_text("Its number."), [](auto const& it) { return id_json(it.id); }},
         {"name", text("As the public reads it."), [](auto const& it) { return it.name; }},
         {"kind",
          one_of(kPartnerKinds, "What it is."),
          [](auto const& it) { return code_in(kPartnerKinds, it.kind); }},
         {"services",
          text("The categories that it takes; empty: all."),
          [](auto const& it) { return it.reach.services; }},
         {"bcus",
          list_of(text("A code."), "Of command units; empty with `wards`: everywhere."),
          [](auto const& it) { return Json(it.reach.bcus); }},
         {"wards",
          list_of(text("A code."), "Of wards."),
          [](auto const& it) { return Json(it.reach.wards); }},
         {"gets",
          one_of({"letters", "open311", "nothing"}, "How it learns of what is passed to it."),
          [](auto const& it) {
              auto const by_letter = it.has_contact ? "letters" : "nothing";
              return it.endpoint.empty() ? by_letter : "open311";
          }},
         {"may_report",
          yes_or_no("It has a key with which it sends concerns to us."),
          [](auto const& it) { return it.may_report; }}}};
    return shape;
}

Response show_partners(Call const& call)
{
    return json_response(
        {{"partners", partner_shape().write_all(app::oversee_partners(call.app(), call.person))}});
}

std::string words_in(Call const& call, char const* name)
{
    auto const codes = call.body.value(name, std::vector<std::string>{});
    return fmt::format("{}", fmt::join(codes, " "));
}

Response create_partner(Call const& call)
{
    app::NewPartner const partner{
        .name = call.text("name"),
        .kind = call.text("kind"),
        .email = call.text("email"),
        .services = call.text("services"),
        .bcus = words_in(call, "bcus"),
        .wards = words_in(call, "wards"),
        .endpoint = call.text("open311"),
        .jurisdiction = call.text("jurisdiction"),
        .api_key = call.text("api_key")};
    app::require_permission(call.person, app::Action::manage_partners);
    require_none(app::check_partner(call.app(), partner));
    auto const id = app::add_partner(call.app(), call.person, partner);
    return json_response({{"id", id_json(id)}}, 201);
}

/// The name of the partner of the address.
std::string name_of_partner(Call const& call)
{
    auto const id = call.request.path_id<PartnerId>("partner");
    auto const all = app::list_partners(call.app(), call.person);
    auto const found = std::ranges::find(all, id, &store::StoredPartner::id);
    if (found == all.end()) {
        throw Refusal{Refusal::not_found, N_("There is no such partner.")};
    }
    return found->name;
}

Response create_key(Call const& call)
{
    auto const key = app::make_partner_key(call.app(), call.person, name_of_partner(call));
    return json_response({{"key", key}}, 201);
}

Response delete_key(Call const& call)
{
    app::revoke_partner_key(call.app(), call.person, name_of_partner(call));
    return no_content();
}

Schema new_partner()
{
    return object_of(
        "A partner. Without an address and a server nothing can be passed to it.",
        {{"name", text("As the public reads it.", {1, 120})},
         {"kind", one_of(kPartnerKinds, "What it is.")},
         {"email", text("Where letters with secret links go.", {0, 200}), false},
         {"services",
          text(
              "Categories that it takes, with its own codes: `lighting:LAMP_OUT path`.", {0, 1000}),
          false},
         {"bcus", list_of(text("A code.", {1, 60}), "Of command units.", 200), false},
         {"wards", list_of(text("A code.", {1, 60}), "Of wards.", 1000), false},
         {"open311", text("Its Open311 server: `https://…/v2`.", {0, 500}), false},
         {"jurisdiction", text("`jurisdiction_id` at that server.", {0, 120}), false},
         {"api_key", text("Our key at that server.", {0, 500}), false}},
        true);
}

} // namespace

void add_partner_endpoints(std::vector<Endpoint>& all)
{
    auto const path = path_id("partner", "A partner.");
    all.push_back(
        {.path = "/partners",
         .id = "listPartners",
         .tag = "force",
         .summary = "To whom concerns are passed",
         .access = Access::staff,
         .answer = answer_of(
             "The partners.",
             object_of(
                 "The partners.",
                 {{"partners", list_of(partner_shape().schema(), "By name.")}},
                 false)),
         .handle = show_partners});
    all.push_back(
        {.method = Method::post,
         .path = "/partners",
         .id = "addPartner",
         .tag = "force",
         .summary = "Add a partner",
         .access = Access::staff,
         .body = new_partner(),
         .answer = answer_of(
             "It is a partner now.",
             object_of("The partner.", {{"id", id_text("Its number.")}}, false),
             201),
         .problems = {409},
         .handle = create_partner});
    all.push_back(
        {.method = Method::post,
         .path = "/partners/{partner}/key",
         .id = "makePartnerKey",
         .tag = "force",
         .summary = "Make the key with which a partner sends concerns to us; the one before opens "
                    "nothing any more",
         .access = Access::staff,
         .parameters = {path},
         .answer = answer_of(
             "The key; it is shown once.",
             object_of("The key.", {{"key", text("For the partner alone.")}}, false),
             201),
         .handle = create_key});
    all.push_back(
        {.method = Method::remove,
         .path = "/partners/{partner}/key",
         .id = "revokePartnerKey",
         .tag = "force",
         .summary = "Take the key of a partner away",
         .access = Access::staff,
         .parameters = {path},
         .answer = nothing("It opens nothing any more."),
         .handle = delete_key});
}

} // namespace wt::web::api
