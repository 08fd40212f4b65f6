#pragma once

#include "web/html.hpp"

#include <string_view>

namespace wt::web {

/// `text` as a QR code (ISO/IEC 18004, medium error correction), black on white also by night.
/// \param label  read out instead
/// \pre 1 to 500 bytes
Html qr_code(std::string_view text, std::string_view label);

} // namespace wt::web
