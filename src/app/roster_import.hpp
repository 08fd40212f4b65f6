#pragma once

#include "app/app.hpp"
#include "app/import_result.hpp"
#include "base/csv.hpp"
#include "store/db.hpp"

namespace wt::app {

/// The two kinds of a roster's file, for `import_roster`. What they find wrong goes into `result`;
/// what they changed then must not be committed.
void import_officers(
    App const& app, store::Transaction& tx, CsvTable const& table, ImportResult& result);
void import_shifts(
    App const& app, store::Transaction& tx, CsvTable const& table, ImportResult& result);

} // namespace wt::app
