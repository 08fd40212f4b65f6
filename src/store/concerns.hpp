#pragma once

#include "base/time.hpp"
#include "geo/segment_ref.hpp"
#include "scheme/category.hpp"
#include "scheme/concern.hpp"
#include "scheme/ids.hpp"
#include "store/db.hpp"
#include "store/people.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wt::store {

/// A concern as the database holds it: a segment, and nothing of who raised it but a pseudonym.
struct StoredConcern
{
    ConcernId id;
    SegmentRef segment;
    std::string street;
    BcuId bcu;
    WardId ward;
    Category category = Category::other;
    int severity = 0;
    FeltWhen felt = FeltWhen::always;
    Day raised;
    ConcernSource source = ConcernSource::report;
    std::optional<WalkId> walk;
    std::string pseudonym;
    ConcernState state = ConcernState::open;
    int answers = 0; ///< how many it has had, and the sequence of the latest
    std::string client_id;
    std::string client_digest;
    int version = 1;
    std::optional<StaffId> owner{};  ///< who of the desk sees to it; nobody: anybody
    std::optional<ConcernId> lead{}; ///< the one that it follows: they are answered together
};

/// \returns false, changing nothing, if a concern with this client id is there already.
bool insert_concern(Transaction& tx, StoredConcern const& concern);

std::optional<StoredConcern> find_concern(Reading& reading, ConcernId id);
std::optional<StoredConcern>
find_concern_by_client_id(Reading& reading, std::string_view client_id);

/// Everything raised under a pseudonym, newest first.
std::vector<StoredConcern> list_concerns_of(Reading& reading, std::string_view pseudonym);

/// Everything recorded on a walk, newest first.
std::vector<StoredConcern> list_concerns_on_walk(Reading& reading, WalkId walk);

/// Months since January 1970: a concern's day as it is published.
std::int64_t month_of(Day day);

/// The order of a list; every page goes on where the last one ended.
enum class ConcernOrder
{
    oldest_day_first,   ///< by (day, id), for the desk
    newest_month_first, ///< by (month, id), for the public
};

/// The last row of a page: the value of the order (day since 1970, or month) and the id.
struct ConcernKey
{
    std::int64_t value = 0;
    ConcernId id;
};

struct ConcernQuery
{
    std::optional<BcuId> bcu{};
    std::optional<WardId> ward{};
    std::optional<Category> category{};
    std::optional<ConcernState> state{};
    std::vector<Category> categories{};        ///< any of them; empty: all
    std::vector<ConcernState> states{};        ///< any of them; empty: all
    std::optional<std::int64_t> first_month{}; ///< in which it was raised, since January 1970
    std::optional<std::int64_t> last_month{};
    bool with_withdrawn = true;
    std::optional<StaffId> owner{}; ///< hers alone
    bool only_unowned = false;      ///< nobody's, or of somebody who is suspended
    std::optional<ListableUnits> only{};
    std::optional<Day> raised_before{};
    ConcernOrder order = ConcernOrder::oldest_day_first;
    std::optional<ConcernKey> after{};
    std::size_t limit = 50;
    std::size_t skip = 0; ///< rows to leave out, for those who count pages; costs time
};

std::vector<StoredConcern> list_concerns(Reading& reading, ConcernQuery const& query);

/// Those of `ids`, in no order.
std::vector<StoredConcern> list_concerns(Reading& reading, std::vector<ConcernId> const& ids);

/// The newest answers to the concerns that `query` chooses, whatever its order and place say.
std::vector<std::pair<ConcernId, AnswerId>>
list_newest_answers(Reading& reading, ConcernQuery const& query);

/// The key of a row in `order`.
ConcernKey key_of(StoredConcern const& concern, ConcernOrder order);

/// What she may put right of the concern itself.
struct ConcernChange
{
    Category category = Category::other;
    int severity = 0;
    FeltWhen felt = FeltWhen::always;
};

/// Replaces it if `version` is still the newest and it is not withdrawn. \returns false otherwise.
bool correct_concern(Transaction& tx, ConcernId id, int version, ConcernChange const& change);

/// \returns false if it was withdrawn already or does not exist.
bool withdraw_concern(Transaction& tx, ConcernId id);

/// Her own words, sealed with her key.
struct StoredWords
{
    ParticipantId participant;
    std::string sealed;
};

void put_words(Transaction& tx, ConcernId id, StoredWords const& words);
void delete_words(Transaction& tx, ConcernId id);
std::optional<StoredWords> find_words(Reading& reading, ConcernId id);

/// Who made a request, if that request was taken on this walk.
std::optional<ParticipantId>
find_participant_on_walk(Reading& reading, WalkId walk, RequestId request);

/// Whom a pseudonym stands for; nobody once she is erased, nor for a passer-by.
std::optional<ParticipantId>
find_participant_by_pseudonym(Reading& reading, std::string_view pseudonym);

} // namespace wt::store
