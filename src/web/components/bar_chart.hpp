#pragma once

#include "web/html.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wt::web {

struct Bar
{
    std::string label;
    std::optional<std::int64_t> value; ///< >= 0; nothing: only the text is shown
    std::string text;                  ///< the value in words
};

/// Bars below each other, each with its label and value above it, so that it reads on a phone.
/// The same figures must stand on the page as text: a picture is for those who see it.
struct BarChart
{
    std::string id; ///< of the picture; unique on the page
    std::string title;
    std::string description; ///< what the picture shows, in a sentence
    std::vector<Bar> bars;
    std::optional<std::int64_t> full{}; ///< the value of a full bar; else the largest
};

/// Inline SVG; nothing without bars.
Html bar_chart(BarChart const& chart);

} // namespace wt::web
