#pragma once

#include "web/html.hpp"

#include <string>
#include <vector>

namespace wt::web {

/// Something that takes time on a row: from a minute of the day to another, 0..1440, in words.
struct TimelineBlock
{
    int from = 0;
    int to = 0;
    std::string words;
    bool is_faint = false; ///< it will not take place, or has
};

struct TimelineRow
{
    std::string label; ///< of the day
    std::vector<TimelineBlock> blocks;
};

/// Days below each other, each with its blocks along the hours; what overlaps stands in lanes. The
/// same must stand on the page as text: a picture is for those who see it.
struct Timeline
{
    std::string id; ///< of the picture; unique on the page
    std::string title;
    std::string description; ///< what the picture shows, in a sentence
    std::vector<TimelineRow> rows;
};

/// Inline SVG, over the hours in which anything takes place; nothing without blocks.
Html timeline(Timeline const& shown);

} // namespace wt::web
