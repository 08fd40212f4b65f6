#include "app/answer_templates.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace wt::app {

namespace {

/// \throws Refusal (invalid_input) with the first of `errors_in`
store::StoredTemplate stored(BcuId bcu, AnswerTemplateForm const& form)
{
    if (auto const errors = errors_in(form); !errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    return {
        .bcu = bcu,
        .name = std::string{trimmed(form.name)},
        .kind = form.kind,
        .sentence = std::string{trimmed(form.sentence)}};
}

store::StoredTemplate require_template(store::Reading& reading, Person const& person, TemplateId id)
{
    auto found = store::find_template(reading, id);
    if (!found) {
        throw Refusal{Refusal::not_found, N_("There is no such template.")};
    }
    require_permission(person, Action::manage_templates, found->bcu);
    return std::move(*found);
}

[[noreturn]] void refuse_name()
{
    throw Refusal{Refusal::conflict, N_("There is a template of this name.")};
}

[[noreturn]] void refuse_changed()
{
    throw Refusal{
        Refusal::conflict, N_("Somebody else has changed this template meanwhile. Open it anew.")};
}

} // namespace

std::vector<store::StoredTemplate> list_templates(App& app, Person const& person, BcuId bcu)
{
    require_permission(person, Action::manage_templates, bcu);
    store::Reading reading{app.db};
    return store::list_templates(reading, bcu);
}

TemplateId add_template(App& app, Person const& person, BcuId bcu, AnswerTemplateForm const& form)
{
    require_permission(person, Action::manage_templates, bcu);
    auto const made = stored(bcu, form);
    store::Transaction tx{app.db};
    auto const id = store::insert_template(tx, made);
    if (!id) {
        refuse_name();
    }
    record(app, tx, person, Action::manage_templates, *id);
    tx.commit();
    return *id;
}

std::string version_of(store::StoredTemplate const& made)
{
    return checksum(
        fmt::format("{}\n{}\n{}", made.name, code_in(kAnswerKinds, made.kind), made.sentence));
}

store::StoredTemplate open_template(App& app, Person const& person, TemplateId id)
{
    store::Reading reading{app.db};
    return require_template(reading, person, id);
}

void change_template(
    App& app,
    Person const& person,
    TemplateId id,
    std::string_view version,
    AnswerTemplateForm const& form)
{
    store::Transaction tx{app.db};
    auto const found = require_template(tx, person, id);
    auto const changed = stored(found.bcu, form);
    if (version_of(found) != version) {
        refuse_changed();
    }
    auto const all = store::list_templates(tx, found.bcu);
    if (std::ranges::any_of(all, [&](store::StoredTemplate const& other) {
            return other.id != id && other.name == changed.name;
        })) {
        refuse_name();
    }
    if (!store::update_template(tx, found, changed)) {
        refuse_changed();
    }
    record(app, tx, person, Action::manage_templates, id);
    tx.commit();
}

void remove_template(App& app, Person const& person, TemplateId id)
{
    store::Transaction tx{app.db};
    require_template(tx, person, id);
    store::delete_template(tx, id);
    record(app, tx, person, Action::manage_templates, id);
    tx.commit();
}

} // namespace wt::app
