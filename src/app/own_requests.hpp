#pragma once

#include "app/app.hpp"
#include "app/ask_for_walk.hpp"
#include "app/participant.hpp"
#include "app/private_data.hpp"
#include "scheme/request_state.hpp"
#include "store/walks.hpp"

#include <optional>
#include <vector>

namespace wt::app {

/// Her place on a walk, as she sees it.
struct OwnWalk
{
    WalkId id;
    Interval time;
    WalkState state = WalkState::proposed;
    PlaceState place = PlaceState::proposed;
    Instant deadline_at; ///< until when she can answer a proposal
    std::vector<store::WalkOfficer> officers;
    PrivateWalk route; ///< of a shared walk without what others asked for
    std::string word;  ///< that her officers know too
    WardId ward{};
    bool is_shared = false; ///< another woman was asked to walk with her, whatever she answered
};

/// What she asked for and how it stands.
struct OwnRequest
{
    RequestId id;
    RequestState state = RequestState::waiting;
    Instant waiting_since;
    std::int64_t before_her = 0; ///< in the queue of her BCU, while she waits
    int version = 1;
    int party = 1;
    bool may_share = false;
    PrivateRequest details;
    bool nobody_speaks = false; ///< no officer of the BCU speaks the language she needs
    std::vector<OwnWalk> walks; ///< newest first
};

/// Everything she asked for, newest first. Her own looks are not logged.
std::vector<OwnRequest> list_own_requests(App& app, Participant const& she);

/// Says yes to a proposed walk, which is then confirmed.
/// \throws Refusal (conflict) if it is not held for her any more
void accept_proposal(App& app, Participant const& she, WalkId walk);

/// Says no to a proposed walk, or cancels one that she said yes to; she stays in the queue with
/// the time she has waited.
void decline_walk(App& app, Participant const& she, WalkId walk);

/// Says that she does not want to walk with an officer of a walk of hers: no reason is asked, the
/// officer never learns it, and she keeps her place in the queue.
void refuse_officer(App& app, Participant const& she, WalkId walk, OfficerId officer);

/// Corrects what she asked for: all that `check_walk` looks at, and whether others may join.
/// \throws Refusal (conflict) if it has changed since `version` or waits no longer: a walk that is
///         planned from it was planned for so many, there and then;
///         (invalid_input) with the first error of `check_walk`, if there is one
void change_request(
    App& app, Participant const& she, RequestId request, int version, WalkWish const& wish);

/// Takes her request back, and her from a walk that is not held yet.
void withdraw_request(App& app, Participant const& she, RequestId request);

} // namespace wt::app
