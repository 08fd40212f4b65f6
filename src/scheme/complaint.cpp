#include "scheme/complaint.hpp"

#include "base/message.hpp"

namespace wt {

char const* title(ComplaintRecipient recipient)
{
    return recipient == ComplaintRecipient::standards
               ? N_("The force's professional standards")
               : N_("The watchdog, which is no part of the force");
}

char const* title(ComplaintMatter matter)
{
    switch (matter) {
    case ComplaintMatter::doubtful:
        return N_("I doubt that it was a police officer");
    case ComplaintMatter::sexual:
        return N_("Sexual words, looks or touching");
    case ComplaintMatter::force_used:
        return N_("Held, pushed or threatened");
    case ComplaintMatter::discrimination:
        return N_("Treated worse for who I am");
    case ComplaintMatter::disrespect:
        return N_("Rude, did not listen, or blamed me");
    case ComplaintMatter::unsafe:
        return N_("Left alone, or taken where I did not want to go");
    case ComplaintMatter::told_others:
        return N_("Told others what I said, or who I am");
    case ComplaintMatter::failed:
        return N_("Did not come, came late, or did not do what was promised");
    case ComplaintMatter::other:
        return N_("Something else");
    }
    return N_("Something else");
}

char const* title(ComplaintState state)
{
    switch (state) {
    case ComplaintState::received:
        return N_("Received");
    case ComplaintState::looking:
        return N_("Being looked into");
    case ComplaintState::upheld:
        return N_("Upheld: you were right");
    case ComplaintState::not_upheld:
        return N_("Not upheld");
    case ComplaintState::passed_on:
        return N_("Passed on");
    }
    return N_("Received");
}

} // namespace wt
