#include "scheme/contact.hpp"
#include "web/components/code_inputs.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/mine.hpp"

namespace wt::web {

namespace {

Html messages_question(FormState const& state)
{
    auto const& t = state.t;
    return radios(
        {.name = "messages",
         .legend = t("May we send you messages about your walk?"),
         .choices =
             {{.value = "yes",
               .label = t("Yes"),
               .hint = t("They name neither the police nor a place. The details are behind your "
                         "link.")},
              {.value = "no",
               .label = t("No, I will look at my page myself"),
               .hint = t("We use the contact only if you lose your link, or for a code that you "
                         "ask for.")}},
         .error = state.error("messages"),
         .chosen = state.values("messages"),
         .is_small = true});
}

} // namespace

Page about_you_page(app::Participant const& she, FormState const& state)
{
    auto const& t = state.t;
    bool const has_contact = !she.data.contact.empty();
    auto const contact_hint =
        has_contact ? t("If you change it we send a code to the new one, to be sure that it is "
                        "yours.")
                    : t("You have given none. If you give one, your link can be sent again, and "
                        "we send a code there first, to be sure that it is yours.");
    return {
        .title = t("About you"),
        .content = html<"{}{}{}">(
            error_summary(t, state.errors),
            heading(t("About you")),
            form(
                {.action = about_path(she),
                 .content = html<"{}{}{}{}">(
                     text_input(
                         {.name = "name",
                          .label = t("What may the officers call you?"),
                          .hint = t("A first name is enough, or any name you like."),
                          .error = state.error("name"),
                          .value = state.value("name"),
                          .autocomplete = "given-name",
                          .width = 20,
                          .spellcheck = false}),
                     text_input(
                         {.name = "contact",
                          .label = t("E-mail address or telephone number"),
                          .hint = contact_hint,
                          .error = state.error("contact"),
                          .value = state.value("contact"),
                          .autocomplete = "email",
                          .spellcheck = false}),
                     messages_question(state),
                     button({.label = t("Save changes")}))})),
        .before = back_link(t, mine_path(she)),
        .audience = Audience::participant,
        .has_errors = !state.errors.empty()};
}

Page new_contact_page(app::Participant const& she, std::string_view contact, FormState const& state)
{
    auto const& t = state.t;
    bool const has_contact = !she.data.contact.empty();
    return {
        .title = t("Is this contact yours?"),
        .content = html<"{}{}{}{}">(
            error_summary(t, state.errors),
            heading(t("Is this contact yours?")),
            paragraph(
                t("We have sent a code to {1}. It may take a minute. Until you enter it "
                  "here, the contact is not used.",
                  {masked(contact)})),
            form(
                {.action = new_contact_path(she),
                 .content = html<"{}{}{}">(
                     code_input(state),
                     has_contact ? Html{} : ten_words_input(state, "words"),
                     button({.label = t("Use this contact")}))})),
        .before = back_link(t, about_path(she)),
        .audience = Audience::participant,
        .has_errors = !state.errors.empty()};
}

} // namespace wt::web
