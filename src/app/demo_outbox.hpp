#pragma once

#include "app/app.hpp"
#include "notify/channel.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace wt::app {

/// A mail that was written into a file because the installation has no server.
struct DemoMail
{
    std::string number; ///< of its file: "017"
    notify::Mail mail;
};

/// The latest mails of a demonstration, newest first. A file that is no mail of ours is left out.
/// \throws Refusal (not_found) unless the setting `demonstration` is on
std::vector<DemoMail> list_demo_mails(App const& app, std::size_t limit = 50);

} // namespace wt::app
