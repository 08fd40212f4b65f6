#pragma once

#include "base/csv.hpp"
#include "base/message.hpp"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace wt::cli {

/// A CSV file that a command was given, cell by cell. Whatever is wrong is one sentence that names
/// the file and the line.
class InputTable
{
public:
    /// \throws Refusal (not_found) if it cannot be read; (invalid_input) if it is no CSV, lacks one
    ///         of `columns`, has no line below its header, or a line with other than all cells
    InputTable(std::string path, std::vector<std::string_view> const& columns);

    [[nodiscard]] std::size_t size() const { return table_.rows().size(); }
    [[nodiscard]] bool has_column(std::string_view name) const { return table_.has_column(name); }

    /// As it stands; empty if the table has no such column.
    [[nodiscard]] std::string_view text(std::size_t row, std::string_view column) const;
    /// \throws Refusal (invalid_input) if it is no finite number from `least` to `most`
    [[nodiscard]] double number(
        std::size_t row,
        std::string_view column,
        double least = std::numeric_limits<double>::lowest(),
        double most = std::numeric_limits<double>::max()) const;
    /// \throws Refusal (invalid_input) if it is no whole number from `least` to `most`
    [[nodiscard]] std::int64_t whole(
        std::size_t row,
        std::string_view column,
        std::int64_t least = std::numeric_limits<std::int64_t>::min(),
        std::int64_t most = std::numeric_limits<std::int64_t>::max()) const;

    /// Refuses a row of the table. \param what  about the line, a whole sentence
    [[noreturn]] void refuse(std::size_t row, Message const& what) const;

private:
    std::string path_;
    CsvTable table_;
};

/// A number with as many digits as it takes to read the same one again.
std::string digits(double value);
std::string digits(std::int64_t value);

/// Writes a file whole or not at all: what `write` throws leaves what stood there before. "-" is
/// standard output.
/// \throws Refusal (invalid_input) if it cannot be written
void write_file(std::string const& path, std::function<void(std::ostream& out)> const& write);

} // namespace wt::cli
