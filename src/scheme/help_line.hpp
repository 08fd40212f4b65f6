#pragma once

#include <string>
#include <vector>

namespace wt {

/// Who helps, and how to reach them. Names stay as they are; the sentence is translated where the
/// catalogue has it.
struct HelpLine
{
    std::string name;
    std::string number;        ///< as printed: "0808 2000 247"; empty: by the address alone
    std::string about;         ///< one sentence
    std::string address;       ///< of its site; may be empty
    bool is_first = false;     ///< also named at the foot of every page
    bool for_children = false; ///< for those who see or hear abuse at home

    friend bool operator==(HelpLine const&, HelpLine const&) = default;
};

/// Those that the program knows, until a force imports its own: domestic abuse first, as most
/// abuse happens at home.
std::vector<HelpLine> const& default_help_lines();

} // namespace wt
