#include "emit/html/html.h"

#include "emit/json.h"

namespace nnscan {

namespace {

// JSON inside of a <script>: no text of the model's may end the element or open a comment in it.
// Escaped so, it is the same JSON.
std::string safe_in_script(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  for (char c : json) {
    if (c == '<')
      safe += "\\u003c";
    else if (c == '>')
      safe += "\\u003e";
    else if (c == '&')
      safe += "\\u0026";
    else
      safe += c;
  }
  return safe;
}

}  // namespace

std::string html_text(const EmitInput& input) {
  Page page = embedded_page();
  std::string text(page.before);
  text += safe_in_script(json_text(input, JsonStyle::kCompact));
  return text.append(page.after);
}

EmitResult emit_html(const EmitInput& input) { return emit_text(input, html_text(input)); }

}  // namespace nnscan
