#include "streets/network_file.hpp"

#include "base/refusal.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <span>
#include <string>
#include <system_error>
#include <unistd.h>

namespace wt::streets {
namespace {

static_assert(std::endian::native == std::endian::little, "map files are little-endian");

constexpr std::array<char, 8> kMagic{'W', 'T', 'S', 'T', 'R', 'E', 'E', 'T'};
constexpr std::uint32_t kFormat = 2;

struct FileHeader
{
    std::array<char, 8> magic = kMagic;
    std::uint32_t format = kFormat;
    std::uint32_t table_count = 0;
    std::uint64_t hash = 0;
};
static_assert(sizeof(FileHeader) == 24);

/// Multiply and fold, as in SplitMix64's finisher; not against forgery, only against damage.
std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) noexcept
{
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 32U);
}

std::uint64_t hash_bytes(std::uint64_t hash, std::span<std::byte const> bytes) noexcept
{
    std::uint64_t word = 0;
    while (bytes.size() >= sizeof word) {
        std::memcpy(&word, bytes.data(), sizeof word);
        hash = mixed(hash, word);
        bytes = bytes.subspan(sizeof word);
    }
    word = 0;
    if (!bytes.empty()) {
        std::memcpy(&word, bytes.data(), bytes.size());
    }
    return mixed(hash, word);
}

std::uint32_t table_count() noexcept
{
    std::uint32_t count = 0;
    NetworkTables const none;
    NetworkTables::for_each(none, [&](auto const&) { ++count; });
    return count;
}

[[noreturn]] void throw_errno(std::filesystem::path const& file)
{
    throw std::system_error{errno, std::generic_category(), file.string()};
}

/// A file that vanishes again unless it was finished.
class NewFile
{
public:
    explicit NewFile(std::filesystem::path target)
        : target_{std::move(target)}, name_{target_.string() + ".new"},
          handle_{::open(name_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)}
    {
        if (handle_ < 0) {
            throw_errno(name_);
        }
    }
    NewFile(NewFile const&) = delete;
    NewFile& operator=(NewFile const&) = delete;
    ~NewFile()
    {
        if (handle_ >= 0) {
            ::close(handle_);
            ::unlink(name_.c_str());
        }
    }

    void write(std::span<std::byte const> bytes)
    {
        while (!bytes.empty()) {
            ssize_t const written = ::write(handle_, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) {
                throw_errno(name_);
            }
            bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
        }
    }

    /// On disk before it takes the target's name, so that a power cut leaves old or new.
    void finish()
    {
        if (::fsync(handle_) != 0 || ::rename(name_.c_str(), target_.c_str()) != 0) {
            throw_errno(name_);
        }
        ::close(handle_);
        handle_ = -1;
    }

private:
    std::filesystem::path target_;
    std::string name_;
    int handle_;
};

class FileReader
{
public:
    explicit FileReader(std::filesystem::path const& file)
        : name_{file.filename().string()}, stream_{file, std::ios::binary | std::ios::ate}
    {
        if (!stream_) {
            throw refusal(N_("The street network “{1}” cannot be opened."));
        }
        left_ = static_cast<std::uint64_t>(stream_.tellg());
        stream_.seekg(0);
    }

    [[nodiscard]] Refusal refusal(char const* sentence) const
    {
        return Refusal{Refusal::invalid_input, {sentence, {name_}}};
    }
    [[nodiscard]] Refusal damaged() const
    {
        return refusal(N_("The street network “{1}” is damaged. Import the map again."));
    }

    template <class T>
    T read()
    {
        T value;
        read_into(&value, sizeof value);
        return value;
    }
    template <class T>
    void read_table(std::vector<T>& table)
    {
        auto const count = read<std::uint64_t>();
        // Checked before memory is asked for: a damaged size must not take the machine's.
        if (count > left_ / sizeof(T)) {
            throw damaged();
        }
        table.resize(count);
        read_into(table.data(), count * sizeof(T));
    }
    [[nodiscard]] bool is_at_end() const noexcept { return left_ == 0; }

private:
    void read_into(void* target, std::uint64_t size)
    {
        if (size > left_ ||
            (size > 0 &&
             !stream_.read(static_cast<char*>(target), static_cast<std::streamsize>(size)))) {
            throw damaged();
        }
        left_ -= size;
    }

    std::string name_;
    std::ifstream stream_;
    std::uint64_t left_ = 0;
};

template <class T>
std::span<std::byte const> bytes_of(T const& value)
{
    return std::as_bytes(std::span{&value, 1});
}

} // namespace

std::uint64_t content_hash(NetworkTables const& tables) noexcept
{
    std::uint64_t hash = kFormat;
    NetworkTables::for_each(tables, [&](auto const& table) {
        hash = mixed(hash, table.size());
        hash = hash_bytes(hash, std::as_bytes(std::span{table}));
    });
    return hash;
}

bool is_network_file(std::filesystem::path const& file)
{
    std::array<char, kMagic.size()> magic{};
    std::ifstream{file, std::ios::binary}.read(magic.data(), magic.size());
    return magic == kMagic;
}

void write_tables(NetworkTables const& tables, std::filesystem::path const& file)
{
    NewFile target{file};
    FileHeader header;
    header.table_count = table_count();
    header.hash = content_hash(tables);
    target.write(bytes_of(header));
    NetworkTables::for_each(tables, [&](auto const& table) {
        target.write(bytes_of(std::uint64_t{table.size()}));
        target.write(std::as_bytes(std::span{table}));
    });
    target.finish();
}

NetworkTables read_tables(std::filesystem::path const& file)
{
    FileReader reader{file};
    auto const header = reader.read<FileHeader>();
    if (header.magic != kMagic) {
        throw reader.refusal(N_("“{1}” is not a street network."));
    }
    if (header.format != kFormat || header.table_count != table_count()) {
        throw reader.refusal(N_("The street network “{1}” was made by another version of this "
                                "program. Import the map again."));
    }
    NetworkTables tables;
    NetworkTables::for_each(tables, [&](auto& table) { reader.read_table(table); });
    if (!reader.is_at_end() || content_hash(tables) != header.hash) {
        throw reader.damaged();
    }
    return tables;
}

} // namespace wt::streets
