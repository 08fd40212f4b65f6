#pragma once

#include <istream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wt {

/// A table from comma-separated text (RFC 4180) whose first line names its columns. Names are
/// compared in lower case; cells come without white space at their ends; empty lines are left out.
/// Cells are views into the text, which the table keeps; linear time, 16 bytes a cell.
class CsvTable
{
public:
    struct Row
    {
        std::size_t line = 0; ///< in the file, from 1
        std::span<std::string_view const> cells;
        bool has_all_cells = true; ///< as many as there are columns
    };

    /// \throws Refusal (invalid_input): not clean UTF-8 (the line is named), a quotation mark that
    ///         is never closed, no header, a column that comes twice
    explicit CsvTable(std::istream& file);
    CsvTable(CsvTable const&) = delete;
    CsvTable& operator=(CsvTable const&) = delete;
    CsvTable(CsvTable&&) = default;
    CsvTable& operator=(CsvTable&&) = default;
    ~CsvTable() = default;

    [[nodiscard]] std::vector<Row> const& rows() const { return rows_; }
    [[nodiscard]] bool has_column(std::string_view name) const;
    /// \throws Refusal (invalid_input) that names the first of `names` that is missing
    void require_columns(std::vector<std::string_view> const& names) const;
    /// The cell of `row` in the column; empty if the row or the table has none.
    [[nodiscard]] std::string_view cell(Row const& row, std::string_view column) const;

private:
    [[nodiscard]] std::optional<std::size_t> find_column(std::string_view name) const;
    void take_rows(std::vector<std::size_t> const& first_cells);

    std::vector<char> text_; ///< a vector, whose bytes stay where they are when it is moved
    std::vector<std::string> columns_;
    std::vector<std::string_view> cells_;
    std::vector<Row> rows_;
};

} // namespace wt
