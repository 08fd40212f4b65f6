#pragma once

#include "base/message.hpp"
#include "store/areas.hpp"

#include <cstddef>
#include <vector>

namespace wt::app {

/// What is wrong in an imported file, and where: a line, or the number of a feature, from 1; 0 for
/// the file as a whole.
struct Fault
{
    std::size_t number = 0;
    Message message;

    friend bool operator==(Fault const&, Fault const&) = default;
};

/// What an import did. With faults it changed nothing: all or nothing.
struct ImportResult
{
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t left_out = 0; ///< that the force has no use for
    std::vector<Fault> faults;

    void add_fault(std::size_t number, Message message)
    {
        faults.push_back({number, std::move(message)});
    }
    void count(store::Put put)
    {
        added += put == store::Put::added ? 1U : 0U;
        changed += put == store::Put::changed ? 1U : 0U;
        unchanged += put == store::Put::unchanged ? 1U : 0U;
    }
};

} // namespace wt::app
