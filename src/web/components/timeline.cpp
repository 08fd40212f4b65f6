#include "web/components/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace wt::web {

namespace {

constexpr int kWidth = 400; // units of the picture
constexpr int kHead = 20;   // the line of the hours
constexpr int kLabel = 22;  // the line of a day
constexpr int kLane = 16;
constexpr int kGap = 8; // below a day
constexpr int kHour = 60;
constexpr int kDay = 24 * kHour;

/// The hours that the picture shows, in minutes: whole hours around everything.
struct Span
{
    int from = kDay;
    int to = 0;

    [[nodiscard]] int x(int minute) const
    {
        return (std::clamp(minute, from, to) - from) * kWidth / (to - from);
    }
};

Span span_of(std::vector<TimelineRow> const& rows)
{
    Span span;
    for (auto const& row : rows) {
        for (auto const& block : row.blocks) {
            span.from = std::min(span.from, block.from / kHour * kHour);
            span.to = std::max(span.to, (block.to + kHour - 1) / kHour * kHour);
        }
    }
    return span;
}

/// The first lane that is free for each block, in the order of their beginnings.
std::vector<std::size_t> lanes_of(std::vector<TimelineBlock> const& blocks)
{
    std::vector<int> free_from;
    std::vector<std::size_t> lanes;
    for (auto const& block : blocks) {
        auto const found =
            std::ranges::find_if(free_from, [&](int minute) { return minute <= block.from; });
        auto const lane = static_cast<std::size_t>(found - free_from.begin());
        if (found == free_from.end()) {
            free_from.push_back(block.to);
        } else {
            *found = block.to;
        }
        lanes.push_back(lane);
    }
    return lanes;
}

/// A line for every few hours, with the hour above it.
Html hours_of(Span const& span, int height)
{
    int const step = (span.to - span.from) / kHour > 8 ? 4 : 2;
    Html hours;
    for (int hour = (span.from / kHour + step - 1) / step * step; hour * kHour < span.to;
         hour += step) {
        auto const x = span.x(hour * kHour);
        hours += html<
            R"(<line class="wt-chart__line" x1="{}" y1="{}" x2="{}" y2="{}"/><text class="wt-chart__label" x="{}" y="13">{}</text>)">(
            x, kHead, x, height, std::min(x + 2, kWidth - 36), fmt::format("{:02}:00", hour));
    }
    return hours;
}

/// The row at `y`, and the `y` below it.
std::pair<Html, int> drawn(TimelineRow const& row, Span const& span, int y)
{
    auto blocks = row.blocks;
    std::ranges::sort(blocks, {}, &TimelineBlock::from);
    auto const lanes = lanes_of(blocks);
    auto drawn = html<R"(<text class="wt-chart__label" x="0" y="{}">{}</text>)">(y + 16, row.label);
    std::size_t most = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        auto const& block = blocks[i];
        auto const x = span.x(block.from);
        most = std::max(most, lanes[i] + 1);
        drawn += html<
            R"(<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="3"><title>{}</title></rect>)">(
            block.is_faint ? "wt-chart__ground" : "wt-chart__bar",
            x,
            y + kLabel + static_cast<int>(lanes[i]) * kLane,
            std::max(4, span.x(block.to) - x - 1),
            kLane - 4,
            block.words);
    }
    return {std::move(drawn), y + kLabel + static_cast<int>(most) * kLane + kGap};
}

} // namespace

Html timeline(Timeline const& shown)
{
    auto const span = span_of(shown.rows);
    if (span.to <= span.from) {
        return {};
    }
    Html rows;
    int y = kHead;
    for (auto const& row : shown.rows) {
        auto [content, below] = drawn(row, span, y);
        rows += content;
        y = below;
    }
    return html<
        R"(<svg class="wt-chart" role="img" aria-labelledby="{}-title {}-desc" viewBox="0 0 {} {}"><title id="{}-title">{}</title><desc id="{}-desc">{}</desc>{}{}</svg>
)">(shown.id,
        shown.id,
        kWidth,
        y,
        shown.id,
        shown.title,
        shown.id,
        shown.description,
        hours_of(span, y),
        rows);
}

} // namespace wt::web
