#include "web/list_address.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

template <class AnId>
std::string text_of(std::optional<AnId> const& id)
{
    return id ? std::to_string(id->value) : std::string{};
}

/// Numbers with dots between them, `count` of them; empty if it is anything else.
std::vector<long long> numbers_in(std::string_view text, std::size_t count)
{
    std::vector<long long> numbers;
    for (auto const part : split(text, '.')) {
        if (auto const number = find_integer(part)) {
            numbers.push_back(*number);
        } else {
            return {};
        }
    }
    return numbers.size() == count ? numbers : std::vector<long long>{};
}

std::optional<store::ConcernKey> find_concern_key(std::string_view text)
{
    auto const numbers = numbers_in(text, 2);
    return numbers.empty() ? std::nullopt
                           : std::optional{store::ConcernKey{numbers[0], {numbers[1]}}};
}

} // namespace

std::string
list_address(std::string_view path, std::vector<std::pair<std::string, std::string>> values)
{
    std::erase_if(values, [](auto const& value) { return value.second.empty(); });
    std::string address{path};
    if (!values.empty()) {
        address += "?" + write_urlencoded(Fields{std::move(values)});
    }
    return address;
}

std::string key_text(store::ConcernKey const& key)
{
    return fmt::format("{}.{}", key.value, key.id.value);
}

std::string key_text(store::QueueKey const& key)
{
    return fmt::format(
        "{}.{}.{}", key.first_for_next ? 1 : 0, to_milliseconds(key.waiting_since), key.id.value);
}

std::optional<store::QueueKey> find_queue_key(std::string_view text)
{
    auto const numbers = numbers_in(text, 3);
    return numbers.empty() ? std::nullopt
                           : std::optional{store::QueueKey{
                                 numbers[0] == 1, from_milliseconds(numbers[1]), {numbers[2]}}};
}

std::string key_text(store::ReferralKey const& key)
{
    return fmt::format("{}.{}", to_milliseconds(key.created_at), key.id.value);
}

std::optional<store::ReferralKey> find_referral_key(std::string_view text)
{
    auto const numbers = numbers_in(text, 2);
    return numbers.empty()
               ? std::nullopt
               : std::optional{store::ReferralKey{from_milliseconds(numbers[0]), {numbers[1]}}};
}

ConcernChoice read_concern_choice(Fields const& query)
{
    return {
        .bcu = find_id<BcuId>(query, "bcu"),
        .ward = find_id<WardId>(query, "ward"),
        .category = find_in(kCategories, query.get("category")),
        .state = find_in(kConcernStates, query.get("state")),
        .owner = find_in(app::kOwnerChoices, query.get("owner")).value_or(app::OwnerChoice::all),
        .after = find_concern_key(query.get("after"))};
}

std::string list_address(std::string_view path, ConcernChoice const& choice)
{
    return list_address(
        path,
        {{"bcu", text_of(choice.bcu)},
         {"ward", text_of(choice.ward)},
         {"category", code_of(kCategories, choice.category)},
         {"state", code_of(kConcernStates, choice.state)},
         {"owner", std::string{code_in(app::kOwnerChoices, choice.owner)}},
         {"after", choice.after ? key_text(*choice.after) : ""}});
}

} // namespace wt::web
