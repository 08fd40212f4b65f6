#include "web/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace wt::web {

namespace {

// Seconds; dense around the 50 ms that the 99th percentile must stay under.
prometheus::Histogram::BucketBoundaries const kBuckets{
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0};

} // namespace

struct Metrics::Families
{
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests =
        prometheus::BuildCounter()
            .Name("walktalk_http_requests_total")
            .Help("Requests by route pattern, method and status")
            .Register(registry);
    prometheus::Family<prometheus::Histogram>& seconds =
        prometheus::BuildHistogram()
            .Name("walktalk_http_request_seconds")
            .Help("Time from the complete request to its response, by route pattern")
            .Register(registry);
};

Metrics::Metrics() : families_{std::make_unique<Families>()} {}
Metrics::~Metrics() = default;
Metrics::Metrics(Metrics&&) noexcept = default;
Metrics& Metrics::operator=(Metrics&&) noexcept = default;

void Metrics::count(
    std::string_view route,
    std::string_view method,
    int status,
    std::chrono::duration<double> taken)
{
    std::string const pattern{route};
    families_->requests
        .Add(
            {{"route", pattern},
             {"method", std::string{method}},
             {"status", std::to_string(status)}})
        .Increment();
    families_->seconds.Add({{"route", pattern}}, kBuckets).Observe(taken.count());
}

std::string Metrics::text() const
{
    return prometheus::TextSerializer{}.Serialize(families_->registry.Collect());
}

} // namespace wt::web
