#include "emit/origin.h"

namespace nnscan {

std::string shown_path(const SourceMap& sources, FileId file) {
  const std::string& shown = sources[file].shown;
  bool absolute = !shown.empty() && shown[0] == '/';
  return absolute ? shown.substr(shown.rfind('/') + 1) : shown;
}

std::string shown_place(const SourceMap& sources, Span span) {
  if (!span.valid()) return "";
  return shown_path(sources, span.file) + ":" + std::to_string(sources.start(span).line);
}

std::string doc_string(const SourceMap& sources, const Origin& origin) {
  std::string text;
  auto line = [&](const char* key, const std::string& value) {
    if (!value.empty()) text += (text.empty() ? "" : "\n") + std::string(key) + ": " + value;
  };
  line("source", shown_place(sources, origin.span));
  std::string module = origin.module_path;
  if (!origin.module_class.empty())
    module += (module.empty() ? "(" : " (") + origin.module_class + ")";
  line("module", module);
  line("torch", origin.torch_call);
  return text;
}

std::string assumption_list(const SourceMap& sources, const std::vector<Assumption>& assumptions) {
  std::string text;
  for (const Assumption& assumption : assumptions) {
    std::string place = shown_place(sources, assumption.span);
    text += (text.empty() ? "" : "\n") + (place.empty() ? "" : place + ": ") + assumption.message;
  }
  return text;
}

}  // namespace nnscan
