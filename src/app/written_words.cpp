#include "app/written_words.hpp"

#include "app/participant.hpp"
#include "base/rate_limit.hpp"
#include "base/refusal.hpp"
#include "base/word_pairs.hpp"

namespace wt::app {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kPairs = 5;
constexpr std::size_t kTokenLength = 27; // as that of random_token: 162 of the hash's 256 bits
constexpr std::size_t kLongestTyped = 1000;

std::string joined(std::vector<std::size_t> const& pairs)
{
    std::string words;
    for (auto const pair : pairs) {
        words += (words.empty() ? "" : " ") + word_pair(pair);
    }
    return words;
}

void require_seldom(App const& app, RateLimit& limit, std::string_view key)
{
    if (!limit.allow(app.keys.hash(store::KeyPurpose::lookup, key), app.now())) {
        throw Refusal{
            Refusal::too_many,
            N_("Words have been tried many times. Wait ten minutes, then try again. Your link "
               "works meanwhile.")};
    }
}

} // namespace

std::string make_written_words()
{
    std::vector<std::size_t> pairs;
    for (std::size_t i = 0; i < kPairs; ++i) {
        pairs.push_back(random_below(kWordPairs));
    }
    return joined(pairs);
}

std::optional<std::string> find_written_words(std::string_view typed)
{
    auto const pairs = typed.size() <= kLongestTyped ? find_word_pairs(typed) : std::nullopt;
    return pairs && pairs->size() == kPairs ? std::optional{joined(*pairs)} : std::nullopt;
}

std::string token_of_words(App const& app, std::string_view words)
{
    return app.keys.hash(store::KeyPurpose::words, words).substr(0, kTokenLength);
}

SecretLink make_secret_link(App const& app, bool has_contact)
{
    if (has_contact) {
        return {.token = random_token(), .words = ""};
    }
    auto words = make_written_words();
    return {.token = token_of_words(app, words), .words = words};
}

std::string require_token_of_words(App& app, std::string_view typed, std::string_view client)
{
    static RateLimit of_client{10, 10min};
    static RateLimit of_all{400, 10min};
    require_seldom(app, of_client, client);
    if (auto const words = find_written_words(typed)) {
        // Words that cannot be right are no guess: so nobody locks others out with mere noise.
        require_seldom(app, of_all, "all");
        auto token = token_of_words(app, *words);
        if (find_participant(app, token)) {
            return token;
        }
    }
    throw Refusal{
        Refusal::forbidden,
        N_("These words do not open a page. Check each of the ten. It may also be that what was "
           "held has been erased.")};
}

} // namespace wt::app
