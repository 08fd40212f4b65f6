#pragma once

#include "base/message.hpp"

#include <exception>

namespace wt {

/// "No", with a sentence that the person can act on. Thrown by `app` and below; caught only in
/// `web` (status and page) and `cli` (exit code 2), which translate it.
class Refusal : public std::exception
{
public:
    enum Kind
    {
        invalid_input,
        forbidden,
        not_found,
        conflict,
        too_many
    };

    Refusal(Kind kind, Message message);

    [[nodiscard]] Kind kind() const noexcept { return kind_; }
    [[nodiscard]] Message const& message() const noexcept { return message_; }
    [[nodiscard]] char const* what() const noexcept override { return english_.c_str(); }

private:
    Kind kind_;
    Message message_;
    std::string english_;
};

} // namespace wt
