#pragma once

#include "app/what_happened.hpp"
#include "daylight/zone.hpp"

#include <map>
#include <string>
#include <utility>

namespace wt::app {

/// What was told and done in each ward, shaped as the neighbourhood priorities of data.police.uk
/// (data.police.uk/docs/method/neighbourhood-priorities): one issue for each category, since when,
/// and the newest answer as its action.
class Priorities
{
public:
    /// \param ward  its code
    void add(std::string const& ward, PublicConcern const& concern, daylight::Zone const& zone);

    /// JSON: an object with an array for each ward, wards and categories in order.
    [[nodiscard]] std::string finish() &&;

private:
    struct Issue
    {
        std::int64_t concerns = 0;
        std::int64_t first_month = 0;
        std::string action;
        std::optional<Instant> answered_at;
        std::string action_date;
    };

    std::map<std::string, std::map<Category, Issue>> wards_;
};

} // namespace wt::app
