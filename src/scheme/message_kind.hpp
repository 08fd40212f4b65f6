#pragma once

#include "base/named.hpp"

namespace wt {

/// What a message to a person is about. Its words are written when it leaves.
enum class MessageKind
{
    request_received,
    walk_proposed,
    walk_confirmed,
    walk_changed,
    walk_cancelled,
    reminder_day,   ///< a day before a confirmed walk
    reminder_hours, ///< two hours before it
    link_again,     ///< she asked for her secret link
    one_time_code,
    concern_answered,
    // to others than participants
    staff_invitation,
    staff_alert,       ///< something waits for a member of staff
    referral,          ///< a concern was passed to a partner
    subscription_code, ///< a visitor wants news of an area: is the address hers?
    area_news,         ///< to who subscribed
};

inline constexpr std::array<Named<MessageKind>, 15> kMessageKinds{{
    {MessageKind::request_received, "request_received"},
    {MessageKind::walk_proposed, "walk_proposed"},
    {MessageKind::walk_confirmed, "walk_confirmed"},
    {MessageKind::walk_changed, "walk_changed"},
    {MessageKind::walk_cancelled, "walk_cancelled"},
    {MessageKind::reminder_day, "reminder_day"},
    {MessageKind::reminder_hours, "reminder_hours"},
    {MessageKind::link_again, "link_again"},
    {MessageKind::one_time_code, "one_time_code"},
    {MessageKind::concern_answered, "concern_answered"},
    {MessageKind::staff_invitation, "staff_invitation"},
    {MessageKind::staff_alert, "staff_alert"},
    {MessageKind::referral, "referral"},
    {MessageKind::subscription_code, "subscription_code"},
    {MessageKind::area_news, "area_news"},
}};

} // namespace wt
