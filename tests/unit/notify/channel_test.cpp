#include "base/crypto.hpp"
#include "notify/channel.hpp"
#include "support/fake_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace wt::notify {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

Mail const kMail{"ada@example.org", "An update for you", "first\n.second\n..third\n"};

std::unique_ptr<Channel> channel_to(FakeServer const& server)
{
    return make_smtp_channel(
        {.url = "smtp://127.0.0.1:" + std::to_string(server.port()),
         .user = "",
         .password = "",
         .from = "from@example.org"});
}

std::string error_of(Channel& channel, Mail const& mail)
{
    try {
        channel.send(mail);
    } catch (SendError const& error) {
        return error.what();
    }
    return "";
}

TEST(Smtp, SendsTheEnvelopeAndDoublesLeadingDots)
{
    FakeServer server{smtp_talk()};
    channel_to(server)->send(kMail);
    EXPECT_THAT(
        server.lines(),
        IsSupersetOf(
            {HasSubstr("MAIL FROM:<from@example.org>"),
             HasSubstr("RCPT TO:<ada@example.org>"),
             HasSubstr("Subject: An update for you")}));
    EXPECT_THAT(server.lines(), IsSupersetOf({"first", "..second", "...third", "."}));
}

TEST(Smtp, TellsTheCodeOfARefusalButNotTheAddress)
{
    FakeServer server{smtp_talk("550 no such user ada@example.org")};
    auto const channel = channel_to(server);
    auto const error = error_of(*channel, kMail);
    EXPECT_THAT(error, HasSubstr("550"));
    EXPECT_THAT(error, Not(HasSubstr("ada")));
}

TEST(Smtp, FailsWhereNobodyListens)
{
    auto const channel = make_smtp_channel(
        {.url = "smtp://127.0.0.1:1", .user = "", .password = "", .from = "from@example.org"});
    EXPECT_THROW(channel->send(kMail), SendError);
}

TEST(Smtp, SendsNothingInTheClearToAnotherMachine)
{
    FakeServer server{smtp_talk()};
    // Another name for this machine: the server offers no STARTTLS.
    auto const channel = make_smtp_channel(
        {.url = "smtp://127.0.0.2:" + std::to_string(server.port()),
         .user = "",
         .password = "",
         .from = "from@example.org"});
    EXPECT_NE(error_of(*channel, kMail), "");
    EXPECT_THAT(server.lines(), Not(Contains(HasSubstr("ada@example.org"))));
}

TEST(TextGateway, AcceptsOnlyTheAnswerThatMeansAccepted)
{
    for (auto const status : {200, 202}) {
        FakeServer server{http_talk(status)};
        auto const url = "http://127.0.0.1:" + std::to_string(server.port()) + "/send";
        EXPECT_EQ(error_of(*make_text_gateway(url), {"+447700900000", "", "Hi"}), "");
        EXPECT_THAT(server.lines(), Contains("POST /send HTTP/1.1"));
        EXPECT_THAT(server.lines(), Contains(R"({"text":"Hi","to":"+447700900000"})"));
    }
    for (auto const status : {302, 400, 500}) {
        FakeServer server{http_talk(status)};
        auto const url = "http://127.0.0.1:" + std::to_string(server.port()) + "/send";
        EXPECT_THAT(
            error_of(*make_text_gateway(url), {"+447700900000", "", "Hi"}),
            HasSubstr(std::to_string(status)));
    }
}

TEST(TextGateway, OpensNoFile)
{
    EXPECT_THROW(make_text_gateway("file:///etc/hostname")->send(kMail), SendError);
}

class Folder : public testing::Test
{
protected:
    ~Folder() override { fs::remove_all(folder); }

    std::string content_of(std::string const& name) const
    {
        std::ifstream file{folder / name};
        std::stringstream content;
        content << file.rdbuf();
        return content.str();
    }

    fs::path folder = fs::temp_directory_path() / ("wt_outbox_" + random_token());
};

TEST_F(Folder, NumbersItsMailsAndGoesOnAfterARestart)
{
    make_folder_channel(folder, "from@example.org")->send(kMail);
    auto const again = make_folder_channel(folder, "from@example.org");
    again->send({"eve@example.org", "s", "t"});
    EXPECT_THAT(content_of("001.eml"), HasSubstr("To: <ada@example.org>"));
    EXPECT_THAT(content_of("002.eml"), HasSubstr("To: <eve@example.org>"));
    EXPECT_EQ(std::distance(fs::directory_iterator{folder}, {}), 2);
}

TEST_F(Folder, TwoAtOnceNeverShareANumber)
{
    auto const send_many = [&] {
        auto const channel = make_folder_channel(folder, "from@example.org");
        for (int i = 0; i < 50; ++i) {
            channel->send(kMail);
        }
    };
    std::thread other{send_many};
    send_many();
    other.join();
    EXPECT_EQ(std::distance(fs::directory_iterator{folder}, {}), 100);
    EXPECT_THAT(content_of("100.eml"), HasSubstr("ada@example.org"));
}

TEST_F(Folder, OnlyTheOwnerReadsThem)
{
    make_folder_channel(folder, "from@example.org")->send(kMail);
    EXPECT_EQ(
        fs::status(folder / "001.eml").permissions(),
        fs::perms::owner_read | fs::perms::owner_write);
}

} // namespace
} // namespace wt::notify
