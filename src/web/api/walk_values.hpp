#pragma once

#include "app/officer_walks.hpp"
#include "app/private_data.hpp"
#include "scheme/walk_state.hpp"
#include "web/api/schema.hpp"
#include "web/texts.hpp"

/// What is said of walks, to those who walk and to the desk.
namespace wt::web::api {

Schema walk_state();
Schema place_state();

/// An officer as the public names her.
Shape<store::WalkOfficer> const& officer_shape();

/// A way with its words in a language.
struct Way
{
    app::PrivateWalk const* route = nullptr;
    Texts const* texts = nullptr;
};
Shape<Way> const& way_shape();

/// A walk without anything about the women.
Shape<store::StoredWalk> const& walk_shape();

} // namespace wt::web::api
