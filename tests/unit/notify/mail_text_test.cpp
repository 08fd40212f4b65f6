#include "notify/mail_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::notify {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string message_of(Mail const& mail)
{
    return to_internet_message(mail, "from@example.org", Instant{}, "id@example.org");
}

TEST(MailText, HasTheHeadersOfAnInternetMessage)
{
    auto const text = message_of({"ada@example.org", "An update for you", "Hello\nAda\n"});
    EXPECT_EQ(
        text,
        "Date: Thu, 01 Jan 1970 00:00:00 +0000\r\nFrom: <from@example.org>\r\n"
        "To: <ada@example.org>\r\nSubject: An update for you\r\nMessage-ID: <id@example.org>\r\n"
        "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
        "Hello\r\nAda\r\n");
}

TEST(MailText, EncodesASubjectOutsideAscii)
{
    EXPECT_THAT(
        message_of({"a@b", "Gwylio’r nos", ""}),
        HasSubstr("Subject: =?UTF-8?B?R3d5bGlv4oCZciBub3M=?=\r\n"));
}

TEST(MailText, AnEncodedWordHoldsWholeCharacters)
{
    std::string subject;
    for (int i = 0; i < 30; ++i) {
        subject += "ŵ"; // two bytes: 45 would end within the 23rd
    }
    EXPECT_THAT(
        message_of({"a@b", subject, ""}),
        HasSubstr(
            "Subject: =?UTF-8?B?xbXFtcW1xbXFtcW1xbXFtcW1xbXFtcW1xbXFtcW1xbXFtcW1xbXFtcW1xbU=?=\r\n"
            " =?UTF-8?B?xbXFtcW1xbXFtcW1xbXFtQ==?=\r\n"));
}

TEST(MailText, SendsATextOutsideAsciiAsBase64)
{
    auto const text = message_of({"a@b", "s", "ŵ\n"});
    EXPECT_THAT(text, HasSubstr("Content-Transfer-Encoding: base64\r\n\r\nxbUNCg==\r\n"));
}

TEST(MailText, SendsALongLineInShortOnes)
{
    auto const text = message_of({"a@b", "s", std::string(2000, 'x')});
    EXPECT_THAT(text, Not(HasSubstr(std::string(100, 'x'))));
    EXPECT_THAT(text, HasSubstr("base64"));
}

TEST(MailText, RefusesAnAddressThatWouldAddAHeader)
{
    EXPECT_THROW(message_of({"a@b>\r\nBcc: <c@d", "s", "t"}), SendError);
    EXPECT_THROW(message_of({"a@b", "s\nX: y", "t"}), SendError);
}

TEST(MailText, ReadsBackWhatItWrote)
{
    std::string const long_line(2000, 'x');
    for (Mail const& mail :
         {Mail{"a@b", "An update", "Hello\nAda\n"},
          Mail{"a@b", "Gwylio’r nos a’r strydoedd o’ch cwmpas bob nos Wener", "Bore da, ŵyl\n"},
          Mail{"+447700900123", "", long_line + "\n"}}) {
        auto const found = find_mail(message_of(mail));
        ASSERT_TRUE(found);
        EXPECT_EQ(found->to, mail.to);
        EXPECT_EQ(found->subject, mail.subject);
        EXPECT_EQ(found->text, mail.text);
    }
}

TEST(MailText, ReadsNothingElse)
{
    EXPECT_FALSE(find_mail(""));
    EXPECT_FALSE(find_mail("Hello\r\n\r\nAda"));
    EXPECT_FALSE(
        find_mail("\r\nTo: <a>\r\nContent-Transfer-Encoding: base64\r\n\r\nnot base64!\r\n"));
}

TEST(MailText, NewsSayWhereOneClickStopsThem)
{
    Mail const mail{"a@b", "s", "t\n", "https://example.org/news/secret/end"};
    auto const text = message_of(mail);
    EXPECT_THAT(
        text,
        HasSubstr("\r\nList-Unsubscribe: <https://example.org/news/secret/end>\r\n"
                  "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    EXPECT_EQ(find_mail(text)->stop_url, mail.stop_url);
    EXPECT_THAT(message_of({"a@b", "s", "t"}), Not(HasSubstr("List-Unsubscribe")));
}

TEST(MailText, OneClickIsOnlyOfferedOverHttps)
{
    auto const text = message_of({"a@b", "s", "t", "http://example.org/news/secret/end"});
    EXPECT_THAT(text, HasSubstr("List-Unsubscribe: <http:"));
    EXPECT_THAT(text, Not(HasSubstr("One-Click")));
}

TEST(MailText, NoStopAddressAddsAHeader)
{
    EXPECT_THROW(message_of({"a@b", "s", "t", "https://x>\r\nBcc: <c@d"}), SendError);
}

} // namespace
} // namespace wt::notify
