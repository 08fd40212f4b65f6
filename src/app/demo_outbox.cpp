#include "app/demo_outbox.hpp"

#include "app/demo_sign_in.hpp"
#include "base/text.hpp"
#include "notify/mail_text.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <utility>

namespace wt::app {

namespace {

namespace fs = std::filesystem;

/// Newest first: their names are numbers.
std::vector<std::pair<long long, fs::path>> list_files(fs::path const& folder)
{
    std::vector<std::pair<long long, fs::path>> files;
    std::error_code absent;
    for (auto const& entry : fs::directory_iterator{folder, absent}) {
        auto const number = find_integer(entry.path().stem().string());
        if (number && entry.path().extension() == ".eml") {
            files.emplace_back(*number, entry.path());
        }
    }
    std::ranges::sort(files, std::greater{});
    return files;
}

std::string content_of(fs::path const& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

} // namespace

std::vector<DemoMail> list_demo_mails(App const& app, std::size_t limit)
{
    require_demonstration(app);
    std::vector<DemoMail> mails;
    for (auto const& [number, path] : list_files(app.installation.data_dir / "outbox")) {
        if (mails.size() == limit) {
            break;
        }
        if (auto mail = notify::find_mail(content_of(path))) {
            mails.push_back({path.stem().string(), *std::move(mail)});
        }
    }
    return mails;
}

} // namespace wt::app
