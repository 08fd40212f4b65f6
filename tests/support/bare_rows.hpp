#pragma once

#include "app/app.hpp"
#include "app/private_data.hpp"
#include "scheme/ids.hpp"

#include <string>

namespace wt {

inline constexpr BcuId kGivenBcu{1};
inline constexpr WardId kGivenWard{1};

/// A unit, a ward and two officers who walk, all with ids from 1.
void given_force(store::Db& db);

/// A woman who joined at `app.now()`.
ParticipantId given_participant(
    app::App& app,
    app::PrivatePerson const& person = {
        .name = "Ada",
        .contact = "ada@example.org",
        .token = "token-of-ada",
        .wants_messages = true});

/// A request of hers, waiting since `app.now()`. Needs `given_force`.
RequestId given_request(app::App& app, ParticipantId participant);

/// A confirmed walk of an hour to which she said yes, with its sealed route. Needs `given_force`.
WalkId given_walk(app::App& app, RequestId request, Instant starts_at);

/// The number of rows that `query` counts.
std::int64_t count_rows(store::Db& db, std::string const& query);

} // namespace wt
