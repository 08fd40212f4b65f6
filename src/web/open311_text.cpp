#include "web/open311_text.hpp"

#include "base/calendar.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>

namespace wt::web {

namespace {

struct Listed
{
    std::string_view list;
    std::string_view item;
};

/// What an item of a list is called in XML.
constexpr std::array kItems{
    Listed{"services", "service"},
    Listed{"service_requests", "request"},
    Listed{"errors", "error"},
    Listed{"attributes", "attribute"},
    Listed{"values", "value"},
    Listed{"endpoints", "endpoint"},
    Listed{"formats", "format"},
};

std::string_view item_of(std::string_view list)
{
    auto const* const found = std::ranges::find(kItems, list, &Listed::list);
    assert(found != kItems.end());
    return found->item;
}

/// XML 1.0 has no way to write these, not even escaped.
std::string without_controls(std::string text)
{
    std::erase_if(text, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    return text;
}

std::string text_of(Open311Tree const& value)
{
    if (value.is_string()) {
        return without_controls(value.get<std::string>());
    }
    return value.is_null() ? std::string{} : value.dump();
}

void append_xml(std::string& out, std::string_view name, Open311Tree const& value)
{
    out.append("<").append(name).append(">");
    if (value.is_object()) {
        for (auto const& [key, member] : value.items()) {
            append_xml(out, key, member);
        }
    } else if (value.is_array()) {
        for (auto const& item : value) {
            append_xml(out, item_of(name), item);
        }
    } else {
        append_escaped(out, text_of(value));
    }
    out.append("</").append(name).append(">");
}

/// "Z", "+01:00" or "-05:30".
std::optional<std::chrono::minutes> find_offset(std::string_view text)
{
    if (text == "Z") {
        return std::chrono::minutes{0};
    }
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-')) {
        return std::nullopt;
    }
    auto const size = find_time_of_day(text.substr(1));
    return size && text[0] == '-' ? std::optional{-*size} : size;
}

} // namespace

std::optional<Open311Resource> find_open311_resource(std::string_view text)
{
    auto const dot = text.rfind('.');
    if (dot == std::string_view::npos || dot == 0) {
        return std::nullopt;
    }
    auto const ending = text.substr(dot + 1);
    if (ending != "json" && ending != "xml") {
        return std::nullopt;
    }
    return Open311Resource{
        std::string{text.substr(0, dot)},
        ending == "xml" ? Open311Format::xml : Open311Format::json};
}

Response
open311_answer(Open311Format format, std::string_view root, Open311Tree const& tree, int status)
{
    std::string body;
    if (format == Open311Format::xml) {
        body = R"(<?xml version="1.0" encoding="utf-8"?>)"
               "\n";
        append_xml(body, root, tree);
        body += '\n';
    } else {
        body = tree.dump() + "\n";
    }
    // Nothing here depends on who asks, so pages of other sites may read it.
    return content(
               format == Open311Format::xml ? "text/xml; charset=utf-8"
                                            : "application/json; charset=utf-8",
               std::move(body),
               status)
        .with_header("Access-Control-Allow-Origin", "*");
}

Response open311_error(Open311Format format, int status, std::string_view description)
{
    Open311Tree const errors =
        Open311Tree::array({{{"code", status}, {"description", std::string{description}}}});
    return open311_answer(format, "errors", errors, status);
}

std::string w3c_time(daylight::Zone const& zone, Instant moment)
{
    auto const local = zone.local(moment);
    auto const offset = local.offset.count();
    return fmt::format(
        "{}T{:02}:{:02}:{:02}{}{:02}:{:02}",
        iso_text(zone.day_of(moment)),
        local.hour,
        local.minute,
        local.second,
        offset < 0 ? '-' : '+',
        std::abs(offset) / 60,
        std::abs(offset) % 60);
}

std::optional<Instant> find_w3c_time(daylight::Zone const& zone, std::string_view text)
{
    constexpr std::size_t kDayEnds = 10;
    constexpr std::size_t kMinuteEnds = 16;
    constexpr std::size_t kSecondEnds = 19;
    auto const day = find_day(text.substr(0, kDayEnds));
    if (!day || text.size() == kDayEnds) {
        return day ? std::optional{zone.midnight(*day)} : std::nullopt;
    }
    if (text.size() <= kMinuteEnds || text[kDayEnds] != 'T') {
        return std::nullopt;
    }
    auto const time = find_time_of_day(text.substr(kDayEnds + 1, 5));
    auto rest = text.substr(kMinuteEnds);
    std::chrono::seconds seconds{0};
    if (rest.starts_with(':') && text.size() > kSecondEnds) {
        auto const count = find_integer(rest.substr(1, 2));
        if (!count || *count < 0 || *count > 60) {
            return std::nullopt;
        }
        seconds = std::chrono::seconds{*count};
        rest = text.substr(kSecondEnds);
    }
    auto const offset = find_offset(rest);
    if (!time || !offset) {
        return std::nullopt;
    }
    return Instant{std::chrono::sys_days{day->time_since_epoch()}} + *time + seconds - *offset;
}

} // namespace wt::web
