#include "web/texts.hpp"

#include "base/refusal.hpp"
#include "base/text.hpp"
#include "web/embedded.hpp"

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>

#include <algorithm>
#include <cassert>

namespace wt::web {

namespace {

namespace gettext = boost::locale::gnu_gettext;
using Catalogue = boost::locale::message_format<char>;

constexpr int kDomain = 0; // the only one

std::locale make_locale(std::string_view code, std::string_view catalogue)
{
    if (catalogue.empty()) {
        return std::locale::classic();
    }
    gettext::messages_info info;
    info.language = std::string{code};
    info.encoding = "UTF-8";
    info.domains.emplace_back("walktalk");
    info.paths.emplace_back("embedded");
    info.callback = [catalogue](std::string const&, std::string const&) {
        return std::vector<char>{catalogue.begin(), catalogue.end()};
    };
    return std::locale{std::locale::classic(), gettext::create_messages_facet<char>(info)};
}

/// The catalogue itself, null for English. boost::locale::translate() is of no use here: it drops
/// every byte that is not ASCII from a sentence which the catalogue lacks.
Catalogue const* catalogue_of(std::locale const& locale)
{
    return std::has_facet<Catalogue>(locale) ? &std::use_facet<Catalogue>(locale) : nullptr;
}

} // namespace

Texts::Texts(Language language, std::string_view catalogue)
    : language_{std::move(language)}, locale_{make_locale(language_.code, catalogue)}
{
}

std::string Texts::operator()(char const* sentence) const
{
    auto const* const catalogue = catalogue_of(locale_);
    // The empty key of a catalogue is its header.
    auto const* const translated = catalogue != nullptr && *sentence != '\0'
                                       ? catalogue->get(kDomain, nullptr, sentence)
                                       : nullptr;
    return translated != nullptr ? translated : sentence;
}

std::string Texts::operator()(char const* sentence, std::vector<std::string> const& values) const
{
    return filled((*this)(sentence), values);
}

std::string Texts::operator()(Message const& message) const
{
    return (*this)(message.id.c_str(), message.arguments);
}

std::string Texts::n(char const* one, char const* many, long count) const
{
    auto const* const catalogue = catalogue_of(locale_);
    auto const* pattern = catalogue != nullptr
                              ? catalogue->get(kDomain, nullptr, one, static_cast<int>(count))
                              : nullptr;
    if (pattern == nullptr) {
        pattern = count == 1 ? one : many;
    }
    return filled(pattern, {std::to_string(count)});
}

Html Texts::html(char const* sentence, std::vector<Html> const& values) const
{
    std::vector<std::string> arguments;
    arguments.reserve(values.size());
    for (auto const& value : values) {
        arguments.push_back(value.str());
    }
    return Html::trusted(filled(escaped((*this)(sentence)).str(), arguments));
}

Languages::Languages(std::vector<Texts> texts) : texts_{std::move(texts)}
{
    assert(!texts_.empty());
}

Languages Languages::embedded()
{
    std::vector<Texts> texts;
    texts.emplace_back(Texts::Language{"en", "English"}, "");
    for (auto const& catalogue : embedded_catalogues()) {
        Texts const probe{{std::string{catalogue.name}, ""}, catalogue.bytes};
        // Each catalogue translates this key into the language's own name.
        texts.emplace_back(
            Texts::Language{std::string{catalogue.name}, probe(N_("English"))}, catalogue.bytes);
    }
    return Languages{std::move(texts)};
}

Languages Languages::named(std::string_view codes)
{
    auto const all = embedded();
    std::vector<Texts> texts{all.list().front()};
    for (auto const part : split(codes, ',')) {
        auto const code = trimmed(part);
        auto const* const found = all.find(code);
        if (found == nullptr || found->language().code != code) {
            throw Refusal{
                Refusal::invalid_input,
                {N_("There is no catalogue of the language “{1}”. Name such as en or cy in "
                    "“languages”, with commas between them."),
                 {std::string{code}}}};
        }
        bool const is_there = std::ranges::any_of(
            texts, [&](Texts const& other) { return other.language().code == code; });
        if (!is_there) {
            texts.push_back(*found);
        }
    }
    return Languages{std::move(texts)};
}

Texts const* Languages::find(std::string_view code) const
{
    auto const wanted = to_lower(code.substr(0, code.find('-')));
    for (auto const& texts : texts_) {
        if (texts.language().code == wanted) {
            return &texts;
        }
    }
    return nullptr;
}

Texts const& Languages::choose(std::string_view chosen, std::string_view accept) const
{
    if (auto const* const texts = find(chosen)) {
        return *texts;
    }
    Texts const* best = &texts_.front();
    double best_quality = 0.0;
    for (auto const part : split(accept.substr(0, 500), ',')) {
        auto const semicolon = part.find(";q=");
        double const quality = semicolon == std::string_view::npos
                                   ? 1.0
                                   : find_number(trimmed(part.substr(semicolon + 3))).value_or(0.0);
        auto const* const texts = find(trimmed(part.substr(0, semicolon)));
        if (texts != nullptr && quality > best_quality) {
            best = texts;
            best_quality = quality;
        }
    }
    return *best;
}

} // namespace wt::web
