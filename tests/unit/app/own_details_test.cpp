#include "app/outbox.hpp"
#include "app/own_data.hpp"
#include "app/own_details.hpp"
#include "base/refusal.hpp"
#include "store/participants.hpp"
#include "support/given.hpp"
#include "support/given_concerns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

namespace wt::app {
namespace {

using testing::HasSubstr;
using testing::Not;

class LastMail : public notify::Channel
{
public:
    void send(notify::Mail const& mail) override { last = mail; }
    notify::Mail last;
};

class OwnDetailsTest : public AppOnBothDatabases
{
protected:
    void SetUp() override
    {
        given_force(test);
        auto mails = std::make_unique<LastMail>();
        email = mails.get();
        channels = {.email = std::move(mails), .text = std::make_unique<LastMail>()};
    }

    Participant she() { return require_participant(test.app(), token); }

    /// Sends all that is due. \returns the code in the last mail
    std::string code_sent()
    {
        while (send_one_message(test.app(), channels)) {
        }
        std::smatch found;
        std::regex_search(email->last.text, found, std::regex{"[0-9]{6}"});
        return found.str();
    }

    std::size_t count_with(std::string const& contact)
    {
        store::Reading reading{test.db()};
        return store::list_participants_by_contact(
                   reading, test.app().keys.hash(store::KeyPurpose::lookup, contact))
            .size();
    }

    Channels channels;
    LastMail* email = nullptr;
    std::string token;
};
WT_ON_BOTH_DATABASES(OwnDetailsTest);

TEST_P(OwnDetailsTest, SheCorrectsHerNameAndStopsMessages)
{
    token = given_request(test).token;
    change_details(test.app(), she(), {" Anna ", "ana@example.org", false});
    EXPECT_EQ(she().data.name, "Anna");
    EXPECT_FALSE(she().data.wants_messages);
    EXPECT_EQ(she().data.contact, "ana@example.org");
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'change_request'"), 1);
}

TEST_P(OwnDetailsTest, SaysAllThatIsWrong)
{
    token = given_request(test).token;
    auto const errors = check_details(test.app(), she(), {"", "", true});
    EXPECT_NE(errors.find("name"), nullptr);
    EXPECT_NE(errors.find("contact"), nullptr);
    EXPECT_THROW(change_details(test.app(), she(), {"", "", true}), Refusal);
}

TEST_P(OwnDetailsTest, ANewContactCountsOnceItIsConfirmed)
{
    token = given_request(test).token;
    send_contact_code(test.app(), she(), "New@Example.org");
    auto const code = code_sent();
    EXPECT_EQ(email->last.to, "new@example.org");
    EXPECT_THAT(email->last.text, Not(HasSubstr(token)));
    EXPECT_EQ(she().data.contact, "ana@example.org");

    EXPECT_THROW(change_contact(test.app(), she(), "other@example.org", true, {code, ""}), Refusal);
    change_contact(test.app(), she(), "new@example.org", true, {code, ""});

    EXPECT_EQ(she().data.contact, "new@example.org");
    EXPECT_EQ(count_with("new@example.org"), 1U);
    EXPECT_EQ(count_with("ana@example.org"), 0U);
}

TEST_P(OwnDetailsTest, TheCodeForAContactErasesNothing)
{
    token = given_request(test).token;
    send_contact_code(test.app(), she(), "new@example.org");
    EXPECT_THROW(erase_own_data(test.app(), she(), code_sent()), Refusal);
}

TEST_P(OwnDetailsTest, WhoHadNoContactShowsHerWordsToo)
{
    auto const asked = given_request(test, "");
    token = asked.token;
    send_contact_code(test.app(), she(), "new@example.org");
    auto const code = code_sent();
    EXPECT_THROW(
        change_contact(test.app(), she(), "new@example.org", true, {code, "no words"}), Refusal);
    change_contact(test.app(), she(), "new@example.org", true, {code, asked.words});
    EXPECT_EQ(she().data.contact, "new@example.org");
    EXPECT_TRUE(she().data.wants_messages);
}

} // namespace
} // namespace wt::app
