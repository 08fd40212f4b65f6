#pragma once

#include "scheme/answer.hpp"
#include "scheme/ids.hpp"
#include "store/db.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wt::store {

struct StoredTemplate
{
    TemplateId id{};
    BcuId bcu;
    std::string name; ///< once in each unit
    AnswerKind kind = AnswerKind::done;
    std::string sentence;
};

/// \returns nothing if the unit has one of this name
std::optional<TemplateId> insert_template(Transaction& tx, StoredTemplate const& made);
/// Name, kind and sentence of one that still is as `before`.
/// \returns false, changing nothing, if it is not.
bool update_template(Transaction& tx, StoredTemplate const& before, StoredTemplate const& after);
void delete_template(Transaction& tx, TemplateId id);
std::optional<StoredTemplate> find_template(Reading& reading, TemplateId id);
/// Of one unit, by name.
std::vector<StoredTemplate> list_templates(Reading& reading, BcuId bcu);

} // namespace wt::store
