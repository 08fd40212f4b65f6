#include "cli/progress.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <unistd.h>

namespace wt::cli {

ProgressBar::ProgressBar(std::string label)
    : label_{std::move(label)}, is_shown_{isatty(STDERR_FILENO) == 1}
{
}

void ProgressBar::show(double share)
{
    constexpr int kWidth = 40;
    auto const percent = static_cast<int>(share * 100);
    if (!is_shown_ || percent == percent_) {
        return;
    }
    percent_ = percent;
    auto const filled = static_cast<std::size_t>(percent * kWidth / 100);
    fmt::print(stderr, "\r{} [{:{}}] {:3}%", label_, std::string(filled, '='), kWidth, percent);
}

void ProgressBar::finish()
{
    if (is_shown_) {
        fmt::print(stderr, "\r\x1b[K");
    }
}

} // namespace wt::cli
