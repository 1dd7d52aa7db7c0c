// `textDocument/documentSymbol`: classes, functions, and the submodules that constructors make.
#include <algorithm>

#include "tools/lsp/outline.h"
#include "tools/lsp/server.h"

namespace nnscan::lsp {

namespace {

Json to_json(const Server& server, const OpenFile& file, const Symbol& symbol) {
  Json json{{"name", symbol.name},
            {"detail", symbol.detail},
            {"kind", static_cast<int>(symbol.kind)},
            {"range", server.range(file, symbol.whole)},
            {"selectionRange", server.range(file, symbol.place)}};
  if (!symbol.inner.empty()) json["children"] = Json::array();
  for (const Symbol& inner : symbol.inner) json["children"].push_back(to_json(server, file, inner));
  return json;
}

void flatten(const Server& server, const OpenFile& file, const Symbol& symbol,
             const std::string& container, Json& list) {
  list.push_back(
      {{"name", symbol.name},
       {"kind", static_cast<int>(symbol.kind)},
       {"containerName", container},
       {"location", {{"uri", file.document.uri}, {"range", server.range(file, symbol.whole)}}}});
  for (const Symbol& inner : symbol.inner) flatten(server, file, inner, symbol.name, list);
}

}  // namespace

void document_symbol(Server& server, const Json& request) {
  OpenFile& file = server.wanted_file(at(request, "params"));
  Json list = Json::array();
  for (const Symbol& symbol : symbols_of(file.document)) {
    if (server.client.hierarchical_symbols)
      list.push_back(to_json(server, file, symbol));
    else
      flatten(server, file, symbol, "", list);
  }
  server.reply(request["id"], list);
}

}  // namespace nnscan::lsp
