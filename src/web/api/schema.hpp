#pragma once

#include "base/field_errors.hpp"
#include "base/id.hpp"
#include "base/named.hpp"
#include "base/text.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What values of the API look like. One description serves three: what is written, what is
/// refused, and what the OpenAPI document says.
namespace wt::web::api {

using Json = nlohmann::ordered_json;

/// JSON Schema (draft 2020-12) of a value, with the named schemas that it refers to.
struct Schema
{
    Json json;
    std::map<std::string, Json> named{};
};

/// The largest number that every program reads exactly.
inline constexpr std::int64_t kLargestExact = (std::int64_t{1} << 53) - 1;

/// How long a text may be, in code points.
struct TextLimits
{
    std::size_t least = 0;
    std::size_t most = 10'000;
};
Schema text(std::string_view about, TextLimits limits = {});
Schema
whole_number(std::string_view about, std::int64_t least = 0, std::int64_t most = kLargestExact);
Schema number(std::string_view about, double least, double most);
Schema yes_or_no(std::string_view about);
/// The number of a thing, as text: most programs read numbers as doubles, and ours may be longer.
Schema id_text(std::string_view about);
Schema row_text(std::string_view about); ///< the same; may be 0 or less
Schema day(std::string_view about);      ///< "2026-12-02"
Schema month(std::string_view about);    ///< "2026-12"
Schema moment(std::string_view about);   ///< "2026-12-02T18:30:00Z", UTC
Schema list_of(Schema const& item, std::string_view about, std::size_t most = 10'000);
Schema one_of(std::vector<std::string_view> const& codes, std::string_view about);

/// The codes of an enumeration.
template <class Enum, std::size_t n>
Schema one_of(std::array<Named<Enum>, n> const& names, std::string_view about)
{
    std::vector<std::string_view> codes;
    for (auto const& name : names) {
        codes.push_back(name.code);
    }
    return one_of(codes, about);
}

/// A member of an object, as a schema sees it.
struct NamedSchema
{
    std::string name;
    Schema schema;
    bool is_needed = true;
};
/// An object with these members and, where it is `closed`, no others.
Schema object_of(std::string_view about, std::vector<NamedSchema> const& members, bool closed);
/// The same with a name, under which other schemas refer to it.
Schema named(std::string const& name, Schema const& schema);

enum class Presence
{
    always,
    sometimes, ///< left out where there is none
};

/// A member of what is written about a `T`.
template <class T>
struct Member
{
    std::string name;
    Schema schema;
    std::function<Json(T const&)> write; ///< null only where `sometimes`
    Presence presence = Presence::always;
};

/// How a `T` is written, member by member, and the schema that follows from it.
template <class T>
class Shape
{
public:
    Shape(std::string name, std::string about, std::vector<Member<T>> members)
        : name_{std::move(name)}, about_{std::move(about)}, members_{std::move(members)}
    {
    }

    [[nodiscard]] Json write(T const& value) const
    {
        Json json = Json::object();
        for (auto const& member : members_) {
            auto written = member.write(value);
            if (member.presence == Presence::always || !written.is_null()) {
                json[member.name] = std::move(written);
            }
        }
        return json;
    }

    [[nodiscard]] Json write_all(std::vector<T> const& values) const
    {
        Json json = Json::array();
        for (auto const& value : values) {
            json.push_back(write(value));
        }
        return json;
    }

    [[nodiscard]] Schema schema() const
    {
        std::vector<NamedSchema> seen;
        for (auto const& member : members_) {
            seen.push_back({member.name, member.schema, member.presence == Presence::always});
        }
        return named(name_, object_of(about_, seen, false));
    }

private:
    std::string name_;
    std::string about_;
    std::vector<Member<T>> members_;
};

/// An id as it is written, and as it is read where `id_text` was checked.
template <class Tag>
Json id_json(Id<Tag> id)
{
    return std::to_string(id.value);
}
template <class Tag>
Json id_json(std::optional<Id<Tag>> id)
{
    return id ? id_json(*id) : Json{};
}
template <class AnId>
AnId id_in(Json const& json)
{
    return {find_integer(json.get<std::string>()).value_or(0)};
}

/// `value` as JSON; null if there is none.
template <class T>
Json or_null(std::optional<T> const& value)
{
    return value ? Json(*value) : Json{};
}
/// A text; null if it is empty.
Json or_null(std::string const& text);

/// All that is wrong with `value` by its schema, beside the member it stands in: `places/0/lat`.
/// Looks at what the functions above make, and no further.
/// \pre no `$ref` in the schema
void check(Json const& schema, Json const& value, std::string const& field, FieldErrors& errors);

} // namespace wt::web::api
