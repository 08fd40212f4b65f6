#include "web/components/week_grid.hpp"

#include "base/text.hpp"
#include "web/pages/moments.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::web {

namespace {

char const* name_of(app::TimeOfDay time)
{
    switch (time) {
    case app::TimeOfDay::early_morning:
        return N_("Early morning");
    case app::TimeOfDay::daytime:
        return N_("Daytime");
    case app::TimeOfDay::evening:
        return N_("Evening");
    case app::TimeOfDay::late_evening:
        return N_("Late evening");
    }
    return "";
}

Html head(Texts const& t)
{
    Html cells;
    for (auto const& time : app::kTimesOfDay) {
        cells += html<R"(<th scope="col">{} <span>{}</span></th>)">(
            title(t, time.value), hours_in_words(t, time.value));
    }
    return cells;
}

Html box(Texts const& t, app::WeekSlot const& slot, bool is_chosen)
{
    auto const value = slot_value(slot);
    bool const is_first = slot == app::WeekSlot{0, app::kTimesOfDay.front().value};
    auto const id = is_first ? std::string{"free_times"} : "free_times-" + value;
    return html<
        R"(<td><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" name="free_times" id="{}" value="{}"{}><label class="govuk-label govuk-checkboxes__label" for="{}"><span class="govuk-visually-hidden">{}, {}</span></label></div></td>)">(
        id,
        value,
        flag<"checked">(is_chosen),
        id,
        weekday_in_words(t, slot.weekday),
        title(t, slot.time));
}

} // namespace

Html week_grid(FormState const& form, std::string_view legend)
{
    auto const& t = form.t;
    auto const chosen = form.values("free_times");
    Html rows;
    for (int weekday = 0; weekday < 7; ++weekday) {
        Html cells;
        for (auto const& time : app::kTimesOfDay) {
            app::WeekSlot const slot{weekday, time.value};
            cells += box(t, slot, std::ranges::find(chosen, slot_value(slot)) != chosen.end());
        }
        rows += html<R"(<tr><th scope="row">{}</th>{}</tr>)">(weekday_in_words(t, weekday), cells);
    }
    auto const error = form.error("free_times");
    auto const error_line =
        error.empty()
            ? Html{}
            : html<R"(<p id="free_times-error" class="govuk-error-message">{}</p>)">(error);
    return html<
        R"(<div class="govuk-form-group{}"><fieldset class="govuk-fieldset"{}><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{}</legend>{}<table class="wt-week"><thead><tr><td></td>{}</tr></thead><tbody>{}</tbody></table></fieldset></div>
)">(error.empty() ? "" : " govuk-form-group--error",
        attribute<"aria-describedby">(error.empty() ? "" : "free_times-error"),
        legend,
        error_line,
        head(t),
        rows);
}

std::vector<app::WeekSlot> slots_in(Fields const& fields)
{
    std::vector<app::WeekSlot> slots;
    for (auto const& value : fields.list("free_times")) {
        auto const weekday = find_integer(value.substr(0, 1));
        auto const time = value.size() > 2 && value[1] == '-'
                              ? find_in(app::kTimesOfDay, std::string_view{value}.substr(2))
                              : std::nullopt;
        if (weekday && *weekday >= 0 && *weekday <= 6 && time) {
            slots.push_back({static_cast<int>(*weekday), *time});
        }
    }
    return slots;
}

std::string slot_value(app::WeekSlot const& slot)
{
    return fmt::format("{}-{}", slot.weekday, code_in(app::kTimesOfDay, slot.time));
}

std::string title(Texts const& t, app::TimeOfDay time)
{
    return t(name_of(time));
}

std::string hours_in_words(Texts const& t, app::TimeOfDay time)
{
    auto const hours = app::hours_of(time);
    return t("{1} to {2}", {time_in_words(t, hours.from, 0), time_in_words(t, hours.to, 0)});
}

std::vector<std::string> slots_in_words(Texts const& t, std::vector<app::WeekSlot> const& slots)
{
    std::vector<std::string> lines;
    for (int weekday = 0; weekday < 7; ++weekday) {
        std::string times;
        for (auto const& slot : slots) {
            if (slot.weekday == weekday) {
                times += (times.empty() ? "" : ", ") + title(t, slot.time);
            }
        }
        if (!times.empty()) {
            lines.push_back(t("{1}: {2}", {weekday_in_words(t, weekday), times}));
        }
    }
    return lines;
}

} // namespace wt::web
