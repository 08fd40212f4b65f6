#pragma once

#include "app/complain.hpp"
#include "web/form.hpp"
#include "web/html.hpp"
#include "web/site.hpp"

#include <string>
#include <vector>

/// "Something was wrong": what the public page and her own share.
namespace wt::web {

/// A walk and an officer of it as one choice; the value is "WALK OFFICER", 0 for no officer.
struct WalkOfficerChoice
{
    std::string value;
    std::string label;
};

/// The whole form, with what she must know before she writes.
/// \param walks  of hers; empty where nobody knows who she is: then she types whom it is about
Html wrong_form(
    Site const& site,
    FormState const& state,
    std::string const& action,
    std::vector<WalkOfficerChoice> const& walks);

/// What was sent. \pre walk and officer may be anybody's: `app` checks whose they are
app::NewComplaint read_complaint(Fields const& typed);

/// How a complaint stands, and what she was told.
Html own_complaint(Site const& site, Texts const& t, app::OwnComplaint const& complaint);

} // namespace wt::web
