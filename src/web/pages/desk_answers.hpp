#pragma once

#include "app/answer_several.hpp"
#include "app/answer_templates.hpp"
#include "app/refer_concern.hpp"
#include "web/form.hpp"
#include "web/html.hpp"
#include "web/site.hpp"

#include <string>
#include <vector>

/// Several concerns that are answered at one time, and what a desk says again and again.
namespace wt::web {

inline constexpr auto kDeskAnswersPath = "/desk/answers";
inline constexpr auto kDeskTemplatesPath = "/desk/templates";

/// The field that keeps the version of a concern as the desk saw it.
std::string version_field(ConcernId concern);

struct DeskAnswersView
{
    Site const& site;
    std::vector<app::Answerable> const& concerns;
    FormState const& state;
    std::vector<app::PartnerOffer> const& partners;
    std::vector<store::StoredTemplate> const& templates;
};
Html desk_answers_view(DeskAnswersView const& view);

/// The form in which one of them is changed; `state` holds its `version` beside its fields.
Html desk_template_view(FormState const& state, TemplateId id);
std::string desk_path(TemplateId id);

/// The templates of a unit, and the form of a new one.
Html desk_templates_view(
    FormState const& state, std::vector<store::StoredTemplate> const& templates);

} // namespace wt::web
