#include "web/components/bar_chart.hpp"

#include <algorithm>

namespace wt::web {

namespace {

constexpr std::int64_t kWidth = 400; // units of the picture
constexpr std::int64_t kRow = 46;
constexpr std::int64_t kText = 17; // the line of the words in a row
constexpr std::int64_t kBar = 24;  // the upper edge of the bar in a row

Html row_of(Bar const& bar, std::int64_t y, std::int64_t full)
{
    auto const width = bar.value && full > 0 ? std::min(*bar.value, full) * kWidth / full : 0;
    return html<
        R"(<text class="wt-chart__label" x="0" y="{}">{}</text><text class="wt-chart__value" x="{}" y="{}" text-anchor="end">{}</text><rect class="wt-chart__ground" x="0" y="{}" width="{}" height="12" rx="3"/><rect class="wt-chart__bar" x="0" y="{}" width="{}" height="12" rx="3"/>)">(
        y + kText, bar.label, kWidth, y + kText, bar.text, y + kBar, kWidth, y + kBar, width);
}

} // namespace

Html bar_chart(BarChart const& chart)
{
    if (chart.bars.empty()) {
        return {};
    }
    std::int64_t largest = 0;
    for (auto const& bar : chart.bars) {
        largest = std::max(largest, bar.value.value_or(0));
    }
    Html rows;
    std::int64_t y = 0;
    for (auto const& bar : chart.bars) {
        rows += row_of(bar, y, chart.full.value_or(largest));
        y += kRow;
    }
    return html<
        R"(<svg class="wt-chart" role="img" aria-labelledby="{}-title {}-desc" viewBox="0 0 {} {}"><title id="{}-title">{}</title><desc id="{}-desc">{}</desc>{}</svg>
)">(chart.id, chart.id, kWidth, y, chart.id, chart.title, chart.id, chart.description, rows);
}

} // namespace wt::web
