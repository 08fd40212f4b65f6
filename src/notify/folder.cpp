#include "base/crypto.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "notify/channel.hpp"
#include "notify/mail_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

namespace wt::notify {

namespace {

namespace fs = std::filesystem;

class FolderChannel : public Channel
{
public:
    FolderChannel(fs::path folder, std::string from)
        : folder_{std::move(folder)}, from_{std::move(from)}
    {
    }

    void send(Mail const& mail) override
    {
        fs::create_directories(folder_);
        auto const name = random_token();
        auto const unfinished = folder_ / fmt::format(".{}", name);
        write(unfinished, to_internet_message(mail, from_, system_now(), name + "@localhost"));
        auto number = last_number() + 1;
        std::error_code taken;
        // A link never replaces a file, so two processes never take the same number.
        while (fs::create_hard_link(unfinished, path_of(number), taken), taken) {
            if (taken != std::errc::file_exists) {
                fs::remove(unfinished);
                throw SendError{"cannot write into the outbox folder"};
            }
            ++number;
        }
        fs::remove(unfinished);
    }

private:
    [[nodiscard]] fs::path path_of(long long number) const
    {
        return folder_ / fmt::format("{:03}.eml", number);
    }

    static void write(fs::path const& file, std::string const& content)
    {
        std::ofstream out{file, std::ios::binary};
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
        out << content;
        out.close();
        if (!out) {
            throw SendError{"cannot write into the outbox folder"};
        }
    }

    [[nodiscard]] long long last_number() const
    {
        long long last = 0;
        for (auto const& entry : fs::directory_iterator{folder_}) {
            last = std::max(last, find_integer(entry.path().stem().string()).value_or(0));
        }
        return last;
    }

    fs::path folder_;
    std::string from_;
};

} // namespace

std::unique_ptr<Channel> make_folder_channel(fs::path folder, std::string from)
{
    return std::make_unique<FolderChannel>(std::move(folder), std::move(from));
}

} // namespace wt::notify
