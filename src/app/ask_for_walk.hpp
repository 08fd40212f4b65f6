#pragma once

#include "app/app.hpp"
#include "app/private_data.hpp"
#include "base/field_errors.hpp"
#include "scheme/ids.hpp"
#include "scheme/role.hpp"

#include <string>
#include <string_view>

namespace wt::app {

/// What she has said on the pages of the form, as typed.
struct WalkWish
{
    bool is_old_enough = false;
    std::string name;
    std::string contact; ///< empty: she will use her link alone
    bool wants_messages = true;
    int party = 1;
    bool may_share = false;
    PrivateRequest details;
};

/// All that is wrong with it, each beside its field: `age`, `name`, `contact`, `places`,
/// `free_times`, `party`, `language`, `words`.
FieldErrors check_wish(App const& app, WalkWish const& wish);

/// The part of it that says who she is: `name`, and `contact` where there is one.
FieldErrors check_person(App const& app, std::string_view name, std::string_view contact);

/// The part of it that concerns the walk and not her: `places`, `free_times`, `party`, `language`,
/// `words`.
FieldErrors check_walk(App const& app, WalkWish const& wish);

/// What she is given in return.
struct AskedWalk
{
    RequestId request;
    std::string token; ///< of her secret link
    std::string words; ///< to write down, where she gave no contact; else empty
};

/// Puts her in the queue. Sending the same form twice (one `idempotency_key`) makes one request
/// and gives the same answer.
/// \throws Refusal (invalid_input) with the first error of `check_wish`, if there is one
AskedWalk ask_for_walk(
    App& app, Person const& person, WalkWish const& wish, std::string_view idempotency_key);

} // namespace wt::app
