#pragma once

#include "app/app.hpp"
#include "app/demo_past.hpp"
#include "streets/import.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace wt::app {

/// What a demonstration is made from.
struct DemoWish
{
    std::filesystem::path map;    ///< OpenStreetMap file
    std::filesystem::path shared; ///< folder of real areas and postcodes; need not exist
};

/// Tokens of women whose pages are worth a look; nothing where there is none such.
struct DemoPages
{
    std::optional<std::string> proposed;   ///< a walk is held for her
    std::optional<std::string> confirmed;  ///< she has said yes to one that lies ahead
    std::optional<std::string> answered;   ///< a concern of hers was answered
    std::optional<std::string> referral{}; ///< of a partner to whom a concern was passed
};

struct Demo
{
    DemoCounts counts;
    DemoPages pages;
    std::optional<Instant> next_walk; ///< the next confirmed one
};

/// Fills an empty installation with an invented force: a map, areas, staff, women, four weeks that
/// lie behind it and the week ahead. What is invented follows from the map and the moment; ids and
/// tokens are random.
/// \pre `app` reads its time from `clock`, which stands at the present; stands there afterwards
/// \throws Refusal (conflict) if the database is not empty; (invalid_input) if the map cannot be
///         read, or has too few named streets
Demo fill_demo(App& app, DemoClock& clock, DemoWish const& wish);

} // namespace wt::app
