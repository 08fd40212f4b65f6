#pragma once

#include "base/crypto.hpp"
#include "base/message.hpp"
#include "geo/point.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace wt::app {

/// What tells who she is. Sealed in participant_private.
struct PrivatePerson
{
    std::string name;    ///< what the officers may call her
    std::string contact; ///< e-mail address, telephone number (+44…) or empty
    std::string token;   ///< of her secret link, to send it again
    bool wants_messages = false;
    std::string words{}; ///< that she wrote down and that make the token; empty with a contact

    friend bool operator==(PrivatePerson const&, PrivatePerson const&) = default;
};

/// A place she named.
struct NamedPlace
{
    std::string label; ///< as she sees it again: "Camberwell Road", "SE5 0EN"
    LatLon point;

    friend bool operator==(NamedPlace const&, NamedPlace const&) = default;
};

/// When she can, on a day of every week; local time. May end after midnight: `to` > 24 h.
struct FreeTime
{
    int weekday = 0; ///< 0 Monday .. 6 Sunday
    std::chrono::minutes from{0};
    std::chrono::minutes to{0};

    friend bool operator==(FreeTime const&, FreeTime const&) = default;
};

/// What she asked for, beyond what the queue needs. Sealed in request_private.
struct PrivateRequest
{
    std::vector<NamedPlace> places; ///< the first is where she wants to meet
    bool in_order = false;          ///< her usual way: walked in the order of `places`
    std::vector<FreeTime> free_times;
    bool in_the_light = false; ///< dark and quiet is the default, not a gate
    bool step_free = false;
    std::string language;        ///< that she would like to speak; empty: the force's own
    bool needs_language = false; ///< walks only with an officer who speaks it
    std::string words{};         ///< hers, for the officers who walk with her

    friend bool operator==(PrivateRequest const&, PrivateRequest const&) = default;
};

/// A place that was named and is not on the walk, and why.
struct LeftOutPlace
{
    NamedPlace place;
    Message why;

    friend bool operator==(LeftOutPlace const&, LeftOutPlace const&) = default;
};

/// A walk as she and her officers see it: where to meet, where it goes. Sealed in walk_private, a
/// copy with the key of each woman who walks.
struct PrivateWalk
{
    NamedPlace meeting;
    std::vector<NamedPlace> stops;   ///< in the order of the walk
    std::vector<LatLon> line;        ///< along the streets, from the meeting point and back
    std::vector<Message> directions; ///< the same in words
    double metres = 0;
    double lit = 0; ///< share of the way, 0..1; lit + unlit + unknown = 1
    double unlit = 0;
    double unknown = 1;
    std::string safe_place; ///< where she chose to be brought when the officers were called away
    std::vector<LeftOutPlace> left_out{}; ///< of the places that were named

    friend bool operator==(PrivateWalk const&, PrivateWalk const&) = default;
};

/// Who wants news of an area. Sealed in subscription.
struct PrivateSubscriber
{
    std::string address; ///< e-mail
    std::string token;   ///< of the secret link, to send it with each message

    friend bool operator==(PrivateSubscriber const&, PrivateSubscriber const&) = default;
};

std::string seal_person(SecretKey const& key, PrivatePerson const& person);
std::string seal_request(SecretKey const& key, PrivateRequest const& request);
std::string seal_walk(SecretKey const& key, PrivateWalk const& walk);
std::string seal_subscriber(SecretKey const& key, PrivateSubscriber const& subscriber);

/// \throws std::runtime_error if it was not sealed with this key: the database is damaged.
PrivatePerson open_person(SecretKey const& key, std::string_view sealed);
PrivateRequest open_request(SecretKey const& key, std::string_view sealed);
PrivateWalk open_walk(SecretKey const& key, std::string_view sealed);
PrivateSubscriber open_subscriber(SecretKey const& key, std::string_view sealed);

} // namespace wt::app
