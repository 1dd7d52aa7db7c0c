// `textDocument/hover`: what a call of torch's does, what a module is, what shapes a name has.
#include <algorithm>

#include "tools/lsp/outline.h"
#include "tools/lsp/render.h"
#include "tools/lsp/server.h"

namespace nnscan::lsp {

namespace {

constexpr int kPatience = 1500;  // milliseconds
constexpr size_t kShownCalls = 6;
constexpr const char* kDocumentation = "https://pytorch.org/docs/stable/generated/";

bool in_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80);
}

Range word_at(const std::string& text, uint32_t offset) {
  Range word{offset, offset};
  while (word.begin > 0 && in_word(text[word.begin - 1])) --word.begin;
  while (word.end < text.size() && in_word(text[word.end])) ++word.end;
  return word;
}

class Page {
 public:
  explicit Page(bool markdown) : markdown_(markdown) {}
  void line(const std::string& text) { text_ += text + (markdown_ ? "  \n" : "\n"); }
  void code(const std::string& text) {
    text_ += markdown_ ? "```python\n" + text + "\n```\n" : text + "\n";
  }
  void item(const std::string& text) { text_ += "- " + text + "\n"; }
  void gap() { text_ += "\n"; }
  std::string quoted(const std::string& text) const { return markdown_ ? "`" + text + "`" : text; }
  const std::string& text() const { return text_; }

 private:
  bool markdown_;
  std::string text_;
};

std::string joined(const Json& texts) {
  std::string out;
  for (const Json& text : texts) out += (out.empty() ? "" : ", ") + text.get<std::string>();
  return out;
}

// What `nnscan ops` has of the name that was called.
const Json& row_of(const Json& catalogue, const std::string& name) {
  return at(catalogue, name.c_str());
}

void operators(Page& page, const Json& call, const Json& catalogue) {
  std::string ops;
  for (const auto& [name, count] : call["ops"].items())
    ops += (ops.empty() ? "" : ", ") + page.quoted(name);
  const Json& row = row_of(catalogue, call["name"]);
  if (ops.empty() && row.is_array()) {
    for (const Json& name : row[0]) ops += (ops.empty() ? "" : ", ") + page.quoted(name);
    if (!ops.empty()) ops = "may use " + ops;
  }
  if (!ops.empty()) page.line("ONNX: " + ops);
  if (!row.is_array()) return;
  if (row[2] == true)
    page.line("not supported: it is refused");
  else
    page.line("lowest opset: " + std::to_string(row[1].get<int>()));
}

void shapes(Page& page, const Json& call) {
  const Json& contexts = call["c"];
  std::vector<std::string> lines;
  for (const Json& context : contexts) {
    std::string out = text_at(context, "r"), line = joined(context["a"]);
    line = line.empty() && out.empty() ? "" : line + (out.empty() ? "" : " → " + out);
    std::string path = text_at(context, "w");
    if (path.empty() && !context["m"].empty()) path = context["m"][0];
    if (!line.empty()) line = page.quoted(line);
    if (!path.empty() && (contexts.size() > 1 || context.contains("w")))
      line += (line.empty() ? "" : " in ") + page.quoted(path);
    if (context.contains("p") && context["p"] != 0)
      line += (line.empty() ? "" : ", ") + parameters_text({{"parameters", context["p"]}});
    if (context["n"] > 1) line += " (" + std::to_string(context["n"].get<int>()) + "×)";
    if (!line.empty() && std::find(lines.begin(), lines.end(), line) == lines.end())
      lines.push_back(line);
  }
  for (size_t i = 0; i < std::min(lines.size(), kShownCalls); ++i)
    lines.size() == 1 ? page.line(lines[i]) : page.item(lines[i]);
  if (lines.size() > kShownCalls)
    page.item("… " + std::to_string(lines.size() - kShownCalls) + " more");
}

std::optional<Range> describe_hint(Server& server, OpenFile& file, Page& page, uint32_t offset) {
  for (const Json& hint : file.results.hints()) {
    Range place{hint["b"], hint["e"]};
    if (hint["k"] == "r" || !place.touches(offset)) continue;
    page.code(file.document.text().substr(place.begin, place.end - place.begin) + ": " +
              union_text(hint["c"]));
    std::string all = contexts_text(hint["c"], server.client.markdown);
    if (all != union_text(hint["c"])) page.line(all);
    return place;
  }
  return std::nullopt;
}

std::optional<Range> describe_call(Server&, OpenFile& file, Page& page, uint32_t offset,
                                   const Json& catalogue) {
  Range word = word_at(file.document.text(), offset);
  if (word.begin == word.end) return std::nullopt;
  const std::vector<Json> calls = file.results.calls();
  const Json* best = nullptr;
  for (const Json& call : calls)
    if (is_callee(file.document, {call["b"], call["e"]}, word)) best = &call;
  if (!best) return std::nullopt;
  const Json& call = *best;
  std::string name = call["name"], signature = call["signature"];
  size_t dot = name.rfind('.');
  std::string prefix = call["torch"] == true && !signature.empty() &&
                               signature.starts_with(name.substr(dot + 1) + "(")
                           ? name.substr(0, dot + 1)
                           : "";
  page.code(signature.empty() ? name : prefix + signature);
  if (prefix.empty() && call["torch"] == true) page.line(page.quoted(name));
  if (call["torch"] != true && !signature.starts_with(name)) page.line(page.quoted(name));
  shapes(page, call);
  if (call["torch"] == true) {
    operators(page, call, catalogue);
    if (name.starts_with("torch.")) page.line(kDocumentation + name + ".html");
  }
  return word;
}

// A name that is only read: what it was given last above, in the same function.
std::optional<Range> describe_use(Server& server, OpenFile& file, Page& page, uint32_t offset) {
  const std::string& text = file.document.text();
  Range word = word_at(text, offset);
  if (word.begin == word.end) return std::nullopt;
  uint32_t function = 0;
  const grammar::Tree& tree = file.document.tree();
  for (uint32_t i = 0; i < tree.size() && tree[i].begin <= offset; ++i)
    if (tree[i].kind == grammar::Kind::kFunctionDefinition && tree[i].end > offset)
      function = tree[i].begin;
  const std::vector<Json> hints = file.results.hints();
  const Json* last = nullptr;
  for (const Json& hint : hints) {
    Range place{hint["b"], hint["e"]};
    if (place.begin < function || place.end > word.begin || hint["k"] == "r") continue;
    if (text.compare(place.begin, place.end - place.begin, text, word.begin,
                     word.end - word.begin) == 0)
      last = &hint;
  }
  if (!last) return std::nullopt;
  page.code(text.substr(word.begin, word.end - word.begin) + ": " + union_text((*last)["c"]));
  std::string all = contexts_text((*last)["c"], server.client.markdown);
  if (all != union_text((*last)["c"])) page.line(all);
  page.line("as of line " + std::to_string(file.document.lines().line_of((*last)["b"]) + 1));
  return word;
}

}  // namespace

void hover(Server& server, const Json& request) {
  const Json& params = at(request, "params");
  OpenFile& file = server.wanted_file(params);
  const Json& catalogue = server.workers.catalogue(server);
  if (!file.analyst.is_fresh() && !server.is_late(request))
    return server.wait(request, file.document.uri, kPatience);
  const std::string& text = file.document.text();
  uint32_t offset =
      file.document.lines().offset(text, at(params, "position"), server.client.encoding);
  Page page(server.client.markdown);
  std::optional<Range> place = describe_hint(server, file, page, offset);
  std::optional<Range> called = describe_call(server, file, page, offset, catalogue);
  if (called) place = called;
  if (!place) place = describe_use(server, file, page, offset);
  if (!place) return server.reply(request["id"], nullptr);
  server.reply(
      request["id"],
      {{"contents",
        {{"kind", server.client.markdown ? "markdown" : "plaintext"}, {"value", page.text()}}},
       {"range", server.range(file, *place)}});
}

}  // namespace nnscan::lsp
