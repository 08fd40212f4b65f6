#include "app/durable_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace wt::app {

namespace {

namespace fs = std::filesystem;

/// Opens, does `work` with the descriptor, closes.
void with_file(fs::path const& file, int flags, auto const& work)
{
    int const descriptor = ::open(file.c_str(), flags | O_CLOEXEC, 0600);
    if (descriptor < 0 || work(descriptor) != 0) {
        std::error_code const error{errno, std::generic_category()};
        if (descriptor >= 0) {
            ::close(descriptor);
        }
        throw std::system_error{error, "cannot write a file"};
    }
    ::close(descriptor);
}

fs::path folder_of(fs::path const& file)
{
    return file.has_parent_path() ? file.parent_path() : fs::path{"."};
}

void sync_folder(fs::path const& file)
{
    with_file(folder_of(file), O_RDONLY | O_DIRECTORY, [](int opened) { return ::fsync(opened); });
}

} // namespace

fs::path unfinished_path(fs::path const& file)
{
    return folder_of(file) / (".unfinished-" + file.filename().string());
}

void make_private_file(fs::path const& file)
{
    fs::remove(file); // its permissions would stay
    with_file(file, O_WRONLY | O_CREAT | O_EXCL, [](int) { return 0; });
}

void sync_file(fs::path const& file)
{
    with_file(file, O_WRONLY, [](int opened) { return ::fsync(opened); });
}

void replace_file(fs::path const& from, fs::path const& to)
{
    fs::rename(from, to);
    sync_folder(to);
}

void remove_file(fs::path const& file)
{
    if (fs::remove(file)) {
        sync_folder(file);
    }
}

} // namespace wt::app
