#pragma once

#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace wt::matching {

/// Which of the planning round's officers, by index.
class OfficerSet
{
public:
    OfficerSet() = default;
    explicit OfficerSet(std::size_t officers) : words_((officers + 63) / 64) {}

    void insert(std::size_t officer) { words_[officer / 64] |= bit(officer); }
    void erase(std::size_t officer) { words_[officer / 64] &= ~bit(officer); }
    [[nodiscard]] bool contains(std::size_t officer) const
    {
        return (words_[officer / 64] & bit(officer)) != 0;
    }

    [[nodiscard]] std::size_t count() const
    {
        std::size_t sum = 0;
        for (auto const word : words_) {
            sum += static_cast<std::size_t>(std::popcount(word));
        }
        return sum;
    }

    [[nodiscard]] bool meets(OfficerSet const& other) const
    {
        assert(words_.size() == other.words_.size());
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if ((words_[i] & other.words_[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /// Of those who are in `a` and `b`: how many.
    [[nodiscard]] static std::size_t count_common(OfficerSet const& a, OfficerSet const& b)
    {
        assert(a.words_.size() == b.words_.size());
        std::size_t sum = 0;
        for (std::size_t i = 0; i < a.words_.size(); ++i) {
            sum += static_cast<std::size_t>(std::popcount(a.words_[i] & b.words_[i]));
        }
        return sum;
    }

    /// True if one of those who are in `a` and `b` is in `c`, and in `d` too.
    [[nodiscard]] static bool
    meet(OfficerSet const& a, OfficerSet const& b, OfficerSet const& c, OfficerSet const& d)
    {
        for (std::size_t i = 0; i < a.words_.size(); ++i) {
            if ((a.words_[i] & b.words_[i] & c.words_[i] & d.words_[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /// True if all who are in `a` and `b` are in `c`.
    [[nodiscard]] static bool
    is_within(OfficerSet const& a, OfficerSet const& b, OfficerSet const& c)
    {
        for (std::size_t i = 0; i < a.words_.size(); ++i) {
            if ((a.words_[i] & b.words_[i] & ~c.words_[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    friend bool operator==(OfficerSet const&, OfficerSet const&) = default;

    OfficerSet& operator&=(OfficerSet const& other)
    {
        assert(words_.size() == other.words_.size());
        for (std::size_t i = 0; i < words_.size(); ++i) {
            words_[i] &= other.words_[i];
        }
        return *this;
    }

    OfficerSet& operator|=(OfficerSet const& other)
    {
        assert(words_.size() == other.words_.size());
        for (std::size_t i = 0; i < words_.size(); ++i) {
            words_[i] |= other.words_[i];
        }
        return *this;
    }

    /// Calls `visit(index)` for each officer, ascending.
    template <class Visit>
    void for_each(Visit visit) const
    {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            for (auto word = words_[i]; word != 0; word &= word - 1) {
                visit(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
            }
        }
    }

private:
    static std::uint64_t bit(std::size_t officer) { return std::uint64_t{1} << (officer % 64); }

    std::vector<std::uint64_t> words_;
};

} // namespace wt::matching
