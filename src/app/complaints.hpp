#pragma once

#include "app/complain.hpp"
#include "store/walks.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What professional standards and the watchdog do with complaints, each with those made to it.
namespace wt::app {

/// A line of the list.
struct ComplaintEntry
{
    ComplaintId id;
    ComplaintState state = ComplaintState::received;
    std::vector<ComplaintMatter> matters;
    Instant made_at;
};

/// Those made to `person`'s body: what is not dealt with first, each part oldest first. The look
/// is logged. \throws Refusal (forbidden)
std::vector<ComplaintEntry> list_complaints(App& app, Person const& person);

struct OpenComplaint
{
    ComplaintId id;
    ComplaintState state = ComplaintState::received;
    int version = 1;
    ComplaintFacts facts;
    std::optional<store::StoredWalk> walk;
    std::vector<ComplaintStep> steps; ///< oldest first
};

/// One of them. Every look is logged. \throws Refusal: forbidden; not_found (also another body's)
OpenComplaint open_complaint(App& app, Person const& person, ComplaintId id);

/// What the body says of it.
struct ComplaintAnswer
{
    std::optional<ComplaintState> state{};
    std::string sentence; ///< to her; needed once it is dealt with; 0..500 characters
};

/// All that is wrong with it: `state`, `sentence`.
FieldErrors check_answer(ComplaintAnswer const& answer);

/// \throws Refusal: forbidden; not_found; invalid_input (the first error of `check_answer`);
///         conflict (changed since `version`, or dealt with)
void answer_complaint(
    App& app, Person const& person, ComplaintId id, int version, ComplaintAnswer const& answer);

/// How many there are, for oversight: nothing of any one of them.
std::vector<store::ComplaintCount> count_complaints(App const& app, Person const& person);

/// Erases what was dealt with longer ago than the setting `complaint_days`. \returns how many
std::int64_t erase_old_complaints(App& app);

} // namespace wt::app
