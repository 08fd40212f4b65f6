#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

/// Compiles a function for the wider registers of newer processors, too; the program takes the
/// widest there are when it starts. Its answers are the same. (clang 19, which compiles the tests,
/// leaves out templates that only such a function calls.)
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__SANITIZE_ADDRESS__) &&             \
    !defined(__clang__)
#define WT_WIDE __attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#else
#define WT_WIDE
#endif

namespace wt::hotspots {

/// One number for each of `count` replicates; the compiler makes registers of it.
template <class Number>
struct alignas(64) Lanes
{
    static constexpr std::size_t count = 64 / sizeof(Number);
    using Type __attribute__((vector_size(64))) = Number;

    Type of{}; ///< the replicates
};

/// True if the highest bit of some lane is set.
template <class Number>
[[gnu::always_inline]] inline bool any_negative(Lanes<Number> const& lanes)
{
    auto const high = lanes.of >> (8 * sizeof(Number) - 1);
    std::array<std::uint64_t, 8> words{};
    std::memcpy(words.data(), &high, sizeof(words));
    std::uint64_t any = 0;
    for (auto const word : words) {
        any |= word;
    }
    return any != 0;
}

} // namespace wt::hotspots
