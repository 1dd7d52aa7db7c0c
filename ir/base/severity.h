// Severities by name.
#pragma once

#include "ir/base/diagnostic.h"

namespace nnscan {

const char* name_of(Severity severity);  // "error", "warning", "note"

}  // namespace nnscan
