#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "tools/lsp/server.h"
#include "tools/lsp/warm.h"

namespace nnscan::lsp {

namespace {

constexpr int kMostStarts = 20;  // of the first process: one that dies again and again is given up

constexpr uint64_t kHeap = 512u << 20;  // of an analysis: it runs beside an editor

}  // namespace

bool Workers::start() {
  if (first_.fd() >= 0) {
    // It says nothing of itself; that it has ended shows all the same.
    first_.receive();
    if (!first_.ended()) return true;
  }
  stop();
  if (++starts_ > kMostStarts) return false;
  Options options;
  const char* folder = std::getenv("NNSCAN_PRELUDE");
  options.prelude_folder = folder ? folder : "";
  options.limits.heap_bytes = kHeap;
  pid_ = start_warm_process(first_, options);
  return pid_ > 0;
}

void Workers::stop() {
  first_ = Channel();
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  pid_ = -1;
}

bool Workers::open(Server&, const Json& setup, Channel& channel) {
  for (int tries = 0; tries < 2; ++tries) {
    Channel theirs;
    if (!start() || !Channel::pair(channel, theirs)) return false;
    if (first_.send({{"open", setup}}, theirs.fd())) return true;
    stop();
  }
  return false;
}

const Json& Workers::catalogue(Server&) {
  int ends[2];
  if (catalogue_.is_null() && catalogue_fd_ < 0 && start() && pipe(ends) == 0) {
    for (int end : ends) fcntl(end, F_SETFD, FD_CLOEXEC);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    first_.send({{"catalogue", true}}, ends[1]);
    close(ends[1]);
    catalogue_fd_ = ends[0];
  }
  return catalogue_;
}

bool Workers::read_catalogue() {
  char part[65536];
  ssize_t got;
  while ((got = read(catalogue_fd_, part, sizeof part)) > 0)
    catalogue_text_.append(part, static_cast<size_t>(got));
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return false;
  close(catalogue_fd_);
  catalogue_fd_ = -1;
  catalogue_ = Json::parse(catalogue_text_, nullptr, false);
  if (catalogue_.is_discarded()) catalogue_ = Json::object();
  catalogue_text_.clear();
  return true;
}

}  // namespace nnscan::lsp
