#pragma once

#include "app/areas.hpp"
#include "app/numbers.hpp"
#include "web/pages/shell.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wt::web {

/// `/numbers/2026-11`, with a unit `/numbers/2026-11/south`.
std::string numbers_path(Month month, std::string_view unit_code = "");

/// Every month, newest first, and the course of a few numbers of the force.
Page numbers_overview_page(
    Site const& site, Texts const& t, std::vector<app::PublishedNumbers> const& months);

/// The numbers of one month, of the force or of one unit.
Page numbers_month_page(
    Site const& site,
    Texts const& t,
    app::PublishedNumbers const& numbers,
    std::optional<app::Bcu> const& unit);

} // namespace wt::web
