#include "notify/channel.hpp"

namespace wt::notify {

namespace {

class ClosedChannel final : public Channel
{
public:
    void send(Mail const& /*mail*/) override { throw SendError{"no server is configured"}; }
};

} // namespace

std::unique_ptr<Channel> make_closed_channel()
{
    return std::make_unique<ClosedChannel>();
}

} // namespace wt::notify
