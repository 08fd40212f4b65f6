#pragma once

#include <chrono>
#include <compare>

namespace wt {

/// A length along the ground.
struct Metres
{
    double value = 0.0;

    friend auto operator<=>(Metres, Metres) = default;
    friend constexpr Metres operator+(Metres a, Metres b) { return {a.value + b.value}; }
    friend constexpr Metres operator-(Metres a, Metres b) { return {a.value - b.value}; }
    friend constexpr Metres operator*(double factor, Metres length)
    {
        return {factor * length.value};
    }
    friend constexpr double operator/(Metres a, Metres b) { return a.value / b.value; }
    constexpr Metres& operator+=(Metres other)
    {
        value += other.value;
        return *this;
    }
};

/// A duration with fractions of a second, for walking times.
using Seconds = std::chrono::duration<double>;

/// A speed on foot or by car.
struct MetresPerSecond
{
    double value = 0.0;

    friend auto operator<=>(MetresPerSecond, MetresPerSecond) = default;
};

constexpr Seconds operator/(Metres length, MetresPerSecond speed)
{
    return Seconds{length.value / speed.value};
}

} // namespace wt
