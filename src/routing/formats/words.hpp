#pragma once

#include "base/message.hpp"
#include "routing/formats/instance.hpp"

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace wt::routing {

/// A word of a file and where it stands.
struct Word
{
    std::string_view text;
    std::size_t line = 0; ///< from 1
};

/// The words of a line that is not blank.
using Line = std::vector<Word>;

/// \throws Refusal (invalid_input): `line N: what`
[[noreturn]] void refuse_line(std::size_t line, Message const& what);
/// \throws Refusal (invalid_input) of a text that ends before it should
[[noreturn]] void refuse_end();

/// The lines of a text that are not blank, whatever ends them. \throws Refusal if there are none
std::vector<Line> split_lines(std::string_view text);

/// \throws Refusal (invalid_input) if the word is no finite number from `least`, below 10^12
double to_number(Word const& word, double least = std::numeric_limits<double>::lowest());
/// \throws Refusal (invalid_input) if the word is no whole number from `least` to `most`
std::int64_t to_whole(Word const& word, std::int64_t least, std::int64_t most);

/// \throws Refusal (invalid_input) unless the line has `count` words
void require_words(Line const& line, std::size_t count);

struct Coordinates
{
    double x = 0.0;
    double y = 0.0;
};

/// Gives the problem the times between all points, `measure(from, to)` each.
template <class Measure>
void lay_times(Problem& problem, std::vector<Coordinates> const& places, Measure const& measure)
{
    problem.times.reserve(places.size() * places.size());
    for (auto const& from : places) {
        for (auto const& to : places) {
            problem.times.emplace_back(measure(from, to));
        }
    }
}

Instance read_op(std::string_view text);
Instance read_top(std::string_view text);
Instance read_toptw(std::string_view text);
Instance read_oplib(std::string_view text);

} // namespace wt::routing
