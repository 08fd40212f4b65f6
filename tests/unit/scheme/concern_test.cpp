#include "scheme/answer.hpp"
#include "scheme/answer_clock.hpp"

#include <gtest/gtest.h>

#include <set>

namespace wt {
namespace {

/// Every value has a code, a title, and no title stands for two.
template <class Enum, std::size_t n>
void expect_distinct_titles(std::array<Named<Enum>, n> const& names)
{
    std::set<std::string> titles;
    for (auto const& name : names) {
        EXPECT_EQ(find_in(names, name.code), name.value);
        titles.insert(title(name.value).id);
    }
    EXPECT_EQ(titles.size(), n);
}

TEST(ConcernNouns, EachHasATitleOfItsOwn)
{
    expect_distinct_titles(kFeltWhen);
    expect_distinct_titles(kConcernSources);
    expect_distinct_titles(kConcernStates);
    expect_distinct_titles(kAnswerKinds);
    expect_distinct_titles(kVerdicts);
    expect_distinct_titles(kClockStatuses);
}

TEST(ConcernNouns, ClosedNeverMeansFixed)
{
    for (auto const& state : kConcernStates) {
        EXPECT_EQ(title(state.value).id.find("losed"), std::string::npos);
    }
}

} // namespace
} // namespace wt
