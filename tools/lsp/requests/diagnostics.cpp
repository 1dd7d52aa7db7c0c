// Diagnostics: what `nnscan check` would say of the file, pushed or pulled.
#include <algorithm>
#include <set>

#include "ir/base/paths.h"
#include "tools/check/baseline.h"
#include "tools/check/codes.h"
#include "tools/check/selection.h"
#include "tools/check/suppress.h"
#include "tools/check/verdicts.h"
#include "tools/check/wire.h"
#include "tools/lsp/server.h"
#include "tools/lsp/uri.h"

namespace nnscan::lsp {

namespace {

constexpr int kPullPatience = 3000;  // milliseconds

int severity(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return 1;
    case Severity::kWarning:
      return 2;
    case Severity::kNote:
      return 3;
  }
  return 1;
}

// The texts that spans are in, as editors have them.
void add_texts(check::Report& report, Server& server) {
  for (auto& [uri, open] : server.files())
    report.add(open->document.path, shown_path(open->document.path), open->document.text());
}

// Everything that runs said of this file and its entries, as a check merges it.
void fill(check::Report& report, Server& server, OpenFile& file) {
  const std::string& path = file.document.path;
  add_texts(report, server);
  check::Verdicts verdicts(report);
  std::set<std::string> analysed;
  for (const Json* list : {&file.results.syntax, &file.results.unread})
    if (list->is_array()) verdicts.take({{"file", path}, {"diagnostics", *list}});
  for (const Result* result : file.analyst.in_order(file)) {
    analysed.insert(result->message["entry"]["name"].get<std::string>());
    verdicts.take(result->message);
  }
  for (const Json& entry : file.results.entries)
    if (entry["needs_arguments"] == true && !analysed.count(entry["name"]))
      verdicts.take({{"file", path},
                     {"entry", entry},
                     {"outcome", "needs arguments"},
                     {"diagnostics", Json::array()}});
  verdicts.finish();
}

class Writer {
 public:
  Writer(Server& server, OpenFile& file, const check::Report& report)
      : server_(server), file_(file), report_(report) {}

  Json operator()(const check::Finding& finding) {
    const Diagnostic& d = finding.diagnostic;
    Json related = Json::array();
    std::optional<Range> place = own(d.span);
    std::string message = d.message;
    if (!place) {
      // It is in another file: here, the call that leads there.
      for (auto call = d.chain.rbegin(); call != d.chain.rend() && !place; ++call)
        place = own(call->span);
      if (d.span.valid()) {
        message += " (in " + report_.sources[d.span.file].shown + ")";
        relate(related, d.span, d.message);
      }
    }
    for (auto call = d.chain.rbegin(); call != d.chain.rend(); ++call)
      relate(related, call->span, "called from `" + call->function + "`");
    for (const Note& note : d.notes) relate(related, note.span, note.message);
    if (!d.hint.empty()) message += "\n" + d.hint;
    const CodeInfo& about = info(d.code);
    Json json{{"range", server_.range(file_, place.value_or(Range{}))},
              {"severity", severity(about.severity)},
              {"code", about.id},
              {"source", "nnscan"},
              {"message", message},
              {"data", {{"hint", d.hint}, {"entries", finding.entries}}}};
    if (d.code == Code::kUnusedModule || d.code == Code::kUnusedSuppression) json["tags"] = {1};
    if (server_.client.related && !related.empty()) json["relatedInformation"] = related;
    return json;
  }

 private:
  std::optional<Range> own(Span span) const {
    if (!span.valid() || report_.sources[span.file].path != file_.document.path)
      return std::nullopt;
    return Range{span.begin, span.end};
  }
  void relate(Json& related, Span span, const std::string& message) {
    Json location = server_.location(check::to_json(span, report_.sources));
    if (!location.is_null()) related.push_back({{"location", location}, {"message", message}});
  }
  Server& server_;
  OpenFile& file_;
  const check::Report& report_;
};

}  // namespace

Json diagnostics_of(Server& server, OpenFile& file) {
  Json all = Json::array();
  if (!server.settings.diagnostics) return all;
  std::string problem;
  check::Settings settings = project_settings(server.settings, file.document.path,
                                              server.folder_of(file.document.path), problem);
  if (is_excluded(settings, file.document.path)) return all;
  check::Report report;
  fill(report, server, file);
  // Whether a comment silences nothing shows once all of the file was analysed.
  std::vector<check::SourcePath> checked;
  if (file.analyst.is_done()) checked.push_back(check::source_path(file.document.path));
  check::apply_comments(report, checked, false);
  check::apply_selection(report, check::selection_of(settings, problem));
  std::vector<std::string> gone;  // what else a baseline holds is a check's affair
  if (!settings.baseline.empty()) check::apply_baseline(settings.baseline, checked, report, gone);
  Writer write(server, file, report);
  for (const check::Finding& finding : report.findings) all.push_back(write(finding));
  return all;
}

Json diagnostics_of_entry(Server& server, OpenFile& file, const Json& message) {
  check::Report report;
  add_texts(report, server);
  check::Verdicts verdicts(report);
  verdicts.take(message);
  verdicts.finish();
  Writer write(server, file, report);
  Json all = Json::array();
  for (const check::Finding& finding : report.findings) all.push_back(write(finding));
  return all;
}

void publish_diagnostics(Server& server, OpenFile& file) {
  Json diagnostics = diagnostics_of(server, file);
  std::string text = text_of(diagnostics);
  if (text == file.published) return;
  file.published = text;
  server.notify("textDocument/publishDiagnostics", {{"uri", file.document.uri},
                                                    {"version", file.document.version},
                                                    {"diagnostics", diagnostics}});
}

void document_diagnostic(Server& server, const Json& request) {
  OpenFile& file = server.wanted_file(at(request, "params"));
  // A client that is told of new ones need not wait for all.
  const bool ready =
      server.client.diagnostic_refresh ? file.analyst.is_fresh() : file.analyst.is_done();
  if (!ready && !server.is_late(request))
    return server.wait(request, file.document.uri, kPullPatience);
  Json items = diagnostics_of(server, file);
  std::string id = std::to_string(std::hash<std::string>()(text_of(items)));
  if (text_at(at(request, "params"), "previousResultId") == id)
    return server.reply(request["id"], {{"kind", "unchanged"}, {"resultId", id}});
  server.reply(request["id"], {{"kind", "full"}, {"resultId", id}, {"items", items}});
}

void workspace_diagnostic(Server& server, const Json& request) {
  std::map<std::string, std::string> known;
  for (const Json& previous : at(request, "params", "previousResultIds"))
    known[text_at(previous, "uri")] = text_at(previous, "value");
  Json reports = Json::array();
  for (auto& [uri, file] : server.files()) {
    Json items = diagnostics_of(server, *file);
    std::string id = std::to_string(std::hash<std::string>()(text_of(items)));
    Json report{
        {"uri", uri}, {"version", file->document.version}, {"resultId", id}, {"kind", "unchanged"}};
    if (known[uri] != id) report["kind"] = "full", report["items"] = items;
    reports.push_back(report);
  }
  server.reply(request["id"], {{"items", reports}});
}

}  // namespace nnscan::lsp
