#pragma once

#include "base/message.hpp"
#include "web/html.hpp"

#include <locale>
#include <string>
#include <string_view>
#include <vector>

namespace wt::web {

/// The sentences of one language. English text is the key; what a catalogue lacks stays English, to
/// the byte.
/// `tools/extract_texts` collects every `t("…")`, `t.n("…", "…", n)`, `t.html("…")` and `N_("…")`.
class Texts
{
public:
    struct Language
    {
        std::string code; ///< as in `lang="…"`: "en", "cy"
        std::string name; ///< in the language itself
        bool right_to_left = false;
    };

    /// \param catalogue  bytes of a compiled gettext catalogue (.mo); empty for the source texts
    Texts(Language language, std::string_view catalogue);

    [[nodiscard]] std::string operator()(Message const& message) const;
    [[nodiscard]] std::string operator()(char const* sentence) const;
    /// With values for the holes `{1}`, `{2}` ….
    [[nodiscard]] std::string
    operator()(char const* sentence, std::vector<std::string> const& values) const;
    /// One or many: `t.n("{1} walk", "{1} walks", count)`; `{1}` is the count.
    [[nodiscard]] std::string n(char const* one, char const* many, long count) const;
    /// A sentence whose holes hold links or other markup.
    [[nodiscard]] Html html(char const* sentence, std::vector<Html> const& values) const;

    [[nodiscard]] Language const& language() const { return language_; }

private:
    Language language_;
    std::locale locale_;
};

/// The languages that pages are offered in.
class Languages
{
public:
    /// The catalogues embedded in the program, English first.
    static Languages embedded();
    /// Of these the ones that an installation offers, English first and always.
    /// \param codes  with commas between them: "en, cy"
    /// \throws Refusal (invalid_input) naming a code without a catalogue
    static Languages named(std::string_view codes);
    explicit Languages(std::vector<Texts> texts);

    [[nodiscard]] std::vector<Texts> const& list() const& { return texts_; }
    std::vector<Texts> const& list() const&& = delete; // would outlive its owner
    /// The language for a visitor: her choice (cookie), else what her browser prefers
    /// (`Accept-Language`, RFC 9110 12.5.4), else English.
    [[nodiscard]] Texts const& choose(std::string_view chosen, std::string_view accept) const;

private:
    [[nodiscard]] Texts const* find(std::string_view code) const;
    std::vector<Texts> texts_;
};

} // namespace wt::web
