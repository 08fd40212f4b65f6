#pragma once

#include "base/message.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wt {

/// What is wrong with one field of a form.
struct FieldError
{
    std::string field; ///< its name in the form, which is also its id on the page
    Message message;

    friend bool operator==(FieldError const&, FieldError const&) = default;
};

/// All that is wrong with a form, in the order of its fields; empty if nothing is.
class FieldErrors
{
public:
    void add(std::string field, Message message)
    {
        list_.push_back({std::move(field), std::move(message)});
    }
    /// The first error of `field`, or null.
    [[nodiscard]] Message const* find(std::string_view field) const
    {
        for (auto const& error : list_) {
            if (error.field == field) {
                return &error.message;
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool empty() const { return list_.empty(); }
    [[nodiscard]] std::vector<FieldError> const& list() const& { return list_; }
    [[nodiscard]] std::vector<FieldError> list() && { return std::move(list_); }

private:
    std::vector<FieldError> list_;
};

} // namespace wt
