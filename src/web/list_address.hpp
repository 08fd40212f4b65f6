#pragma once

#include "app/concerns.hpp"
#include "app/desk_referrals.hpp"
#include "app/queue.hpp"
#include "base/named.hpp"
#include "base/text.hpp"
#include "scheme/category.hpp"
#include "scheme/concern.hpp"
#include "scheme/ids.hpp"
#include "web/fields.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The addresses of lists: what is chosen and where a page begins, as a query. What cannot be read
/// in one is left out, so an old or mistyped address still shows the list.
namespace wt::web {

/// `path?name=value&…` without the values that are empty.
std::string
list_address(std::string_view path, std::vector<std::pair<std::string, std::string>> values);

/// The code of what was chosen; empty if nothing was.
template <class Enum, std::size_t n>
std::string code_of(std::array<Named<Enum>, n> const& names, std::optional<Enum> const& value)
{
    return value ? std::string{code_in(names, *value)} : std::string{};
}

/// A positive number as an id.
template <class AnId>
std::optional<AnId> find_id(Fields const& query, std::string_view name)
{
    auto const number = find_integer(query.get(name)).value_or(0);
    return number > 0 ? std::optional{AnId{number}} : std::nullopt;
}

/// What a list of concerns shows: for the desk's and the public one.
struct ConcernChoice
{
    std::optional<BcuId> bcu{};
    std::optional<WardId> ward{};
    std::optional<Category> category{};
    std::optional<ConcernState> state{};
    app::OwnerChoice owner = app::OwnerChoice::all; ///< for the desk alone
    std::optional<store::ConcernKey> after{};
};
/// Where a page of a list ended, as it stands in an address.
std::string key_text(store::ConcernKey const& key);
std::string key_text(store::QueueKey const& key);
std::optional<store::QueueKey> find_queue_key(std::string_view text);
std::string key_text(store::ReferralKey const& key);
std::optional<store::ReferralKey> find_referral_key(std::string_view text);
ConcernChoice read_concern_choice(Fields const& query);
std::string list_address(std::string_view path, ConcernChoice const& choice);

} // namespace wt::web
