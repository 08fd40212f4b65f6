#include "web/components/content.hpp"

#include <algorithm>

namespace wt::web {

Html error_summary(Texts const& t, FieldErrors const& errors)
{
    if (errors.empty()) {
        return {};
    }
    Html items;
    for (auto const& error : errors.list()) {
        items += html<R"(<li><a href="{}">{}</a></li>)">("#" + error.field, t(error.message));
    }
    return html<
        R"(<div class="govuk-error-summary" data-error-summary="" tabindex="-1"><div role="alert"><h2 class="govuk-error-summary__title">{}</h2><div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">{}</ul></div></div></div>
)">(t("There is a problem"), items);
}

Html details(std::string_view summary, Html const& content, bool is_open)
{
    return html<
        R"(<details class="govuk-details"{}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{}</span></summary><div class="govuk-details__text">{}</div></details>
)">(flag<"open">(is_open), summary, content);
}

Html inset_text(Html const& content)
{
    return html<R"(<div class="govuk-inset-text">{}</div>
)">(content);
}

Html warning_text(Texts const& t, Html const& content)
{
    return html<
        R"(<div class="govuk-warning-text"><span class="govuk-warning-text__icon" aria-hidden="true">!</span><strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">{}</span>{}</strong></div>
)">(t("Warning"), content);
}

Html notification_banner(Texts const& t, Html const& content, bool is_success)
{
    return html<
        R"(<div class="govuk-notification-banner{}" role="{}" aria-labelledby="notice-title"><div class="govuk-notification-banner__header"><h2 class="govuk-notification-banner__title" id="notice-title">{}</h2></div><div class="govuk-notification-banner__content">{}</div></div>
)">(is_success ? " govuk-notification-banner--success" : "",
        is_success ? "alert" : "region",
        is_success ? t("Done") : t("Important"),
        content);
}

Html panel(std::string_view title, Html const& content)
{
    return html<
        R"(<div class="govuk-panel govuk-panel--confirmation"><h1 class="govuk-panel__title">{}</h1><div class="govuk-panel__body">{}</div></div>
)">(title, content);
}

Html summary_list(std::vector<SummaryRow> const& rows)
{
    // A row without a link keeps its room for one only beside rows that have one.
    bool const any_change =
        std::ranges::any_of(rows, [](SummaryRow const& row) { return !row.change_href.empty(); });
    Html list;
    for (auto const& row : rows) {
        bool const can_change = !row.change_href.empty();
        auto const change =
            can_change
                ? html<
                      R"(<dd class="govuk-summary-list__actions"><a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden"> {}</span></a></dd>)">(
                      row.change_href, row.change_label, row.change_what)
                : Html{};
        list += html<
            R"(<div class="govuk-summary-list__row{}"><dt class="govuk-summary-list__key">{}</dt><dd class="govuk-summary-list__value">{}</dd>{}</div>)">(
            can_change || !any_change ? "" : " govuk-summary-list__row--no-actions",
            row.key,
            row.value,
            change);
    }
    return html<R"(<dl class="govuk-summary-list">{}</dl>
)">(list);
}

Html table(Table const& table)
{
    auto const numeric = [&](std::size_t column, std::string_view name) {
        bool const is_numeric = column < table.is_numeric.size() && table.is_numeric[column];
        return is_numeric ? name : std::string_view{};
    };
    Html head;
    for (std::size_t i = 0; i < table.head.size(); ++i) {
        head += html<R"(<th scope="col" class="govuk-table__header{}">{}</th>)">(
            numeric(i, " govuk-table__header--numeric"), table.head[i]);
    }
    Html body;
    for (auto const& row : table.rows) {
        Html cells;
        for (std::size_t i = 0; i < row.size(); ++i) {
            cells += i == 0 && table.first_cell_is_head
                         ? html<R"(<th scope="row" class="govuk-table__header">{}</th>)">(row[i])
                         : html<R"(<td class="govuk-table__cell{}" data-label="{}">{}</td>)">(
                               numeric(i, " govuk-table__cell--numeric"),
                               i < table.head.size() ? std::string_view{table.head[i]} : "",
                               row[i]);
        }
        body += html<R"(<tr class="govuk-table__row">{}</tr>)">(cells);
    }
    return html<
        R"(<section class="wt-scroll" tabindex="0" aria-label="{}"><table class="govuk-table"><caption class="govuk-table__caption govuk-table__caption--m{}">{}</caption><thead class="govuk-table__head"><tr class="govuk-table__row">{}</tr></thead><tbody class="govuk-table__body">{}</tbody></table></section>
)">(table.caption,
        table.caption_is_hidden ? " govuk-visually-hidden" : "",
        table.caption,
        head,
        body);
}

Html tag(std::string_view label, std::string_view colour)
{
    return html<R"(<strong class="govuk-tag govuk-tag--{}">{}</strong>)">(colour, label);
}

Html pagination(Texts const& t, std::string_view previous_href, std::string_view next_href)
{
    auto const step = [](std::string_view href, std::string_view side, std::string_view label) {
        return href.empty()
                   ? Html{}
                   : html<
                         R"(<div class="govuk-pagination__{}"><a class="govuk-link govuk-pagination__link" href="{}" rel="{}"><span class="govuk-pagination__link-title">{}</span></a></div>)">(
                         side, href, side, label);
    };
    auto const previous = step(previous_href, "prev", t("Previous page"));
    auto const next = step(next_href, "next", t("Next page"));
    if (previous.empty() && next.empty()) {
        return {};
    }
    return html<R"(<nav class="govuk-pagination" aria-label="{}">{}{}</nav>
)">(t("Pages"), previous, next);
}

Html back_link(Texts const& t, std::string_view href)
{
    return html<
        R"(<nav class="wt-back" aria-label="{}"><a href="{}" class="govuk-back-link">{}</a></nav>
)">(t("Back"), href, t("Back"));
}

Html breadcrumbs(Texts const& t, std::vector<Crumb> const& crumbs)
{
    Html items;
    for (auto const& crumb : crumbs) {
        items += html<
            R"(<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="{}">{}</a></li>)">(
            crumb.href, crumb.label);
    }
    return html<
        R"(<nav class="govuk-breadcrumbs" aria-label="{}"><ol class="govuk-breadcrumbs__list">{}</ol></nav>
)">(t("Where you are"), items);
}

Html paragraph(std::string_view text)
{
    return html<R"(<p class="govuk-body">{}</p>
)">(text);
}

Html paragraphs(std::vector<std::string> const& texts)
{
    Html all;
    for (auto const& text : texts) {
        all += paragraph(text);
    }
    return all;
}

Html heading(std::string_view text, int level, std::string_view size)
{
    switch (level) {
    case 1:
        return html<R"(<h1 class="govuk-heading-{}">{}</h1>
)">(size, text);
    case 2:
        return html<R"(<h2 class="govuk-heading-{}">{}</h2>
)">(size, text);
    default:
        return html<R"(<h3 class="govuk-heading-{}">{}</h3>
)">(size, text);
    }
}

Html bullets(std::vector<Html> const& items)
{
    Html list;
    for (auto const& item : items) {
        list += html<"<li>{}</li>">(item);
    }
    return html<R"(<ul class="govuk-list govuk-list--bullet">{}</ul>
)">(list);
}

Html link(std::string_view label, std::string_view href)
{
    return html<R"(<a class="govuk-link" href="{}">{}</a>)">(href, label);
}

} // namespace wt::web
