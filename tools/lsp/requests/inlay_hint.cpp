// `textDocument/inlayHint`: dtype and sizes beside assignments, returns and parameters. Where calls
// give a place several shapes, the hint is what covers them, and its tooltip has each.
#include <algorithm>

#include "tools/lsp/render.h"
#include "tools/lsp/server.h"

namespace nnscan::lsp {

namespace {

constexpr int kPatience = 1500;  // milliseconds that a client waits which is not told of new hints

std::string cut(const std::string& text, int64_t length) {
  if (static_cast<int64_t>(text.size()) <= length) return text;
  size_t end = static_cast<size_t>(length) - 1;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

void inlay_hint(Server& server, const Json& request) {
  const Json& params = at(request, "params");
  OpenFile& file = server.wanted_file(params);
  const bool is_told = server.client.hint_refresh;
  if (!is_told && !file.analyst.is_fresh() && !server.is_late(request))
    return server.wait(request, file.document.uri, kPatience);
  Json hints = Json::array();
  if (!server.settings.hints) return server.reply(request["id"], hints);
  Range wanted{0, static_cast<uint32_t>(file.document.text().size())};
  if (at(params, "range").is_object())
    wanted =
        file.document.lines().bytes(file.document.text(), params["range"], server.client.encoding);
  auto name_of = [&](const Json& call) { return server.call_name(file, call); };
  for (const Json& hint : file.results.hints()) {
    const std::string kind = hint["k"];
    if ((kind == "p" && !server.settings.parameter_hints) ||
        (kind == "r" && !server.settings.return_hints))
      continue;
    uint32_t end = hint["e"];
    if (!wanted.touches(end)) continue;
    std::string shape = union_text(hint["c"]);
    Json json{{"position",
               file.document.lines().position(file.document.text(), end, server.client.encoding)},
              {"label", (kind == "r" ? "→ " : ": ") + cut(shape, server.settings.hint_length)},
              {"kind", 1},
              {"paddingLeft", kind == "r"},
              {"paddingRight", false}};
    std::string all = contexts_text(hint["c"], server.client.markdown, name_of);
    if (all != shape || shape.size() > static_cast<size_t>(server.settings.hint_length))
      json["tooltip"] = {{"kind", server.client.markdown ? "markdown" : "plaintext"},
                         {"value", all}};
    hints.push_back(std::move(json));
  }
  server.reply(request["id"], hints);
}

}  // namespace nnscan::lsp
