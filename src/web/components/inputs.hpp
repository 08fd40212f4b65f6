#pragma once

#include "web/html.hpp"

#include <string>
#include <vector>

/// Parts of a form, named and built as in the GOV.UK Design System. Every text is already
/// translated; ids are the field's name, `NAME-hint` and `NAME-error`.
namespace wt::web {

struct TextInput
{
    std::string name;
    std::string label;
    std::string hint{};
    std::string error{}; ///< empty if right
    std::string value{};
    std::string type = "text"; ///< text, email, tel, search, password
    std::string autocomplete{};
    std::string inputmode{}; ///< numeric, email …
    int width = 0;           ///< characters: 2, 3, 4, 5, 10, 20; 0 for the full width
    bool is_heading = false; ///< the label is the page's h1
    bool spellcheck = true;
    int max_length = 0; ///< 0: none
};
Html text_input(TextInput const& input);

struct Textarea
{
    std::string name;
    std::string label;
    std::string hint{};
    std::string error{};
    std::string value{};
    int rows = 5;
    int max_characters = 0;   ///< shown and counted down, not enforced by the browser; 0: none
    std::string limit_hint{}; ///< "You can enter up to 500 characters", where there is a limit
    bool is_heading = false;
    bool is_secret = false; ///< neither completed nor sent to a spelling service by the browser
};
Html textarea(Textarea const& area);

struct Option
{
    std::string value;
    std::string label;
};

struct Select
{
    std::string name;
    std::string label;
    std::vector<Option> options;
    std::string hint{};
    std::string error{};
    std::string value{};
    bool is_heading = false;
};
Html select(Select const& input);

/// Three boxes NAME-day, NAME-month, NAME-year in a group with the id NAME-day for the summary.
struct DateInput
{
    std::string name;
    std::string legend;
    std::string day_label;
    std::string month_label;
    std::string year_label;
    std::string hint{};
    std::string error{};
    std::string day{};
    std::string month{};
    std::string year{};
    bool is_heading = false;
};
Html date_input(DateInput const& input);

struct Choice
{
    std::string value;
    std::string label;
    std::string hint{};
    Html conditional{}; ///< shown under the choice when it is made; always without JavaScript
    bool is_exclusive = false; ///< checkboxes: "none of these"
};

/// A question with choices. Ids are NAME, NAME-2, NAME-3 …
struct Choices
{
    std::string name;
    std::string legend;
    std::vector<Choice> choices;
    std::string hint{};
    std::string error{};
    std::vector<std::string> chosen{};
    bool is_heading = false;
    bool is_inline = false;
    bool is_small = false;
    std::string divider{}; ///< "or", before the last choice
};
Html radios(Choices const& question);
Html checkboxes(Choices const& question);
/// A box in the row of a table; its label is read out and not shown.
Html row_checkbox(std::string_view name, std::string_view value, std::string_view label);

struct Button
{
    std::string label;
    std::string href{}; ///< a link that looks like a button, else a submit button
    std::string name{};
    std::string value{};
    bool is_secondary = false;
    bool is_warning = false;
    bool is_start = false; ///< with an arrow, at the start of a journey
};
Html button(Button const& button);
/// Buttons and links side by side.
Html button_group(std::vector<Html> const& parts);

/// A form of ours that is sent twice at most once: `idempotency` goes along as a hidden field.
struct Form
{
    std::string action;
    Html content;
    std::string idempotency{};
    std::string method = "post";
};
Html form(Form const& form);
Html hidden_input(std::string_view name, std::string_view value);

} // namespace wt::web
