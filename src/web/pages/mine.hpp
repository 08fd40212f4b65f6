#pragma once

#include "app/own_concerns.hpp"
#include "app/own_requests.hpp"
#include "app/participant.hpp"
#include "app/written_words.hpp"
#include "base/field_errors.hpp"
#include "web/form.hpp"
#include "web/pages/shell.hpp"
#include "web/site.hpp"

#include <optional>
#include <string>
#include <vector>

/// The pages behind a woman's secret link. Every address on them begins with her own: `home`.
namespace wt::web {

/// A correction of a concern that was not taken: what was typed. Why not stands among the errors of
/// the page, each under the name of its field, which ends in `-` and the concern's id.
struct RefusedCorrection
{
    ConcernId concern;
    Fields typed;
};

/// What her page is drawn from.
struct MineView
{
    Site const& site;
    Texts const& t;
    app::Participant const& she;
    std::vector<app::OwnRequest> const& requests;
    std::vector<app::OwnConcern> const& concerns;
    FieldErrors const& errors;
    bool has_map = false;
    std::optional<RefusedCorrection> correction{};
    std::vector<RequestId> surveys{}; ///< requests for which she can answer one now
};

/// `/mine/{token}`
std::string mine_path(app::Participant const& she);

/// `/mine/{token}/about` and `/mine/{token}/contact`
std::string about_path(app::Participant const& she);
std::string new_contact_path(app::Participant const& she);

/// What she asked for and how it stands; what was recorded on her walks; her data.
Page mine_page(MineView const& view);

/// A proposed or confirmed walk with everything at once: when, where, who, how to check them, the
/// way, and what she can do about it.
Html walk_card(MineView const& view, app::OwnWalk const& walk);

/// True while the walk lies ahead of her or she is on it.
bool is_ahead(app::OwnWalk const& walk);

/// How the fields of a concern's correction end, so that names and ids on her page are unlike.
std::string correction_suffix(ConcernId concern);

/// What was recorded on her walks, each with its answers and her verdict.
Html own_concerns(MineView const& view);

/// Where the code is entered that opens the copy and the erasure of her data.
Page code_page(Texts const& t, app::Participant const& she, FormState const& form);

/// Her new link, shown once.
Page new_link_page(Site const& site, Texts const& t, app::SecretLink const& link);

/// Her name, contact and messages, to see and correct.
Page about_you_page(app::Participant const& she, FormState const& state);

/// Where the code is entered that was sent to a contact which she gave anew.
Page new_contact_page(
    app::Participant const& she, std::string_view contact, FormState const& state);

/// Changing what she asked for, while she waits.
Page change_page(
    Site const& site,
    Request const& request,
    app::Participant const& she,
    RequestId id,
    FormState const& form,
    Fields const& draft);

} // namespace wt::web
