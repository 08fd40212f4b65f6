#include "app/background.hpp"

namespace wt::app {

Background::Background(App& app)
    : channels_{make_channels(app)}, worker_{app, list_standard_chores(channels_, handlers_)}
{
}

} // namespace wt::app
