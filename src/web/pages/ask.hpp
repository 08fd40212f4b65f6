#pragma once

#include "app/ask_for_walk.hpp"
#include "web/form.hpp"
#include "web/pages/shell.hpp"
#include "web/site.hpp"

#include <string>

/// The pages on which a woman asks for a walk, one question each.
namespace wt::web {

/// What a page of the journey is drawn from.
struct AskView
{
    Site const& site;
    Request const& request;
    FormState const& form;
    Fields const& draft; ///< all answers so far
};

Html age_question(AskView const& view);
Html you_questions(AskView const& view);
Html where_question(AskView const& view);
Html when_question(AskView const& view);
Html more_questions(AskView const& view);

Page under_age_page(Site const& site, Texts const& t);

/// Her answers, what is kept of them and what anyone will see.
Page check_page(
    Site const& site,
    Texts const& t,
    app::WalkWish const& wish,
    std::string_view idempotency,
    FieldErrors const& errors);

/// Her link and, without a contact, the words that are her way back to it.
Page done_page(Site const& site, Texts const& t, std::string_view token, std::string_view words);

} // namespace wt::web
