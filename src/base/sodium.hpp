#pragma once

namespace wt {

/// libsodium wants one call before any other of its functions; further calls cost nothing.
/// \throws std::runtime_error if it has no source of randomness
void start_sodium();

} // namespace wt
