#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>

namespace wt::notify {

/// One libcurl transfer with the limits that every one of ours has.
class Transfer
{
public:
    /// \param url        where to
    /// \param protocols  those that `url` may use, as libcurl lists them: "smtp,smtps"
    Transfer(std::string const& url, char const* protocols);

    template <class Value>
    void set(CURLoption option, Value value)
    {
        curl_easy_setopt(handle_.get(), option, value);
    }

    /// Keeps what the other side says in `answer`, up to a megabyte; more is an error of `run`.
    /// \pre `answer` outlives the transfer
    void keep_answer(std::string& answer);

    /// Runs it. What the other side says is thrown away, but for its last status code.
    /// \throws SendError  naming that code or libcurl's own fixed sentence
    long run();

private:
    struct Cleanup
    {
        void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    };
    std::unique_ptr<CURL, Cleanup> handle_;
};

/// A list of texts for libcurl.
class TextList
{
public:
    explicit TextList(char const* first) : list_{curl_slist_append(nullptr, first)} {}

    [[nodiscard]] curl_slist* get() const { return list_.get(); }

private:
    struct Cleanup
    {
        void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    };
    std::unique_ptr<curl_slist, Cleanup> list_;
};

} // namespace wt::notify
