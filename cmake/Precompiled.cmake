# What almost every file includes, read once: the standard library and fmt, for the commands CLI11
# and for the tests GoogleTest. Nothing of ours, so that a change of ours never rebuilds it. The
# linter reads every file as it stands, and so finds a missing include.

# wt_precompiled(NAME [OPTIONS options…] HEADERS headers… DEPENDS targets…): the library NAME, whose
# precompiled headers others take. Compilers take them only where every option and every macro that
# they asked for is the same: hence the targets.
function(wt_precompiled NAME)
    cmake_parse_arguments(ARG "" "" "OPTIONS;HEADERS;DEPENDS" ${ARGN})
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/${NAME}.cpp "// Generated: CMake wants a source.\n")
    add_library(${NAME} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${NAME}.cpp)
    target_compile_options(${NAME} PRIVATE ${ARG_OPTIONS})
    target_precompile_headers(${NAME} PRIVATE ${ARG_HEADERS})
    target_link_libraries(${NAME} PRIVATE ${ARG_DEPENDS} wt_warnings) # -Wpedantic defines macros
endfunction()

# wt_take_precompiled(TARGET NAME)
function(wt_take_precompiled TARGET NAME)
    if(WT_PRECOMPILE)
        target_precompile_headers(${TARGET} REUSE_FROM ${NAME})
    endif()
endfunction()

if(WT_PRECOMPILE)
    # So that ccache sees which one was used, and that it is the same as before.
    if(CMAKE_CXX_COMPILER_ID STREQUAL Clang)
        add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
    else()
        add_compile_options(-fpch-preprocess)
    endif()
    set(standard_headers
        <algorithm> <array> <chrono> <cstdint> <filesystem> <functional> <map> <memory> <mutex>
        <optional> <ranges> <set> <span> <sstream> <string> <string_view> <tuple> <unordered_map>
        <utility> <variant> <vector> <fmt/format.h>)
    wt_precompiled(wt_precompiled_standard HEADERS ${standard_headers} DEPENDS fmt::fmt)
    wt_precompiled(wt_precompiled_commands
        HEADERS ${standard_headers} <CLI/CLI.hpp>
        DEPENDS fmt::fmt CLI11::CLI11)
    if(WT_SANITIZE)
        wt_precompiled(wt_precompiled_optimised
            OPTIONS -O1 HEADERS ${standard_headers} DEPENDS fmt::fmt)
    endif()
    if(WT_TESTS)
        find_package(GTest REQUIRED)
        wt_precompiled(wt_precompiled_tests
            HEADERS ${standard_headers} <gtest/gtest.h> <gmock/gmock.h>
            DEPENDS fmt::fmt GTest::gtest GTest::gmock)
    endif()
endif()
