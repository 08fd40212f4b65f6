#pragma once

#include "app/worker.hpp"

namespace wt::app {

/// The worker of an installation with all its chores and what they need: how messages leave, and
/// what jobs there are. Starts nothing by itself.
class Background
{
public:
    explicit Background(App& app);
    Background(Background const&) = delete;
    Background& operator=(Background const&) = delete;

    /// \pre signals that somebody waits for are blocked: the worker's threads inherit that
    void start() { worker_.start(); }
    void stop() { worker_.stop(); }

private:
    Channels channels_;
    JobHandlers handlers_;
    Worker worker_;
};

} // namespace wt::app
