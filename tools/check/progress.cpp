#include "tools/check/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>

#include "tools/report.h"

namespace nnscan::check {

namespace {

using std::chrono::steady_clock;
constexpr std::chrono::milliseconds kPatience{1000}, kPause{100};

size_t terminal_width() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : 80;
}

// At most `width` characters, none of them a control character.
std::string fitted(const std::string& text, size_t width) {
  std::string result;
  for (char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0) != 0x80 && width-- == 0) break;
    result += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
  }
  return result;
}

}  // namespace

Progress::Progress(bool verbose, bool quiet) : next_(steady_clock::now() + kPatience) {
  bool watched = !quiet && isatty(STDERR_FILENO) && !is_dumb_terminal();
  style_ = verbose ? Style::kLog : watched ? Style::kLine : Style::kSilent;
}

Progress::~Progress() {
  if (!shown_.empty()) std::fputs("\r\x1b[K", stderr);
}

void Progress::starts(const std::string& path) {
  ++file_;
  now_ = fmt::format("[{}/{}] {}", file_, files_, shown_path(path));
  if (style_ == Style::kLog) std::fputs((now_ + "\n").c_str(), stderr);
}

void Progress::begins(const std::string& path, const std::string& entry) {
  now_ = fmt::format("[{}/{}] {}: {}", file_, files_, shown_path(path), entry);
}

void Progress::ended(const Json& message) {
  if (style_ != Style::kLog || !message.contains("entry") || !message.contains("seconds")) return;
  std::string file = shown_path(message["file"]), entry = message["entry"]["call"];
  std::fputs(fmt::format("{}: {}: {:.2f} s\n", file, entry, message["seconds"].get<double>()).c_str(), stderr);
}

void Progress::refresh() {
  if (!watched() || now_ == shown_ || std::chrono::steady_clock::now() < next_) return;
  next_ = std::chrono::steady_clock::now() + kPause;
  shown_ = now_;
  std::fputs(("\r\x1b[K" + fitted(now_, terminal_width() - 1)).c_str(), stderr);
}

}  // namespace nnscan::check
