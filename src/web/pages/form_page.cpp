#include "web/pages/form_page.hpp"

#include "web/components/content.hpp"

namespace wt::web {

Response show_form_page(
    Site const& site,
    Request const& request,
    FormPage const& page,
    FieldErrors const& errors,
    int status)
{
    auto const& t = request.t();
    return show(
        site,
        request,
        {.title = page.title,
         .content = html<"{}{}{}{}{}">(
             error_summary(t, errors),
             heading(page.title),
             paragraph(page.intro),
             form(page.form),
             page.after),
         .before = back_link(t, page.back),
         .has_errors = !errors.empty()},
        status);
}

} // namespace wt::web
