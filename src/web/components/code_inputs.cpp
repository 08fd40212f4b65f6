#include "web/components/code_inputs.hpp"

#include "web/components/inputs.hpp"

namespace wt::web {

Html code_input(FormState const& state)
{
    auto const& t = state.t;
    return text_input(
        {.name = "code",
         .label = t("Code"),
         .hint = t("Six digits, good for 15 minutes"),
         .error = state.error("code"),
         .value = state.value("code"),
         .autocomplete = "one-time-code",
         .inputmode = "numeric",
         .width = 10});
}

Html ten_words_input(FormState const& state, std::string_view name)
{
    auto const& t = state.t;
    return textarea(
        {.name = std::string{name},
         .label = t("Your ten words"),
         .hint = t("The words that you wrote down when you asked for a walk"),
         .error = state.error(name),
         .value = state.value(name),
         .rows = 5,
         .is_secret = true});
}

} // namespace wt::web
