#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "store/answer_chain.hpp"
#include "store/audit.hpp"

namespace wt::app {

/// What is chained so that tampering shows.
struct ChainCheck
{
    store::AuditCheck audit;
    store::AnswerCheck answers;

    [[nodiscard]] bool holds() const { return !audit.first_broken && !answers.first_broken; }
};

/// Whether the audit and the histories of answers are as they were written. Linear in their rows.
/// \throws Refusal: forbidden
ChainCheck verify_audit(App& app, Person const& person);

} // namespace wt::app
