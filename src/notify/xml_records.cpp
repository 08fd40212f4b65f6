#include "notify/xml_records.hpp"

#include "base/text.hpp"

#include <expat.h>
#include <memory>

namespace wt::notify {

namespace {

/// What has been read so far.
struct Reader
{
    XML_Parser parser;
    std::string_view name;
    std::vector<std::map<std::string, std::string>> records{};
    int depth = 0;  ///< of the elements open now
    int within = 0; ///< the depth of the open record; 0: none
    std::string text{};

    static void XMLCALL on_start(void* self, char const* element, char const** /*attributes*/)
    {
        auto& reader = *static_cast<Reader*>(self);
        ++reader.depth;
        reader.text.clear();
        if (reader.within == 0 && reader.name == element) {
            reader.within = reader.depth;
            reader.records.emplace_back();
        }
    }

    static void XMLCALL on_end(void* self, char const* element)
    {
        auto& reader = *static_cast<Reader*>(self);
        if (reader.within != 0 && reader.depth == reader.within + 1) {
            reader.records.back().emplace(element, trimmed(reader.text));
        }
        if (reader.depth == reader.within) {
            reader.within = 0;
        }
        --reader.depth;
        reader.text.clear();
    }

    static void XMLCALL on_text(void* self, char const* bytes, int length)
    {
        static_cast<Reader*>(self)->text.append(bytes, static_cast<std::size_t>(length));
    }

    static void XMLCALL on_doctype(
        void* self,
        char const* /*name*/,
        char const* /*system_id*/,
        char const* /*public_id*/,
        int /*has_internal_subset*/)
    {
        XML_StopParser(static_cast<Reader*>(self)->parser, XML_FALSE);
    }
};

struct FreeParser
{
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

} // namespace

std::optional<std::vector<std::map<std::string, std::string>>>
find_xml_records(std::string_view document, std::string_view name)
{
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> const parser{
        XML_ParserCreate(nullptr)};
    Reader reader{.parser = parser.get(), .name = name};
    XML_SetUserData(parser.get(), &reader);
    XML_SetElementHandler(parser.get(), &Reader::on_start, &Reader::on_end);
    XML_SetCharacterDataHandler(parser.get(), &Reader::on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), &Reader::on_doctype);
    auto const status =
        XML_Parse(parser.get(), document.data(), static_cast<int>(document.size()), XML_TRUE);
    return status == XML_STATUS_OK ? std::optional{std::move(reader.records)} : std::nullopt;
}

} // namespace wt::notify
