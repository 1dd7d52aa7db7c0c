// The manual page, in the man macros of roff (groff_man(7)).
#include <fmt/format.h>

#include "tools/cli/pages.h"

namespace nnscan::cli {

namespace {

constexpr const char* kDescription = R"(.SH DESCRIPTION
.B nnscan
reads the Python source of a PyTorch model and writes ONNX. The source is parsed and interpreted
abstractly, never run; neither Python nor PyTorch needs to be installed. Branches and loops that
depend on data stay in the graph, and so do sizes that are not known. What is not understood is
refused at its line: no graph is written that computes something else than PyTorch does.
)";

constexpr const char* kEnd = R"(.SH EXIT STATUS
.TP
.B 0
Written, or nothing found.
.TP
.B 1
The source holds what cannot be exported; diagnostics on standard error say what.
.TP
.B 2
Wrong usage, or a file that cannot be read or written.
.SH ENVIRONMENT
.TP
.B NO_COLOR
If set, messages are not coloured on a terminal either.
.SH EXAMPLES
Every batch size and image size, with the weights of a checkpoint:
.PP
.nf
.RS
nnscan model.py \-\-class \(aqResNet(Bottleneck, [3, 4, 6, 3])\(aq \e
  \-\-input \(aqx:float32[N,3,H,W]\(aq \-\-weights checkpoint.pth \-o model.onnx
.RE
.fi
)";

std::string plain(std::string_view text) {
  std::string result;
  for (char c : text)
    result += c == '\\' ? "\\e" : c == '-' ? "\\-" : c == '\'' ? "\\(aq" : std::string(1, c);
  return result.starts_with('.') ? "\\&" + result : result;
}

std::string bold(std::string_view text) { return "\\fB" + plain(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + plain(text) + "\\fR"; }

std::string usage(const CommandText& command) {
  std::string text = fmt::format(".B nnscan {}\n", plain(command.name));
  for (const OptionText& operand : command.operands)
    text += italic(operand.names[0]) + (operand.repeatable ? " ...\n" : "\n");
  return text + "[\\fIOPTIONS\\fR]\n";
}

std::string entry(const OptionText& option) {
  std::string text = ".TP\n";
  for (const std::string& name : option.names)
    text += (&name == &option.names[0] ? "" : ", ") + bold(name);
  if (!option.value.empty())
    (text += " ") += option.choices.empty() ? italic(option.value) : plain(option.value);
  return text + "\n" + plain(option.help) + ".\n";
}

}  // namespace

std::string manual_page(const std::vector<CommandText>& commands) {
  const CommandText& main = commands[0];
  size_t colon = main.help.find(": ");
  std::string text = ".TH NNSCAN 1 \"\" \"nnscan " NNSCAN_VERSION "\" \"User Commands\"\n"
                     ".SH NAME\nnnscan \\- " +
                     plain(main.help.substr(colon == main.help.npos ? 0 : colon + 2)) +
                     "\n.SH SYNOPSIS\n";
  for (const CommandText& command : commands) text += (command.name.empty() ? "" : ".br\n") + usage(command);
  text += kDescription;
  text += ".SH OPTIONS\n";
  for (const OptionText& option : main.options) text += entry(option);
  text += ".SH COMMANDS\n";
  for (const CommandText& command : commands) {
    if (command.name.empty()) continue;
    text += ".SS nnscan " + plain(command.name) + "\n" + plain(command.help) + ".\n";
    for (const OptionText& option : command.options)
      if (option.names.back() != "--help") text += entry(option);
  }
  return text + kEnd;
}

}  // namespace nnscan::cli
