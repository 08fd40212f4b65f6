#include "streets/network_file.hpp"

#include "base/refusal.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <memory>
#include <span>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
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
    NetworkViews const none;
    NetworkViews::for_each([&](auto const&) { ++count; }, none);
    return count;
}

/// Tables begin at multiples of this, so that they can be used where they lie.
constexpr std::size_t kAlignment = 8;

constexpr std::size_t padding_after(std::size_t size) noexcept
{
    return (kAlignment - size % kAlignment) % kAlignment;
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

/// A whole file in memory, to be read.
class Mapping
{
public:
    /// Nothing if it cannot be opened.
    static std::shared_ptr<Mapping const> open(std::filesystem::path const& file)
    {
        int const handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (handle < 0) {
            return nullptr;
        }
        struct stat about = {};
        void* start = MAP_FAILED;
        if (::fstat(handle, &about) == 0 && about.st_size > 0) {
            start = ::mmap(
                nullptr,
                static_cast<std::size_t>(about.st_size),
                PROT_READ,
                MAP_PRIVATE | MAP_POPULATE,
                handle,
                0);
        }
        ::close(handle);
        bool const is_there = start != MAP_FAILED;
        return std::make_shared<Mapping const>(
            is_there ? start : nullptr, is_there ? static_cast<std::size_t>(about.st_size) : 0);
    }
    Mapping(void* start, std::size_t size) : start_{start}, size_{size} {}
    Mapping(Mapping const&) = delete;
    Mapping& operator=(Mapping const&) = delete;
    ~Mapping()
    {
        if (start_ != nullptr) {
            ::munmap(start_, size_);
        }
    }

    [[nodiscard]] std::span<std::byte const> bytes() const
    {
        return {static_cast<std::byte const*>(start_), size_};
    }

private:
    void* start_;
    std::size_t size_;
};

class FileReader
{
public:
    explicit FileReader(std::filesystem::path const& file)
        : name_{file.filename().string()}, memory_{Mapping::open(file)}
    {
        if (!memory_) {
            throw refusal(N_("The street network “{1}” cannot be opened."));
        }
        left_ = memory_->bytes();
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
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }
    template <class T>
    void read_table(std::span<T const>& table)
    {
        auto const count = read<std::uint64_t>();
        if (count > left_.size() / sizeof(T)) {
            throw damaged();
        }
        auto const bytes = take(count * sizeof(T));
        table = {reinterpret_cast<T const*>(bytes.data()), count};
        auto const padding = take(padding_after(bytes.size()));
        if (!std::ranges::all_of(padding, [](std::byte byte) { return byte == std::byte{0}; })) {
            throw damaged();
        }
    }
    [[nodiscard]] bool is_at_end() const noexcept { return left_.empty(); }
    [[nodiscard]] std::shared_ptr<void const> memory() const { return memory_; }

private:
    std::span<std::byte const> take(std::size_t size)
    {
        if (size > left_.size()) {
            throw damaged();
        }
        auto const taken = left_.first(size);
        left_ = left_.subspan(size);
        return taken;
    }

    std::string name_;
    std::shared_ptr<Mapping const> memory_;
    std::span<std::byte const> left_;
};

template <class T>
std::span<std::byte const> bytes_of(T const& value)
{
    return std::as_bytes(std::span{&value, 1});
}

} // namespace

std::uint64_t content_hash(NetworkViews const& tables) noexcept
{
    std::uint64_t hash = kFormat;
    NetworkViews::for_each(
        [&](auto const& table) {
            hash = mixed(hash, table.size());
            hash = hash_bytes(hash, std::as_bytes(table));
        },
        tables);
    return hash;
}

bool is_network_file(std::filesystem::path const& file)
{
    std::array<char, kMagic.size()> magic{};
    std::ifstream{file, std::ios::binary}.read(magic.data(), magic.size());
    return magic == kMagic;
}

void write_tables(NetworkViews const& tables, std::filesystem::path const& file)
{
    constexpr std::array<std::byte, kAlignment> kPadding{};
    NewFile target{file};
    FileHeader header;
    header.table_count = table_count();
    header.hash = content_hash(tables);
    target.write(bytes_of(header));
    NetworkViews::for_each(
        [&](auto const& table) {
            target.write(bytes_of(std::uint64_t{table.size()}));
            target.write(std::as_bytes(table));
            target.write(std::span{kPadding}.first(padding_after(table.size_bytes())));
        },
        tables);
    target.finish();
}

MappedTables map_tables(std::filesystem::path const& file)
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
    MappedTables mapped;
    NetworkViews::for_each([&](auto& table) { reader.read_table(table); }, mapped.tables);
    mapped.hash = content_hash(mapped.tables);
    if (!reader.is_at_end() || mapped.hash != header.hash) {
        throw reader.damaged();
    }
    mapped.memory = reader.memory();
    return mapped;
}

} // namespace wt::streets
