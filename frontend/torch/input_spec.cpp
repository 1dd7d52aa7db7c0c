#include "frontend/torch/input_spec.h"

#include <algorithm>
#include <charconv>

#include "ir/base/spelling.h"

namespace nnscan {

namespace {

bool is_path(const std::string& path) {
  bool start = true;
  for (char c : path) {
    if (c == '.') {
      if (start) return false;
      start = true;
    } else if (std::isalnum(static_cast<unsigned char>(c)) || c == '_' || static_cast<unsigned char>(c) >= 0x80) {
      start = false;
    } else {
      return false;
    }
  }
  return !start;
}

std::string trimmed(const std::string& s) {
  size_t begin = s.find_first_not_of(" \t"), end = s.find_last_not_of(" \t");
  return begin == std::string::npos ? "" : s.substr(begin, end - begin + 1);
}

constexpr const char* kForm = "write it as NAME:DTYPE[DIM,DIM,…], for example `x:float32[N,3,224,224]`";

}  // namespace

std::variant<InputSpec, std::string> parse_input(const std::string& text) {
  InputSpec spec;
  size_t colon = text.find(':');
  if (colon == std::string::npos) return "`" + text + "` has no `:`; " + kForm;
  spec.path = trimmed(text.substr(0, colon));
  if (!is_path(spec.path)) return "`" + spec.path + "` is not a parameter's name or path";
  std::string rest = trimmed(text.substr(colon + 1));
  size_t bracket = rest.find('[');
  std::string dtype = trimmed(rest.substr(0, bracket));
  auto known = dtype_named(dtype);
  if (!known) {
    std::vector<std::string> names;
    for (int i = 0; i < kDTypeCount; ++i) names.push_back(info(static_cast<DType>(i)).name);
    std::string guess = meant_by(dtype, names);
    return "`" + dtype + "` is not a dtype" + (guess.empty() ? "" : "; did you mean `" + guess + "`?");
  }
  spec.dtype = *known;
  if (bracket == std::string::npos) return spec;
  if (rest.back() != ']') return "`" + text + "` does not end in `]`; " + kForm;
  std::string body = trimmed(rest.substr(bracket + 1, rest.size() - bracket - 2));
  spec.dims.emplace();
  while (!body.empty()) {
    size_t comma = body.find(',');
    std::string one = trimmed(body.substr(0, comma));
    body = comma == std::string::npos ? "" : trimmed(body.substr(comma + 1));
    DeclaredDim dim;
    if (one == "?") {
      dim.kind = DeclaredDim::Kind::kUnknown;
    } else if (!one.empty() && std::isdigit(static_cast<unsigned char>(one[0]))) {
      dim.kind = DeclaredDim::Kind::kFixed;
      auto [end, error] = std::from_chars(one.data(), one.data() + one.size(), dim.size);
      if (error != std::errc() || end != one.data() + one.size()) return "`" + one + "` is not a size";
    } else if (is_path(one) && one.find('.') == std::string::npos) {
      dim.kind = DeclaredDim::Kind::kNamed;
      dim.name = one;
    } else {
      return "`" + one + "` is not a size: an integer, a name, or `?`";
    }
    spec.dims->push_back(dim);
    if (comma != std::string::npos && body.empty()) return "`" + text + "` ends in a comma; " + kForm;
  }
  return spec;
}

std::variant<SetSpec, std::string> parse_set(const std::string& text) {
  size_t equals = text.find('=');
  if (equals == std::string::npos) return "`" + text + "` has no `=`; write it as NAME=LITERAL, for example `flag=True`";
  SetSpec spec{trimmed(text.substr(0, equals)), trimmed(text.substr(equals + 1))};
  if (!is_path(spec.path)) return "`" + spec.path + "` is not a parameter's name or path";
  if (spec.literal.empty()) return "`" + text + "` has no value";
  return spec;
}

}  // namespace nnscan
