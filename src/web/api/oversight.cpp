#include "app/see_audit.hpp"
#include "app/verify_audit.hpp"
#include "base/calendar.hpp"
#include "base/text.hpp"
#include "web/api/endpoints.hpp"

/// The audit, for who watches over the scheme.
namespace wt::web::api {

namespace {

Shape<store::StoredAudit> const& row_shape()
{
    static Shape<store::StoredAudit> const shape{
        "AuditRow",
        "Who did what to what, when and why: by random numbers, never by content.",
        {{"id", row_text("Its number."), [](auto const& it) { return std::to_string(it.id); }},
         {"at", moment("When."), [](auto const& it) { return iso_text(it.at); }},
         {"actor_kind",
          text("The role of who did it."),
          [](auto const& it) { return it.actor_kind; }},
         {"actor_id",
          row_text("0 where the role alone says who."),
          [](auto const& it) { return std::to_string(it.actor_id); }},
         {"action",
          one_of(app::kActions, "What was done."),
          [](auto const& it) { return it.action; }},
         {"subject_kind", text("To what."), [](auto const& it) { return it.subject_kind; }},
         {"subject_id",
          row_text("0 where the kind alone says which."),
          [](auto const& it) { return std::to_string(it.subject_id); }},
         {"reason", text("Why; empty where none is asked."), [](auto const& it) {
              return it.reason;
          }}}};
    return shape;
}

Response show_audit(Call const& call)
{
    app::AuditFilter filter{.action = find_in(app::kActions, call.query().get("action"))};
    if (auto const before = find_integer(call.query().get("before"))) {
        filter.before = *before;
    }
    auto const page = app::list_audit(call.app(), call.person, filter);
    Json json{{"rows", row_shape().write_all(page.rows)}, {"is_all_sealed", page.is_all_sealed}};
    if (page.next) {
        json["next"] = std::to_string(*page.next);
    }
    return json_response(json);
}

Shape<app::ChainCheck> const& check_shape()
{
    static Shape<app::ChainCheck> const shape{
        "AuditCheck",
        "Whether the chains of hashes hold: of the audit, and of what was answered to each "
        "concern.",
        {{"sealed",
          whole_number("Rows of the audit in its chain."),
          [](auto const& it) { return it.audit.sealed; }},
         {"unsealed",
          whole_number("Rows that wait for it."),
          [](auto const& it) { return it.audit.unsealed; }},
         {"first_broken",
          row_text("The first row that is not as it was written; left out if all are."),
          [](auto const& it) {
              return it.audit.first_broken ? Json(std::to_string(*it.audit.first_broken)) : Json{};
          },
          Presence::sometimes},
         {"holds",
          yes_or_no("All rows of the audit and all answers are as they were written."),
          [](auto const& it) { return it.holds(); }}}};
    return shape;
}

Response show_check(Call const& call)
{
    return json_response(check_shape().write(app::verify_audit(call.app(), call.person)));
}

} // namespace

void add_oversight_endpoints(std::vector<Endpoint>& all)
{
    all.push_back(
        {.path = "/oversight/audit",
         .id = "listAudit",
         .tag = "oversight",
         .summary = "Who looked at or changed what, and why",
         .access = Access::staff,
         .parameters =
             {{.name = "action", .schema = one_of(app::kActions, "Of this kind alone.")},
              {.name = "before", .schema = row_text("The `next` of the page before.")}},
         .answer = answer_of(
             "A page of the audit.",
             object_of(
                 "A page of the audit.",
                 {{"rows", list_of(row_shape().schema(), "Newest first.")},
                  {"is_all_sealed", yes_or_no("Every row is in the chain.")},
                  {"next", row_text("Where the list goes on: send it as `before`."), false}},
                 false)),
         .handle = show_audit});
    all.push_back(
        {.path = "/oversight/audit/check",
         .id = "checkAudit",
         .tag = "oversight",
         .summary = "Compute the chains of the audit and of the answers again",
         .access = Access::staff,
         .answer = answer_of("What was found.", check_shape().schema()),
         .handle = show_check});
}

} // namespace wt::web::api
