#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "scheme/several_answers.hpp"
#include "store/answer_templates.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What a desk says again and again, to begin answers to several concerns with.
namespace wt::app {

/// Of one unit, by name. \throws Refusal (forbidden) for another unit's
std::vector<store::StoredTemplate> list_templates(App& app, Person const& person, BcuId bcu);

/// \throws Refusal (forbidden); (invalid_input) with the first of `errors_in`; (conflict) if the
///         unit has one of this name
TemplateId add_template(App& app, Person const& person, BcuId bcu, AnswerTemplateForm const& form);

/// Tells a template from what it was before a change.
std::string version_of(store::StoredTemplate const& made);

/// One of the templates. \throws Refusal (not_found); (forbidden) for another unit's
store::StoredTemplate open_template(App& app, Person const& person, TemplateId id);

/// \param version  `version_of` it as it was read: of two who change it at once, one wins
/// \throws Refusal as `add_template`; (not_found); (conflict) if it has changed
void change_template(
    App& app,
    Person const& person,
    TemplateId id,
    std::string_view version,
    AnswerTemplateForm const& form);

/// \throws Refusal (not_found); (forbidden) for another unit's
void remove_template(App& app, Person const& person, TemplateId id);

} // namespace wt::app
