#include "base/sodium.hpp"

#include <sodium.h>

#include <stdexcept>

namespace wt {

void start_sodium()
{
    static bool const started = sodium_init() >= 0; // a static makes it safe among threads
    if (!started) {
        throw std::runtime_error{"libsodium could not start"};
    }
}

} // namespace wt
