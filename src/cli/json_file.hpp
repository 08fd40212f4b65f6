#pragma once

#include "base/message.hpp"
#include "base/time.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

namespace wt::cli {

/// A value of a JSON file that a command was given. Whatever is wrong is one sentence that names
/// the file and the value's place in it ("/requests/3/people"). Lives no longer than its `JsonFile`
/// and the values it was reached by.
class JsonCell
{
public:
    JsonCell(std::string const& file, nlohmann::json const& value) : file_{file}, value_{value} {}

    /// Refuses anything but an object with all of `required` and none but these and `optional`.
    void require_object(
        std::initializer_list<std::string_view> required,
        std::initializer_list<std::string_view> optional = {}) const;

    [[nodiscard]] bool has(char const* name) const;
    /// \pre an object that has it
    [[nodiscard]] JsonCell at(char const* name) const;
    /// Calls `visit` with each value of a list.
    void for_each(std::function<void(JsonCell const& cell)> const& visit) const;
    /// The same for the list `name`; a list that is missing is empty.
    void for_each(char const* name, std::function<void(JsonCell const& cell)> const& visit) const;

    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool flag() const;
    [[nodiscard]] std::int64_t whole(
        std::int64_t least = 1, std::int64_t most = std::numeric_limits<std::int32_t>::max()) const;
    [[nodiscard]] double number(double least, double most) const;
    /// "2026-12-17T19:00:00Z", from 1970 to 2200.
    [[nodiscard]] Instant moment() const;
    /// "2026-12-17", from 1970 to 2200.
    [[nodiscard]] Day day() const;

    /// \param what  about the value, a whole sentence
    [[noreturn]] void refuse(Message const& what) const;

private:
    JsonCell(JsonCell const& parent, nlohmann::json const& value, char const* name, std::size_t at)
        : file_{parent.file_}, value_{value}, parent_{&parent}, name_{name}, index_{at}
    {
    }

    [[nodiscard]] std::string place() const;

    std::string const& file_;
    nlohmann::json const& value_;
    JsonCell const* parent_ = nullptr;
    char const* name_ = nullptr; ///< in an object; else `index_` in a list
    std::size_t index_ = 0;
};

/// A JSON file, read whole.
class JsonFile
{
public:
    /// \throws Refusal (not_found) if it cannot be read; (invalid_input), with the line, if it is
    ///         no JSON
    explicit JsonFile(std::string path);
    ~JsonFile();
    JsonFile(JsonFile const&) = delete;
    JsonFile& operator=(JsonFile const&) = delete;

    [[nodiscard]] JsonCell root() const { return {path_, *document_}; }

private:
    std::string path_;
    std::unique_ptr<nlohmann::json> document_;
};

} // namespace wt::cli
