#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::notify {

/// The elements `name` of an XML document, each as the texts of the elements directly in it, by
/// their names, without white space at their ends. UTF-8.
/// \returns nothing if it is not well-formed, or declares a document type: entities of others are
///          never followed
std::optional<std::vector<std::map<std::string, std::string>>>
find_xml_records(std::string_view document, std::string_view name);

} // namespace wt::notify
