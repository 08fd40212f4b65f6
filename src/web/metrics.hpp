#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace wt::web {

/// Counts requests for Prometheus: by route pattern, method and status, never by path.
class Metrics
{
public:
    Metrics();
    ~Metrics();
    Metrics(Metrics&&) noexcept;
    Metrics& operator=(Metrics&&) noexcept;

    void count(
        std::string_view route,
        std::string_view method,
        int status,
        std::chrono::duration<double> taken);

    /// The text that Prometheus reads.
    [[nodiscard]] std::string text() const;

private:
    struct Families;
    std::unique_ptr<Families> families_;
};

} // namespace wt::web
