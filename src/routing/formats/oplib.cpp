#include "routing/formats/words.hpp"

#include <cmath>
#include <functional>
#include <map>
#include <optional>

namespace wt::routing {

namespace {

// How TSPLIB rounds (G. Reinelt, TSPLIB 95, chapter 2).

double rounded(double value)
{
    return std::floor(value + 0.5);
}

double euclidean(Coordinates const& from, Coordinates const& to)
{
    return rounded(std::hypot(to.x - from.x, to.y - from.y));
}

double raised_euclidean(Coordinates const& from, Coordinates const& to)
{
    return std::ceil(std::hypot(to.x - from.x, to.y - from.y));
}

/// Pseudo-Euclidean.
double att(Coordinates const& from, Coordinates const& to)
{
    return std::ceil(std::hypot(to.x - from.x, to.y - from.y) / std::sqrt(10.0));
}

/// Degrees and minutes, `DDD.MM`, as radians, with TSPLIB's pi.
double radians(double degrees_and_minutes)
{
    constexpr double kPi = 3.141592;
    double const degrees = std::trunc(degrees_and_minutes);
    return kPi * (degrees + 5.0 * (degrees_and_minutes - degrees) / 3.0) / 180.0;
}

double geographical(Coordinates const& from, Coordinates const& to)
{
    constexpr double kEarth = 6378.388; // kilometres
    double const east = std::cos(radians(from.y) - radians(to.y));
    double const apart = std::cos(radians(from.x) - radians(to.x));
    double const added = std::cos(radians(from.x) + radians(to.x));
    double const angle = std::acos(0.5 * ((1.0 + east) * apart - (1.0 - east) * added));
    return std::trunc(kEarth * angle + 1.0);
}

using Measure = double (*)(Coordinates const& from, Coordinates const& to);

std::map<std::string_view, Measure> const kMeasures{
    {"EUC_2D", euclidean}, {"CEIL_2D", raised_euclidean}, {"ATT", att}, {"GEO", geographical}};

/// Whether a format of EDGE_WEIGHT_SECTION tells the weight from a row to a column.
using Tells = bool (*)(std::size_t row, std::size_t column);

std::map<std::string_view, Tells> const kFormats{
    {"FULL_MATRIX", [](std::size_t, std::size_t) { return true; }},
    {"UPPER_ROW", [](std::size_t row, std::size_t column) { return row < column; }},
    {"UPPER_DIAG_ROW", [](std::size_t row, std::size_t column) { return row <= column; }},
    {"LOWER_ROW", [](std::size_t row, std::size_t column) { return row > column; }},
    {"LOWER_DIAG_ROW", [](std::size_t row, std::size_t column) { return row >= column; }}};

class Reader
{
public:
    explicit Reader(std::string_view text) : lines_{split_lines(text)} {}

    Instance read()
    {
        while (at_line_ < lines_.size() && lines_[at_line_].front().text != "EOF") {
            read_part();
        }
        for (auto const* const part : {"DIMENSION", "COST_LIMIT", "NODE_SCORE_SECTION"}) {
            if (!seen_.contains(part)) {
                refuse_missing(part);
            }
        }
        lay();
        return std::move(instance_);
    }

private:
    [[noreturn]] void refuse_missing(std::string_view part) const
    {
        refuse_line(
            lines_.back().front().line, {N_("The file ends without “{1}”."), {std::string{part}}});
    }

    /// `KEY : value`, `KEY: value` or `KEY` of a section.
    void read_part()
    {
        auto const& line = lines_[at_line_++];
        auto key = line.front().text;
        auto const colon = key.find(':');
        Line values{line.begin() + 1, line.end()};
        if (colon != std::string_view::npos) {
            if (colon + 1 < key.size()) {
                values.insert(values.begin(), {key.substr(colon + 1), line.front().line});
            }
            key = key.substr(0, colon);
        } else if (!values.empty() && values.front().text.starts_with(':')) {
            values.front().text.remove_prefix(1);
            if (values.front().text.empty()) {
                values.erase(values.begin());
            }
        }
        seen_.insert_or_assign(key, line.front().line);
        key.ends_with("_SECTION") ? read_section(key, line.front())
                                  : read_key(key, values, line.front());
    }

    void read_key(std::string_view key, Line const& values, Word const& where)
    {
        if (key == "NAME" || key == "COMMENT" || key == "DISPLAY_DATA_TYPE" ||
            key == "NODE_COORD_TYPE" || key == "EDGE_DATA_FORMAT") {
            return;
        }
        if (values.size() != 1) {
            refuse_line(where.line, {N_("“{1}” needs one value."), {std::string{key}}});
        }
        auto const& value = values.front();
        if (key == "DIMENSION") {
            require_first(where);
            dimension_ = static_cast<std::size_t>(to_whole(value, 2, kMostPoints));
            instance_.problem.points.resize(dimension_);
        } else if (key == "COST_LIMIT") {
            instance_.problem.budget = Seconds{to_number(value, 0.0)};
        } else if (key == "EDGE_WEIGHT_TYPE") {
            type_ = value;
            if (value.text != "EXPLICIT" && !kMeasures.contains(value.text)) {
                refuse_value(value);
            }
        } else if (key == "EDGE_WEIGHT_FORMAT") {
            if (value.text != "FUNCTION" && !kFormats.contains(value.text)) {
                refuse_value(value);
            }
            format_ = value;
        } else if (key == "TYPE") {
            if (value.text != "OP") {
                refuse_value(value);
            }
        } else {
            refuse_line(where.line, {N_("“{1}” is no keyword."), {std::string{key}}});
        }
    }

    void require_first(Word const& where) const
    {
        if (dimension_ != 0) {
            refuse_line(where.line, N_("The dimension stands in the file already."));
        }
    }

    [[noreturn]] static void refuse_value(Word const& value)
    {
        refuse_line(value.line, {N_("“{1}” is not known here."), {std::string{value.text}}});
    }

    void read_section(std::string_view key, Word const& where)
    {
        if (dimension_ == 0) {
            refuse_line(where.line, N_("The dimension must come before the sections."));
        }
        at_word_ = 0;
        if (key == "NODE_COORD_SECTION" || key == "DISPLAY_DATA_SECTION") {
            auto& places = key == "NODE_COORD_SECTION" ? places_ : shown_;
            places.resize(dimension_);
            each_node([&](std::size_t node) {
                places[node].x = to_number(word());
                places[node].y = to_number(word());
            });
        } else if (key == "NODE_SCORE_SECTION") {
            each_node([&](std::size_t node) {
                instance_.problem.points[node].weight = to_number(word(), 0.0);
            });
        } else if (key == "EDGE_WEIGHT_SECTION") {
            read_weights(where);
        } else if (key == "DEPOT_SECTION") {
            read_depot();
        } else {
            refuse_line(where.line, {N_("“{1}” is no keyword."), {std::string{key}}});
        }
        require_line_end();
    }

    Word const& word()
    {
        if (at_line_ >= lines_.size()) {
            refuse_end();
        }
        auto const& found = lines_[at_line_][at_word_];
        if (++at_word_ == lines_[at_line_].size()) {
            ++at_line_;
            at_word_ = 0;
        }
        return found;
    }

    void require_line_end() const
    {
        if (at_word_ != 0) {
            refuse_line(
                lines_[at_line_][at_word_].line, N_("The line is longer than it should be."));
        }
    }

    /// A line for each node: its id, then what `read` takes; each node once.
    void each_node(std::function<void(std::size_t node)> const& read)
    {
        std::vector<bool> is_known(dimension_);
        for (std::size_t i = 0; i < dimension_; ++i) {
            auto const& id = word();
            auto const node =
                static_cast<std::size_t>(to_whole(id, 1, static_cast<std::int64_t>(dimension_))) -
                1;
            if (is_known[node]) {
                refuse_line(id.line, N_("This point stands in the file already."));
            }
            is_known[node] = true;
            read(node);
        }
    }

    void read_weights(Word const& where)
    {
        if (!format_) {
            refuse_line(where.line, N_("The file does not say how its weights stand."));
        }
        auto const tells = kFormats.find(format_->text);
        if (tells == kFormats.end()) {
            refuse_value(*format_);
        }
        instance_.problem.times.assign(dimension_ * dimension_, Seconds{0});
        for (std::size_t row = 0; row < dimension_; ++row) {
            for (std::size_t column = 0; column < dimension_; ++column) {
                if (tells->second(row, column)) {
                    Seconds const time{to_number(word(), 0.0)};
                    instance_.problem.times[row * dimension_ + column] = time;
                    if (format_->text != "FULL_MATRIX") {
                        instance_.problem.times[column * dimension_ + row] = time;
                    }
                }
            }
        }
    }

    /// One depot, then -1.
    void read_depot()
    {
        auto const depot = to_whole(word(), 1, static_cast<std::int64_t>(dimension_));
        instance_.problem.start = static_cast<std::size_t>(depot) - 1;
        static_cast<void>(to_whole(word(), -1, -1));
    }

    void lay()
    {
        auto& problem = instance_.problem;
        problem.end = problem.start;
        instance_.score_of_depot = problem.points[problem.start].weight;
        for (std::size_t node = 0; node < dimension_; ++node) {
            instance_.ids.push_back(static_cast<std::int64_t>(node) + 1);
        }
        if (!type_) {
            refuse_missing("EDGE_WEIGHT_TYPE");
        }
        auto const measure = kMeasures.find(type_->text);
        if (measure == kMeasures.end()) {
            if (problem.times.empty()) {
                refuse_missing("EDGE_WEIGHT_SECTION");
            }
            return;
        }
        if (places_.empty()) {
            refuse_missing("NODE_COORD_SECTION");
        }
        problem.times.clear();
        lay_times(problem, places_, measure->second);
        for (std::size_t node = 0; node < dimension_; ++node) {
            problem.times[node * dimension_ + node] = Seconds{0};
        }
    }

    std::vector<Line> lines_;
    std::size_t at_line_ = 0;
    std::size_t at_word_ = 0;
    std::map<std::string_view, std::size_t> seen_; ///< parts and their lines
    std::size_t dimension_ = 0;
    std::optional<Word> type_;
    std::optional<Word> format_;
    std::vector<Coordinates> places_;
    std::vector<Coordinates> shown_;
    Instance instance_;
};

} // namespace

Instance read_oplib(std::string_view text)
{
    return Reader{text}.read();
}

} // namespace wt::routing
