#include "web/router.hpp"

#include "base/text.hpp"

#include <cassert>
#include <map>

namespace wt::web {

/// A segment of the paths. Holes are kept apart from words so that words win.
struct Router::Node
{
    std::map<std::string, std::unique_ptr<Node>, std::less<>> words;
    std::unique_ptr<Node> hole;
    std::unique_ptr<Node> rest;
    struct Entry
    {
        Route route;
        std::vector<std::string> names; ///< of the holes on the way here
    };
    std::vector<std::unique_ptr<Entry>> entries; // their addresses are handed out

    /// The node of `segments` from `at` on, filling `values` with what holes took.
    Node const* find(
        std::vector<std::string_view> const& segments,
        std::size_t at,
        std::vector<std::string>& values) const
    {
        if (at == segments.size()) {
            return entries.empty() ? nullptr : this;
        }
        if (auto const word = words.find(segments[at]); word != words.end()) {
            if (auto const* found = word->second->find(segments, at + 1, values)) {
                return found;
            }
        }
        if (hole && !segments[at].empty()) {
            values.emplace_back(segments[at]);
            if (auto const* found = hole->find(segments, at + 1, values)) {
                return found;
            }
            values.pop_back();
        }
        if (rest) {
            auto const* const end = segments.back().data() + segments.back().size();
            values.emplace_back(segments[at].data(), end);
            return rest.get();
        }
        return nullptr;
    }
};

Router::Router() : root_{std::make_unique<Node>()} {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(Method method, std::string_view pattern, Handler handler, RouteOptions options)
{
    assert(pattern.starts_with('/') && handler != nullptr);
    if (options.same_for_everyone) {
        assert(method == Method::get && pattern.find('{') == std::string_view::npos);
        same_for_everyone_.emplace_back(pattern);
    }
    Node* node = root_.get();
    std::vector<std::string> names;
    for (auto const segment : split(pattern.substr(1), '/')) {
        bool const is_hole = segment.starts_with('{') && segment.ends_with('}');
        bool const is_rest = segment.ends_with("...}");
        auto& next = is_rest   ? node->rest
                     : is_hole ? node->hole
                               : node->words[std::string{segment}];
        if (is_hole) {
            names.emplace_back(segment.substr(1, segment.size() - (is_rest ? 5 : 2)));
        }
        if (!next) {
            next = std::make_unique<Node>();
        }
        node = next.get();
    }
    for ([[maybe_unused]] auto const& entry : node->entries) {
        assert(entry->route.method != method && "this route is there already");
    }
    node->entries.push_back(std::make_unique<Node::Entry>(
        Node::Entry{{method, std::string{pattern}, handler, options}, std::move(names)}));
}

Router::Found Router::find(Method method, std::string_view path) const
{
    Found found;
    if (!path.starts_with('/')) {
        return found;
    }
    std::vector<std::string> values;
    auto const* const node = root_->find(split(path.substr(1), '/'), 0, values);
    if (node == nullptr) {
        return found;
    }
    Method const wanted = method == Method::head ? Method::get : method;
    for (auto const& entry : node->entries) {
        auto const& [route, names] = *entry;
        found.allowed.append(found.allowed.empty() ? "" : ", ").append(name_of(route.method));
        if (route.method == Method::get) {
            found.allowed += ", HEAD";
        }
        if (route.method == wanted) {
            found.route = &route;
            for (std::size_t i = 0; i < names.size(); ++i) {
                found.parameters.insert_or_assign(names[i], values[i]);
            }
        }
    }
    return found;
}

std::string_view name_of(Method method)
{
    switch (method) {
    case Method::get:
        return "GET";
    case Method::head:
        return "HEAD";
    case Method::post:
        return "POST";
    case Method::put:
        return "PUT";
    case Method::patch:
        return "PATCH";
    case Method::remove:
        return "DELETE";
    case Method::other:
        break;
    }
    return "OTHER";
}

} // namespace wt::web
