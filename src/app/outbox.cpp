#include "app/outbox.hpp"

#include "app/news.hpp"
#include "app/private_data.hpp"
#include "app/record.hpp"
#include "base/message.hpp"
#include "store/messages.hpp"
#include "store/participants.hpp"
#include "store/subscriptions.hpp"
#include "store/work_queue.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cassert>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace wt::app {

namespace {

constexpr std::chrono::minutes kLease{5}; // ten times what a channel may take

/// What every message says, whatever it is about: whoever looks over her shoulder learns nothing.
struct Words
{
    MessageKind kind = MessageKind::request_received;
    char const* line = "";
    Reason reason = Reason::none;
    char const* end = N_("To stop these messages, open your page.");
    char const* subject = N_("An update for you");
};

constexpr char const* kNews = N_("There is an update for you. Open your page to read it:");
constexpr char const* kUnexpected = N_("If you did not expect this, ignore it.");
constexpr char const* kSecret = N_("The link is yours alone. Whoever has it can answer for you.");
constexpr char const* kNewsAskedFor = N_("News you asked for");
constexpr char const* kReminder = N_("A reminder for you. Open your page to read it:");

constexpr std::array<Words, kMessageKinds.size()> kWords{{
    {MessageKind::request_received, kNews, Reason::planning},
    {MessageKind::walk_proposed, kNews, Reason::planning},
    {MessageKind::walk_confirmed, kNews, Reason::the_walk},
    {MessageKind::walk_changed, kNews, Reason::the_walk},
    {MessageKind::walk_cancelled, kNews, Reason::the_walk},
    {MessageKind::reminder_day, kReminder, Reason::the_walk},
    {MessageKind::reminder_hours, kReminder, Reason::the_walk},
    {MessageKind::link_again,
     N_("You asked for your link again:"),
     Reason::her_own_wish,
     kUnexpected},
    {MessageKind::one_time_code,
     N_("Your code is {1}. Enter it on your page:"),
     Reason::her_own_wish,
     kUnexpected},
    {MessageKind::concern_answered, kNews, Reason::answering},
    {MessageKind::staff_invitation, N_("Choose your password here:"), Reason::none, kUnexpected},
    {MessageKind::staff_alert,
     N_("Something waits for you. Sign in to read it:"),
     Reason::none,
     N_("Nobody can read it from this message.")},
    {MessageKind::referral,
     N_("Something was passed to you. Open it here:"),
     Reason::none,
     kSecret},
    {MessageKind::subscription_code,
     N_("You asked for news. Say yes here, within two days:"),
     Reason::her_own_wish,
     kUnexpected,
     kNewsAskedFor},
    {MessageKind::area_news,
     N_("To stop these messages, open this page and press its button:"),
     Reason::her_own_wish,
     N_("You get them because you said yes to them. Nobody else has this link."),
     kNewsAskedFor},
}};

Words const& words_of(MessageKind kind)
{
    return *std::ranges::find(kWords, kind, &Words::kind);
}

notify::Mail
make_mail(std::string to, MessageKind kind, std::string_view code, std::string_view link)
{
    auto const& words = words_of(kind);
    auto const line = in_english(Message{words.line, {std::string{code}}});
    return {
        .to = std::move(to),
        .subject = in_english(words.subject),
        .text = fmt::format("{}\n{}\n\n{}\n", line, link, in_english(words.end))};
}

std::string require_open(SecretKey const& key, std::string_view sealed)
{
    auto text = open(key, sealed);
    if (!text) {
        throw std::runtime_error{"a sealed message does not open"};
    }
    return std::move(*text);
}

/// What only the message knows: a code, and the contact it goes to if that is not hers yet. The
/// text is the code alone, or both with a space between them.
struct SealedCode
{
    std::string code;
    std::string contact;
};

SealedCode open_code(SecretKey const& key, store::StoredMessage const& message)
{
    auto const text = message.sealed.empty() ? std::string{} : require_open(key, message.sealed);
    auto const end = text.find(' ');
    return {
        .code = text.substr(0, end),
        .contact = end == std::string::npos ? std::string{} : text.substr(end + 1)};
}

/// What she gets; nothing if she can or wants to get none.
std::optional<notify::Mail>
write_to_participant(App& app, store::Reading& reading, store::StoredMessage const& message)
{
    auto const stored = store::find_participant(reading, *message.participant);
    if (!stored) {
        return std::nullopt;
    }
    auto const key = app.keys.unwrap(stored->wrapped_key);
    auto const person = open_person(key, stored->sealed);
    auto const [code, new_contact] = open_code(key, message);
    if (!new_contact.empty()) {
        return make_mail(new_contact, message.kind, code, app.installation.public_url);
    }
    bool const asked_for = words_of(message.kind).reason == Reason::her_own_wish;
    if (person.contact.empty() || !(person.wants_messages || asked_for)) {
        return std::nullopt;
    }
    return make_mail(
        person.contact,
        message.kind,
        code,
        fmt::format("{}/mine/{}", app.installation.public_url, person.token));
}

notify::Mail write_letter(App const& app, store::StoredMessage const& message)
{
    auto const json = nlohmann::json::parse(
        require_open(app.keys.key(store::KeyPurpose::outside), message.sealed));
    return make_mail(
        json.at("contact").get<std::string>(),
        message.kind,
        "",
        app.installation.public_url + json.at("path").get<std::string>());
}

/// What a subscriber gets; nothing once she has stopped.
std::optional<notify::Mail>
write_to_subscriber(App const& app, store::Reading& reading, store::StoredMessage const& message)
{
    auto const stored = store::find_subscription(reading, SubscriptionId{message.subject_id});
    if (!stored) {
        return std::nullopt;
    }
    auto const& key = app.keys.key(store::KeyPurpose::outside);
    auto const subscriber = open_subscriber(key, stored->sealed);
    auto const& url = app.installation.public_url;
    if (message.kind == MessageKind::subscription_code) {
        return make_mail(subscriber.address, message.kind, "", url + news_path(subscriber.token));
    }
    auto const stop = url + news_stop_path(subscriber.token);
    auto mail = make_mail(subscriber.address, message.kind, "", stop);
    mail.text = fmt::format("{}\n{}", require_open(key, message.sealed), mail.text);
    mail.stop_url = stop;
    return mail;
}

struct Outgoing
{
    store::Lease lease;
    store::StoredMessage message;
};

Subject recipient_of(store::StoredMessage const& message)
{
    if (message.participant) {
        return *message.participant;
    }
    if (is_to_subscriber(message.kind)) {
        return SubscriptionId{message.subject_id};
    }
    return message.staff ? Subject{*message.staff} : Subject{};
}

/// Takes the next message. The audit row stands before anybody's data are opened.
std::optional<Outgoing> take_message(App& app)
{
    store::Transaction tx{app.db};
    auto const now = app.now();
    auto const lease = store::take_due(tx, store::Queue::message, now, now + kLease);
    if (!lease) {
        return std::nullopt;
    }
    auto message = store::find_message(tx, lease->id).value();
    record(
        app,
        tx,
        kSystem,
        Action::send_message,
        recipient_of(message),
        words_of(message.kind).reason);
    tx.commit();
    return Outgoing{.lease = *lease, .message = std::move(message)};
}

std::optional<notify::Mail> write(App& app, store::StoredMessage const& message)
{
    if (is_letter(message.kind)) {
        return write_letter(app, message);
    }
    store::Reading reading{app.db};
    return message.participant ? write_to_participant(app, reading, message)
                               : write_to_subscriber(app, reading, message);
}

void queue_sealed(
    App const& app, store::Transaction& tx, ParticipantId participant, std::string_view text)
{
    auto const stored = store::find_participant(tx, participant);
    if (!stored) {
        return;
    }
    store::insert_message(
        tx,
        {.kind = MessageKind::one_time_code,
         .participant = participant,
         .sealed = seal(app.keys.unwrap(stored->wrapped_key), text)},
        app.now());
}

struct Outcome
{
    store::Ending ending = store::Ending::done;
    std::string error{}; ///< not empty: it has to be tried again
};

Outcome send(App& app, Channels& channels, store::StoredMessage const& message)
{
    try {
        auto const mail = write(app, message);
        if (!mail) {
            return {.ending = store::Ending::dropped};
        }
        bool const is_email = mail->to.find('@') != std::string::npos;
        (is_email ? channels.email : channels.text)->send(*mail);
        return {};
    } catch (notify::SendError const& error) {
        return {.error = error.what()};
    } catch (std::exception const&) {
        return {.error = "unexpected error"}; // whose text may hold an address
    }
}

} // namespace

void queue_message(
    store::Transaction& tx,
    MessageKind kind,
    ParticipantId participant,
    std::int64_t subject_id,
    Instant run_at)
{
    assert(kind != MessageKind::one_time_code && !is_letter(kind) && !is_to_subscriber(kind));
    store::insert_message(
        tx, {.kind = kind, .participant = participant, .subject_id = subject_id}, run_at);
}

void queue_one_time_code(
    App const& app, store::Transaction& tx, ParticipantId participant, std::string_view code)
{
    queue_sealed(app, tx, participant, code);
}

void queue_contact_code(
    App const& app,
    store::Transaction& tx,
    ParticipantId participant,
    std::string_view code,
    std::string_view contact)
{
    queue_sealed(app, tx, participant, fmt::format("{} {}", code, contact));
}

void queue_letter(App const& app, store::Transaction& tx, Letter const& letter, Instant run_at)
{
    assert(is_letter(letter.kind));
    nlohmann::json const json{{"contact", letter.contact}, {"path", letter.path}};
    store::insert_message(
        tx,
        {.kind = letter.kind,
         .staff = letter.staff,
         .subject_id = letter.subject_id,
         .sealed = seal(app.keys.key(store::KeyPurpose::outside), json.dump())},
        run_at);
}

void queue_to_subscriber(App const& app, store::Transaction& tx, News const& news, Instant run_at)
{
    assert(is_to_subscriber(news.kind));
    store::insert_message(
        tx,
        {.kind = news.kind,
         .subject_id = news.to.value,
         .sealed = seal(app.keys.key(store::KeyPurpose::outside), news.text)},
        run_at);
}

Channels make_channels(App const& app)
{
    auto const& installation = app.installation;
    auto const without_server = [&] {
        return app.settings()->demonstration
                   ? notify::make_folder_channel(
                         installation.data_dir / "outbox", installation.mail_from)
                   : notify::make_closed_channel();
    };
    return {
        .email = installation.smtp_url.empty() ? without_server()
                                               : notify::make_smtp_channel(
                                                     {.url = installation.smtp_url,
                                                      .user = installation.smtp_user,
                                                      .password = installation.smtp_password,
                                                      .from = installation.mail_from}),
        .text = installation.sms_url.empty() ? without_server()
                                             : notify::make_text_gateway(installation.sms_url)};
}

bool send_one_message(App& app, Channels& channels)
{
    auto const is_due = [&] {
        store::Reading reading{app.db};
        return store::has_due(reading, store::Queue::message, app.now());
    };
    auto const outgoing = is_due() ? take_message(app) : std::nullopt;
    if (!outgoing) {
        return false;
    }
    auto const& lease = outgoing->lease;
    auto const outcome = send(app, channels, outgoing->message);
    store::Transaction tx{app.db};
    if (outcome.error.empty()) {
        store::end_work(tx, store::Queue::message, lease, outcome.ending, app.now());
    } else {
        store::put_off_work(tx, store::Queue::message, lease, outcome.error, app.now());
    }
    tx.commit();
    return true;
}

std::int64_t queue_reminders(App& app)
{
    using namespace std::chrono_literals;
    auto const now = app.now();
    store::Transaction tx{app.db};
    // Who says yes less than twelve hours before the walk has just had a message about it.
    auto const count =
        store::insert_reminders(tx, {MessageKind::reminder_day, now + 12h, now + 24h}, now) +
        store::insert_reminders(tx, {MessageKind::reminder_hours, now, now + 2h}, now);
    tx.commit();
    return count;
}

} // namespace wt::app
