// `textDocument/definition`: from `self.conv1(x)` to the line that makes conv1, from a name to
// where it is defined.
#include <algorithm>

#include "tools/lsp/outline.h"
#include "tools/lsp/server.h"

namespace nnscan::lsp {

namespace {

bool in_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80);
}

}  // namespace

void definition(Server& server, const Json& request) {
  const Json& params = at(request, "params");
  OpenFile& file = server.wanted_file(params);
  const std::string& text = file.document.text();
  uint32_t offset =
      file.document.lines().offset(text, at(params, "position"), server.client.encoding);
  Range word{offset, offset};
  while (word.begin > 0 && in_word(text[word.begin - 1])) --word.begin;
  while (word.end < text.size() && in_word(text[word.end])) ++word.end;
  if (word.begin == word.end) return server.reply(request["id"], nullptr);
  const std::string name = text.substr(word.begin, word.end - word.begin);
  auto here = [&](Range range) {
    server.reply(request["id"], {{"uri", file.document.uri}, {"range", server.range(file, range)}});
  };

  if (text.compare(word.begin - std::min(word.begin, 5u), std::min(word.begin, 5u), "self.") == 0)
    if (auto member = member_at(file.document, offset, name)) return here(*member);
  // What the analysis knows: where the module that is called here was made, or what is called
  // defined.
  for (const Json& call : file.results.calls()) {
    if (!is_callee(file.document, {call["b"], call["e"]}, word)) continue;
    for (const char* key : {"made", "defined"})
      if (Json location = server.location(at(call, key));
          !location.is_null() && !(call["class"] == true && key == std::string("made")))
        return server.reply(request["id"], location);
  }
  if (word.begin == 0 || text[word.begin - 1] != '.')
    if (auto defined = definition_of(file.document, name)) return here(*defined);
  server.reply(request["id"], nullptr);
}

}  // namespace nnscan::lsp
