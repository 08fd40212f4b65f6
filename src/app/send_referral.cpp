#include "app/send_referral.hpp"

#include "app/answer_referral.hpp"
#include "app/areas.hpp"
#include "app/concern_clock.hpp"
#include "app/partners.hpp"
#include "app/record.hpp"
#include "base/calendar.hpp"
#include "base/crypto.hpp"
#include "base/message.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "notify/channel.hpp"
#include "notify/open311_client.hpp"
#include "scheme/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace wt::app {

namespace {

constexpr std::chrono::minutes kPollPeriod{30};
constexpr std::size_t kPolledAtOnce = 20;

notify::Open311Server server_of(App const& app, store::StoredPartner const& partner)
{
    return {
        .url = partner.endpoint,
        .jurisdiction = partner.jurisdiction,
        .api_key = open_contact(app, partner).api_key};
}

std::string place_of(App const& app, store::StoredConcern const& concern)
{
    auto const ward = app.areas()->require_ward(concern.ward).name;
    return concern.street.empty() ? ward : fmt::format("{}, {}", concern.street, ward);
}

notify::Open311Report report_of(
    App const& app,
    store::StoredReferral const& referral,
    store::StoredPartner const& partner,
    store::StoredConcern const& concern)
{
    auto const code = find_service_code(partner.reach.services, concern.category);
    return {
        .service_code = code.value_or(std::string{code_in(kCategories, concern.category)}),
        .lat = concern.segment.midpoint.lat,
        .lon = concern.segment.midpoint.lon,
        .address = place_of(app, concern),
        .description = in_english(
            {N_("A woman told the police that she feels unsafe here. What it is like: {1}. How it "
                "feels: {2}. When: {3}. The place is the middle of this stretch of street."),
             {in_english(title(concern.category)),
              in_english(severity_title(concern.severity)),
              in_english(title(concern.felt))}}),
        .external_id = std::to_string(referral.id.value)};
}

/// One line, its runs of white space as one space.
std::string on_one_line(std::string_view text)
{
    std::string line;
    for (char const c : trimmed(text)) {
        bool const is_space = static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
        if (!is_space) {
            line += c;
        } else if (!line.ends_with(' ')) {
            line += ' ';
        }
    }
    return line;
}

/// The first `most` characters.
std::string shortened(std::string text, std::size_t most)
{
    while (count_characters(text) > most) {
        do {
            text.pop_back();
        } while (!is_clean_utf8(text));
    }
    return text;
}

/// What the status means as a reply of the partner; nothing if it says nothing new.
std::optional<PartnerAnswer>
reply_of(App const& app, OpenReferral const& opened, notify::Open311Status const& status)
{
    bool const tells_street =
        std::ranges::any_of(opened.hidden_streets, [&](std::string const& street) {
            return names(status.notes, street);
        });
    PartnerAnswer answer{
        .reply = Reply::accept,
        .sentence = sentence_of_partner(
            opened.partner.name, status.is_closed, tells_street ? "" : status.notes),
        .version = opened.concern.version};
    if (status.is_closed) {
        answer.reply = Reply::done;
        return answer;
    }
    auto const due = find_day(status.expected.substr(0, 10)); // a W3C date begins with its day
    if (due && *due > today(app)) {
        answer.reply = Reply::plan;
        answer.due = due;
        if (answer.sentence.empty()) {
            answer.sentence = in_english(
                {N_("{1} has named a day by which it will be done."), {opened.partner.name}});
        }
        return answer;
    }
    bool const is_news =
        !answer.sentence.empty() && may_reply(opened.referral.state, Reply::accept);
    return is_news ? std::optional{answer} : std::nullopt;
}

std::string digest_of(notify::Open311Status const& status)
{
    return checksum(fmt::format(
        "{}\n{}\n{}", status.is_closed ? "closed" : "open", status.notes, status.expected));
}

/// The id at the partner's server; empty while there is none.
std::string remote_id_of(notify::Open311Server const& server, store::StoredReferral const& referral)
{
    return referral.remote_id.empty()
               ? notify::find_request_id(server, referral.remote_token).value_or("")
               : referral.remote_id;
}

void ask_server(App& app, store::StoredReferral const& referral)
{
    auto const opened = [&] {
        store::Reading reading{app.db};
        return open_referral(app, reading, referral);
    }();
    auto const server = server_of(app, opened.partner);
    auto const id = remote_id_of(server, referral);
    auto digest = referral.remote_digest;
    if (!id.empty()) {
        auto const status = notify::find_request_status(server, id);
        if (!status) {
            throw notify::SendError{"Open311 server does not know this request"};
        }
        digest = digest_of(*status);
        auto const reply =
            digest != referral.remote_digest ? reply_of(app, opened, *status) : std::nullopt;
        if (reply) {
            answer_referral(app, opened.person(), referral.id, *reply);
        }
    }
    store::Transaction tx{app.db};
    store::note_poll(tx, referral.id, id, digest);
    tx.commit();
}

/// As `ask_server`; what goes wrong is kept with the referral.
void poll(App& app, store::StoredReferral const& referral)
{
    std::string error;
    try {
        ask_server(app, referral);
        return;
    } catch (notify::SendError const& failure) {
        error = failure.what();
    } catch (Refusal const& refusal) {
        error = refusal.message().id; // the sentence without its values
    }
    store::Transaction tx{app.db};
    store::note_poll_failure(tx, referral.id, error);
    tx.commit();
}

bool claim(App& app, store::StoredReferral const& referral)
{
    store::Transaction tx{app.db};
    bool const is_ours = store::claim_poll(tx, referral, app.now() + kPollPeriod);
    tx.commit();
    return is_ours;
}

} // namespace

void send_referral(App& app, std::string const& argument)
{
    ReferralId const id{find_integer(argument).value_or(0)};
    auto const opened = [&]() -> std::optional<OpenReferral> {
        store::Reading reading{app.db};
        auto const referral = store::find_referral(reading, id);
        return referral ? std::optional{open_referral(app, reading, *referral)} : std::nullopt;
    }();
    if (!opened || !opened->may_answer || !opened->referral.remote_id.empty() ||
        !opened->referral.remote_token.empty()) {
        return;
    }
    auto const receipt = notify::send_report(
        server_of(app, opened->partner),
        report_of(app, opened->referral, opened->partner, opened->concern));
    store::Transaction tx{app.db};
    store::note_receipt(tx, id, receipt.token, receipt.id, app.now() + kPollPeriod);
    record(app, tx, kSystem, Action::send_referral, id, Reason::answering);
    tx.commit();
}

void poll_referrals(App& app, std::stop_token const& stop)
{
    auto const due = [&] {
        store::Reading reading{app.db};
        return store::list_due_polls(reading, app.now(), kPolledAtOnce);
    }();
    for (auto const& referral : due) {
        if (stop.stop_requested()) {
            return;
        }
        if (claim(app, referral)) {
            poll(app, referral);
        }
    }
}

std::string sentence_of_partner(std::string const& partner, bool is_closed, std::string_view notes)
{
    auto words = is_clean_utf8(notes) ? on_one_line(notes) : std::string{};
    if (find_blaming_phrase(words)) {
        words.clear();
    }
    if (words.empty()) {
        return is_closed ? in_english({N_("{1} has closed this and said no more."), {partner}})
                         : std::string{};
    }
    auto const* const pattern = is_closed ? N_("{1} has closed this and says: {2}")
                                          : N_("{1} is dealing with this and says: {2}");
    return shortened(in_english({pattern, {partner, words}}), kLongestSentence);
}

} // namespace wt::app
