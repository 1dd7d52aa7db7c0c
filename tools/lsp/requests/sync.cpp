// Documents as the editor has them.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "tools/lsp/server.h"
#include "tools/lsp/uri.h"

namespace nnscan::lsp {

namespace {

int64_t version_in(const Json& document) {
  const Json& version = at(document, "version");
  return version.is_number_integer() ? version.get<int64_t>() : 0;
}

bool differs_from_disk(const Document& document) {
  std::ifstream in(document.path, std::ios::binary);
  if (!in) return true;
  std::stringstream text;
  text << in.rdbuf();
  return text.view() != document.text();
}

using Inside = PendingEdit::Inside;

// The outermost function whose body a range is in.
std::optional<Inside> function_around(const Document& document, Range range) {
  const grammar::Tree& tree = document.tree();
  for (uint32_t i = 0; i < tree.size(); ++i) {
    const grammar::Node& node = tree[i];
    if (node.kind != grammar::Kind::kFunctionDefinition) continue;
    if (node.begin > range.begin) break;
    grammar::NodeIndex body = tree.child(i, grammar::Field::kBody),
                       name = tree.child(i, grammar::Field::kName);
    if (body == grammar::kNoNode || name == grammar::kNoNode) continue;
    Range inside{tree[body].begin, tree[body].end};
    if (inside.begin <= range.begin && range.end <= inside.end)
      return Inside{{tree[name].begin, tree[name].end}, inside};
  }
  return std::nullopt;
}

// Whether the edit changed the inside of one function and nothing else: the rest of the text is
// then read as before.
std::optional<Range> touched_function(const std::optional<Inside>& before, bool was_well_formed,
                                      const Document& now, const Edit& edit) {
  if (!before || !was_well_formed || !now.well_formed()) return std::nullopt;
  std::optional<Inside> after = function_around(now, {edit.begin, edit.new_end});
  Range body = before->body;
  if (!after || after->name != before->name || after->body.begin != body.begin) return std::nullopt;
  if (after->body.end != body.end - edit.old_end + edit.new_end) return std::nullopt;
  return after->name;
}

void apply(Server& server, OpenFile& file, const Json& change) {
  Document& document = file.document;
  const Json& text = at(change, "text");
  if (!text.is_string()) throw Failure{Error::kInvalidParams, "a change has a text"};
  settle_edits(file);
  PendingEdit pending{{}, document.well_formed(), {}};
  if (at(change, "range").is_object()) {
    Range range = document.lines().bytes(document.text(), change["range"], server.client.encoding);
    pending.before = function_around(document, range);
    pending.edit = document.replace(range, text.get_ref<const std::string&>());
  } else {
    pending.edit = document.replace_all(text.get<std::string>());
  }
  file.results.edited(pending.edit);
  file.pending = pending;
  server.changed(file, pending.edit);
}

}  // namespace

void settle_edits(OpenFile& file) {
  if (!file.pending) return;
  const PendingEdit pending = *std::exchange(file.pending, std::nullopt);
  file.results.touched(
      touched_function(pending.before, pending.was_well_formed, file.document, pending.edit));
}

void did_open(Server& server, const Json& message) {
  const Json& document = at(message, "params", "textDocument");
  if (!at(document, "uri").is_string() || !at(document, "text").is_string())
    throw Failure{Error::kInvalidParams, "a document has a URI and a text"};
  std::string uri = document["uri"], language = text_at(document, "languageId");
  if (!language.empty() && language != "python") return;
  std::unique_ptr<OpenFile>& file = server.files()[uri];
  if (file) file->analyst.end(server);
  file = std::make_unique<OpenFile>(uri, document["text"].get<std::string>(), version_in(document));
  file->differs = differs_from_disk(file->document);
  file->analyst.begin(server, *file);
}

void did_change(Server& server, const Json& message) {
  const Json& params = at(message, "params");
  OpenFile& file = server.wanted_file(params);
  const Json& changes = at(params, "contentChanges");
  if (!changes.is_array()) throw Failure{Error::kInvalidParams, "contentChanges is a list"};
  file.document.version = version_in(at(params, "textDocument"));
  file.differs = true;
  for (const Json& change : changes) apply(server, file, change);
}

void did_save(Server& server, const Json& message) {
  OpenFile& file = server.wanted_file(at(message, "params"));
  file.differs = differs_from_disk(file.document);
  server.saved_or_changed_on_disk(file.document.path);
}

void did_close(Server& server, const Json& message) {
  OpenFile& file = server.wanted_file(at(message, "params"));
  file.analyst.end(server);
  const std::string uri = file.document.uri, path = file.document.path;
  const bool differed = file.differs;
  server.files().erase(uri);
  server.answer_waiting(uri);
  // What was found in a file that nobody looks at any more is not shown either.
  server.notify("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", Json::array()}});
  if (differed) server.saved_or_changed_on_disk(path);
}

}  // namespace nnscan::lsp
