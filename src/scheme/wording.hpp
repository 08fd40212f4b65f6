#pragma once

#include <string>
#include <string_view>

/// Finding words in a sentence as a reader would: letter case (of ASCII letters), line breaks,
/// quotation marks, kinds of apostrophe and punctuation make no difference.
namespace wt {

/// The words of `text` in lower case, one space before, between and after them, so that a phrase is
/// found by its edges. An apostrophe within a word stays, as a straight one.
std::string as_words(std::string_view text);

/// True if `sentence` holds the words of `name` next to each other, with or without 's. Part of a
/// word is no match, nor is an empty name.
bool names(std::string_view sentence, std::string_view name);

} // namespace wt
