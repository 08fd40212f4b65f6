#pragma once

#include "base/csv.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>
#include <zlib.h>

namespace wt::hotspots {

/// Where the outputs of the reference programs lie.
inline std::filesystem::path reference_folder()
{
    char const* const shared = std::getenv("WALKTALK_SHARED");
    return std::filesystem::path{shared == nullptr ? "../shared" : shared} / "reference/hotspots";
}

/// What the gzipped file holds.
inline std::string read_gzip(std::filesystem::path const& path)
{
    std::string text;
    auto* const file = gzopen(path.c_str(), "rb");
    std::string portion(1U << 16U, '\0');
    for (int got = 1; file != nullptr && got > 0;) {
        got = gzread(file, portion.data(), static_cast<unsigned>(portion.size()));
        text.append(portion, 0, got > 0 ? static_cast<std::size_t>(got) : 0);
    }
    gzclose(file);
    return text;
}

inline CsvTable read_reference(std::string const& name)
{
    std::istringstream file{read_gzip(reference_folder() / (name + ".csv.gz"))};
    return CsvTable{file};
}

inline double number_in(CsvTable const& table, std::size_t row, std::string_view column)
{
    return std::stod(std::string{table.cell(table.rows()[row], column)});
}

// Skips a test where the reference outputs are not there.
#define WT_REQUIRE_REFERENCE()                                                                     \
    if (!std::filesystem::exists(reference_folder())) {                                            \
        GTEST_SKIP()                                                                               \
            << "The reference outputs are not there; set WALKTALK_SHARED to their folder.";        \
    }

} // namespace wt::hotspots
