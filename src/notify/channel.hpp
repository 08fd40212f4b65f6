#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

namespace wt::notify {

/// A short text for one person. A text message has no subject.
struct Mail
{
    std::string to; ///< an e-mail address, or a phone number for a text message
    std::string subject;
    std::string text; ///< UTF-8, lines end with "\n"
    /// Where a POST stops such mails at once (RFC 8058); empty: they are not news.
    std::string stop_url{};
};

/// A mail that did not leave and may be tried again. `what()` is a code or a fixed sentence: it
/// never holds an address or what a server said, so it may be stored and logged.
class SendError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// A way out of the system for messages.
class Channel
{
public:
    Channel() = default;
    virtual ~Channel() = default;
    Channel(Channel const&) = delete;
    Channel& operator=(Channel const&) = delete;

    /// Hands `mail` over; returns when the next party has accepted it. From any thread.
    /// \throws SendError
    virtual void send(Mail const& mail) = 0;
};

/// The server that takes e-mails.
struct SmtpServer
{
    /// `smtps://HOST:PORT` (TLS) or `smtp://HOST:PORT` (STARTTLS, without which nothing is sent,
    /// except to this machine itself).
    std::string url;
    std::string user; ///< empty: no authentication
    std::string password;
    std::string from; ///< the sender's address; names neither police nor place
};

/// E-mail by SMTP; gives up after 30 seconds.
std::unique_ptr<Channel> make_smtp_channel(SmtpServer server);

/// Text messages: `POST url` with the JSON object {"to", "text"}; any 2xx answer is acceptance.
std::unique_ptr<Channel> make_text_gateway(std::string url);

/// For an installation without a server: refuses every mail, so that it waits for one.
std::unique_ptr<Channel> make_closed_channel();

/// For a demonstration: each mail becomes the next free `001.eml`, `002.eml` …
/// in `folder` (made if absent; readable by its owner alone), complete from the moment it appears.
std::unique_ptr<Channel> make_folder_channel(std::filesystem::path folder, std::string from);

} // namespace wt::notify
