// Our own mistakes. NNSCAN_CHECK states what must hold; when it does not, InternalError carries
// the place and the state to the session's edge, which turns it into an internal-error
// diagnostic and a non-zero exit status. Never used for anything that input can cause.
#pragma once

#include <stdexcept>
#include <string>

namespace nnscan {

class InternalError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void internal_error(const char* file, int line, const std::string& what);

}  // namespace nnscan

#define NNSCAN_CHECK(condition, ...)                                            \
  do {                                                                          \
    if (!(condition))                                                           \
      ::nnscan::internal_error(__FILE__, __LINE__,                              \
                               std::string(#condition) + " " + std::string{__VA_ARGS__}); \
  } while (false)
