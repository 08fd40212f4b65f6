#pragma once

#include "web/form.hpp"

namespace wt::web {

/// The code of six digits that was sent to her, in the field `code`.
Html code_input(FormState const& state);

/// The ten words that she wrote down.
Html ten_words_input(FormState const& state, std::string_view name);

} // namespace wt::web
