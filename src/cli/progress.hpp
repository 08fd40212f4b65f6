#pragma once

#include <string>

namespace wt::cli {

/// A bar on standard error; nothing unless that is a terminal.
class ProgressBar
{
public:
    explicit ProgressBar(std::string label);

    /// \param share  0..1
    void show(double share);
    /// Takes the bar away.
    void finish();

private:
    std::string label_;
    bool is_shown_;
    int percent_ = -1;
};

} // namespace wt::cli
