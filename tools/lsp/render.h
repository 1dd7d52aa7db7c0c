// Results as text for people.
#pragma once

#include <functional>
#include <string>

#include "tools/lsp/json.h"

namespace nnscan::lsp {

// One text for the contexts of a hint (analysis.h): the shape, if they agree; else what covers
// them, with `64|128` where sizes differ.
std::string union_text(const Json& contexts);
// A call for people: "line 12 `f(x)`".
using CallName = std::function<std::string(const Json& span)>;
// Each differing shape with where it comes from, one a line; the shape alone where there is one.
std::string contexts_text(const Json& contexts, bool markdown, const CallName& name_of);
// Where one context is: "in `layer1.0` from line 12 `f(x)`"; "" where nothing is to be said.
std::string callers_text(const Json& context, bool markdown, const CallName& name_of);

// "11.7 M", "938"
std::string amount(double count);
// "11.7 M parameters"; "1.8 G·N multiply-adds at H=224, W=224" of COUNTS (analysis.h); "" where not
// known.
std::string parameters_text(const Json& counts);
std::string multiply_adds_text(const Json& counts);
// "1.8 G·N"
std::string multiply_adds_number(const Json& counts);

}  // namespace nnscan::lsp
