#pragma once

#include "web/html_template.hpp"

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Pages as functions. `html<"<p class=\"{}\">{}</p>">(style, words)` gives safe `Html`: the
/// compiler reads the template and knows for each hole where it stands, so each value is escaped
/// for that place, and a template that could let a value become code does not compile.
namespace wt::web {

/// A fragment of HTML that is safe as it stands.
class Html
{
public:
    Html() = default;

    /// \pre `text` was not typed by anyone: the bytes of a file of ours, or of a library.
    static Html trusted(std::string text)
    {
        Html fragment;
        fragment.text_ = std::move(text);
        return fragment;
    }

    [[nodiscard]] std::string const& str() const& { return text_; }
    [[nodiscard]] std::string str() && { return std::move(text_); }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    Html& operator+=(Html const& other)
    {
        text_ += other.text_;
        return *this;
    }
    friend bool operator==(Html const&, Html const&) = default;

private:
    std::string text_;
};

/// Attributes of a tag, each with its leading space; made by `attribute` and `flag`.
class Attributes
{
public:
    [[nodiscard]] std::string const& str() const { return text_; }
    friend Attributes operator+(Attributes a, Attributes const& b)
    {
        a.text_ += b.text_;
        return a;
    }

private:
    template <Fixed>
    friend Attributes attribute(std::string_view);
    template <Fixed>
    friend Attributes flag(bool);
    std::string text_;
};

void append_escaped(std::string& out, std::string_view text);
void append_url(std::string& out, std::string_view url);
void append_url_part(std::string& out, std::string_view text);

/// `text` as HTML, escaped.
Html escaped(std::string_view text);

/// True for an address that a link may have: a path, query or fragment of ours, http(s), mailto,
/// tel or sms. Not `javascript:`, `data:` or `//elsewhere`.
bool is_safe_url(std::string_view url);

/// The attribute `Name` with `value`; nothing if the value is empty.
template <Fixed Name>
Attributes attribute(std::string_view value)
{
    static_assert(!is_code_attribute(Name.view()), "this attribute may hold code");
    Attributes result;
    if (!value.empty()) {
        result.text_.append(" ").append(Name.view()).append("=\"");
        if constexpr (is_url_attribute(Name.view())) {
            append_url(result.text_, value);
        } else {
            append_escaped(result.text_, value);
        }
        result.text_ += '"';
    }
    return result;
}

/// The attribute `Name` without a value, if `on`.
template <Fixed Name>
Attributes flag(bool on)
{
    static_assert(!is_code_attribute(Name.view()), "this attribute may hold code");
    Attributes result;
    if (on) {
        result.text_.append(" ").append(Name.view());
    }
    return result;
}

namespace detail {

template <class Value>
concept Number = std::integral<Value> && !std::same_as<Value, bool> && !std::same_as<Value, char>;

template <class Value>
concept Words = std::convertible_to<Value const&, std::string_view>;

template <Context where, class Value>
consteval bool fits()
{
    if constexpr (where == Context::attributes) {
        return std::same_as<Value, Attributes>;
    } else if constexpr (std::same_as<Value, Html> || std::same_as<Value, std::vector<Html>>) {
        return where == Context::text;
    } else {
        return (Number<Value> && where != Context::url) || Words<Value>;
    }
}

template <Context where, class Value>
void append(std::string& out, Value const& value)
{
    static_assert(fits<where, Value>(), "a value of this type may not stand in this hole");
    if constexpr (std::same_as<Value, Html> || std::same_as<Value, Attributes>) {
        out += value.str();
    } else if constexpr (std::same_as<Value, std::vector<Html>>) {
        for (Html const& part : value) {
            out += part.str();
        }
    } else if constexpr (Number<Value>) {
        out += std::to_string(value);
    } else if constexpr (where == Context::url) {
        append_url(out, value);
    } else if constexpr (where == Context::url_part) {
        append_url_part(out, value);
    } else {
        append_escaped(out, value);
    }
}

} // namespace detail

/// True if `html<Template>` takes values of these types: for tests.
template <Fixed Template, class... Values>
consteval bool is_valid_html()
{
    constexpr Shape shape = shape_of(Template.view());
    if constexpr (shape.fault != Fault::none || shape.count != sizeof...(Values)) {
        return false;
    } else {
        return []<std::size_t... i>(std::index_sequence<i...>) {
            return (detail::fits<shape_of(Template.view()).holes[i].context, Values>() && ...);
        }(std::index_sequence_for<Values...>{});
    }
}

/// Appends the template with its holes filled to `out`.
template <Fixed Template, class... Values>
void append_html(std::string& out, Values const&... values)
{
    static constexpr Shape shape = shape_of(Template.view());
    static_assert(shape.fault != Fault::stray_brace, "a brace that is no hole");
    static_assert(shape.fault != Fault::hole_in_name, "a hole in a name");
    static_assert(shape.fault != Fault::capital_in_name, "write names in lower case");
    static_assert(shape.fault != Fault::hole_in_code, "a hole where a value would be code");
    static_assert(shape.fault != Fault::unquoted_attribute, "quote every attribute with \"");
    static_assert(shape.fault != Fault::unbalanced_tags, "elements opened and closed unevenly");
    static_assert(shape.fault != Fault::unfinished, "the template ends within a tag");
    static_assert(shape.fault != Fault::too_long, "split this template");
    static_assert(shape.count == sizeof...(Values), "as many values as holes");
    constexpr std::string_view text = Template.view();
    std::size_t from = 0;
    [&]<std::size_t... i>(std::index_sequence<i...>) {
        ((out.append(text, from, shape.holes[i].at - from),
          from = shape.holes[i].at + 2,
          detail::append<shape.holes[i].context>(out, values)),
         ...);
    }(std::index_sequence_for<Values...>{});
    out.append(text, from);
}

/// The template with its holes filled.
template <Fixed Template, class... Values>
Html html(Values const&... values)
{
    std::string out;
    out.reserve(Template.view().size() + 32 * sizeof...(Values));
    append_html<Template>(out, values...);
    return Html::trusted(std::move(out));
}

} // namespace wt::web
