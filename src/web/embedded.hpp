#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// Files that the build put into the program.
namespace wt::web {

struct EmbeddedBytes
{
    std::string_view source; ///< name in the source: `app.css`
    std::string_view name;   ///< name in the address: `app-3f9a2c1d.css`; of a catalogue: `cy`
    std::string_view type;   ///< media type
    std::string_view bytes;
    std::string_view gzipped; ///< the same, compressed; empty where that gains nothing
};

/// Catalogues (.mo), named by language code, sorted.
std::span<EmbeddedBytes const> embedded_catalogues();

/// Style sheets, scripts and pictures, sorted by name.
std::span<EmbeddedBytes const> embedded_assets();

/// The address of an asset by its name in the source, with its hash: `asset("app.css")` is
/// `/assets/app-3f9a2c1d.css`. The page of a missing asset is a bug and asserts.
std::string_view asset(std::string_view source_name);

} // namespace wt::web
