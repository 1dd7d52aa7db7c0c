// The little that the syntax stage knows of Unicode. Text is UTF-8; a lone surrogate, which
// Python allows in strings, is kept as the three bytes that its number would have.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nnscan::syntax {

void append_utf8(uint32_t code_point, std::string& out);

bool is_ascii(std::string_view text);

// Offset of the first byte that is not part of well-formed UTF-8; npos if there is none.
size_t find_bad_utf8(std::string_view text);

// Whether NFKC normalisation, which Python applies to names, surely leaves this one as it is.
// False for what it would change, and for some rare letters that it would not.
bool is_normal_name(std::string_view name);

// The character of a `\N{name}` escape; none if we do not know the name.
constexpr uint32_t kNoCharacter = 0xffffffffu;
uint32_t character_by_name(std::string_view name);

}  // namespace nnscan::syntax
