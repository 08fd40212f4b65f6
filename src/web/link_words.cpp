#include "app/written_words.hpp"
#include "base/refusal.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/form.hpp"
#include "web/pages/form_page.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

Response show_form(
    Site& site, Request const& request, Fields const& typed, FieldErrors const& errors, int status)
{
    auto const& t = request.t();
    FormState const state{t, typed, errors};
    auto const content = html<"{}{}">(
        textarea(
            {.name = "words",
             .label = t("Your ten words"),
             .hint = t("In the order in which you wrote them down. Capitals, commas and lines do "
                       "not matter."),
             .error = state.error("words"),
             .value = state.value("words"),
             .rows = 5,
             .is_secret = true}),
        button({.label = t("Open my page")}));
    return show_form_page(
        site,
        request,
        {.title = t("I wrote down words"),
         .intro = t("If you gave no contact when you asked for a walk, you were given ten words. "
                    "They open your page."),
         .form = {.action = "/link/words", .content = content},
         .back = "/link"},
        errors,
        status);
}

/// GET /link/words
Response show_words(Site& site, Request const& request)
{
    return show_form(site, request, {}, {}, 200);
}

/// POST /link/words: leads to her page. One reply for all words that open none.
Response find_page(Site& site, Request const& request)
{
    auto const typed = request.form();
    FieldErrors errors;
    int status = 422;
    if (typed.get("words").empty()) {
        errors.add("words", N_("Enter the ten words that you wrote down."));
    } else {
        try {
            auto const token =
                app::require_token_of_words(site.app, typed.get("words"), request.client);
            return see_other("/mine/" + token);
        } catch (Refusal const& refusal) {
            errors.add("words", refusal.message());
            status = refusal.kind() == Refusal::too_many ? 429 : 403;
        }
    }
    return show_form(site, request, typed, errors, status);
}

} // namespace

void add_link_words_routes(Router& router)
{
    router.add(Method::get, "/link/words", show_words);
    router.add(Method::post, "/link/words", find_page);
}

} // namespace wt::web
