#include "tools/lsp/framing.h"

#include <strings.h>

#include <algorithm>
#include <charconv>

namespace nnscan::lsp {

namespace {

constexpr size_t kLongestHeader = 4096;         // bytes
constexpr size_t kLongestMessage = 128u << 20;  // bytes: a source file may have 16 MB
constexpr std::string_view kLength = "content-length:";

bool starts_with(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && strncasecmp(text.data(), lower.data(), lower.size()) == 0;
}

size_t find_length(std::string_view text) {
  auto at = std::search(text.begin(), text.end(), kLength.begin(), kLength.end(),
                        [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
  return at == text.end() ? std::string_view::npos : static_cast<size_t>(at - text.begin());
}

// The length that a header gives, if it gives one.
std::optional<size_t> length_in(std::string_view header) {
  std::optional<size_t> length;
  while (!header.empty()) {
    std::string_view line = header.substr(0, header.find("\r\n"));
    header.remove_prefix(std::min(header.size(), line.size() + 2));
    if (!starts_with(line, kLength)) continue;
    line.remove_prefix(kLength.size());
    while (line.starts_with(' ')) line.remove_prefix(1);
    while (line.ends_with(' ')) line.remove_suffix(1);
    size_t value = 0;
    auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), value);
    if (error != std::errc() || end != line.data() + line.size()) return std::nullopt;
    length = value;
  }
  return length;
}

}  // namespace

std::optional<Framing::Message> Framing::bad(std::string why) {
  lost_ = true;
  pending_.erase(0, 1);  // whatever begins here is no message
  return Message{false, std::move(why)};
}

// To the next beginning of a header; false: it has not come yet.
bool Framing::skip_rubbish() {
  size_t at = find_length(pending_);
  if (at == std::string::npos) {
    // A beginning may be cut in two.
    pending_.erase(0, pending_.size() - std::min(pending_.size(), kLength.size() - 1));
    return false;
  }
  pending_.erase(0, at);
  lost_ = false;
  return true;
}

std::optional<Framing::Message> Framing::next() {
  if (lost_ && !skip_rubbish()) return std::nullopt;
  size_t end = pending_.find("\r\n\r\n");
  if (end == std::string::npos || end > kLongestHeader) {
    if (pending_.size() <= kLongestHeader) return std::nullopt;
    return bad("a header without an end");
  }
  std::optional<size_t> length = length_in(std::string_view(pending_).substr(0, end));
  if (!length) return bad("a header without a Content-Length");
  if (*length > kLongestMessage) return bad("a message of more than 128 MB");
  size_t begin = end + 4;
  if (pending_.size() - begin < *length) return std::nullopt;
  Message message{true, pending_.substr(begin, *length)};
  pending_.erase(0, begin + *length);
  return message;
}

std::string framed(std::string_view text) {
  return "Content-Length: " + std::to_string(text.size()) + "\r\n\r\n" + std::string(text);
}

}  // namespace nnscan::lsp
