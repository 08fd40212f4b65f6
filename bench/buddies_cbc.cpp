// The first level of `walktalk solve buddies` as one whole-number program for COIN-OR Cbc:
// buddies_cbc FILE.json SECONDS. Prints "served bound seconds".
//
//     x[w,t]    wish w leads a walk at t           j[w,u,t]  w joins the walk that u leads at t
//     a[o,c,t]  officer o is in a unit of class c at t; wishes of one class want the same of a unit
//
// One who joins must find nobody whom she refused; that is left out here, so that Cbc's optimum may
// lie above the true one where she did.
#include "cli/buddies_file.hpp"
#include "matching/model.hpp"

#include <coin/CbcModel.hpp>
#include <coin/CbcSolver.hpp>
#include <coin/OsiClpSolverInterface.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace wt;
using namespace wt::matching;

class Whole
{
public:
    explicit Whole(Model const& model) : model_{model}
    {
        for (std::size_t wish = 0; wish < model.wishes.size(); ++wish) {
            leads_.push_back(add_leads(model.wishes[wish]));
        }
        for (std::size_t wish = 0; wish < model.wishes.size(); ++wish) {
            add_wish(wish);
        }
        for (auto const& [key, walks] : walks_) {
            add_units(key.first, key.second, walks);
        }
        for (auto const& officer : work_) {
            add_spacing(officer);
        }
    }

    void load(OsiClpSolverInterface& solver) const
    {
        CoinPackedMatrix matrix{
            false,
            rows_.data(),
            columns_.data(),
            values_.data(),
            static_cast<CoinBigIndex>(values_.size())};
        matrix.setDimensions(static_cast<int>(least_.size()), static_cast<int>(worth_.size()));
        std::vector<double> const lower(worth_.size(), 0);
        std::vector<double> const upper(worth_.size(), 1);
        solver.loadProblem(
            matrix, lower.data(), upper.data(), worth_.data(), least_.data(), most_.data());
        for (int column = 0; column < static_cast<int>(worth_.size()); ++column) {
            solver.setInteger(column);
        }
    }

private:
    using Leads = std::map<std::size_t, int>; ///< x by cell
    using Class = std::tuple<std::size_t, bool, OfficerSet const*, std::vector<std::size_t>>;

    int add_column(double worth)
    {
        worth_.push_back(-worth); // Cbc minimises
        return static_cast<int>(worth_.size()) - 1;
    }

    void add_row(std::vector<std::pair<int, double>> const& terms, double least, double most)
    {
        for (auto const& [column, value] : terms) {
            rows_.push_back(static_cast<int>(least_.size()));
            columns_.push_back(column);
            values_.push_back(value);
        }
        least_.push_back(least);
        most_.push_back(most);
    }

    Leads add_leads(Wish const& wish)
    {
        std::vector<std::size_t> allowed;
        wish.allowed.for_each([&](std::size_t officer) { allowed.push_back(officer); });
        Class const kind{
            wish.ward, wish.must_speak, wish.must_speak ? wish.speakers : nullptr, allowed};
        auto const index = classes_.try_emplace(kind, classes_.size()).first->second;
        examples_.try_emplace(index, &wish);
        Leads leads;
        for (auto const& start : wish.starts) {
            leads[start.cell] = add_column(1);
            walks_[{index, start.cell}].push_back(leads[start.cell]);
        }
        return leads;
    }

    void add_wish(std::size_t wish)
    {
        std::vector<std::pair<int, double>> once;
        for (auto const& [cell, column] : leads_[wish]) {
            once.emplace_back(column, 1);
        }
        for (std::size_t other = 0; other < model_.wishes.size(); ++other) {
            if (other == wish ||
                !model_.may_walk_together(model_.wishes[wish], model_.wishes[other])) {
                continue;
            }
            for (auto const& [cell, lead] : leads_[other]) {
                if (leads_[wish].contains(cell)) {
                    auto const join = add_column(1);
                    once.emplace_back(join, 1);
                    add_row({{join, 1}, {lead, -1}}, -COIN_DBL_MAX, 0);
                    companies_[lead].emplace_back(join, model_.wishes[wish].request->people);
                }
            }
        }
        add_row(once, -COIN_DBL_MAX, 1);
        for (auto const& [cell, lead] : leads_[wish]) {
            leader_[lead] = wish;
        }
    }

    void add_units(std::size_t kind, std::size_t cell, std::vector<int> const& walks)
    {
        auto const& wish = *examples_.at(kind);
        OfficerSet able = model_.on_duty[cell];
        able &= wish.allowed;
        std::vector<std::pair<int, double>> all;
        std::vector<std::pair<int, double>> knowing;
        std::vector<std::pair<int, double>> speaking;
        work_.resize(model_.officers.size());
        able.for_each([&](std::size_t officer) {
            auto const column = add_column(0);
            work_[officer][cell].push_back(column);
            all.emplace_back(column, 1);
            if (model_.knows[wish.ward].contains(officer)) {
                knowing.emplace_back(column, 1);
            }
            if (wish.must_speak && wish.speakers->contains(officer)) {
                speaking.emplace_back(column, 1);
            }
        });
        for (auto const walk : walks) {
            all.emplace_back(walk, -model_.rules.unit_size);
            knowing.emplace_back(walk, -1);
            speaking.emplace_back(walk, -1);
        }
        add_row(all, 0, 0);
        add_row(knowing, 0, COIN_DBL_MAX);
        if (wish.must_speak) {
            add_row(speaking, 0, COIN_DBL_MAX);
        }
    }

    void add_spacing(std::map<std::size_t, std::vector<int>> const& officer)
    {
        for (auto from = officer.begin(); from != officer.end(); ++from) {
            std::vector<std::pair<int, double>> window;
            for (auto at = from; at != officer.end() && at->first < from->first + model_.spacing;
                 ++at) {
                for (auto const column : at->second) {
                    window.emplace_back(column, 1);
                }
            }
            add_row(window, -COIN_DBL_MAX, 1);
        }
    }

public:
    /// Room on each walk: those who join, beside who leads.
    void add_room()
    {
        for (auto const& [lead, joins] : companies_) {
            auto const free =
                model_.rules.max_people - model_.wishes[leader_.at(lead)].request->people;
            std::vector<std::pair<int, double>> terms{{lead, -free}};
            for (auto const& [join, people] : joins) {
                terms.emplace_back(join, people);
            }
            add_row(terms, -COIN_DBL_MAX, 0);
        }
    }

private:
    Model const& model_;
    std::vector<Leads> leads_;
    std::map<Class, std::size_t> classes_;
    std::map<std::size_t, Wish const*> examples_;
    std::map<std::pair<std::size_t, std::size_t>, std::vector<int>> walks_; ///< by class and cell
    std::vector<std::map<std::size_t, std::vector<int>>> work_;             ///< by officer and cell
    std::map<int, std::vector<std::pair<int, int>>> companies_;             ///< joins, by lead
    std::map<int, std::size_t> leader_;
    std::vector<double> worth_;
    std::vector<double> values_;
    std::vector<double> least_;
    std::vector<double> most_;
    std::vector<int> rows_;
    std::vector<int> columns_;
};

} // namespace

int main(int count, char** arguments)
{
    if (count != 3) {
        fmt::print(stderr, "buddies_cbc FILE.json SECONDS\n");
        return 2;
    }
    auto const problem = cli::read_problem(arguments[1]);
    auto const start = std::chrono::steady_clock::now();
    Model const model{problem};
    Whole whole{model};
    whole.add_room();
    OsiClpSolverInterface solver;
    whole.load(solver);
    solver.messageHandler()->setLogLevel(0);
    CbcModel cbc{solver};
    CbcMain0(cbc);
    char const* wishes[] = {"cbc", "-log", "0", "-sec", arguments[2], "-solve", "-quit"};
    CbcMain1(7, wishes, cbc);
    double const seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    fmt::print(
        "{:.0f} {:.0f} {:.1f}\n",
        cbc.bestSolution() != nullptr ? -cbc.getObjValue() : 0.0,
        std::floor(-cbc.getBestPossibleObjValue() + 1e-6),
        seconds);
    return 0;
}
