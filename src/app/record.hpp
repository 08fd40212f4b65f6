#pragma once

#include "app/action.hpp"
#include "app/app.hpp"
#include "scheme/ids.hpp"
#include "scheme/role.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <string_view>

namespace wt::app {

/// Why somebody looked at or changed personal data.
enum class Reason
{
    none,
    her_own_wish,
    planning,
    the_walk,
    answering,
    safeguarding,
    retention,
    officer_suspended,
    called_away,
    taken_back, ///< of what was done before
    refused,    ///< tried, and not let
    demonstration,
};

inline constexpr std::array<Named<Reason>, 12> kReasons{{
    {Reason::none, ""},
    {Reason::her_own_wish, "her_own_wish"},
    {Reason::planning, "planning"},
    {Reason::the_walk, "the_walk"},
    {Reason::answering, "answering"},
    {Reason::safeguarding, "safeguarding"},
    {Reason::retention, "retention"},
    {Reason::officer_suspended, "officer_suspended"},
    {Reason::called_away, "called_away"},
    {Reason::taken_back, "taken_back"},
    {Reason::refused, "refused"},
    {Reason::demonstration, "demonstration"},
}};

/// What an audit row is about: a kind and a random id.
struct Subject
{
    std::string_view kind;
    std::int64_t id = 0;

    Subject() : kind{"installation"} {}
    /// Not a thing but the seal of its text, by `seal_number`: whoever changes the text would have
    /// to change the audit too.
    Subject(std::string_view sealed, std::int64_t seal) : kind{sealed}, id{seal} {}
    // NOLINTBEGIN(google-explicit-constructor): an id is a subject.
    Subject(ParticipantId value) : kind{"participant"}, id{value.value} {}
    Subject(RequestId value) : kind{"request"}, id{value.value} {}
    Subject(WalkId value) : kind{"walk"}, id{value.value} {}
    Subject(ConcernId value) : kind{"concern"}, id{value.value} {}
    Subject(StaffId value) : kind{"staff"}, id{value.value} {}
    Subject(OfficerId value) : kind{"officer"}, id{value.value} {}
    Subject(BcuId value) : kind{"bcu"}, id{value.value} {}
    Subject(DisclosureId value) : kind{"disclosure"}, id{value.value} {}
    Subject(ComplaintId value) : kind{"complaint"}, id{value.value} {}
    Subject(PartnerId value) : kind{"partner"}, id{value.value} {}
    Subject(ReferralId value) : kind{"referral"}, id{value.value} {}
    Subject(SubscriptionId value) : kind{"subscription"}, id{value.value} {}
    Subject(TemplateId value) : kind{"template"}, id{value.value} {}
    Subject(SurveyId value) : kind{"survey"}, id{value.value} {}
    Subject(HotspotId value) : kind{"hotspot"}, id{value.value} {}
    Subject(EvaluationId value) : kind{"evaluation"}, id{value.value} {}
    // NOLINTEND(google-explicit-constructor)
};

/// The number that the audit keeps of a text's hash. Positive, below 2^53.
/// \param hash  8 bytes or more in base64url, as `checksum` and `keyed_hash` give
std::int64_t seal_number(std::string_view hash);

/// Writes the audit row of `action`, in the transaction of the action itself.
void record(
    App const& app,
    store::Transaction& tx,
    Person const& person,
    Action action,
    Subject subject,
    Reason reason = Reason::none);

/// Whether somebody ever did this with that.
bool is_recorded(store::Reading& reading, Action action, Subject subject);

} // namespace wt::app
