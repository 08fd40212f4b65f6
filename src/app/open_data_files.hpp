#pragma once

#include "app/app.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wt::app {

/// A column of a file, for those who use it.
struct OpenColumn
{
    std::string_view name;
    std::string_view datatype; ///< of XML Schema, as CSV on the Web has them
    std::string_view about;
};

/// A file of the open data.
struct OpenFile
{
    std::string_view name;
    std::string_view type; ///< media type
    std::string_view about;
    std::vector<OpenColumn> columns; ///< of CSV; none for other files
};

/// Every file of an export, those with data first.
std::vector<OpenFile> const& list_open_files();

/// The data dictionary, Markdown.
std::string open_data_dictionary(App const& app);

/// The same for programs: CSV on the Web (W3C Recommendation "Metadata Vocabulary for Tabular
/// Data", 2015), a table group.
std::string open_data_metadata(App const& app);

/// Under which licence the force opens its data, and what to say when using them.
std::string open_data_licence_text(App const& app);

} // namespace wt::app
