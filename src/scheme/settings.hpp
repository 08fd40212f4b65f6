#pragma once

#include "base/message.hpp"

#include <chrono>
#include <map>
#include <string>

namespace wt {

/// What a force decides, some of it for each BCU. Kept in the database as texts by name; the names
/// are those of the members.
struct Settings
{
    std::string force_name = "Demonstration Police";
    std::string time_zone = "Europe/London"; ///< IANA name
    bool demonstration = false;              ///< every page says that the data are invented
    std::string calling_code = "44";         ///< put before a telephone number that begins with 0
    int minimum_age = 18;                    ///< years; asked as a tick, never as a birth date
    int unit_size = 2;                       ///< officers on a walk, 2..6
    int walk_minutes = 60;                   ///< 30..90
    int briefing_minutes = 15;               ///< before a walk, on the officers' time
    int travel_minutes = 30;                 ///< between two walks of a unit, rest included
    int party_limit = 4;                     ///< participants on one walk, 1..4
    int reply_hours = 48;                    ///< she has to answer a proposal
    int publication_threshold = 5;           ///< distinct people below which a count is not shown
    int answer_days_amber = 20;              ///< working days until an answer is late
    int answer_days_red = 40;                ///< working days until it is very late
    int route_days = 7;                      ///< after the walk, its route is erased
    int message_days = 7;                    ///< after sending, a message is erased
    int participant_days = 365;              ///< after her last walk or request, she is erased
    int disclosure_days = 90;                ///< after a disclosure is closed, it is erased
    int complaint_days = 365;                ///< after a complaint is dealt with, it is erased
    std::string safeguarding_order = "";     ///< sign-in names, by commas: who is called first
    std::string emergency_number = "999";
    std::string non_emergency_number = "101";
    std::string contact_for_help = ""; ///< how to reach the force about the scheme

    friend bool operator==(Settings const&, Settings const&) = default;
};

/// `values` over the defaults.
/// \throws Refusal (invalid_input) naming a setting that does not exist or is out of its range.
Settings make_settings(std::map<std::string, std::string> const& values);

/// Every setting as text, by name: the inverse of `make_settings`.
std::map<std::string, std::string> to_texts(Settings const& settings);

} // namespace wt
