#include "app/answer_templates.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"

namespace wt::app {

std::vector<store::StoredTemplate> list_templates(App& app, Person const& person, BcuId bcu)
{
    require_permission(person, Action::manage_templates, bcu);
    store::Reading reading{app.db};
    return store::list_templates(reading, bcu);
}

TemplateId add_template(App& app, Person const& person, BcuId bcu, AnswerTemplateForm const& form)
{
    require_permission(person, Action::manage_templates, bcu);
    if (auto const errors = errors_in(form); !errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    store::Transaction tx{app.db};
    auto const id = store::insert_template(
        tx,
        {.bcu = bcu,
         .name = std::string{trimmed(form.name)},
         .kind = form.kind,
         .sentence = std::string{trimmed(form.sentence)}});
    if (!id) {
        throw Refusal{Refusal::conflict, N_("There is a template of this name.")};
    }
    record(app, tx, person, Action::manage_templates, *id);
    tx.commit();
    return *id;
}

void remove_template(App& app, Person const& person, TemplateId id)
{
    store::Transaction tx{app.db};
    auto const found = store::find_template(tx, id);
    if (!found) {
        throw Refusal{Refusal::not_found, N_("There is no such template.")};
    }
    require_permission(person, Action::manage_templates, found->bcu);
    store::delete_template(tx, id);
    record(app, tx, person, Action::manage_templates, id);
    tx.commit();
}

} // namespace wt::app
