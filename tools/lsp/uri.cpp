#include "tools/lsp/uri.h"

#include <fmt/format.h>

#include <cctype>
#include <filesystem>

namespace nnscan::lsp {

namespace {

constexpr const char* kNoFile = "/nnscan-without-a-file/";

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string decoded(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 &&
        digit(text[i + 2]) >= 0) {
      out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

bool is_file_uri(const std::string& uri) { return uri.starts_with("file:"); }

std::string path_of(const std::string& uri) {
  if (!is_file_uri(uri)) {
    std::string name;
    for (char c : uri)
      name += std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '-' ? c : '_';
    return kNoFile + name + (name.ends_with(".py") ? "" : ".py");
  }
  std::string rest = uri.substr(5);
  if (rest.starts_with("//"))
    rest = rest.find('/', 2) == std::string::npos ? "/" : rest.substr(rest.find('/', 2));
  rest = decoded(rest.substr(0, rest.find_first_of("?#")));
  if (rest.empty() || rest[0] != '/') rest = "/" + rest;
  // A NUL would end the path for the system, and not for us.
  rest = rest.substr(0, rest.find('\0'));
  return std::filesystem::path(rest).lexically_normal().string();
}

std::string uri_of(const std::string& path) {
  std::string uri = "file://";
  for (char c : path) {
    auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 &&
        (std::isalnum(byte) || std::string_view("/-._~").find(c) != std::string_view::npos))
      uri += c;
    else
      uri += fmt::format("%{:02X}", byte);
  }
  return uri;
}

}  // namespace nnscan::lsp
