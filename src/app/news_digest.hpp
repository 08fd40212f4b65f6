#pragma once

#include "app/app.hpp"

#include <cstdint>

namespace wt::app {

/// The end of the latest week whose news may leave: midnight before Monday, in the force's zone,
/// from seven o'clock on that Monday.
Instant latest_news_end(App const& app);

/// Queues the news of the week to everyone who said yes and for whose area there is any: the new
/// answers that /concerns shows, as closely placed as there and no closer. Safe on several machines
/// at once; each subscription gets one mail a week at most.
/// \returns how many were queued
std::int64_t queue_news(App& app);

} // namespace wt::app
