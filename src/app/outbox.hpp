#pragma once

#include "app/app.hpp"
#include "notify/channel.hpp"
#include "scheme/ids.hpp"
#include "scheme/message_kind.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace wt::app {

/// Queues a message to a participant, in the transaction of what caused it. Its words are written
/// when it leaves; it is dropped if by then she is erased, wants no messages or has no contact.
///
/// \param kind        for a participant; not one_time_code, which has a function of its own
/// \param subject_id  the request, walk or concern that it is about; 0 if none
void queue_message(
    store::Transaction& tx,
    MessageKind kind,
    ParticipantId participant,
    std::int64_t subject_id,
    Instant run_at);

/// Queues the code that she needs for a download or an erasure, sealed with her key. It leaves
/// even if she wants no other messages: she has asked for it.
void queue_one_time_code(
    App const& app, store::Transaction& tx, ParticipantId participant, std::string_view code);

/// Queues a code to a contact that she gave anew and that may be somebody else's: the message does
/// not hold her link.
void queue_contact_code(
    App const& app,
    store::Transaction& tx,
    ParticipantId participant,
    std::string_view code,
    std::string_view contact);

/// True for what goes to staff or a partner.
constexpr bool is_letter(MessageKind kind)
{
    return kind >= MessageKind::staff_invitation && kind <= MessageKind::referral;
}

/// True for what goes to who wants, or may want, news of an area.
constexpr bool is_to_subscriber(MessageKind kind)
{
    return kind == MessageKind::subscription_code || kind == MessageKind::area_news;
}

struct Letter
{
    MessageKind kind = MessageKind::staff_invitation; ///< `is_letter`
    std::optional<StaffId> staff{};
    std::int64_t subject_id = 0; ///< the referral or disclosure; 0 if none
    std::string contact;         ///< e-mail address
    std::string path;            ///< of the link it holds: "/staff/invitations/…"
};

/// Queues a letter, its address and link sealed.
void queue_letter(App const& app, store::Transaction& tx, Letter const& letter, Instant run_at);

struct News
{
    MessageKind kind = MessageKind::area_news; ///< `is_to_subscriber`
    SubscriptionId to;
    std::string text{}; ///< the news; the question whether the address is hers has none
};

/// Queues it. The address is looked up when it leaves; it is dropped if by then she has stopped.
void queue_to_subscriber(App const& app, store::Transaction& tx, News const& news, Instant run_at);

/// The ways out: e-mail, and text messages for contacts without an "@".
struct Channels
{
    std::unique_ptr<notify::Channel> email;
    std::unique_ptr<notify::Channel> text;
};

/// As the installation says. Without a server nothing leaves, and messages wait; in a demonstration
/// they become files in data_dir/outbox.
Channels make_channels(App const& app);

/// Sends the message that has been due longest, or puts it off if it cannot leave. Any number of
/// workers may run this at once: each message leaves through one of them.
/// \returns false if none was due.
bool send_one_message(App& app, Channels& channels);

/// Queues the reminders a day and two hours before confirmed walks. \returns how many.
std::int64_t queue_reminders(App& app);

} // namespace wt::app
