#include "store/answer_templates.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

namespace wt::store {

namespace {

template <class... Arguments>
std::vector<StoredTemplate>
list_where(Reading& reading, std::string_view condition, Arguments const&... arguments)
{
    std::vector<StoredTemplate> templates;
    for (auto& [id, bcu, name, kind, sentence] :
         list_rows<TemplateId, BcuId, std::string, std::string, std::string>(
             reading,
             fmt::format(
                 "SELECT id, bcu_id, name, kind, sentence FROM answer_template WHERE {} "
                 "ORDER BY name, id",
                 condition),
             arguments...)) {
        templates.push_back(
            {id, bcu, std::move(name), find_in(kAnswerKinds, kind).value(), std::move(sentence)});
    }
    return templates;
}

} // namespace

std::optional<TemplateId> insert_template(Transaction& tx, StoredTemplate const& made)
{
    return find_value<TemplateId>(
        tx,
        "INSERT INTO answer_template (bcu_id, name, kind, sentence) "
        "VALUES (:bcu, :name, :kind, :sentence) ON CONFLICT (bcu_id, name) DO NOTHING RETURNING id",
        made.bcu,
        made.name,
        code_in(kAnswerKinds, made.kind),
        made.sentence);
}

bool update_template(Transaction& tx, StoredTemplate const& before, StoredTemplate const& after)
{
    return execute(
               tx,
               "UPDATE answer_template SET name = :name, kind = :kind, sentence = :sentence "
               "WHERE id = :id AND name = :old_name AND kind = :old_kind "
               "AND sentence = :old_sentence",
               after.name,
               code_in(kAnswerKinds, after.kind),
               after.sentence,
               before.id,
               before.name,
               code_in(kAnswerKinds, before.kind),
               before.sentence) == 1;
}

void delete_template(Transaction& tx, TemplateId id)
{
    execute(tx, "DELETE FROM answer_template WHERE id = :id", id);
}

std::optional<StoredTemplate> find_template(Reading& reading, TemplateId id)
{
    auto const found = list_where(reading, "id = :id", id);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

std::vector<StoredTemplate> list_templates(Reading& reading, BcuId bcu)
{
    return list_where(reading, "bcu_id = :bcu", bcu);
}

} // namespace wt::store
