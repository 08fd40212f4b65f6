#include "web/pages/ask.hpp"

#include "base/crypto.hpp"
#include "base/text.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/keepsakes.hpp"
#include "web/resources.hpp"
#include "web/sending_words.hpp"
#include "web/wish_form.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace wt::web {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view kDraft = "ask";
constexpr std::string_view kAnswer = "asked"; ///< what she is given, until she has seen it
constexpr auto kAnswerLife = 10min;

/// A page of the journey: what it asks is data, how it is served is the same for all.
struct Step
{
    std::string_view path;
    char const* title;
    /// Its inputs, kept in the draft as they are; those of the place picker keep themselves.
    std::span<std::string_view const> inputs;
    /// Which errors of the whole form belong to it.
    std::span<std::string_view const> checked;
    Html (*questions)(AskView const& view);
    bool has_places = false;
};

constexpr std::array<std::string_view, 1> kAgeInputs{"age"};
constexpr std::array<std::string_view, 4> kYouInputs{"name", "contact_by", "contact", "messages"};
constexpr std::array<std::string_view, 1> kWhereInputs{"in_order"};
constexpr std::array<std::string_view, 1> kWhereChecked{"places"};
constexpr std::array<std::string_view, 2> kWhenInputs{"free_times", "light"};
constexpr std::array<std::string_view, 1> kWhenChecked{"free_times"};
constexpr std::array<std::string_view, 6> kMoreInputs{
    "party", "share", "step_free", "language", "needs_language", "words"};
constexpr std::array<std::string_view, 3> kMoreChecked{"party", "language", "words"};

constexpr std::array kSteps{
    Step{"/ask/age", N_("Your age"), kAgeInputs, kAgeInputs, age_question},
    Step{"/ask/you", N_("About you"), kYouInputs, kYouInputs, you_questions},
    Step{
        .path = "/ask/where",
        .title = N_("Where would you like to walk?"),
        .inputs = kWhereInputs,
        .checked = kWhereChecked,
        .questions = where_question,
        .has_places = true},
    Step{"/ask/when", N_("When could you walk?"), kWhenInputs, kWhenChecked, when_question},
    Step{"/ask/more", N_("Anything else?"), kMoreInputs, kMoreChecked, more_questions},
};

/// What the form itself asks beyond the rules of a request.
void check_form(Fields const& draft, FieldErrors& errors)
{
    auto const by = draft.get("contact_by");
    if (by != "contact" && by != "none") {
        errors.add("contact_by", N_("Choose how we can reach you, or that we cannot."));
    } else if (by == "contact") {
        if (draft.get("contact").empty()) {
            errors.add("contact", N_("Enter an e-mail address or a telephone number."));
        }
        if (draft.get("messages").empty()) {
            errors.add("messages", N_("Choose whether we may send you messages."));
        }
    }
}

/// All that is wrong with the answers so far, or with those of one page.
FieldErrors errors_in(Site const& site, Fields const& draft, Step const* step = nullptr)
{
    auto all = app::check_wish(site.app, wish_in(draft));
    check_form(draft, all);
    if (step == nullptr) {
        return all;
    }
    FieldErrors own;
    for (auto const& error : all.list()) {
        if (std::ranges::find(step->checked, error.field) != step->checked.end()) {
            own.add(error.field, error.message);
        }
    }
    return own;
}

/// The first page that lacks an answer; nothing if all have theirs.
Step const* find_unanswered(Site const& site, Fields const& draft)
{
    for (auto const& step : kSteps) {
        if (!errors_in(site, draft, &step).empty()) {
            return &step;
        }
    }
    return nullptr;
}

/// She has been shown all her answers once: every page then leads back there.
bool has_been_checked(Fields const& draft)
{
    return draft.has("idempotency");
}

Response step_page(
    Site& site,
    Request const& request,
    std::size_t index,
    Fields const& typed,
    Fields const& draft,
    FieldErrors const& errors,
    int status)
{
    auto const& t = request.t();
    auto const& step = kSteps[index];
    FormState const state{t, typed, errors};
    auto const back = has_been_checked(draft) ? std::string_view{"/ask/check"}
                      : index == 0            ? std::string_view{"/"}
                                              : kSteps[index - 1].path;
    auto const questions = step.questions({site, request, state, draft});
    return show(
        site,
        request,
        {.title = t(step.title),
         .content = html<"{}{}">(
             error_summary(t, errors),
             form({.action = std::string{step.path}, .content = questions})),
         .before = back_link(t, back),
         .has_errors = !errors.empty(),
         .has_map = step.has_places && wants_map(request)},
        status);
}

/// GET /ask/…: one page of the journey, if those before it are answered.
template <std::size_t index>
Response show_step(Site& site, Request const& request)
{
    auto const draft = find_draft(site, request, kDraft);
    auto const* const unanswered = find_unanswered(site, draft);
    bool const is_ahead = unanswered != nullptr && unanswered < &kSteps[index];
    if (is_ahead) {
        return see_other(unanswered->path);
    }
    auto const errors =
        has_been_checked(draft) ? errors_in(site, draft, &kSteps[index]) : FieldErrors{};
    return step_page(site, request, index, draft, draft, errors, 200);
}

/// Where an answered page leads.
std::string_view next_after(Site const& site, Fields const& draft, std::size_t index)
{
    auto const* const unanswered = find_unanswered(site, draft);
    if (has_been_checked(draft)) {
        return unanswered == nullptr ? "/ask/check" : unanswered->path;
    }
    if (unanswered != nullptr && unanswered < &kSteps[index]) {
        return unanswered->path; // the draft was lost on the way
    }
    return index + 1 < kSteps.size() ? kSteps[index + 1].path : "/ask/check";
}

/// POST /ask/…: keeps the answers of one page and leads on.
template <std::size_t index>
Response take_step(Site& site, Request const& request)
{
    auto const& step = kSteps[index];
    auto const typed = request.form();
    auto draft = find_draft(site, request, kDraft);
    for (auto const input : step.inputs) {
        draft.set_list(input, typed.list(input));
    }
    if (draft.get("age") == "no") {
        return see_other("/ask/under-age");
    }
    Picked picked;
    if (step.has_places) {
        picked = take_places(site, walk_places(), typed, draft);
    }
    auto const errors =
        picked.is_press || !picked.errors.empty() ? picked.errors : errors_in(site, draft, &step);
    if (!errors.empty()) {
        return step_page(site, request, index, typed, draft, errors, 422);
    }
    auto response = see_other(picked.is_press ? step.path : next_after(site, draft, index));
    keep_draft(site, response, kDraft, draft);
    return response;
}

/// GET /ask: the way in.
Response show_start(Site&, Request const&)
{
    return see_other(kSteps.front().path);
}

/// GET /ask/under-age
Response show_under_age(Site& site, Request const& request)
{
    return show(site, request, under_age_page(site, request.t()));
}

/// GET /ask/check: all answers; the key that makes two sendings one is made here.
Response show_check(Site& site, Request const& request)
{
    auto draft = find_draft(site, request, kDraft);
    if (auto const* const unanswered = find_unanswered(site, draft)) {
        return see_other(unanswered->path);
    }
    if (!has_been_checked(draft)) {
        draft.set("idempotency", random_token());
    }
    auto response = show(
        site, request, check_page(site, request.t(), wish_in(draft), draft.get("idempotency"), {}));
    keep_draft(site, response, kDraft, draft);
    return response;
}

/// What she was given for the form with this key, while her browser still keeps it.
std::optional<Fields> find_answer(Site const& site, Request const& request)
{
    auto const answer = find_draft(site, request, kAnswer);
    auto const until = find_integer(answer.get("until")).value_or(0);
    return until > to_milliseconds(site.now()) ? std::optional{answer} : std::nullopt;
}

/// POST /ask/check: puts her in the queue, once.
Response send(Site& site, Request const& request)
{
    auto const typed = request.form();
    auto const draft = find_draft(site, request, kDraft);
    if (draft.empty()) {
        auto const answer = find_answer(site, request);
        bool const is_again = answer && answer->get("idempotency") == typed.get("idempotency");
        auto response = see_other(is_again ? std::string_view{"/ask/done"} : "/ask/age");
        if (!is_again) {
            keep_notice(
                site,
                response,
                N_("Your answers were kept for two hours and are gone. Nothing was sent."),
                NoticeKind::important);
        }
        return response;
    }
    if (auto const* const unanswered = find_unanswered(site, draft)) {
        return see_other(unanswered->path);
    }
    if (!has_been_checked(draft)) {
        return see_other("/ask/check");
    }
    auto const key = draft.get("idempotency");
    if (!site.limits.allow_request(request.client, site.now())) {
        FieldErrors errors;
        errors.add("main", kManyRequests);
        return show(site, request, check_page(site, request.t(), wish_in(draft), key, errors), 429)
            .with_header("Retry-After", "600");
    }
    auto const asked = app::ask_for_walk(site.app, kVisitor, wish_in(draft), key);
    auto response = see_other("/ask/done");
    keep_draft(
        site,
        response,
        kAnswer,
        Fields{
            {{"token", asked.token},
             {"words", asked.words},
             {"idempotency", key},
             {"until", std::to_string(to_milliseconds(site.now() + kAnswerLife))}}});
    drop_draft(site, response, kDraft);
    return response;
}

/// GET /ask/done: her link, for ten minutes and in this browser alone.
Response show_done(Site& site, Request const& request)
{
    auto const answer = find_answer(site, request);
    if (!answer) {
        return see_other("/link");
    }
    return show(
        site, request, done_page(site, request.t(), answer->get("token"), answer->get("words")));
}

template <std::size_t index>
void add_step(Router& router)
{
    router.add(Method::get, kSteps[index].path, show_step<index>);
    router.add(Method::post, kSteps[index].path, take_step<index>);
}

} // namespace

void add_ask_routes(Router& router)
{
    router.add(Method::get, "/ask", show_start);
    add_step<0>(router);
    add_step<1>(router);
    add_step<2>(router);
    add_step<3>(router);
    add_step<4>(router);
    router.add(Method::get, "/ask/under-age", show_under_age);
    router.add(Method::get, "/ask/check", show_check);
    router.add(Method::post, "/ask/check", send);
    router.add(Method::get, "/ask/done", show_done);
}

} // namespace wt::web
