// JSON as the language server reads and writes it.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace nnscan::lsp {

using Json = nlohmann::json;

// Nothing where the text is no JSON, or nests deeper than any message does.
std::optional<Json> parse_json(std::string_view text);
// Bytes that are no UTF-8 are replaced.
std::string text_of(const Json& json);

// The member at a path of keys, or null: `at(params, "textDocument", "uri")`.
inline const Json& at(const Json& json) { return json; }
template <class... Keys>
const Json& at(const Json& json, const char* key, Keys... keys) {
  static const Json null;
  if (!json.is_object()) return null;
  auto found = json.find(key);
  return found == json.end() ? null : at(*found, keys...);
}
// A text, or an empty one where there is none.
inline std::string text_at(const Json& json, const char* key) {
  const Json& value = at(json, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

}  // namespace nnscan::lsp
