#include "web/components/qr_code.hpp"

#include <fmt/format.h>

#include <cassert>
#include <qrcodegen.hpp>
#include <string>

namespace wt::web {

namespace {

constexpr int kQuietZone = 4; // modules, as the standard asks

} // namespace

Html qr_code(std::string_view text, std::string_view label)
{
    assert(!text.empty() && text.size() <= 500);
    using qrcodegen::QrCode;
    auto const code = QrCode::encodeText(std::string{text}.c_str(), QrCode::Ecc::MEDIUM);
    int const size = code.getSize();
    std::string squares;
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            if (code.getModule(x, y)) {
                squares += fmt::format("M{} {}h1v1h-1z", x + kQuietZone, y + kQuietZone);
            }
        }
    }
    auto const side = std::to_string(size + 2 * kQuietZone);
    return html<
        R"(<svg class="wt-qr" role="img" aria-label="{}" viewBox="0 0 {} {}" shape-rendering="crispEdges"><path fill="#ffffff" d="M0 0h{}v{}H0z"/><path fill="#000000" d="{}"/></svg>
)">(label, side, side, side, side, squares);
}

} // namespace wt::web
