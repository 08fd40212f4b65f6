#include "scheme/redaction.hpp"

namespace wt {

Message title(RedactionReason reason)
{
    switch (reason) {
    case RedactionReason::names_somebody:
        return N_("It named somebody");
    case RedactionReason::tells_who_she_is:
        return N_("It told who you are");
    case RedactionReason::not_needed:
        return N_("It was personal and not needed to see to the place");
    }
    return N_("It named somebody");
}

} // namespace wt
