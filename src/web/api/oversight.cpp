#include "app/oversight.hpp"

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

Shape<app::UnitOverview> const& unit_shape()
{
    static Shape<app::UnitOverview> const shape{
        "UnitOverview",
        "How the concerns of a command unit stand.",
        {{"id", id_text("Of the unit."), [](auto const& it) { return id_json(it.bcu); }},
         {"name", text("Of the unit."), [](auto const& it) { return it.name; }},
         {"waiting",
          whole_number("Concerns without an answer."),
          [](auto const& it) { return it.waiting; }},
         {"late", whole_number("Of all that wait."), [](auto const& it) { return it.late; }},
         {"very_late", whole_number("Beyond these."), [](auto const& it) { return it.very_late; }},
         {"with_partners",
          whole_number("Referrals in the hands of a partner."),
          [](auto const& it) { return it.with_partners; }},
         {"unsent", whole_number("Of these, what could not be sent."), [](auto const& it) {
              return it.unsent;
          }}}};
    return shape;
}

Response show_overview(Call const& call)
{
    auto const overview = app::see_overview(call.app(), call.person);
    return json_response(
        {{"units", unit_shape().write_all(overview.units)}, {"suspended", overview.suspended}});
}

Shape<app::ConfidentialMonth> const& month_shape()
{
    constexpr auto kCount = "Left out where it is held back.";
    static Shape<app::ConfidentialMonth> const shape{
        "ConfidentialMonth",
        "What was told in a month, counted, and how it stands now.",
        {{"month", month("When it was told."), [](auto const& it) { return month_text(it.month); }},
         {"told",
          whole_number(kCount),
          [](auto const& it) { return or_null(it.told); },
          Presence::sometimes},
         {"waiting",
          whole_number(kCount),
          [](auto const& it) { return or_null(it.waiting); },
          Presence::sometimes},
         {"late",
          whole_number(kCount),
          [](auto const& it) { return or_null(it.late); },
          Presence::sometimes}}};
    return shape;
}

Response show_confidential(Call const& call)
{
    auto const counts = app::count_confidential(call.app(), call.person);
    return json_response(
        {{"disclosures", month_shape().write_all(counts.disclosures)},
         {"complaints", month_shape().write_all(counts.complaints)}});
}

void add_overview(std::vector<Endpoint>& all)
{
    all.push_back(
        {.path = "/oversight",
         .id = "showOverview",
         .tag = "oversight",
         .summary = "How every command unit stands",
         .access = Access::staff,
         .answer = answer_of(
             "The whole force.",
             object_of(
                 "The whole force.",
                 {{"units", list_of(unit_shape().schema(), "By name.")},
                  {"suspended", whole_number("Officers who may not walk.")}},
                 false)),
         .handle = show_overview});
    all.push_back(
        {.path = "/oversight/confidential",
         .id = "countConfidential",
         .tag = "oversight",
         .summary = "Disclosures and complaints, counted; the look is logged",
         .access = Access::staff,
         .answer = answer_of(
             "Numbers alone.",
             object_of(
                 "Of the last twelve months, this one first. A count below the threshold is left "
                 "out, and so is one from which it could be worked out.",
                 {{"disclosures",
                   list_of(month_shape().schema(), "Late: not recorded within 24 hours.")},
                  {"complaints", list_of(month_shape().schema(), "Late: open for over 28 days.")}},
                 false)),
         .handle = show_confidential});
}

} // namespace

void add_oversight_endpoints(std::vector<Endpoint>& all)
{
    add_overview(all);
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
