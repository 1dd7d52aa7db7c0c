// Text with parts that only a run knows (ir/base/open_text.h) and those who look at its characters.
#pragma once

#include "frontend/python/interp.h"
#include "ir/base/open_text.h"

namespace nnscan::py {

inline Value refuse_open_text(Interp& in, const std::string& text) {
  return in.refuse(Code::kDynamicPython, "this looks at the characters of a text that holds what only a run knows: `" + text + "`",
                   "such a text can go into messages; decide by the value itself");
}

// The text itself; refuses where its characters depend on the run.
inline const std::string& look_at_text(Interp& in, const std::string& text) {
  if (is_open_text(text)) refuse_open_text(in, text);
  return text;
}

}  // namespace nnscan::py
