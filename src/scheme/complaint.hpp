#pragma once

#include "base/named.hpp"

namespace wt {

/// Who reads a complaint: one of the two, as she chose, and nobody else.
enum class ComplaintRecipient
{
    standards, ///< the force's professional standards
    watchdog   ///< the body outside the force
};

inline constexpr std::array<Named<ComplaintRecipient>, 2> kComplaintRecipients{{
    {ComplaintRecipient::standards, "standards"},
    {ComplaintRecipient::watchdog, "watchdog"},
}};

/// What was wrong; several may be true.
enum class ComplaintMatter
{
    doubtful,       ///< she doubts that it was an officer
    sexual,         ///< words, looks or touching
    force_used,     ///< held, pushed, threatened
    discrimination, ///< for who she is
    disrespect,     ///< rude, not listened to, blamed
    unsafe,         ///< left alone, or taken where she did not want to go
    told_others,    ///< what she said, or who she is, was passed on
    failed,         ///< did not come, came late, did not do what was promised
    other
};

inline constexpr std::array<Named<ComplaintMatter>, 9> kComplaintMatters{{
    {ComplaintMatter::doubtful, "doubtful"},
    {ComplaintMatter::sexual, "sexual"},
    {ComplaintMatter::force_used, "force_used"},
    {ComplaintMatter::discrimination, "discrimination"},
    {ComplaintMatter::disrespect, "disrespect"},
    {ComplaintMatter::unsafe, "unsafe"},
    {ComplaintMatter::told_others, "told_others"},
    {ComplaintMatter::failed, "failed"},
    {ComplaintMatter::other, "other"},
}};

enum class ComplaintState
{
    received,
    looking,
    upheld,
    not_upheld,
    passed_on
};

inline constexpr std::array<Named<ComplaintState>, 5> kComplaintStates{{
    {ComplaintState::received, "received"},
    {ComplaintState::looking, "looking"},
    {ComplaintState::upheld, "upheld"},
    {ComplaintState::not_upheld, "not_upheld"},
    {ComplaintState::passed_on, "passed_on"},
}};

/// True once it is dealt with: nothing follows, and she is told why in a sentence.
constexpr bool is_final(ComplaintState state)
{
    return state != ComplaintState::received && state != ComplaintState::looking;
}

char const* title(ComplaintRecipient recipient);
char const* title(ComplaintMatter matter);
char const* title(ComplaintState state);

} // namespace wt
