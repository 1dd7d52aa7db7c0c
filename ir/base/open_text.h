// Text that holds what only a run knows, such as `f'{x.shape[0]}'`: before each such part stands a
// mark, so that whatever looks at the characters can refuse. People are shown it without marks.
#pragma once

#include <string>
#include <string_view>

namespace nnscan {

// U+FDD0, which Unicode gives to no character and keeps for such uses.
inline constexpr std::string_view kOpenMark = "\xEF\xB7\x90";

inline bool is_open_text(std::string_view text) { return text.find(kOpenMark) != std::string_view::npos; }

inline std::string open_text(std::string text) { return text.insert(0, kOpenMark); }

inline std::string without_marks(std::string text) {
  for (size_t at = 0; (at = text.find(kOpenMark, at)) != std::string::npos;) text.erase(at, kOpenMark.size());
  return text;
}

}  // namespace nnscan
