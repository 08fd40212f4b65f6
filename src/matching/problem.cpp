#include "matching/problem.hpp"

namespace wt::matching {

Interval occupied(Instant start, Rules const& rules)
{
    return {start - rules.briefing, start + rules.walk + rules.rest};
}

Interval walked(Instant start, Rules const& rules)
{
    return {start, start + rules.walk};
}

} // namespace wt::matching
