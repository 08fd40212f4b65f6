#include "store/postgres_address.hpp"

#include "base/refusal.hpp"

#include <libpq-fe.h>

#include <memory>

namespace wt::store {

std::string postgres_keywords(std::string const& url)
{
    char* error = nullptr;
    std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> const options{
        PQconninfoParse(url.c_str(), &error), &PQconninfoFree};
    if (!options) {
        PQfreemem(error); // names the password on some mistakes, so it is not shown
        throw Refusal{
            Refusal::invalid_input, N_("The database's postgresql:// address is not well-formed.")};
    }
    std::string keywords;
    for (auto const* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val == nullptr) {
            continue;
        }
        keywords += keywords.empty() ? "" : " ";
        keywords += std::string{option->keyword} + "='";
        for (char const* c = option->val; *c != '\0'; ++c) {
            keywords += *c == '\'' || *c == '\\' ? "\\" : "";
            keywords += *c;
        }
        keywords += "'";
    }
    return keywords;
}

} // namespace wt::store
