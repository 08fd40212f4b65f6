#include "cli/files.hpp"

#include "app/durable_file.hpp"
#include "base/refusal.hpp"
#include "cli/session.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <system_error>

namespace wt::cli {

namespace {

CsvTable read_table(std::string const& path)
{
    auto file = open_file(path);
    try {
        return CsvTable{file};
    } catch (Refusal const& refusal) {
        throw Refusal{
            Refusal::invalid_input, {N_("{1}: {2}"), {path, in_english(refusal.message())}}};
    }
}

template <class Number>
bool parse(std::string_view text, Number& value)
{
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

void discard(std::filesystem::path const& file)
{
    std::error_code ignored; // what is told is why it was not written
    std::filesystem::remove(file, ignored);
}

} // namespace

InputTable::InputTable(std::string path, std::vector<std::string_view> const& columns)
    : path_{std::move(path)}, table_{read_table(path_)}
{
    for (auto const column : columns) {
        if (!has_column(column)) {
            throw Refusal{
                Refusal::invalid_input,
                {N_("{1} has no column “{2}”."), {path_, std::string{column}}}};
        }
    }
    if (table_.rows().empty()) {
        throw Refusal{Refusal::invalid_input, {N_("{1} has no line below its header."), {path_}}};
    }
    for (std::size_t row = 0; row < size(); ++row) {
        if (!table_.rows()[row].has_all_cells) {
            refuse(row, N_("There are more or fewer cells than columns."));
        }
    }
}

std::string_view InputTable::text(std::size_t row, std::string_view column) const
{
    return table_.cell(table_.rows()[row], column);
}

double InputTable::number(std::size_t row, std::string_view column, double least, double most) const
{
    double value = 0;
    auto const cell = text(row, column);
    if (!parse(cell, value) || !std::isfinite(value) || value < least || value > most) {
        refuse(
            row,
            {N_("“{1}” is no number that {2} can be."), {std::string{cell}, std::string{column}}});
    }
    return value;
}

std::int64_t InputTable::whole(
    std::size_t row, std::string_view column, std::int64_t least, std::int64_t most) const
{
    std::int64_t value = 0;
    auto const cell = text(row, column);
    if (!parse(cell, value) || value < least || value > most) {
        refuse(
            row,
            {N_("“{1}” is no whole number that {2} can be."),
             {std::string{cell}, std::string{column}}});
    }
    return value;
}

void InputTable::refuse(std::size_t row, Message const& what) const
{
    throw Refusal{
        Refusal::invalid_input,
        {N_("{1}, line {2}: {3}"),
         {path_, std::to_string(table_.rows()[row].line), in_english(what)}}};
}

std::string digits(double value)
{
    return fmt::format("{}", value);
}

std::string digits(std::int64_t value)
{
    return std::to_string(value);
}

void write_file(std::string const& path, std::function<void(std::ostream& out)> const& write)
{
    if (path == "-") {
        std::ostringstream text;
        write(text);
        std::cout << text.str() << std::flush;
        return;
    }
    auto const beside = app::unfinished_path(path);
    try {
        std::ofstream file{beside, std::ios::binary};
        file.exceptions(std::ios::badbit | std::ios::failbit);
        write(file);
        file.close();
        app::sync_file(beside);
        app::replace_file(beside, path);
    } catch (std::system_error const&) { // the streams' failure is one, too
        discard(beside);
        throw Refusal{Refusal::invalid_input, {N_("The file “{1}” cannot be written."), {path}}};
    } catch (...) {
        discard(beside);
        throw;
    }
}

} // namespace wt::cli
