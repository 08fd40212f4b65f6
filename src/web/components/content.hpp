#pragma once

#include "base/field_errors.hpp"
#include "web/html.hpp"
#include "web/texts.hpp"

#include <optional>
#include <string>
#include <vector>

/// Parts of a page that say something, named and built as in the GOV.UK Design System.
namespace wt::web {

/// All that is wrong, at the top, each a link to its field; nothing if nothing is wrong.
Html error_summary(Texts const& t, FieldErrors const& errors);

Html details(std::string_view summary, Html const& content, bool is_open = false);
Html inset_text(Html const& content);
Html warning_text(Texts const& t, Html const& content);
Html notification_banner(Texts const& t, Html const& content, bool is_success = false);

/// The end of a journey.
Html panel(std::string_view title, Html const& content);

struct SummaryRow
{
    std::string key;
    Html value;
    std::string change_href{};  ///< empty: cannot be changed
    std::string change_label{}; ///< "Change"
    std::string change_what{};  ///< read out after it: "where you would like to walk"
};
Html summary_list(std::vector<SummaryRow> const& rows);

struct Table
{
    std::string caption;
    std::vector<std::string> head;
    std::vector<std::vector<Html>> rows;
    std::vector<bool> is_numeric{}; ///< per column; shorter means words
    bool first_cell_is_head = true;
    bool caption_is_hidden = false;
};
/// Scrolls sideways within itself on a small screen.
Html table(Table const& table);

/// \param colour  grey, green, turquoise, blue, purple, pink, red, orange, yellow
Html tag(std::string_view label, std::string_view colour = "blue");

/// "Previous" and "next" of a list that is read page by page; empty address: none.
Html pagination(Texts const& t, std::string_view previous_href, std::string_view next_href);

Html back_link(Texts const& t, std::string_view href);

struct Crumb
{
    std::string label;
    std::string href;
};
Html breadcrumbs(Texts const& t, std::vector<Crumb> const& crumbs);

/// Paragraphs of one text each.
Html paragraphs(std::vector<std::string> const& texts);
Html paragraph(std::string_view text);
Html heading(std::string_view text, int level = 1, std::string_view size = "l");
/// A bulleted list.
Html bullets(std::vector<Html> const& items);
Html link(std::string_view label, std::string_view href);

} // namespace wt::web
