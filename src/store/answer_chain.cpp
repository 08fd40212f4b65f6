#include "store/answer_chain.hpp"

#include "store/hash_chain.hpp"

namespace wt::store {

namespace {

constexpr std::size_t kPortion = 1000;

std::string text_of(std::optional<Day> day)
{
    return day ? fmt::format("{}", day->time_since_epoch().count()) : "";
}

template <class AnId>
std::string text_of(std::optional<AnId> id)
{
    return id ? fmt::format("{}", id->value) : "";
}

} // namespace

std::string answer_hash(SecretKey const& key, std::string_view previous, StoredAnswer const& answer)
{
    return chained_hash(
        key,
        previous,
        "answer", // rows of other chains have a number here
        answer.id.value,
        answer.concern.value,
        answer.sequence,
        code_in(kAnswerKinds, answer.kind),
        with_length(answer.sentence),
        with_length(answer.body),
        text_of(answer.due),
        text_of(answer.staff),
        text_of(answer.partner),
        to_milliseconds(answer.answered_at),
        code_in(kConcernStates, answer.before),
        text_of(answer.corrects),
        answer.place.takes_back ? 1 : 0,
        text_of(answer.place.together));
}

AnswerCheck check_answers(Db& db, SecretKey const& key)
{
    Reading reading{db};
    AnswerCheck check;
    auto const first_chained = find_first_chained(reading);
    check.first_broken = find_incomplete_history(reading);
    StoredAnswer last;
    for (auto portion = list_answers_after(reading, last, kPortion); !portion.empty();
         portion = list_answers_after(reading, last, kPortion)) {
        for (auto& answer : portion) {
            auto const previous = answer.concern == last.concern ? last.hash : std::string{};
            bool const is_old = answer.hash.empty() && previous.empty() &&
                                (!first_chained || answer.answered_at <= *first_chained);
            ++(is_old ? check.unchained : check.chained);
            if (!is_old && !check.first_broken &&
                answer.hash != answer_hash(key, previous, answer)) {
                check.first_broken = answer.concern;
            }
            last = std::move(answer);
        }
    }
    return check;
}

} // namespace wt::store
