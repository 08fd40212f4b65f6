#include "matching/parts.hpp"

#include <map>

namespace wt::matching {

std::vector<Problem> parts_of(Problem const& problem)
{
    std::map<BcuId, Problem> by_bcu;
    for (auto const& request : problem.requests) {
        auto& part = by_bcu[request.bcu];
        part.requests.push_back(request);
    }
    for (auto const& officer : problem.officers) {
        if (auto const part = by_bcu.find(officer.bcu); part != by_bcu.end()) {
            part->second.officers.push_back(officer);
        }
    }
    std::vector<Problem> parts;
    for (auto& [bcu, part] : by_bcu) {
        part.wards = problem.wards;
        part.earlier = problem.earlier; // what is not of this part is passed over
        part.rules = problem.rules;
        part.planned_at = problem.planned_at;
        part.quality = problem.quality;
        parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace wt::matching
