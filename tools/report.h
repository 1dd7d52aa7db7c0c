// Reports to standard error, in the order of the source.
#pragma once

#include <vector>

#include "emit/emit.h"
#include "frontend/session.h"

namespace nnscan {

// Whether to write colours to what is a terminal or is not one, by what users agree on: NO_COLOR is
// never, FORCE_COLOR and CLICOLOR_FORCE are always, and the terminal must be able to show them.
bool use_color(bool is_terminal);
bool is_dumb_terminal();  // TERM says that it takes no control sequences

enum class Messages : uint8_t {
  kText,  // for people
  kJson,  // one object a line, with the text in it
};
void print_report(const Diagnostic& diagnostic, const SourceMap& sources, Messages how);
void print_reports(const Session& session, Messages how = Messages::kText);
void print_error(const std::string& message, const std::string& hint = "");
// Why a graph cannot be written, at the lines that it comes from; none for what is not about the model.
std::vector<Diagnostic> diagnostics_of(const Session& session, const EmitResult& result);
// The warning that a graph is exact under an assumption.
Diagnostic assumed(const Assumption& assumption);
// 2 if a report says that a file could not be read, else 1.
int status_of(const Session& session);
// Ends the process while its session still stands: the kernel takes back all memory at once.
// Returns only where a leak checker wants to see the session taken apart.
int leave(int status);

}  // namespace nnscan
