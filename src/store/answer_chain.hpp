#pragma once

#include "base/crypto.hpp"
#include "store/answers.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace wt::store {

/// The link of an answer to the one before it in the history of its concern.
/// \param previous  hash of that one; empty for the first
std::string
answer_hash(SecretKey const& key, std::string_view previous, StoredAnswer const& answer);

/// The state of the histories.
struct AnswerCheck
{
    std::int64_t chained = 0;
    std::int64_t unchained = 0;              ///< given before there were chains
    std::optional<ConcernId> first_broken{}; ///< whose answers are not as they were written
};

/// Computes every hash again, in portions, and looks for answers that are missing. Linear in the
/// answers.
AnswerCheck check_answers(Db& db, SecretKey const& key);

} // namespace wt::store
