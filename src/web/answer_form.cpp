#include "web/answer_form.hpp"

#include "web/components/inputs.hpp"
#include "web/date_field.hpp"
#include "web/list_address.hpp"

namespace wt::web {

Html kind_question(FormState const& state)
{
    auto const& t = state.t;
    std::vector<Choice> choices;
    for (auto const& kind : kAnswerKinds) {
        choices.push_back({.value = std::string{kind.code}, .label = t(title(kind.value))});
    }
    return radios(
        {.name = "kind",
         .legend = t("What became of it?"),
         .choices = std::move(choices),
         .error = state.error("kind"),
         .chosen = state.values("kind"),
         .is_small = true});
}

Html partner_question(FormState const& state, std::vector<app::PartnerOffer> const& offers)
{
    auto const& t = state.t;
    if (offers.empty()) {
        return {};
    }
    Select input{
        .name = "partner",
        .label = t("If it is passed on: to which partner?"),
        .options = {{"", t("None of these")}},
        .hint = t("The partner gets a secret link or a call to its own system, and answers in "
                  "public itself."),
        .error = state.error("partner"),
        .value = state.value("partner")};
    for (auto const& offer : offers) {
        auto const kind = t(title(offer.kind));
        input.options.push_back(
            {std::to_string(offer.id.value),
             offer.fits ? t("{1} ({2}, looks after this here)", {offer.name, kind})
                        : t("{1} ({2})", {offer.name, kind})});
    }
    return select(input);
}

Html body_question(FormState const& state)
{
    auto const& t = state.t;
    return text_input(
        {.name = "body",
         .label = t("Who did it, will do it, or whose task it is"),
         .hint = t("For example: the council's street lighting team. Leave it empty if it is the "
                   "force itself."),
         .error = state.error("body"),
         .value = state.value("body")});
}

Html due_question(FormState const& state)
{
    auto const& t = state.t;
    return date_input(
        {.name = "due",
         .legend = t("If it is planned: until when?"),
         .day_label = t("Day"),
         .month_label = t("Month"),
         .year_label = t("Year"),
         .hint = t("If this day passes and nothing is done, the concern turns red."),
         .error = state.error("due"),
         .day = state.value("due-day"),
         .month = state.value("due-month"),
         .year = state.value("due-year")});
}

std::optional<PartnerId> find_partner(Fields const& typed)
{
    return find_id<PartnerId>(typed, "partner");
}

AnswerForm read_answer(Fields const& typed)
{
    return {
        .kind = find_in(kAnswerKinds, typed.get("kind")).value_or(AnswerKind::done),
        .sentence = typed.get("sentence"),
        .body = typed.get("body"),
        .due = find_date(typed, "due")};
}

FieldErrors with_partner(AnswerForm const& answer, bool has_partner, FieldErrors const& rest)
{
    FieldErrors errors;
    if (has_partner && answer.kind != AnswerKind::referred) {
        errors.add("partner", N_("Choose a partner only where it is passed to another body."));
    } else if (has_partner && !answer.body.empty()) {
        errors.add("partner", N_("Choose a partner or name another body, not both."));
    }
    for (auto const& error : rest.list()) {
        if (!has_partner || error.field != "body") {
            errors.add(error.field, error.message);
        }
    }
    return errors;
}

FieldErrors errors_in_answer(Fields const& typed, AnswerForm const& answer, FieldErrors const& rest)
{
    FieldErrors errors;
    if (!find_in(kAnswerKinds, typed.get("kind"))) {
        errors.add("kind", N_("Choose what became of it."));
    }
    bool const is_no_date = has_date(typed, "due") && !answer.due;
    for (auto const& error : with_partner(answer, find_partner(typed).has_value(), rest).list()) {
        if (error.field != "due" || !is_no_date) {
            errors.add(error.field, error.message);
        }
    }
    if (is_no_date) {
        errors.add("due", N_("Enter a date, like 17 12 2026."));
    }
    return errors;
}

} // namespace wt::web
