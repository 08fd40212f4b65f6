#pragma once

#include "app/app.hpp"
#include "app/participant.hpp"

#include <string>

namespace wt::app {

/// All that is held about her, as JSON to read and to keep: who she is, what she asked for, her
/// walks, whom she would rather not walk with, what she pointed out and what became of it, and the
/// messages to her. What opens her page (link, words, keys) is left out, so that a lost copy opens
/// nothing. Writes nothing into the audit: that is for `download_own_data`.
std::string own_copy(App& app, Participant const& she);

} // namespace wt::app
