#pragma once

#include <cassert>
#include <cstdint>
#include <limits>

namespace wt {

/// SplitMix64 (Steele, Lea, Flood 2014): a small seeded generator for searches that must give the
/// same answer on every machine. Not for secrets.
class SeededRandom
{
public:
    using result_type = std::uint64_t;

    explicit SeededRandom(std::uint64_t seed) noexcept : state_{seed} {}

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

    result_type operator()() noexcept
    {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    /// Uniform in [0, bound), bound > 0; by multiplication, bias below bound / 2^64.
    std::uint64_t below(std::uint64_t bound) noexcept
    {
        assert(bound > 0);
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::uint64_t>((static_cast<Wide>((*this)()) * bound) >> 64U);
    }

    /// Uniform in [0, 1).
    double uniform() noexcept { return static_cast<double>((*this)() >> 11U) * 0x1.0p-53; }

private:
    std::uint64_t state_;
};

} // namespace wt
