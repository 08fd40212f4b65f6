#pragma once

#include "base/message.hpp"
#include "base/named.hpp"

namespace wt {

/// When she feels unsafe there.
enum class FeltWhen
{
    always,
    dark,
    day,
};

inline constexpr std::array<Named<FeltWhen>, 3> kFeltWhen{{
    {FeltWhen::always, "always"},
    {FeltWhen::dark, "dark"},
    {FeltWhen::day, "day"},
}};

/// How the scheme heard of a concern.
enum class ConcernSource
{
    walk,      ///< said on a walk by a woman who walked
    passer_by, ///< said on a walk by someone met there
    report,    ///< told without a walk
};

inline constexpr std::array<Named<ConcernSource>, 3> kConcernSources{{
    {ConcernSource::walk, "walk"},
    {ConcernSource::passer_by, "passer_by"},
    {ConcernSource::report, "report"},
}};

/// Where a concern stands: what the latest answer says, or open.
enum class ConcernState
{
    open, ///< not answered, or reopened by her verdict
    done,
    referred,
    planned,
    will_not,
    not_ours,
    withdrawn, ///< by her
};

inline constexpr std::array<Named<ConcernState>, 7> kConcernStates{{
    {ConcernState::open, "open"},
    {ConcernState::done, "done"},
    {ConcernState::referred, "referred"},
    {ConcernState::planned, "planned"},
    {ConcernState::will_not, "will_not"},
    {ConcernState::not_ours, "not_ours"},
    {ConcernState::withdrawn, "withdrawn"},
}};

/// How bad it is: 0 (least) .. 3 (worst).
inline constexpr int kWorstSeverity = 3;

/// In plain words, for a form or a list.
Message title(FeltWhen felt);
Message title(ConcernSource source);
Message title(ConcernState state);
/// \pre 0 <= severity <= kWorstSeverity
Message severity_title(int severity);

/// The most characters that her own words may have.
inline constexpr std::size_t kMostWords = 2000;

} // namespace wt
