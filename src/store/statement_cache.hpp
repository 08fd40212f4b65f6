#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace wt::store {

/// The prepared statements of one connection, by their text: a database reads and plans a text
/// once. A statement is taken out while it runs, so one that runs within itself is prepared a
/// second time, and one that failed is never met again.
class StatementCache
{
public:
    /// A statement of any type of parameters and columns.
    class Kept
    {
    public:
        Kept() = default;
        virtual ~Kept() = default;
        Kept(Kept const&) = delete;
        Kept& operator=(Kept const&) = delete;
    };

    /// \returns null where none of this text and type is kept
    template <class Statement>
    std::unique_ptr<Statement> take(std::string_view text)
    {
        auto const found = statements_.find(text);
        if (found == statements_.end()) {
            return nullptr;
        }
        auto kept = std::move(found->second);
        statements_.erase(found);
        auto* const statement = dynamic_cast<Statement*>(kept.get());
        if (statement != nullptr) {
            kept.release(); // NOLINT(bugprone-unused-return-value): held in `statement`
        }
        return std::unique_ptr<Statement>{statement};
    }

    void keep(std::string_view text, std::unique_ptr<Kept> statement)
    {
        if (statements_.size() >= kLimit) {
            statements_.clear();
        }
        statements_.insert_or_assign(std::string{text}, std::move(statement));
    }

    void clear() { statements_.clear(); }

    [[nodiscard]] std::size_t size() const noexcept { return statements_.size(); }

private:
    static constexpr std::size_t kLimit = 256;

    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    std::unordered_map<std::string, std::unique_ptr<Kept>, Hash, std::equal_to<>> statements_;
};

} // namespace wt::store
