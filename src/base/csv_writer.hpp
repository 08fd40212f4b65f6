#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wt {

/// Appends a line of comma-separated text (RFC 4180, ends with CR LF). A cell that a spreadsheet
/// would take for a formula (it begins with = + - @ or a control character, and is no number)
/// gets an apostrophe before it.
void append_csv_line(std::string& out, std::vector<std::string> const& cells);

} // namespace wt
