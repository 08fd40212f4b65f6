#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wt::web {

/// Names with values, in the order sent: a query, a form, the cookies. A name may come twice
/// (checkboxes).
class Fields
{
public:
    Fields() = default;
    explicit Fields(std::vector<std::pair<std::string, std::string>> values)
        : values_{std::move(values)}
    {
    }

    /// The first value of `name`.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    /// The first value of `name` without white space at its ends; empty if absent.
    [[nodiscard]] std::string get(std::string_view name) const;
    /// All values of `name`.
    [[nodiscard]] std::vector<std::string> list(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return find(name).has_value(); }
    [[nodiscard]] bool empty() const { return values_.empty(); }
    [[nodiscard]] auto begin() const { return values_.begin(); }
    [[nodiscard]] auto end() const { return values_.end(); }

    /// Replaces every value of `name`.
    void set(std::string_view name, std::string value);
    void set_list(std::string_view name, std::vector<std::string> values);

private:
    std::vector<std::pair<std::string, std::string>> values_;
};

/// Reads `application/x-www-form-urlencoded` text (a form's body, a query).
/// \throws Refusal invalid_input if a name or value is not clean UTF-8 or holds NUL, if an escape
///         is broken, or if there are more than 1000 fields
Fields read_urlencoded(std::string_view text);

/// The reverse of `read_urlencoded`.
std::string write_urlencoded(Fields const& fields);

/// Reads a `Cookie` header; what cannot be read is left out.
Fields read_cookies(std::string_view header);

/// `text` with `%41` as `A`; nothing if an escape is broken or the result not clean UTF-8.
std::optional<std::string> percent_decoded(std::string_view text);

} // namespace wt::web
