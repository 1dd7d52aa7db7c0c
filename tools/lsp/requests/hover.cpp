// `textDocument/hover`: what a call of torch's does, what a module is, what shapes a name has.
#include <algorithm>
#include <memory>

#include "tools/lsp/outline.h"
#include "tools/lsp/render.h"
#include "tools/lsp/server.h"

namespace nnscan::lsp {

namespace {

constexpr int kPatience = 1500;  // milliseconds
constexpr size_t kShownCalls = 6;
constexpr size_t kAskedModels = 8;  // about the value of a name
constexpr const char* kDocumentation = "https://docs.pytorch.org/docs/stable/generated/";

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

void shapes(Server& server, const OpenFile& file, Page& page, const Json& call) {
  const Json& contexts = call["c"];
  auto name_of = [&](const Json& span) { return server.call_name(file, span); };
  std::vector<std::string> lines;
  for (const Json& context : contexts) {
    std::string out = text_at(context, "r"), line = joined(context["a"]);
    line = line.empty() && out.empty() ? "" : line + (out.empty() ? "" : " → " + out);
    if (!line.empty()) line = page.quoted(line);
    std::string callers = callers_text(context, server.client.markdown, name_of);
    if (std::string path = text_at(context, "w"); !path.empty())
      line += (line.empty() ? "" : " in ") + page.quoted(path);
    else if (contexts.size() > 1 && !callers.empty())
      line += (line.empty() ? "" : " ") + callers;
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

// A name with its shapes, one line for each call chain where they differ.
void name_and_shapes(Server& server, const OpenFile& file, Page& page, const std::string& name,
                     const Json& contexts) {
  auto name_of = [&](const Json& span) { return server.call_name(file, span); };
  std::string covers = union_text(contexts);
  std::string all = contexts_text(contexts, server.client.markdown, name_of);
  page.code(name + ": " + covers);
  if (all != covers) page.line(all);
}

std::optional<Range> describe_hint(Server& server, OpenFile& file, Page& page, uint32_t offset) {
  for (const Json& hint : file.results.hints()) {
    Range place{hint["b"], hint["e"]};
    if (hint["k"] == "r" || !place.touches(offset)) continue;
    std::string name = file.document.text().substr(place.begin, place.end - place.begin);
    name_and_shapes(server, file, page, name, hint["c"]);
    return place;
  }
  return std::nullopt;
}

std::optional<Range> describe_call(Server& server, OpenFile& file, Page& page, uint32_t offset,
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
  std::string prefix;
  if (call["torch"] == true && signature.starts_with(name.substr(dot + 1) + "("))
    prefix = name.substr(0, dot + 1);
  else if (call["torch"] == true && signature.starts_with("forward("))  // of a layer
    prefix = name + ".";
  page.code(signature.empty() ? name : prefix + signature);
  if (prefix.empty() && call["torch"] == true) page.line(page.quoted(name));
  if (call["torch"] != true && !signature.starts_with(name)) page.line(page.quoted(name));
  shapes(server, file, page, call);
  if (call["torch"] == true) {
    operators(page, call, catalogue);
    if (name.starts_with("torch.")) page.line(kDocumentation + name + ".html");
  }
  return word;
}

void answer(Server& server, const OpenFile& file, const Json& id, const Page& page, Range place) {
  const char* kind = server.client.markdown ? "markdown" : "plaintext";
  server.reply(id, {{"contents", {{"kind", kind}, {"value", page.text()}}},
                    {"range", server.range(file, place)}});
}

// What a name was given last above, in the same function, where nothing better is known: the text
// is in the middle of being typed.
void describe_last(Server& server, OpenFile& file, Page& page, Range word) {
  const std::string& text = file.document.text();
  uint32_t function = 0;
  const grammar::Tree& tree = file.document.tree();
  for (uint32_t i = 0; i < tree.size() && tree[i].begin <= word.begin; ++i)
    if (tree[i].kind == grammar::Kind::kFunctionDefinition && tree[i].end > word.begin)
      function = tree[i].begin;
  const std::vector<Json> hints = file.results.hints();
  const std::string name = text.substr(word.begin, word.end - word.begin);
  const Json* last = nullptr;
  for (const Json& hint : hints) {
    Range place{hint["b"], hint["e"]};
    if (place.begin < function || place.end > word.begin || hint["k"] == "r") continue;
    if (text.compare(place.begin, place.end - place.begin, name) == 0) last = &hint;
  }
  if (!last) return;
  name_and_shapes(server, file, page, name, (*last)["c"]);
  page.line("as of line " + std::to_string(file.document.lines().line_of((*last)["b"]) + 1));
}

// A name that is only read: the value that reaches it, in each model that runs the function. What
// it was given last above need not be that.
class Use {
 public:
  // Null: there is no such name here.
  static std::shared_ptr<Use> at(OpenFile& file, uint32_t offset, const Json& id) {
    const std::string& text = file.document.text();
    Range word = word_at(text, offset);
    const grammar::Tree& tree = file.document.tree();
    bool is_name = false, in_function = false;
    for (uint32_t i = 0; i < tree.size() && tree[i].begin <= word.begin; ++i) {
      is_name |= tree[i].kind == grammar::Kind::kIdentifier && tree[i].begin == word.begin &&
                 tree[i].end == word.end;
      in_function |= tree[i].kind == grammar::Kind::kFunctionDefinition && tree[i].end > offset;
    }
    if (!is_name || !in_function || (word.begin > 0 && text[word.begin - 1] == '.')) return nullptr;
    auto use = std::make_shared<Use>();
    use->uri_ = file.document.uri;
    use->id_ = id;
    use->word_ = word;
    for (const std::string& call : file.analyst.entries_at(file, word.begin))
      if (use->calls_.size() < kAskedModels && file.analyst.task_of(call))
        use->calls_.push_back(call);
    return use->calls_.empty() ? nullptr : use;
  }

  // Asks one model after the other, then answers.
  static void ask(Server& server, OpenFile& file, const std::shared_ptr<Use>& use) {
    if (use->next_ == use->calls_.size()) return use->reply(server, file);
    const std::string call = use->calls_[use->next_++];
    const Json request{{"id", use->id_}};
    const std::string name =
        file.document.text().substr(use->word_.begin, use->word_.end - use->word_.begin);
    Json read{file.document.path, use->word_.begin, name};
    file.analyst.run_for(
        server, file, *file.analyst.task_of(call), {{"read", read}}, Job::What::kRead, request,
        [&server, use, call](const Json& result) { use->take(server, use, call, result); });
  }

 private:
  void take(Server& server, const std::shared_ptr<Use>& use, const std::string& call,
            const Json& result) {
    OpenFile* file = server.file(uri_);
    if (result.is_null() || !file)
      return server.fail(id_, Error::kContentModified, "the text has changed");
    if (lsp::at(result, "cancelled") == true)
      return server.fail(id_, Error::kCancelled, "cancelled, or another took its place");
    for (Json context : lsp::at(result, "reaching")) {
      context["of"] = call;
      contexts_.push_back(std::move(context));
    }
    ask(server, *file, use);
  }

  void reply(Server& server, OpenFile& file) const {
    Page page(server.client.markdown);
    const std::string name = file.document.text().substr(word_.begin, word_.end - word_.begin);
    if (contexts_.empty())
      describe_last(server, file, page, word_);
    else
      name_and_shapes(server, file, page, name, contexts_);
    if (page.text().empty()) return server.reply(id_, nullptr);
    answer(server, file, id_, page, word_);
  }

  std::string uri_;
  Json id_;
  Range word_;
  std::vector<std::string> calls_;
  size_t next_ = 0;
  Json contexts_ = Json::array();
};

}  // namespace

void hover(Server& server, const Json& request) {
  const Json& params = at(request, "params");
  OpenFile& file = server.wanted_file(params);
  const Json& catalogue = server.workers.catalogue(server);
  const bool is_coming = catalogue.is_null() && server.workers.catalogue_fd() >= 0;
  if ((!file.analyst.is_fresh() || is_coming) && !server.is_late(request))
    return server.wait(request, file.document.uri, kPatience);
  const std::string& text = file.document.text();
  uint32_t offset =
      file.document.lines().offset(text, at(params, "position"), server.client.encoding);
  Page page(server.client.markdown);
  std::optional<Range> place = describe_hint(server, file, page, offset);
  std::optional<Range> called = describe_call(server, file, page, offset, catalogue);
  if (called) place = called;
  if (place) return answer(server, file, request["id"], page, *place);
  if (auto use = Use::at(file, offset, request["id"])) return Use::ask(server, file, use);
  server.reply(request["id"], nullptr);
}

}  // namespace nnscan::lsp
