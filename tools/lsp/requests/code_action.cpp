// `textDocument/codeAction`: the edit that a diagnostic's hint knows, and the comment that silences
// it.
#include <algorithm>

#include "tools/lsp/fixes.h"
#include "tools/lsp/server.h"

namespace nnscan::lsp {

void code_action(Server& server, const Json& request) {
  const Json& params = at(request, "params");
  OpenFile& file = server.wanted_file(params);
  const Json& only = at(params, "context", "only");
  Json actions = Json::array();
  bool wanted = !only.is_array() || std::any_of(only.begin(), only.end(), [](const Json& kind) {
    return kind.is_string() &&
           (kind == "" || kind == "quickfix" || kind.get<std::string>().starts_with("quickfix."));
  });
  if (!wanted || !server.client.code_actions) return server.reply(request["id"], actions);
  for (const Json& diagnostic : at(params, "context", "diagnostics")) {
    if (text_at(diagnostic, "source") != "nnscan") continue;
    Range place = file.document.lines().bytes(file.document.text(), at(diagnostic, "range"),
                                              server.client.encoding);
    // Clients that hand back no data show the hint below the message.
    std::string message = text_at(diagnostic, "message"),
                hint = text_at(at(diagnostic, "data"), "hint");
    if (size_t end = message.find('\n'); hint.empty() && end != std::string::npos)
      hint = message.substr(end + 1);
    for (const Fix& fix : fixes_of(file.document, place, at(diagnostic, "code"), hint,
                                   message.substr(0, message.find('\n')))) {
      Json edit{{"range", server.range(file, fix.place)}, {"newText", fix.text}};
      actions.push_back({{"title", fix.title},
                         {"kind", "quickfix"},
                         {"diagnostics", {diagnostic}},
                         {"isPreferred", fix.preferred},
                         {"edit", {{"changes", {{file.document.uri, {edit}}}}}}});
    }
  }
  server.reply(request["id"], actions);
}

}  // namespace nnscan::lsp
