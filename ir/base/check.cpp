#include "ir/base/check.h"

#include <cstring>

namespace nnscan {

void internal_error(const char* file, int line, const std::string& what) {
  const char* slash = std::strrchr(file, '/');
  const std::string name = slash ? slash + 1 : file;
  throw InternalError(name + ":" + std::to_string(line) + ": " + what);
}

}  // namespace nnscan
