#include "web/pages/errors.hpp"

#include "web/api/problem.hpp"
#include "web/components/content.hpp"

#include <array>

namespace wt::web {

namespace {

struct Words
{
    int status;
    char const* title;
    char const* advice;
};

constexpr std::array kWords{
    Words{
        400,
        N_("We could not read that"),
        N_("What your browser sent was not complete. Go back and try again.")},
    Words{
        403,
        N_("You cannot do that here"),
        N_("Open the page from this site again and try once more.")},
    Words{404, N_("Page not found"), N_("Check the address, or start again from the home page.")},
    Words{405, N_("You cannot do that here"), N_("Go back and use the buttons of the page.")},
    Words{413, N_("That is too much at once"), N_("Go back and send less text.")},
    Words{
        503,
        N_("Very many people are here at the moment"),
        N_("Try again in a minute. If you are in danger, call {1}.")},
};

Response words_page(
    Site const& site,
    Request const& request,
    int status,
    std::string const& title,
    std::string const& advice,
    Html const& first_link = {})
{
    auto const& t = request.t();
    return show(
        site,
        request,
        {.title = title,
         .content = html<"{}{}{}">(
             heading(title),
             paragraph(advice),
             html<
                 R"(<p class="govuk-body">{}<a class="govuk-link" href="/">{}</a> · <a class="govuk-link" href="/help">{}</a></p>)">(
                 first_link, t("Home page"), t("Get help now")))},
        status);
}

} // namespace

Response refusal_page(Site const& site, Request const& request, int status, Message const& message)
{
    if (api::is_api_path(request.path)) {
        return api::problem_response(request, status, message);
    }
    auto const& t = request.t();
    auto const sentence = t(message);
    if (status == 404) {
        // Whose own page does not open has most likely mistyped or lost her link.
        auto const lost_link = request.path.starts_with("/mine/")
                                   ? html<"{} · ">(link(t("Get your link again"), "/link"))
                                   : Html{};
        return words_page(
            site,
            request,
            status,
            sentence,
            t("Check the address, or start again from the home page."),
            lost_link);
    }
    return words_page(site, request, status, t("That did not work"), sentence);
}

Response error_page(Site const& site, Request const& request, int status)
{
    if (api::is_api_path(request.path)) {
        return api::problem_response(request, status, api::problem_kind(status).title);
    }
    Words words = kWords.front();
    for (auto const& candidate : kWords) {
        if (candidate.status == status) {
            words = candidate;
        }
    }
    auto const& t = request.t();
    return words_page(
        site,
        request,
        status,
        t(words.title),
        t(words.advice, {site.app.settings()->emergency_number}));
}

Response broken_page(Site const& site, Request const& request, std::string_view reference)
{
    if (api::is_api_path(request.path)) {
        return api::problem_response(
            request, 500, N_("It is logged under this reference."), {}, reference);
    }
    auto const& t = request.t();
    return words_page(
        site,
        request,
        500,
        t("Something went wrong on our side"),
        t("Nothing you sent before is lost. Try again in a few minutes. If it happens again, tell "
          "us this number: {1}",
          {std::string{reference}}));
}

} // namespace wt::web
