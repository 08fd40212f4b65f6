#pragma once

#include "app/app.hpp"
#include "base/field_errors.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wt::app {

/// What a visitor leaves who wants news of an area.
struct NewsWish
{
    BcuId bcu;
    std::optional<WardId> ward{}; ///< nothing: the whole unit
    std::string address;          ///< e-mail, as typed
};

/// What is wrong with `ward` and `address`; nothing if it may be sent.
FieldErrors check_news_wish(App const& app, NewsWish const& wish);

/// Asks at the address whether it is hers, unless it gets this news already, or was asked three
/// times within a day. Nobody learns which.
/// \pre nothing is wrong with `wish`, and its unit is one of the force's
/// \returns the secret of the link that was sent, for a demonstration; no page may tell it
/// \throws Refusal (too_many) for an address that is tried again and again
std::optional<std::string> ask_for_news(App& app, NewsWish const& wish);

/// What a secret link is for.
struct NewsArea
{
    BcuId bcu;
    std::optional<WardId> ward; ///< nothing: the whole unit
    bool is_confirmed = false;
};

/// \throws Refusal (not_found) once it is stopped, or was not confirmed within two days
NewsArea require_news(App const& app, std::string_view token);

/// She says yes. Changes nothing if she has said so before.
/// \throws Refusal (not_found) as `require_news`
void confirm_news(App& app, std::string_view token);

/// Erases the subscription with all messages to it. Does nothing if there is none any more.
void stop_news(App& app, std::string_view token);

/// Erases what nobody confirmed within two days. \returns how many
std::int64_t erase_unconfirmed_news(App& app);

/// The page of a secret link; what stops the news stands below it.
std::string news_path(std::string_view token);
std::string news_stop_path(std::string_view token);

/// The area's name, as it is imported.
std::string name_of_area(App const& app, BcuId bcu, std::optional<WardId> ward);

} // namespace wt::app
