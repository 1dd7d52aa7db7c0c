#include "tools/lsp/lsp.h"

#include <fcntl.h>
#include <unistd.h>

#include "tools/lsp/server.h"

namespace nnscan::lsp {

int run() {
  // The streams are the protocol's alone: what anything else prints goes to standard error.
  int in = fcntl(0, F_DUPFD_CLOEXEC, 3), out = fcntl(1, F_DUPFD_CLOEXEC, 3);
  int nothing = open("/dev/null", O_RDONLY);
  if (in < 0 || out < 0 || nothing < 0) return 2;
  dup2(nothing, 0);
  dup2(2, 1);
  close(nothing);
  return Server(in, out).run();
}

}  // namespace nnscan::lsp
