#pragma once

#include "app/app.hpp"
#include "app/participant.hpp"
#include "base/field_errors.hpp"

#include <string>
#include <string_view>

namespace wt::app {

/// Who she is and how she is reached, as she typed it anew.
struct OwnDetails
{
    std::string name;
    std::string contact;
    bool wants_messages = false;
};

/// All that is wrong with it: `name`, `contact`. A contact that is there cannot be left out: it is
/// how her link finds her.
FieldErrors check_details(App const& app, Participant const& she, OwnDetails const& details);

/// True if the contact is another one than hers, which is kept only once she has confirmed it.
bool is_new_contact(App const& app, Participant const& she, std::string_view contact);

/// Keeps her name, and whether she wants messages where she has a contact.
/// \throws Refusal (invalid_input) with the first error of `check_details`, if there is one
void change_details(App& app, Participant const& she, OwnDetails const& details);

/// Sends a code to a contact that she gives anew, good for 15 minutes and five tries. The message
/// holds neither her link nor her name: the contact may be somebody else's.
/// \throws Refusal (invalid_input) unless it is a contact; (too_many) after five within the hour,
///         by her or to this contact
void send_contact_code(App& app, Participant const& she, std::string_view contact);

/// What shows that the contact is hers.
struct ContactProof
{
    std::string code;  ///< that was sent to it
    std::string words; ///< that she wrote down, where she had no contact before
};

/// Puts the contact in place of the one she had.
/// \throws Refusal (forbidden) if the code or the words are not right, used up or too old
void change_contact(
    App& app,
    Participant const& she,
    std::string_view contact,
    bool wants_messages,
    ContactProof const& proof);

} // namespace wt::app
