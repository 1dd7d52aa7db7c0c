// Reports to standard error, in the order of the source.
#pragma once

#include "frontend/session.h"

namespace nnscan {

void print_reports(const Session& session);
void print_error(const std::string& message, const std::string& hint = "");
// 2 if a report says that a file could not be read, else 1.
int status_of(const Session& session);
// Ends the process while its session still stands: the kernel takes back all memory at once.
// Returns only where a leak checker wants to see the session taken apart.
int leave(int status);

}  // namespace nnscan
