#pragma once

#include "app/own_concerns.hpp"
#include "app/own_requests.hpp"
#include "app/participant.hpp"
#include "base/field_errors.hpp"
#include "web/form.hpp"
#include "web/pages/shell.hpp"
#include "web/site.hpp"

#include <string>
#include <vector>

/// The pages behind a woman's secret link. Every address on them begins with her own: `home`.
namespace wt::web {

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
    std::vector<RequestId> surveys{}; ///< requests for which she can answer one now
};

/// `/mine/{token}`
std::string mine_path(app::Participant const& she);

/// What she asked for and how it stands; what was recorded on her walks; her data.
Page mine_page(MineView const& view);

/// A proposed or confirmed walk with everything at once: when, where, who, how to check them, the
/// way, and what she can do about it.
Html walk_card(MineView const& view, app::OwnWalk const& walk);

/// True while the walk lies ahead of her or she is on it.
bool is_ahead(app::OwnWalk const& walk);

/// What was recorded on her walks, each with its answers and her verdict.
Html own_concerns(MineView const& view);

/// Where the code is entered that opens the copy and the erasure of her data.
Page code_page(Texts const& t, app::Participant const& she, FormState const& form);

/// Changing what she asked for, while she waits.
Page change_page(
    Site const& site,
    Request const& request,
    app::Participant const& she,
    RequestId id,
    FormState const& form,
    Fields const& draft);

} // namespace wt::web
