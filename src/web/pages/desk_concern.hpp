#pragma once

#include "app/concerns.hpp"
#include "app/desk_referrals.hpp"
#include "app/merge_concerns.hpp"
#include "app/owners.hpp"
#include "app/refer_concern.hpp"
#include "web/form.hpp"
#include "web/site.hpp"

#include <optional>
#include <string>
#include <vector>

/// One concern as its desk works on it.
namespace wt::web {

/// What stands on the page beside the concern itself.
struct DeskConcernView
{
    Site const& site;
    app::ConcernWithHistory const& opened;
    FormState const& state;                          ///< of the form that was sent last
    bool may_answer = false;                         ///< else the page is for reading
    bool may_take_back = false;                      ///< the latest answer
    std::vector<app::PartnerOffer> const& partners;  ///< to whom it can be passed, fitting first
    std::vector<app::DeskReferral> const& referrals; ///< to whom it was
    app::Companions const& companions;               ///< what it is answered together with
    bool may_merge = false;
    app::Owners const& owners; ///< who sees to it, and who could
    std::optional<std::string>
        words_part{}; ///< her words as they were opened; "" where none are left
};

Html desk_concern_view(DeskConcernView const& view);

/// `/desk/concerns/{concern}`
std::string desk_path(ConcernId concern);

} // namespace wt::web
