#include "web/api/schema.hpp"

#include "base/calendar.hpp"
#include "scheme/month.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::web::api {

namespace {

constexpr auto kIdPattern = "^[1-9][0-9]{0,18}$";
constexpr auto kRowPattern = "^-?[0-9]{1,19}$";

Schema typed(std::string_view type, std::string_view about)
{
    return {{{"type", type}, {"description", about}}};
}

/// What `type` wants, in a sentence.
struct TypeWords
{
    std::string_view type;
    bool (*fits)(Json const& value);
    char const* sentence;
};

constexpr std::array kTypes{
    TypeWords{
        "object",
        [](Json const& value) { return value.is_object(); },
        N_("This must be an object with named members.")},
    TypeWords{
        "array", [](Json const& value) { return value.is_array(); }, N_("This must be a list.")},
    TypeWords{
        "string", [](Json const& value) { return value.is_string(); }, N_("This must be text.")},
    TypeWords{
        "integer",
        [](Json const& value) { return value.is_number_integer(); },
        N_("This must be a whole number.")},
    TypeWords{
        "number",
        [](Json const& value) { return value.is_number(); },
        N_("This must be a number.")},
    TypeWords{
        "boolean",
        [](Json const& value) { return value.is_boolean(); },
        N_("This must be true or false.")},
};

std::string member_of(std::string const& field, std::string const& name)
{
    return field.empty() ? name : field + "/" + name;
}

void check_object(
    Json const& schema, Json const& value, std::string const& field, FieldErrors& errors)
{
    auto const& members = schema.at("properties");
    for (auto const& name : schema.value("required", Json::array())) {
        if (!value.contains(name)) {
            errors.add(member_of(field, name), N_("This is missing."));
        }
    }
    for (auto const& [name, member] : value.items()) {
        if (members.contains(name)) {
            check(members.at(name), member, member_of(field, name), errors);
        } else if (!schema.value("additionalProperties", true)) {
            errors.add(member_of(field, name), N_("Nothing of this name is read here."));
        }
    }
}

void check_list(
    Json const& schema, Json const& value, std::string const& field, FieldErrors& errors)
{
    auto const most = schema.at("maxItems").get<std::size_t>();
    if (value.size() > most) {
        errors.add(field, {N_("This must have {1} entries at the most."), {std::to_string(most)}});
        return;
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
        check(schema.at("items"), value[i], member_of(field, std::to_string(i)), errors);
    }
}

bool is_of_format(std::string_view format, std::string_view words)
{
    return format == "date" ? find_day(words).has_value() : true;
}

void check_text(
    Json const& schema, Json const& value, std::string const& field, FieldErrors& errors)
{
    auto const words = value.get<std::string>();
    if (schema.contains("enum")) {
        std::string codes;
        for (auto const& code : schema.at("enum")) {
            codes += (codes.empty() ? "" : ", ") + code.get<std::string>();
        }
        auto const& all = schema.at("enum");
        if (std::ranges::find(all, value) == all.end()) {
            errors.add(field, {N_("This must be one of: {1}."), {codes}});
        }
        return;
    }
    auto const pattern = schema.value("pattern", "");
    if (pattern == kIdPattern || pattern == kRowPattern) {
        auto const number = find_integer(words);
        if (!number || (pattern == kIdPattern && *number <= 0)) {
            errors.add(field, N_("This must be a number that we gave, as text."));
        }
    } else if (!is_clean_utf8(words)) {
        errors.add(field, N_("This holds characters that cannot be kept."));
    } else if (!is_of_format(schema.value("format", ""), words)) {
        errors.add(field, N_("This must be a day, such as 2026-12-17."));
    } else if (schema.contains("maxLength")) {
        auto const least = schema.value("minLength", std::size_t{0});
        auto const most = schema.at("maxLength").get<std::size_t>();
        auto const length = count_characters(words);
        if (length < least || length > most) {
            errors.add(
                field,
                {N_("This must have {1} to {2} characters."),
                 {std::to_string(least), std::to_string(most)}});
        }
    }
}

void check_number(
    Json const& schema, Json const& value, std::string const& field, FieldErrors& errors)
{
    auto const found = value.get<double>();
    if (found < schema.at("minimum").get<double>() || found > schema.at("maximum").get<double>()) {
        errors.add(
            field,
            {N_("This must lie between {1} and {2}."),
             {schema.at("minimum").dump(), schema.at("maximum").dump()}});
    }
}

} // namespace

Schema text(std::string_view about, TextLimits limits)
{
    auto schema = typed("string", about);
    if (limits.least > 0) {
        schema.json["minLength"] = limits.least;
    }
    schema.json["maxLength"] = limits.most;
    return schema;
}

Schema whole_number(std::string_view about, std::int64_t least, std::int64_t most)
{
    auto schema = typed("integer", about);
    schema.json["minimum"] = least;
    schema.json["maximum"] = most;
    return schema;
}

Schema number(std::string_view about, double least, double most)
{
    auto schema = typed("number", about);
    schema.json["minimum"] = least;
    schema.json["maximum"] = most;
    return schema;
}

Schema yes_or_no(std::string_view about)
{
    return typed("boolean", about);
}

Schema id_text(std::string_view about)
{
    auto schema = typed("string", about);
    schema.json["pattern"] = kIdPattern;
    return schema;
}

Schema row_text(std::string_view about)
{
    auto schema = typed("string", about);
    schema.json["pattern"] = kRowPattern;
    return schema;
}

Schema day(std::string_view about)
{
    auto schema = typed("string", about);
    schema.json["format"] = "date";
    return schema;
}

Schema month(std::string_view about)
{
    auto schema = typed("string", about);
    schema.json["pattern"] = "^[0-9]{4}-(0[1-9]|1[0-2])$";
    return schema;
}

Schema moment(std::string_view about)
{
    auto schema = typed("string", about);
    schema.json["format"] = "date-time";
    return schema;
}

Schema list_of(Schema const& item, std::string_view about, std::size_t most)
{
    auto schema = typed("array", about);
    schema.json["items"] = item.json;
    schema.json["maxItems"] = most;
    schema.named = item.named;
    return schema;
}

Schema one_of(std::vector<std::string_view> const& codes, std::string_view about)
{
    auto schema = typed("string", about);
    schema.json["enum"] = codes;
    return schema;
}

Schema object_of(std::string_view about, std::vector<NamedSchema> const& members, bool closed)
{
    auto schema = typed("object", about);
    Json needed = Json::array();
    schema.json["properties"] = Json::object();
    for (auto const& member : members) {
        schema.json["properties"][member.name] = member.schema.json;
        schema.named.insert(member.schema.named.begin(), member.schema.named.end());
        if (member.is_needed) {
            needed.push_back(member.name);
        }
    }
    if (!needed.empty()) {
        schema.json["required"] = std::move(needed);
    }
    if (closed) {
        schema.json["additionalProperties"] = false;
    }
    return schema;
}

Schema named(std::string const& name, Schema const& schema)
{
    auto all = schema.named;
    all[name] = schema.json;
    return {{{"$ref", "#/components/schemas/" + name}}, std::move(all)};
}

Json or_null(std::string const& text)
{
    return text.empty() ? Json{} : Json(text);
}

void check(Json const& schema, Json const& value, std::string const& field, FieldErrors& errors)
{
    auto const type = schema.at("type").get<std::string>();
    auto const* const words = std::ranges::find(kTypes, type, &TypeWords::type);
    assert(words != kTypes.end());
    if (!words->fits(value)) {
        errors.add(field, words->sentence);
    } else if (type == "object") {
        check_object(schema, value, field, errors);
    } else if (type == "array") {
        check_list(schema, value, field, errors);
    } else if (type == "string") {
        check_text(schema, value, field, errors);
    } else if (type != "boolean") {
        check_number(schema, value, field, errors);
    }
}

} // namespace wt::web::api
