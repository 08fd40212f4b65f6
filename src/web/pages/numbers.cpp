#include "web/pages/numbers.hpp"

#include "app/settings.hpp"
#include "web/components/bar_chart.hpp"
#include "web/components/content.hpp"
#include "web/pages/moments.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

/// The numbers of one month and one unit, in words.
struct View
{
    Site const& site;
    Texts const& t;
    app::PublishedNumbers const& numbers;
    BcuId unit;

    [[nodiscard]] std::optional<std::int64_t> find(NumberList list, std::string_view item) const
    {
        return numbers.find(list, unit, item);
    }
    [[nodiscard]] std::string held_back() const
    {
        return t("fewer than {1}, or held back", {std::to_string(numbers.release().threshold)});
    }
    [[nodiscard]] std::string text(std::optional<std::int64_t> value) const
    {
        return value ? std::to_string(*value) : held_back();
    }
    /// "43 of 60 (72%)"
    [[nodiscard]] std::string part(NumberList list, std::string_view item) const
    {
        auto const value = find(list, item);
        auto const total = find(list, kTotalItem);
        if (!value || !total) {
            return text(value);
        }
        return *total == 0 ? t("none")
                           : t("{1} of {2} ({3}%)",
                               {std::to_string(*value),
                                std::to_string(*total),
                                std::to_string((*value * 200 + *total) / (*total * 2))});
    }
    [[nodiscard]] std::string days(std::string_view item) const
    {
        auto const value = find(NumberList::waits, item);
        return value ? t.n("{1} day", "{1} days", static_cast<long>(*value))
                     : t("not shown: too few women");
    }
};

Html release_note(View const& view)
{
    auto const& t = view.t;
    auto const zone = daylight::require_zone(view.site.app.settings()->time_zone);
    auto const& release = view.numbers.release();
    auto const due = zone.day_of(release.due_at);
    auto const released = zone.day_of(release.released_at);
    return paragraph(
        due == released
            ? t("Published on {1}, the day that was announced.", {date_in_words(t, released)})
            : t("Due on {1}, published on {2}.",
                {date_in_words(t, due), date_in_words(t, released)}));
}

Html privacy_note(View const& view)
{
    return inset_text(paragraph(view.t(
        "A number behind which fewer than {1} people stand is not shown, nor is one from which it "
        "could be worked out. Zero is shown.",
        {std::to_string(view.numbers.release().threshold)})));
}

std::string csv_path(View const& view, NumberList list)
{
    return fmt::format(
        "{}/tables/{}.csv",
        numbers_path(view.numbers.release().month),
        code_in(kNumberLists, list));
}

Html csv_link(View const& view, NumberList list)
{
    return html<R"(<p class="govuk-body">{}</p>)">(link(
        view.t("Download as CSV, all units: {1}", {view.t(title(list))}), csv_path(view, list)));
}

Html waits_part(View const& view)
{
    auto const& t = view.t;
    return summary_list(
        {{.key = t(total_title(NumberList::waits)),
          .value = escaped(view.text(view.find(NumberList::waits, kTotalItem)))},
         {.key = t("Half of them waited at most"), .value = escaped(view.days(kMedianItem))},
         {.key = t("Nine in ten waited at most"), .value = escaped(view.days(kNinthDecileItem))}});
}

/// Of those told, how many said something: the response rate.
Html response_rate(View const& view)
{
    auto const& t = view.t;
    auto const total = view.find(NumberList::verdicts, kTotalItem);
    auto const silent = view.find(NumberList::verdicts, "silent");
    if (!total || !silent || *total == 0) {
        return {};
    }
    return paragraph(
        t("A woman said what she thinks of {1} of {2} answers ({3}%).",
          {std::to_string(*total - *silent),
           std::to_string(*total),
           std::to_string(((*total - *silent) * 200 + *total) / (*total * 2))}));
}

/// A table of the items of a list with their total, and the same as a picture.
Html items_part(View const& view, NumberList list)
{
    auto const& t = view.t;
    Table rows{
        .caption = t(title(list)),
        .head = {t("What"), t("How many")},
        .rows = {},
        .is_numeric = {false, true},
        .caption_is_hidden = true};
    BarChart chart{
        .id = std::string{code_in(kNumberLists, list)},
        .title = rows.caption,
        .description = t("The same figures as in the table above, as bars."),
        .bars = {},
        .full = view.find(list, kTotalItem)};
    for (auto const& item : items_of(list)) {
        auto const value = view.find(list, item.code);
        rows.rows.push_back({escaped(t(item.title)), escaped(view.part(list, item.code))});
        if (!value || *value > 0) {
            chart.bars.push_back(
                {t(item.title), value, value ? std::to_string(*value) : t("not shown")});
        }
    }
    rows.rows.push_back(
        {escaped(t(total_title(list))), escaped(view.text(view.find(list, kTotalItem)))});
    return html<"{}{}">(table(rows), bar_chart(chart));
}

Html list_part(View const& view, NumberList list)
{
    auto const& t = view.t;
    auto const title_of_list = heading(t(title(list)), 2, "m");
    if (list == NumberList::requests) {
        return html<"{}{}{}">(
            title_of_list,
            paragraph(
                t("{1}: {2}", {t(total_title(list)), view.text(view.find(list, kTotalItem))})),
            csv_link(view, list));
    }
    if (list == NumberList::waits) {
        return html<"{}{}{}">(title_of_list, waits_part(view), csv_link(view, list));
    }
    Html parts = items_part(view, list);
    if (list == NumberList::verdicts) {
        parts += response_rate(view);
    }
    if (list == NumberList::surveys) {
        parts += paragraph(
            t("These are women who chose to answer twice. Much else changes between two answers, "
              "and nobody who did not walk was asked: the figures do not show that the walk was "
              "the cause."));
    }
    return html<"{}{}{}">(title_of_list, parts, csv_link(view, list));
}

/// One line for each unit and one for the force.
Html by_unit(View const& view)
{
    auto const& t = view.t;
    Table rows{
        .caption = t("By command unit"),
        .head =
            {t("Command unit"),
             t("Requests"),
             t("Half waited at most"),
             t("Walks held"),
             t("Concerns raised"),
             t("Answered in time"),
             t("Helped, as women say")},
        .rows = {},
        .is_numeric = {false, true, true, true, true, true, true}};
    auto const add = [&](Html name, BcuId unit) {
        View const one{view.site, t, view.numbers, unit};
        rows.rows.push_back(
            {std::move(name),
             escaped(one.text(one.find(NumberList::requests, kTotalItem))),
             escaped(one.days(kMedianItem)),
             escaped(one.part(NumberList::walks, "held")),
             escaped(one.text(one.find(NumberList::concerns, kTotalItem))),
             escaped(one.part(NumberList::answers, "in_time")),
             escaped(one.part(NumberList::verdicts, "helped"))});
    };
    for (auto const& bcu : view.site.app.areas()->list_bcus()) {
        add(link(bcu.name, numbers_path(view.numbers.release().month, bcu.code)), bcu.id);
    }
    add(escaped(view.site.app.settings()->force_name), BcuId{});
    return table(rows);
}

/// The course of one item over the months, as a picture; the table beside it has the same.
Html course(
    Texts const& t,
    std::vector<app::PublishedNumbers> const& months,
    NumberList list,
    std::string const& name)
{
    BarChart chart{
        .id = fmt::format("course-{}", code_in(kNumberLists, list)),
        .title = name,
        .description = t("The same figures as in the table above, as bars."),
        .bars = {}};
    for (auto const& month : months) {
        auto const value = month.find(list, BcuId{}, kTotalItem);
        chart.bars.push_back(
            {month_in_words(t, month.release().month),
             value,
             value ? std::to_string(*value) : t("not shown")});
    }
    return html<"{}{}">(heading(name, 2, "s"), bar_chart(chart));
}

Html months_table(
    Site const& site, Texts const& t, std::vector<app::PublishedNumbers> const& months)
{
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    Table rows{
        .caption = t("Months, newest first"),
        .head =
            {t("Month"),
             t("Published"),
             t("Requests"),
             t("Walks held"),
             t("Concerns raised"),
             t("Answered in time")},
        .rows = {},
        .is_numeric = {false, false, true, true, true, true}};
    for (auto const& month : months) {
        View const view{site, t, month, BcuId{}};
        rows.rows.push_back(
            {link(month_in_words(t, month.release().month), numbers_path(month.release().month)),
             escaped(date_in_words(t, zone.day_of(month.release().released_at))),
             escaped(view.text(view.find(NumberList::requests, kTotalItem))),
             escaped(view.part(NumberList::walks, "held")),
             escaped(view.text(view.find(NumberList::concerns, kTotalItem))),
             escaped(view.part(NumberList::answers, "in_time"))});
    }
    return table(rows);
}

} // namespace

std::string numbers_path(Month month, std::string_view unit_code)
{
    return unit_code.empty() ? fmt::format("/numbers/{}", month_text(month))
                             : fmt::format("/numbers/{}/{}", month_text(month), unit_code);
}

Page numbers_overview_page(
    Site const& site, Texts const& t, std::vector<app::PublishedNumbers> const& months)
{
    auto const content =
        months.empty()
            ? paragraph(t("The first month is not published yet."))
            : html<"{}{}{}">(
                  months_table(site, t, months),
                  course(t, months, NumberList::requests, t(total_title(NumberList::requests))),
                  course(t, months, NumberList::concerns, t(total_title(NumberList::concerns))));
    return {
        .title = t("The numbers"),
        .content = html<R"({}{}{}<p class="govuk-body">{}</p>)">(
            heading(t("The numbers")),
            paragraph(
                t("What was asked for, walked, said and answered, month by month. The program "
                  "publishes each month by itself, on day {1} of the month after. Nobody can put "
                  "that off, change a number or take it back.",
                  {std::to_string(app::publication_of(site.app).numbers_day)})),
            content,
            link(t("All of it as open data"), "/open-data")),
        .before = back_link(t, "/"),
        .is_wide = true};
}

Page numbers_month_page(
    Site const& site,
    Texts const& t,
    app::PublishedNumbers const& numbers,
    std::optional<app::Bcu> const& unit)
{
    View const view{site, t, numbers, unit ? unit->id : BcuId{}};
    auto const month = numbers.release().month;
    auto const name =
        t("{1}: {2}",
          {month_in_words(t, month), unit ? unit->name : site.app.settings()->force_name});
    Html lists;
    for (auto const& list : kNumberLists) {
        lists += list_part(view, list.value);
    }
    return {
        .title = name,
        .content = html<"{}{}{}{}{}">(
            heading(name),
            release_note(view),
            privacy_note(view),
            unit ? Html{} : by_unit(view),
            lists),
        .before = back_link(t, unit ? numbers_path(month) : "/numbers"),
        .is_wide = true};
}

} // namespace wt::web
