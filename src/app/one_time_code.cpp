#include "app/one_time_code.hpp"

#include "base/rate_limit.hpp"
#include "base/refusal.hpp"

#include <fmt/format.h>

namespace wt::app {

namespace {

using namespace std::chrono_literals;

constexpr auto kCodeLife = 15min;

std::string hash_of_code(
    App const& app, Participant const& she, std::string_view purpose, std::string_view code)
{
    return app.keys.hash(
        store::KeyPurpose::lookup, fmt::format("{} {} {}", she.id.value, purpose, code));
}

} // namespace

std::string make_code()
{
    return fmt::format("{:06}", random_below(1'000'000));
}

void keep_code(
    App const& app,
    store::Transaction& tx,
    Participant const& she,
    std::string_view purpose,
    std::string_view code)
{
    store::put_one_time_code(
        tx, she.id, hash_of_code(app, she, purpose, code), app.now() + kCodeLife);
}

bool take_code(App& app, Participant const& she, std::string_view purpose, std::string_view code)
{
    store::Transaction tx{app.db};
    bool const is_right =
        store::take_one_time_code(tx, she.id, hash_of_code(app, she, purpose, code), app.now());
    tx.commit();
    return is_right;
}

std::string only_digits(std::string_view typed)
{
    std::string digits;
    for (char const c : typed) {
        if (c != ' ' && c != '-') {
            digits += c;
        }
    }
    return digits;
}

void require_seldom(App const& app, std::string_view key)
{
    static RateLimit limit{5, 1h};
    if (!limit.allow(app.keys.hash(store::KeyPurpose::lookup, key), app.now())) {
        throw Refusal{
            Refusal::too_many,
            N_("This has been asked for many times. Wait an hour, then try again.")};
    }
}

} // namespace wt::app
