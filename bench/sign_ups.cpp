// Durable requests for a walk per second, without HTTP: bench_sign_ups [URL…]. Each is a
// transaction that is on the disk before the next one of its thread begins. Without an address, a
// new SQLite file; beside it, single rows of the same database as a yardstick.
#include "app/ask_for_walk.hpp"
#include "store/areas.hpp"
#include "store/migrations.hpp"
#include "store/settings.hpp"

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace wt;
using namespace std::chrono_literals;

constexpr auto kFor = 3s;

void make_force(store::Db& db)
{
    MultiPolygon const area{
        {Polygon{.outline = {{51, -1}, {51, 1}, {52, 1}, {52, -1}}, .holes = {}}}};
    store::Transaction tx{db};
    store::put_bcu(tx, {.id = {1}, .code = "B", .name = "BCU", .area = area});
    auto const bcu = store::find_bcu_by_code(tx, "B");
    store::put_ward(tx, {.id = {1}, .code = "W", .name = "Ward", .bcu = bcu->id, .area = area});
    tx.commit();
}

app::WalkWish wish_of(int client, int number)
{
    return {
        .is_old_enough = true,
        .name = "Ana",
        .contact = fmt::format("ana{}.{}@example.org", client, number),
        .wants_messages = true,
        .party = 1,
        .may_share = false,
        .details = {
            .places = {{"Camberwell Road", {51.474, -0.093}}},
            .free_times = {{4, 18h, 22h}},
            .in_the_light = false,
            .step_free = false,
            .language = "",
            .words = "The path behind the station."}};
}

/// How often per second `work(client, number)` is done by `clients` threads.
template <class Work>
double per_second(int clients, Work const& work)
{
    std::atomic<int> done = 0;
    auto const start = std::chrono::steady_clock::now();
    {
        std::vector<std::jthread> threads;
        for (int client = 0; client < clients; ++client) {
            threads.emplace_back([&, client] {
                for (int i = 0; std::chrono::steady_clock::now() - start < kFor; ++i) {
                    work(client, i);
                    ++done;
                }
            });
        }
    }
    return done / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void measure(std::string const& url)
{
    store::Db db{url, 32};
    store::migrate(db, system_now());
    make_force(db);
    app::App app{db, store::Keyring{db, SecretKey::make_random()}, {}, system_now};
    for (int const clients : {1, 8, 32}) {
        auto const rows = per_second(clients, [&](int client, int number) {
            store::Transaction tx{db};
            store::put_setting(tx, fmt::format("bench {} {}", client, number), "x");
            tx.commit();
        });
        auto const run = fmt::format("{} {}", clients, random_id());
        auto const asked = per_second(clients, [&](int client, int number) {
            app::ask_for_walk(
                app,
                kVisitor,
                wish_of(client, number),
                fmt::format("{} {} {}", run, client, number));
        });
        fmt::print(
            "| {} | {} | {:.0f} | {:.0f} | {:.2f} |\n",
            db.dialect() == store::Dialect::sqlite ? "SQLite" : "PostgreSQL",
            clients,
            asked,
            rows,
            asked / rows);
    }
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> urls(argv + 1, argv + argc);
    auto const file = std::filesystem::temp_directory_path() /
                      fmt::format("bench_sign_ups_{}.db", wt::random_id());
    if (urls.empty()) {
        urls.push_back("sqlite:" + file.string());
    }
    fmt::print("| database | threads | requests/s | single rows/s | ratio |\n"
               "| --- | --: | --: | --: | --: |\n");
    for (auto const& url : urls) {
        measure(url);
    }
    for (auto const* const suffix : {"", "-wal", "-shm"}) {
        std::filesystem::remove(file.string() + suffix);
    }
}
