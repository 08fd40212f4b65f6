#pragma once

#include "web/html.hpp"
#include "web/texts.hpp"

#include <string>

namespace wt::web {

/// How bad a place is, 0 to 3, in words.
struct SeverityQuestion
{
    std::string name;
    std::string legend;
    std::string error{};
    std::string chosen{};
};
Html severity_question(Texts const& t, SeverityQuestion const& question);

} // namespace wt::web
