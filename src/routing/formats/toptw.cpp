#include "routing/formats/words.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>

namespace wt::routing {

namespace {

/// `i x y dwell score f a`, the list of `a` words, `opens closes`.
constexpr std::size_t kBeforeList = 7;
constexpr std::size_t kAfterList = 2;

void require_fields(Line const& line)
{
    if (line.size() < kBeforeList + kAfterList) {
        refuse_line(line.front().line, N_("The line ends too early."));
    }
    constexpr std::int64_t kLongestList = 10'000;
    auto const listed = to_whole(line[kBeforeList - 1], 0, kLongestList);
    require_words(line, kBeforeList + static_cast<std::size_t>(listed) + kAfterList);
}

bool has_three_decimals(Word const& word)
{
    auto const point = word.text.find('.');
    return point != std::string_view::npos && word.text.size() - point > 3;
}

/// The first line's third word is how many points come after the depot.
void require_all_points(Line const& head, std::size_t count)
{
    constexpr std::size_t kCount = 2;
    if (head.size() > kCount) {
        auto const said = to_whole(head[kCount], 0, static_cast<std::int64_t>(kMostPoints));
        if (count < static_cast<std::size_t>(said) + 1) {
            refuse_end();
        }
    }
}

} // namespace

Instance read_toptw(std::string_view text)
{
    auto const lines = split_lines(text);
    auto const rows = std::span{lines}.subspan(std::min<std::size_t>(2, lines.size()));
    if (rows.empty()) {
        refuse_end();
    }
    if (rows.size() > kMostPoints) {
        refuse_line(rows[kMostPoints].front().line, N_("These are more points than can be."));
    }
    require_all_points(lines.front(), rows.size());

    Instance instance;
    instance.unit = 10.0;
    std::vector<Coordinates> places;
    std::set<std::int64_t> known;
    for (auto const& row : rows) {
        require_fields(row);
        if (has_three_decimals(row[1]) || has_three_decimals(row[2])) {
            instance.unit = 100.0;
        }
        places.push_back({to_number(row[1]), to_number(row[2])});
        instance.ids.push_back(to_whole(row[0], 0, std::numeric_limits<std::int64_t>::max()));
        if (!known.insert(instance.ids.back()).second) {
            refuse_line(row[0].line, N_("This point stands in the file already."));
        }
    }
    instance.begins = to_number(rows.front()[rows.front().size() - 2], 0.0);
    auto const in_unit = [&](Word const& word) { return to_number(word, 0.0) * instance.unit; };
    auto& problem = instance.problem;
    for (auto const& row : rows) {
        double const opens = in_unit(row[row.size() - 2]);
        double const closes = in_unit(row[row.size() - 1]);
        if (closes < opens) {
            refuse_line(row.front().line, N_("The window closes before it opens."));
        }
        double const begins = instance.begins * instance.unit;
        bool const is_too_late = closes < begins; // it never fits: closed before anybody gets there
        problem.points.push_back(
            {.weight = is_too_late ? 0.0 : to_number(row[4], 0.0),
             .dwell = Seconds{in_unit(row[3])},
             .opens = Seconds{std::max(opens - begins, 0.0)},
             .closes = Seconds{std::max(closes - begins, 0.0)}});
        if (&row == &rows.front()) {
            problem.budget = Seconds{closes - begins};
        }
    }
    lay_times(problem, places, [&](Coordinates const& from, Coordinates const& to) {
        // Rounding must not make 2.9999999 of what is 3.
        constexpr double kRounding = 1e-9;
        return std::floor(std::hypot(to.x - from.x, to.y - from.y) * instance.unit + kRounding);
    });
    return instance;
}

} // namespace wt::routing
