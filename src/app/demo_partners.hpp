#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "store/concerns.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace wt::app {

/// The bodies around an invented force: lamps, parks, transport, licensing.
void add_demo_partners(App& app, Person const& person);

/// Who looks after such a concern; nothing if nobody does.
std::optional<PartnerId> find_demo_partner(App& app, store::StoredConcern const& concern);

/// Each partner says the next thing to what it has had for a day: it takes it on, names a date,
/// hands it on, says that it is done or not its own.
/// \param turn  counts what they said, so that everything comes in turn
void let_demo_partners_reply(App& app, Person const& desk, BcuId bcu, std::size_t& turn);

/// Passes the oldest open concern that somebody looks after on, so that a link waits for a visitor.
/// \returns the link's token; nothing if there is no such concern
std::optional<std::string> pass_one_on(App& app, Person const& desk, BcuId bcu);

} // namespace wt::app
