#pragma once

#include "scheme/month.hpp"
#include "store/db.hpp"

#include <cstdint>

namespace wt {

inline constexpr std::int64_t kManyConcerns = 1'000'000;
inline constexpr std::int64_t kManyRequests = 50'000;
inline constexpr int kManyMonths = 24;
inline constexpr Month kFirstMonth = (2024 - 1970) * 12 + 8; ///< September 2024

/// Fills an empty database, by bulk insert, with two years of a force of 12 command units (codes
/// `b1` to `b12`) and 600 wards. All of it is invented, and nothing in it is personal.
void fill_with_a_million(store::Db& db);

} // namespace wt
