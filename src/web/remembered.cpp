#include "web/remembered.hpp"

namespace wt::web {

std::shared_ptr<Remembered::Document> Remembered::document_of(std::string_view key)
{
    std::scoped_lock const lock{mutex_};
    if (auto const found = documents_.find(key); found != documents_.end()) {
        return found->second;
    }
    if (documents_.size() >= kMost) {
        documents_.clear();
    }
    return documents_.emplace(key, std::make_shared<Document>()).first->second;
}

Remembered::Text
Remembered::get(std::string_view key, Instant now, std::function<std::string()> const& make)
{
    auto const document = document_of(key);
    std::scoped_lock const lock{document->making};
    bool const is_fresh = document->text && document->made <= now && now - document->made < kLasts;
    if (!is_fresh) {
        document->text = std::make_shared<std::string const>(make());
        document->made = now;
    }
    return document->text;
}

} // namespace wt::web
