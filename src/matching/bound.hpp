#pragma once

#include "matching/model.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace wt::matching {

/// An upper bound on the requests that any plan can serve, tightened step by step.
///
/// First by maximum flows. Starts are cut into blocks of `spacing` cells; an officer does at most
/// one walk in a block. So at most (officers on duty in the block) / (unit size) walks start in it,
/// and each takes an officer of its own who knows the ward and is on duty at a start of the
/// request. Those who may share have extra room beside the first, of (people - 1) for each such
/// officer, but for one of them in each block and ward. Each step cuts the blocks differently.
///
/// Then by the linear program of `capacity_program.hpp` with the cuts of `cuts.hpp`, a round a
/// step.
class Bound
{
public:
    /// \param model  outlives the bound
    explicit Bound(Model const& model);
    ~Bound();
    Bound(Bound const&) = delete;
    Bound& operator=(Bound const&) = delete;

    [[nodiscard]] std::int64_t value() const { return value_; }
    /// One step. \returns false if there is none left, or some plan serves so many
    bool tighten(std::int64_t served);

private:
    class Program;

    Model const& model_;
    std::int64_t value_;
    std::size_t cuts_ = 0; ///< ways to cut the blocks that were tried
    std::unique_ptr<Program> program_;
};

} // namespace wt::matching
