#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace wt::web {

/// A string literal as a template argument.
template <std::size_t N>
struct Fixed
{
    char text[N]{};

    // NOLINTNEXTLINE(google-explicit-constructor): made from the literal itself.
    consteval Fixed(char const (&literal)[N])
    {
        for (std::size_t i = 0; i < N; ++i) {
            text[i] = literal[i];
        }
    }
    [[nodiscard]] constexpr std::string_view view() const { return {text, N - 1}; }
};

/// Where a hole `{}` of a template stands, which decides what may be put into it and how.
enum class Context
{
    text,       ///< between tags
    attribute,  ///< in a quoted attribute value
    url,        ///< at the start of a quoted attribute that holds an address
    url_part,   ///< after the start of such an address
    attributes, ///< in a tag, directly after its name or a value: whole attributes
};

/// What is wrong with a template. `none` means that it may be used.
enum class Fault
{
    none,
    stray_brace,        ///< a `{` or `}` that is no hole (write `&#123;`)
    hole_in_name,       ///< a hole in a tag's or an attribute's name, or in a comment
    capital_in_name,    ///< names are in lower case
    hole_in_code,       ///< a hole in script or style, an on… or style attribute, or srcdoc
    unquoted_attribute, ///< every attribute value stands in double quotes
    unbalanced_tags,    ///< an element that is not closed, or closed twice
    unfinished,         ///< ends within a tag
    too_long,           ///< more than 64 holes or 64 nested elements
};

/// The parsed form of a template.
struct Shape
{
    struct Hole
    {
        std::size_t at = 0; ///< offset of the `{`
        Context context = Context::text;
    };
    Fault fault = Fault::none;
    std::size_t count = 0;
    std::array<Hole, 64> holes{};
};

/// True if the attribute's value is an address, so that its scheme must be looked at.
constexpr bool is_url_attribute(std::string_view name)
{
    for (std::string_view const url :
         {"href", "src", "action", "formaction", "poster", "cite", "data", "xlink:href"}) {
        if (name == url) {
            return true;
        }
    }
    return false;
}

/// True if the attribute's value is code or markup, which no hole may be.
constexpr bool is_code_attribute(std::string_view name)
{
    return name.starts_with("on") || name == "style" || name == "srcdoc" || name == "srcset";
}

namespace detail {

/// A small HTML reader, run by the compiler over each template. Templates are ours, so it reads a
/// strict subset: lower-case names, double quotes, every element closed.
class TemplateReader
{
public:
    constexpr explicit TemplateReader(std::string_view text) : text_{text} {}

    constexpr Shape read()
    {
        while (at_ < text_.size() && shape_.fault == Fault::none) {
            if (text_[at_] == '<') {
                read_markup();
            } else {
                read_character(in_code() ? Fault::hole_in_code : Fault::none, Context::text);
            }
        }
        if (shape_.fault == Fault::none && depth_ != 0) {
            shape_.fault = Fault::unbalanced_tags;
        }
        return shape_;
    }

private:
    [[nodiscard]] constexpr char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    [[nodiscard]] constexpr bool starts(std::string_view what) const
    {
        return text_.substr(at_).starts_with(what);
    }
    [[nodiscard]] constexpr bool in_code() const
    {
        return depth_ > 0 && (open_[depth_ - 1] == "script" || open_[depth_ - 1] == "style");
    }
    constexpr void fail(Fault fault)
    {
        if (shape_.fault == Fault::none) {
            shape_.fault = fault;
        }
    }

    static constexpr bool is_name_character(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == ':';
    }
    static constexpr bool is_space(char c) { return c == ' ' || c == '\n'; }

    constexpr std::string_view read_name()
    {
        std::size_t const start = at_;
        bool has_capital = false;
        while (is_name_character(peek())) {
            has_capital = has_capital || (peek() >= 'A' && peek() <= 'Z');
            ++at_;
        }
        auto const name = text_.substr(start, at_ - start);
        // Names are compared as written, so `onClick` must not slip by; SVG has two with capitals.
        if (has_capital && name != "viewBox" && name != "preserveAspectRatio") {
            fail(Fault::capital_in_name);
        }
        return name;
    }

    constexpr void read_character(Fault forbidden, Context context)
    {
        if (starts("{}")) {
            if (forbidden != Fault::none) {
                fail(forbidden);
            } else if (shape_.count == shape_.holes.size()) {
                fail(Fault::too_long);
            } else {
                shape_.holes[shape_.count++] = {at_, context};
            }
            at_ += 2;
        } else if (peek() == '{' || peek() == '}') {
            fail(Fault::stray_brace);
        } else {
            ++at_;
        }
    }

    constexpr void read_markup()
    {
        if (starts("<!doctype html>")) {
            at_ += std::string_view{"<!doctype html>"}.size();
        } else if (starts("</")) {
            at_ += 2;
            close(read_name());
            if (peek() != '>') {
                fail(peek() == '{' ? Fault::hole_in_name : Fault::unfinished);
            }
            ++at_;
        } else {
            ++at_;
            read_tag();
        }
    }

    constexpr void read_tag()
    {
        auto const name = read_name();
        if (name.empty()) {
            return fail(Fault::hole_in_name);
        }
        while (shape_.fault == Fault::none && peek() != '>' && !starts("/>")) {
            if (starts("{}")) {
                read_character(Fault::none, Context::attributes);
                if (!is_space(peek()) && peek() != '>' && peek() != '{' && peek() != '/') {
                    fail(Fault::hole_in_name);
                }
            } else if (is_space(peek())) {
                ++at_;
            } else {
                read_attribute();
            }
        }
        bool const closes_itself = starts("/>");
        at_ += closes_itself ? 2 : 1;
        if (!closes_itself && !is_void(name)) {
            open(name);
        }
    }

    constexpr void read_attribute()
    {
        auto const name = read_name();
        if (name.empty()) {
            return fail(at_ < text_.size() ? Fault::hole_in_name : Fault::unfinished);
        }
        if (peek() != '=') {
            return;
        }
        ++at_;
        if (peek() != '"') {
            return fail(Fault::unquoted_attribute);
        }
        ++at_;
        Fault const forbidden = is_code_attribute(name) ? Fault::hole_in_code : Fault::none;
        bool const is_url = is_url_attribute(name);
        std::size_t const start = at_;
        while (shape_.fault == Fault::none && peek() != '"') {
            if (at_ >= text_.size()) {
                return fail(Fault::unfinished);
            }
            read_character(
                forbidden,
                !is_url        ? Context::attribute
                : at_ == start ? Context::url
                               : Context::url_part);
        }
        ++at_;
    }

    static constexpr bool is_void(std::string_view name)
    {
        for (std::string_view const one :
             {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}) {
            if (name == one) {
                return true;
            }
        }
        return false;
    }

    constexpr void open(std::string_view name)
    {
        if (depth_ == open_.size()) {
            return fail(Fault::too_long);
        }
        open_[depth_++] = name;
    }

    constexpr void close(std::string_view name)
    {
        if (depth_ == 0 || open_[depth_ - 1] != name) {
            return fail(Fault::unbalanced_tags);
        }
        --depth_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::array<std::string_view, 64> open_{};
    std::size_t depth_ = 0;
    Shape shape_;
};

} // namespace detail

/// Reads a template of a page; see `Fault` for what it refuses.
constexpr Shape shape_of(std::string_view html_template)
{
    return detail::TemplateReader{html_template}.read();
}

} // namespace wt::web
