#include "tools/report.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace nnscan {

namespace {

bool color() { return isatty(2) && !std::getenv("NO_COLOR"); }

}  // namespace

void print_reports(const Session& session) {
  for (const Diagnostic& d : session.sink.all()) {
    std::string text = render(d, session.sources, color());
    std::fwrite(text.data(), 1, text.size(), stderr);
    if (!text.empty() && text.back() != '\n') std::fputc('\n', stderr);
  }
}

void print_error(const std::string& message, const std::string& hint) {
  std::fprintf(stderr, "nnscan: error: %s\n", message.c_str());
  if (!hint.empty()) std::fprintf(stderr, "  hint: %s\n", hint.c_str());
}

int status_of(const Session& session) {
  for (const Diagnostic& d : session.sink.all())
    if (d.code == Code::kFileUnreadable || d.code == Code::kWeightsUnreadable || d.code == Code::kBadInputSpec) return 2;
  return 1;
}

int leave(int status) {
#ifndef __SANITIZE_ADDRESS__
  std::fflush(nullptr);
  std::_Exit(status);
#endif
  return status;
}

}  // namespace nnscan
