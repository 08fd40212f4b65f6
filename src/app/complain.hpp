#pragma once

#include "app/app.hpp"
#include "app/participant.hpp"
#include "base/field_errors.hpp"
#include "scheme/complaint.hpp"
#include "scheme/role.hpp"
#include "store/complaints.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::app {

/// What she says was wrong. Sealed in `complaint`, with the key that serves nothing else.
struct ComplaintFacts
{
    std::vector<ComplaintMatter> matters;
    std::string words;                  ///< hers, 0..`kMostWords` characters
    std::string about;                  ///< whom, as she typed it, 0..100 characters
    std::optional<WalkId> walk{};       ///< of hers
    std::optional<OfficerId> officer{}; ///< of that walk
    Instant made_at{};
    std::optional<Instant> ended_at{}; ///< when it was dealt with
};

std::string seal_complaint(App const& app, ComplaintFacts const& facts);
/// \throws std::runtime_error if it does not open: the database is damaged
ComplaintFacts open_complaint_facts(App const& app, std::string_view sealed);

/// A step of its history, with what she is told. Sealed in `complaint_event`.
struct ComplaintStep
{
    ComplaintState state = ComplaintState::received;
    Instant at;
    std::string sentence{}; ///< to her; empty: the state says it all
};

void add_step(
    App const& app, store::Transaction& tx, ComplaintId complaint, ComplaintStep const& step);
std::vector<ComplaintStep>
list_steps(App const& app, store::Reading& reading, ComplaintId complaint);

/// What is sent by a page.
struct NewComplaint
{
    std::string client_id; ///< made by the page, 8..64 letters, digits, - and _
    std::optional<ComplaintRecipient> recipient{};
    ComplaintFacts facts{};
};

/// All that is wrong with it: `client_id`, `matters`, `about`, `words`, `recipient`.
FieldErrors check_complaint(NewComplaint const& complaint);

/// Something was wrong: to professional standards or the watchdog, who are told that something
/// waits. Neither officers nor desks see it or that it exists. Sent twice it is one.
/// \param she  who came by her page; then walk and officer must be hers
/// \returns the token of the link with which she follows it
/// \throws Refusal: invalid_input (the first error of `check_complaint`); not_found (the walk)
std::string
complain(App& app, Person const& person, NewComplaint const& complaint, Participant const* she);

/// A complaint as she sees it.
struct OwnComplaint
{
    ComplaintRecipient recipient = ComplaintRecipient::standards;
    ComplaintState state = ComplaintState::received;
    ComplaintFacts facts;
    std::vector<ComplaintStep> steps; ///< oldest first
};

/// Hers, the latest first. Her own looks are not logged.
std::vector<OwnComplaint> list_own_complaints(App const& app, Participant const& she);

/// By the link that she was given. \throws Refusal (not_found)
OwnComplaint require_complaint_by_link(App const& app, std::string_view token);

/// When she is erased: her complaints stay with who reads them, and nothing leads to her.
void release_complaints(App const& app, store::Transaction& tx, ParticipantId she);

} // namespace wt::app
