#include "cli/json_file.hpp"

#include "base/calendar.hpp"
#include "base/refusal.hpp"
#include "cli/session.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace wt::cli {

namespace {

using nlohmann::json;

/// The year after which nobody plans; keeps grids of times small.
constexpr auto kLastDay = Day{std::chrono::local_days{std::chrono::year{2200} / 1 / 1}};

std::unique_ptr<json> parse(std::string const& path)
{
    auto file = open_file(path);
    std::string const text{std::istreambuf_iterator<char>{file}, {}};
    try {
        return std::make_unique<json>(json::parse(text));
    } catch (json::exception const& error) {
        auto const* const syntax = dynamic_cast<json::parse_error const*>(&error);
        auto const end = syntax != nullptr ? std::min(syntax->byte, text.size()) : text.size();
        auto const line =
            1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
        throw Refusal{
            Refusal::invalid_input,
            {N_("{1}, line {2}: this is not JSON."), {path, std::to_string(line)}}};
    }
}

} // namespace

void JsonCell::require_object(
    std::initializer_list<std::string_view> required,
    std::initializer_list<std::string_view> optional) const
{
    if (!value_.is_object()) {
        refuse(N_("An object is expected."));
    }
    for (auto const name : required) {
        if (!value_.contains(std::string{name})) {
            refuse({N_("“{1}” is missing."), {std::string{name}}});
        }
    }
    for (auto const& [name, value] : value_.items()) {
        if (std::ranges::find(required, name) == required.end() &&
            std::ranges::find(optional, name) == optional.end()) {
            refuse({N_("“{1}” is not known here."), {name}});
        }
    }
}

bool JsonCell::has(char const* name) const
{
    return value_.contains(name);
}

JsonCell JsonCell::at(char const* name) const
{
    return {*this, value_.at(name), name, 0};
}

void JsonCell::for_each(std::function<void(JsonCell const& cell)> const& visit) const
{
    if (!value_.is_array()) {
        refuse(N_("A list is expected."));
    }
    for (std::size_t i = 0; i < value_.size(); ++i) {
        visit(JsonCell{*this, value_[i], nullptr, i});
    }
}

void JsonCell::for_each(
    char const* name, std::function<void(JsonCell const& cell)> const& visit) const
{
    if (has(name)) {
        at(name).for_each(visit);
    }
}

std::string JsonCell::text() const
{
    if (!value_.is_string()) {
        refuse(N_("A text is expected."));
    }
    return value_.get<std::string>();
}

bool JsonCell::flag() const
{
    if (!value_.is_boolean()) {
        refuse(N_("true or false is expected."));
    }
    return value_.get<bool>();
}

std::int64_t JsonCell::whole(std::int64_t least, std::int64_t most) const
{
    // An unsigned number past the signed ones would turn round.
    bool const fits = value_.is_number_integer() &&
                      (!value_.is_number_unsigned() ||
                       value_.get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX));
    if (!fits || value_.get<std::int64_t>() < least || value_.get<std::int64_t>() > most) {
        refuse(
            {N_("A whole number from {1} to {2} is expected."),
             {std::to_string(least), std::to_string(most)}});
    }
    return value_.get<std::int64_t>();
}

double JsonCell::number(double least, double most) const
{
    double const value = value_.is_number() ? value_.get<double>() : NAN;
    if (!(value >= least && value <= most)) {
        refuse(
            {N_("A number from {1} to {2} is expected."), {json(least).dump(), json(most).dump()}});
    }
    return value;
}

Day JsonCell::day() const
{
    auto const found = find_day(text());
    if (!found || *found < Day{} || *found > kLastDay) {
        refuse(N_("A day such as 2026-12-02 is expected."));
    }
    return *found;
}

Instant JsonCell::moment() const
{
    auto const words = text();
    bool const has_form = words.size() == 20 && words[10] == 'T' && words.ends_with(":00Z");
    auto const day = has_form ? find_day(words.substr(0, 10)) : std::nullopt;
    auto const time = has_form ? find_time_of_day(words.substr(11, 5)) : std::nullopt;
    if (!day || !time || *day < Day{} || *day > kLastDay) {
        refuse(N_("A moment such as 2026-12-17T19:00:00Z, on a whole minute, is expected."));
    }
    return Instant{day->time_since_epoch() + *time};
}

void JsonCell::refuse(Message const& what) const
{
    throw Refusal{
        Refusal::invalid_input, {N_("{1}, {2}: {3}"), {file_, place(), in_english(what)}}};
}

std::string JsonCell::place() const
{
    if (parent_ == nullptr) {
        return "/";
    }
    auto const above = parent_->parent_ == nullptr ? std::string{} : parent_->place();
    return above + "/" + (name_ != nullptr ? std::string{name_} : std::to_string(index_));
}

JsonFile::JsonFile(std::string path) : path_{std::move(path)}, document_{parse(path_)} {}

JsonFile::~JsonFile() = default;

} // namespace wt::cli
