#include "base/refusal.hpp"

namespace wt {

Refusal::Refusal(Kind kind, Message message)
    : kind_{kind}, message_{std::move(message)}, english_{in_english(message_)}
{
}

} // namespace wt
