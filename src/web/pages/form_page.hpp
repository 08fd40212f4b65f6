#pragma once

#include "base/field_errors.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/shell.hpp"

#include <string>

namespace wt::web {

/// A page that asks for one thing.
struct FormPage
{
    std::string title; ///< also its heading
    std::string intro; ///< one paragraph before the form
    Form form;
    Html after{};
    std::string_view back = "/";
};

/// Shows it, with all that is wrong above its heading.
Response show_form_page(
    Site const& site,
    Request const& request,
    FormPage const& page,
    FieldErrors const& errors,
    int status);

} // namespace wt::web
