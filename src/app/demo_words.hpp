#pragma once

#include "scheme/answer.hpp"
#include "scheme/category.hpp"

#include <span>
#include <string>

namespace wt::app {

/// What somebody of the demonstration says about a street.
struct DemoSaying
{
    Category category;
    int severity;
    char const* words; ///< hers; empty where she says none
};

std::span<DemoSaying const> demo_sayings();

/// The `n`-th answer of a desk about a street: every kind comes in turn, each with a sentence that
/// fits the category. Planned work is due 12 to 40 days after `today`.
AnswerForm demo_answer(std::size_t n, Category category, std::string const& street, Day today);

} // namespace wt::app
