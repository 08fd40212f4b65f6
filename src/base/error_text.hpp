#pragma once

#include <exception>
#include <string>

namespace wt {

/// What may be logged of an error: the beginning of its message. What a database appends, after
/// the first line, after "while" or behind a colon and a quotation mark, may be somebody's data.
std::string text_to_log(std::exception const& error);

} // namespace wt
