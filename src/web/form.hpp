#pragma once

#include "base/field_errors.hpp"
#include "web/fields.hpp"
#include "web/texts.hpp"

namespace wt::web {

/// A form on its way back to the page: what was typed and what is wrong with it.
///
///     FormState const form{t, typed, errors};
///     text_input({.name = "contact", .label = t("…"), .error = form.error("contact"),
///                 .value = form.value("contact")})
struct FormState
{
    Texts const& t;
    Fields const& typed;
    FieldErrors const& errors;

    /// The sentence beside the field; empty if it is right.
    [[nodiscard]] std::string error(std::string_view field) const
    {
        auto const* const message = errors.find(field);
        return message != nullptr ? t(*message) : std::string{};
    }
    /// What was typed, exactly as typed.
    [[nodiscard]] std::string value(std::string_view field) const
    {
        return std::string{typed.find(field).value_or("")};
    }
    [[nodiscard]] std::vector<std::string> values(std::string_view field) const
    {
        return typed.list(field);
    }
};

} // namespace wt::web
