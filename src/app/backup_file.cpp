#include "app/backup_file.hpp"

#include "app/durable_file.hpp"
#include "base/refusal.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <stdexcept>
#include <utility>

namespace wt::app {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr int kVersion = 1;

std::string to_line(BackupHeader const& header)
{
    Json json{
        {"walktalk_backup", kVersion},
        {"id", header.id},
        {"schema", header.schema},
        {"master_key", header.master_key},
        {"created_at", to_milliseconds(header.created_at)}};
    if (header.expires_at) {
        json["expires_at"] = to_milliseconds(*header.expires_at);
    }
    return json.dump();
}

std::optional<BackupHeader> find_header(std::string const& line)
{
    try {
        auto const json = Json::parse(line);
        if (json.at("walktalk_backup") != kVersion) {
            return std::nullopt;
        }
        BackupHeader header{
            .id = json.at("id").get<std::string>(),
            .schema = json.at("schema").get<std::string>(),
            .master_key = json.at("master_key").get<std::string>(),
            .created_at = from_milliseconds(json.at("created_at").get<std::int64_t>())};
        if (json.contains("expires_at")) {
            header.expires_at = from_milliseconds(json.at("expires_at").get<std::int64_t>());
        }
        return header;
    } catch (Json::exception const&) {
        return std::nullopt;
    }
}

std::string end_line(std::int64_t lines, std::string const& sum)
{
    return Json{{"lines", lines}, {"hash", sum}}.dump();
}

/// The lines of a gzip file, of any length.
class Lines
{
public:
    explicit Lines(fs::path const& file) : in_{gzopen(file.c_str(), "rb")} {}

    /// Nothing at the end, or where the file is broken.
    std::optional<std::string> next()
    {
        std::string line;
        while (in_ && gzgets(in_.get(), part_.data(), static_cast<int>(part_.size())) != nullptr) {
            line += part_.data();
            if (line.ends_with('\n')) {
                line.pop_back();
                return line;
            }
        }
        return std::nullopt;
    }

    /// After the last line: whether the file's own end was there and fits.
    [[nodiscard]] bool is_whole()
    {
        int error = Z_OK;
        gzerror(in_.get(), &error);
        return error == Z_OK && gzeof(in_.get()) == 1;
    }

private:
    struct Close
    {
        void operator()(gzFile file) const { gzclose(file); }
    };
    std::unique_ptr<gzFile_s, Close> in_;
    std::array<char, 8192> part_{};
};

[[noreturn]] void refuse()
{
    throw Refusal{
        Refusal::invalid_input, N_("The backup file is missing, incomplete or has been changed.")};
}

std::string require_line(Lines& lines)
{
    auto line = lines.next();
    if (!line) {
        refuse();
    }
    return std::move(*line);
}

} // namespace

BackupWriter::BackupWriter(fs::path file, BackupHeader const& header, store::Keyring const& keys)
    : file_{std::move(file)}, unfinished_{unfinished_path(file_)},
      key_{keys.backup_key(header.master_key)}
{
    make_private_file(unfinished_);
    out_.reset(gzopen(unfinished_.c_str(), "wb6"));
    write(to_line(header));
}

BackupWriter::~BackupWriter()
{
    out_.reset();
    std::error_code ignored; // a destructor has nobody to tell
    fs::remove(unfinished_, ignored);
}

void BackupWriter::write(std::string const& line)
{
    sum_ = keyed_hash(key_, sum_ + line);
    ++lines_;
    for (std::string_view const part : {std::string_view{line}, std::string_view{"\n"}}) {
        if (!out_ || gzwrite(out_.get(), part.data(), static_cast<unsigned>(part.size())) !=
                         static_cast<int>(part.size())) {
            throw std::runtime_error{"cannot write the backup"};
        }
    }
}

void BackupWriter::finish()
{
    write(end_line(lines_, sum_));
    if (gzclose(out_.release()) != Z_OK) {
        throw std::runtime_error{"cannot write the backup"};
    }
    sync_file(unfinished_);
    replace_file(unfinished_, file_);
}

std::optional<BackupHeader> find_backup_header(fs::path const& file)
{
    Lines lines{file};
    auto const first = lines.next();
    return first ? find_header(*first) : std::nullopt;
}

BackupHeader read_backup_file(
    store::Keyring const& keys,
    fs::path const& file,
    std::function<void(std::string const&)> const& sink)
{
    Lines lines{file};
    auto line = require_line(lines);
    auto const header = find_header(line);
    if (!header) {
        refuse();
    }
    auto const key = keys.backup_key(header->master_key);
    auto sum = keyed_hash(key, line);
    // Of two lines at hand the first is surely not the end.
    line = require_line(lines);
    std::int64_t count = 1;
    for (auto next = lines.next(); next; next = lines.next()) {
        sum += line;
        sum = keyed_hash(key, sum);
        ++count;
        if (sink) {
            sink(line);
        }
        line = std::move(*next);
    }
    if (!lines.is_whole() || line != end_line(count, sum)) {
        refuse();
    }
    return *header;
}

} // namespace wt::app
