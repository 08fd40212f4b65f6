#pragma once

#include "web/html.hpp"
#include "web/site.hpp"
#include "web/texts.hpp"

namespace wt::web {

/// What is kept of her, for how long, and who sees it; the figures are the force's. Lists without
/// headings: they stand before she sends her request and on the privacy page.
Html what_is_kept(Site const& site, Texts const& t);
Html who_sees_it(Texts const& t);

} // namespace wt::web
