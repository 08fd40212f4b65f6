#include "web/pages/secret_link.hpp"

#include "base/text.hpp"
#include "web/components/content.hpp"
#include "web/components/qr_code.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

Html words_to_write_down(Texts const& t, std::string_view words)
{
    if (words.empty()) {
        return {};
    }
    Html lines;
    auto const parts = split(words, ' ');
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
        lines +=
            html<R"(<li><strong class="wt-two-words">{} {}</strong></li>)">(parts[i], parts[i + 1]);
    }
    return html<R"({}{}<ol class="govuk-list govuk-list--number" id="words">{}</ol>{})">(
        heading(t("Your ten words"), 2, "m"),
        paragraph(t("Write them down. If you lose your link, they open your page again. They are "
                    "also asked for before you download or erase what we hold about you.")),
        lines,
        paragraph(t("Whoever has the words can open your page. We cannot show or send them "
                    "again.")));
}

} // namespace

Html secret_link(Site const& site, Texts const& t, std::string_view token, std::string_view words)
{
    auto const path = fmt::format("/mine/{}", token);
    auto const address = site.app.installation.public_url + path;
    return html<"{}{}{}{}{}">(
        heading(t("Your page"), 2, "m"),
        paragraph(
            t("This secret link leads to your page, where you see your place in the queue and "
              "your walk. Whoever has it can open the page. Save it or photograph the code: "
              "we show it only now.")),
        html<R"(<p class="govuk-body wt-secret-link"><a class="govuk-link" href="{}">{}</a></p>)">(
            path, address),
        qr_code(address, t("QR code of your secret link")),
        words_to_write_down(t, words));
}

} // namespace wt::web
