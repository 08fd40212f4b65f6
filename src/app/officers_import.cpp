#include "app/roster.hpp"
#include "app/roster_import.hpp"
#include "base/crypto.hpp"
#include "base/text.hpp"
#include "scheme/officer.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace wt::app {

namespace {

/// The words of a cell, with spaces or semicolons between.
std::vector<std::string> words_of(std::string_view cell)
{
    std::string spaced{cell};
    std::ranges::replace(spaced, ';', ' ');
    std::set<std::string> words;
    for (auto const word : split(spaced, ' ')) {
        if (!word.empty()) {
            words.emplace(word);
        }
    }
    return {words.begin(), words.end()};
}

bool is_language_code(std::string_view code)
{
    return (code.size() == 2 || code.size() == 3) &&
           std::ranges::all_of(code, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// One line after the other, with everything that is wrong in each.
class OfficerReader
{
public:
    OfficerReader(store::Reading& reading, CsvTable const& table, ImportResult& result)
        : reading_{reading}, table_{table}, result_{result}
    {
    }

    /// Nothing if anything is wrong with the line.
    std::optional<store::StoredOfficer> find(CsvTable::Row const& row)
    {
        line_ = row.line;
        auto const faults_before = result_.faults.size();
        if (!row.has_all_cells) {
            fault(N_("There are more or fewer cells than columns."));
            return std::nullopt;
        }
        auto const cell = [&](std::string_view column) { return table_.cell(row, column); };
        store::StoredOfficer officer{
            .id = OfficerId{random_id()},
            .collar_number = collar_number(cell("collar_number")),
            .public_name = name(cell("public_name")),
            .is_woman = one_of(cell("sex"), "F", "M", N_("The sex is F or M, not “{1}”.")),
            .bcu = bcu(cell("bcu")),
            .wards = wards(cell("wards")),
            .languages = languages(cell("languages")),
            .trained =
                one_of(cell("trained"), "yes", "no", N_("“Trained” is yes or no, not “{1}”.")),
            .staff = {},
            .suspended_at = {}};
        return result_.faults.size() == faults_before ? std::optional{officer} : std::nullopt;
    }

private:
    void fault(Message message) { result_.add_fault(line_, std::move(message)); }

    std::string collar_number(std::string_view cell)
    {
        auto const number = find_collar_number(cell);
        if (!number) {
            fault({N_("“{1}” is not a collar number."), {std::string{cell}}});
        } else if (!seen_.insert(*number).second) {
            fault({N_("Officer {1} comes twice."), {*number}});
        }
        return number.value_or("");
    }

    std::string name(std::string_view cell)
    {
        if (cell.empty() || count_characters(cell) > 100) {
            fault(N_("A name has 1 to 100 characters."));
        }
        return std::string{cell};
    }

    bool one_of(std::string_view cell, std::string_view yes, std::string_view no, char const* wrong)
    {
        auto const typed = to_lower(cell);
        if (typed != to_lower(yes) && typed != to_lower(no)) {
            fault({wrong, {std::string{cell}}});
        }
        return typed == to_lower(yes);
    }

    BcuId bcu(std::string_view code)
    {
        auto const found = store::find_bcu_by_code(reading_, code);
        if (!found) {
            fault({N_("There is no command unit “{1}”."), {std::string{code}}});
        }
        return found ? found->id : BcuId{};
    }

    std::vector<WardId> wards(std::string_view cell)
    {
        std::vector<WardId> ids;
        for (auto const& code : words_of(cell)) {
            if (auto const ward = store::find_ward_by_code(reading_, code)) {
                ids.push_back(ward->id);
            } else {
                fault({N_("There is no ward “{1}”."), {code}});
            }
        }
        std::ranges::sort(ids);
        return ids;
    }

    std::vector<std::string> languages(std::string_view cell)
    {
        auto codes = words_of(cell);
        for (auto const& code : codes) {
            if (!is_language_code(code)) {
                fault({N_("“{1}” is not the code of a language."), {code}});
            }
        }
        return codes;
    }

    store::Reading& reading_;
    CsvTable const& table_;
    ImportResult& result_;
    std::set<std::string> seen_;
    std::size_t line_ = 0;
};

/// Changes the officer and her duty days.
void put(
    App const& app,
    store::Transaction& tx,
    store::StoredOfficer const& officer,
    std::size_t line,
    ImportResult& result)
{
    auto const old = store::find_officer_by_collar_number(tx, officer.collar_number);
    // The rows of her past walks say that a woman walked; they cannot come to say otherwise.
    if (old && old->is_woman != officer.is_woman &&
        !store::delete_future_duty(tx, old->id, Day{})) {
        result.add_fault(
            line,
            {N_("Officer {1} has been on walks: her sex cannot be changed here."),
             {officer.collar_number}});
        return;
    }
    auto const done = store::put_officer(tx, officer);
    result.count(done);
    if (done == store::Put::unchanged) {
        return;
    }
    auto const now = store::find_officer_by_collar_number(tx, officer.collar_number);
    if (!refresh_duty(app, tx, now.value())) {
        result.add_fault(
            line,
            {N_("Officer {1} is on a planned walk. Take her off it first."),
             {officer.collar_number}});
    }
}

} // namespace

void import_officers(
    App const& app, store::Transaction& tx, CsvTable const& table, ImportResult& result)
{
    table.require_columns(
        {"collar_number", "public_name", "sex", "bcu", "wards", "languages", "trained"});
    OfficerReader reader{tx, table, result};
    for (auto const& row : table.rows()) {
        if (auto const officer = reader.find(row)) {
            put(app, tx, *officer, row.line, result);
        }
    }
}

} // namespace wt::app
