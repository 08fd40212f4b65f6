#include "app/open_data.hpp"

#include "app/areas.hpp"
#include "app/durable_file.hpp"
#include "app/numbers.hpp"
#include "app/open_data_files.hpp"
#include "app/permission.hpp"
#include "app/priorities.hpp"
#include "app/publish_evaluations.hpp"
#include "app/record.hpp"
#include "app/what_happened.hpp"
#include "base/calendar.hpp"
#include "base/crypto.hpp"
#include "base/csv_writer.hpp"
#include "base/refusal.hpp"
#include "daylight/zone.hpp"
#include "geo/geojson_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <system_error>

namespace wt::app {

namespace {

namespace fs = std::filesystem;

constexpr auto kMarker = "month.txt";

void write_file(fs::path const& path, std::string_view text)
{
    std::ofstream file{path, std::ios::binary};
    file.exceptions(std::ios::badbit | std::ios::failbit);
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.close();
}

/// A CSV file of the export with the columns that the dictionary says.
class CsvFile
{
public:
    CsvFile(fs::path const& folder, std::string_view name) : file_{folder / name, std::ios::binary}
    {
        file_.exceptions(std::ios::badbit | std::ios::failbit);
        auto const& about = *std::ranges::find(list_open_files(), name, &OpenFile::name);
        std::vector<std::string> head;
        for (auto const& column : about.columns) {
            head.emplace_back(column.name);
        }
        add(head);
    }

    void add(std::vector<std::string> const& cells)
    {
        std::string line;
        append_csv_line(line, cells);
        file_ << line;
    }

    /// \throws std::ios::failure if not all of it could be written
    void close() { file_.close(); }

private:
    std::ofstream file_;
};

class Export
{
public:
    Export(App& app, fs::path const& folder)
        : app_{app}, folder_{folder}, areas_{app.areas()},
          zone_{daylight::require_zone(app.settings()->time_zone)},
          concerns_{folder, "concerns.csv"}, answers_{folder, "answers.csv"}
    {
    }

    OpenDataCounts run()
    {
        PublicFilter filter{.limit = 500};
        do {
            auto const page = what_happened(app_, filter);
            std::ranges::for_each(
                page.concerns, [&](PublicConcern const& concern) { add(concern); });
            filter.after = page.next;
        } while (filter.after);
        concerns_.close();
        answers_.close();
        write_file(folder_ / "concerns.geojson", std::move(points_).finish());
        write_file(folder_ / "numbers.csv", all_numbers_csv(app_));
        write_evaluations();
        write_file(folder_ / "priorities.json", std::move(priorities_).finish());
        write_file(folder_ / "README.md", open_data_dictionary(app_));
        write_file(folder_ / "csv-metadata.json", open_data_metadata(app_));
        write_file(folder_ / "LICENCE.txt", open_data_licence_text(app_));
        auto const published = list_numbers(app_);
        write_file(
            folder_ / kMarker,
            published.empty() ? "none\n" : month_text(published.front().month) + "\n");
        return counts_;
    }

private:
    void add(PublicConcern const& concern)
    {
        auto const ward = concern.ward ? areas_->require_ward(*concern.ward).code : "";
        std::string const category{code_in(kCategories, concern.category)};
        std::string const state{code_in(kConcernStates, concern.state)};
        std::string const clock{code_in(kClockStatuses, concern.clock)};
        auto const month = month_text(concern.month);
        concerns_.add(
            {std::to_string(concern.id.value),
             month,
             category,
             std::string{code_in(kLevels, concern.level)},
             areas_->require_bcu(concern.bcu).code,
             ward,
             concern.street,
             concern.point ? fmt::format("{:.6f}", concern.point->lat) : "",
             concern.point ? fmt::format("{:.6f}", concern.point->lon) : "",
             state,
             clock});
        ++counts_.concerns;
        if (concern.point) {
            points_.add_point(
                *concern.point,
                {{"id", concern.id.value},
                 {"month", std::string_view{month}},
                 {"category", std::string_view{category}},
                 {"ward", std::string_view{ward}},
                 {"street", std::string_view{concern.street}},
                 {"state", std::string_view{state}},
                 {"clock", std::string_view{clock}}});
            ++counts_.points;
        }
        if (concern.ward) {
            priorities_.add(ward, concern, zone_);
        }
        if (concern.latest) {
            add_answers(concern.id);
        }
    }

    void add_answers(ConcernId id)
    {
        PublicHistory history;
        try {
            history = public_history(app_, id);
        } catch (Refusal const&) {
            return; // taken back meanwhile
        }
        int sequence = 0;
        for (auto const& answer : history.answers) {
            if (!answer.place.is_given()) {
                continue;
            }
            auto const& corrected_at = answer.place.corrected_at;
            answers_.add(
                {std::to_string(id.value),
                 std::to_string(++sequence),
                 std::string{code_in(kAnswerKinds, answer.kind)},
                 answer.sentence,
                 answer.body,
                 iso_text(zone_.day_of(answer.answered_at)),
                 answer.due ? iso_text(*answer.due) : "",
                 answer.verdict ? std::string{code_in(kVerdicts, *answer.verdict)} : "",
                 corrected_at ? iso_text(zone_.day_of(*corrected_at)) : ""});
            ++counts_.answers;
        }
    }

    void write_evaluations()
    {
        CsvFile file{folder_, "evaluations.csv"};
        for (auto const& evaluation : public_evaluations(app_)) {
            std::vector<std::string> cells{
                std::to_string(evaluation.id.value),
                evaluation.fingerprint,
                iso_text(evaluation.locked_day),
                iso_text(evaluation.end_day),
                std::to_string(evaluation.fall),
                evaluation.smallest_fall ? std::to_string(*evaluation.smallest_fall) : ""};
            constexpr std::size_t kToldColumns = 11;
            auto const told = evaluation.told ? cells_of(*evaluation.told)
                                              : std::vector<std::string>(kToldColumns);
            cells.insert(cells.end(), told.begin(), told.end());
            file.add(cells);
        }
        file.close();
    }

    [[nodiscard]] std::vector<std::string> cells_of(PublicEvaluation::Told const& told) const
    {
        auto const& result = told.result;
        auto const count = [&](std::int64_t counted) {
            return told.difference ? std::to_string(counted) : "";
        };
        return {
            areas_->require_bcu(told.bcu).code,
            iso_text(told.first_day),
            std::to_string(told.weeks),
            std::to_string(result.visits),
            std::to_string(result.minutes),
            std::to_string(result.visits_astray),
            std::string{code_in(kFindings, result.finding)},
            count(result.treated_before),
            count(result.treated_after),
            count(result.control_before),
            count(result.control_after)};
    }

    static constexpr std::array<Named<privacy::ListingLevel>, 4> kLevels{{
        {privacy::ListingLevel::segment, "segment"},
        {privacy::ListingLevel::street, "street"},
        {privacy::ListingLevel::ward, "ward"},
        {privacy::ListingLevel::bcu, "bcu"},
    }};

    App& app_;
    fs::path const& folder_;
    std::shared_ptr<Areas const> areas_;
    daylight::Zone zone_;
    CsvFile concerns_;
    CsvFile answers_;
    GeoJsonWriter points_;
    Priorities priorities_;
    OpenDataCounts counts_;
};

/// Puts the finished export where the last one was: the kernel exchanges the two names, so that
/// there is no moment without one.
void replace_folder(fs::path const& finished, fs::path const& folder)
{
    for (auto const& file : list_open_files()) {
        sync_file(finished / file.name);
    }
    if (!fs::exists(folder)) {
        fs::rename(finished, folder);
        return;
    }
    if (::renameat2(AT_FDCWD, finished.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) != 0) {
        throw std::system_error{errno, std::generic_category(), "renameat2"};
    }
    fs::remove_all(finished);
}

void require_replaceable(fs::path const& folder)
{
    bool const is_free = !fs::exists(folder) || (fs::is_directory(folder) && fs::is_empty(folder));
    if (!is_free && !fs::exists(folder / kMarker)) {
        throw Refusal{
            Refusal::conflict,
            {N_("\"{1}\" holds something else than an export. Name another folder."),
             {folder.string()}}};
    }
}

fs::path own_folder(App const& app)
{
    return app.installation.data_dir / "open-data";
}

} // namespace

OpenDataCounts export_open_data(App& app, Person const& person, fs::path const& folder)
{
    require_permission(person, Action::export_open_data);
    auto const target = fs::absolute(folder / "").parent_path();
    require_replaceable(target);
    auto const unfinished =
        target.parent_path() / fmt::format(".{}.{}", target.filename().string(), random_token());
    fs::create_directory(unfinished);
    OpenDataCounts counts;
    try {
        counts = Export{app, unfinished}.run();
        replace_folder(unfinished, target);
    } catch (...) {
        std::error_code ignored;
        fs::remove_all(unfinished, ignored);
        throw;
    }
    store::Transaction tx{app.db};
    record(app, tx, person, Action::export_open_data, {});
    tx.commit();
    return counts;
}

void refresh_open_data(App& app)
{
    auto const published = list_numbers(app);
    auto const is_newest = [&] {
        auto const last = find_open_file(app, kMarker);
        return last && *last == month_text(published.front().month) + "\n";
    };
    if (!published.empty() && !is_newest()) {
        fs::create_directories(app.installation.data_dir);
        export_open_data(app, kSystem, own_folder(app));
    }
}

std::optional<std::string> find_open_file(App const& app, std::string_view name)
{
    auto const& files = list_open_files();
    if (std::ranges::find(files, name, &OpenFile::name) == files.end()) {
        return std::nullopt; // so that a name leads nowhere else
    }
    std::ifstream file{own_folder(app) / name, std::ios::binary};
    if (!file) {
        return std::nullopt;
    }
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

} // namespace wt::app
