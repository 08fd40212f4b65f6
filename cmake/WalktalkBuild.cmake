# Compiler settings, and the one way to declare a folder of src/ as a library.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    # It must be told that precompiled headers hold no dates.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-fdiagnostics-color=always)
if(WT_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
    # An empty optional or an index past the end stops the test, not only where memory is foreign.
    add_compile_definitions(_GLIBCXX_ASSERTIONS)
endif()

add_library(wt_warnings INTERFACE)
target_compile_options(wt_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
    -Wold-style-cast -Woverloaded-virtual -Werror
    # GCC 12 sees overlaps (GCC bug 105329) and overflows in std::string where there are none;
    # the tests run under AddressSanitizer.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow>
    # Clang sees what the standard library of GCC 12 does with its own deprecated functions.
    $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)

# wt_library(NAME [COMPUTES] [PRECOMPILED headers] [DEPENDS targets…]): the folder src/NAME as the
# library wt_NAME, with precompiled headers of cmake/Precompiled.cmake. What COMPUTES is optimised in
# the test build too: its tests would take longer than the compiler does.
# Every .cpp below it belongs to it; includes are written from src/ ("geo/point.hpp").
function(wt_library NAME)
    cmake_parse_arguments(ARG "COMPUTES" "PRECOMPILED" "DEPENDS" ${ARGN})
    if(ARG_COMPUTES AND WT_SANITIZE)
        set(ARG_PRECOMPILED wt_precompiled_optimised)
    elseif(NOT ARG_PRECOMPILED)
        set(ARG_PRECOMPILED wt_precompiled_standard)
    endif()
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${NAME}/*.cpp)
    if(sources)
        add_library(wt_${NAME} STATIC ${sources})
        target_include_directories(wt_${NAME} PUBLIC ${PROJECT_SOURCE_DIR}/src)
        target_link_libraries(wt_${NAME} PUBLIC ${ARG_DEPENDS} PRIVATE wt_warnings)
        wt_take_precompiled(wt_${NAME} ${ARG_PRECOMPILED})
        if(ARG_COMPUTES AND WT_SANITIZE)
            target_compile_options(wt_${NAME} PRIVATE -O1)
        endif()
    else()
        add_library(wt_${NAME} INTERFACE)
        target_include_directories(wt_${NAME} INTERFACE ${PROJECT_SOURCE_DIR}/src)
        target_link_libraries(wt_${NAME} INTERFACE ${ARG_DEPENDS})
    endif()
endfunction()
