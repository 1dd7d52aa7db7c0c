#include "tools/check/verdicts.h"

#include <algorithm>
#include <tuple>

namespace nnscan::check {

namespace {

std::pair<uint32_t, uint32_t> key_of(Span span) { return {span.file.index, span.begin}; }

}  // namespace

void Verdicts::take(const Json& message) {
  std::string path = message["file"];
  if (message.contains("died")) {
    FileId file = report_.file(path, shown_path(path));
    of_files_.push_back({path, {Code::kInternal, {file, 0, 0}, "the analysis of this file ended abnormally",
                                "please report this with the file", {}, {}}});
    return;
  }
  if (!message.contains("entry")) {
    for (const Json& row : message["diagnostics"]) {
      Diagnostic d = diagnostic_from(row, report_);
      if (!d.span.valid()) d.span = {report_.file(path, shown_path(path)), 0, 0};  // it was not even read
      of_files_.push_back({path, std::move(d)});
    }
    return;
  }
  const Json& entry = message["entry"];
  Seen seen;
  seen.file = path;
  seen.entry.name = entry["call"];
  seen.entry.kind = entry["kind"];
  seen.entry.span = span_from(entry["span"], report_);
  seen.entry.seconds = message.value("seconds", 0.0);
  seen.module = entry["module"];
  seen.configured = entry["configured"];
  seen.guessed = !seen.configured && entry["call"] != entry["name"];
  seen.outcome = message["outcome"];
  seen.default_call = message.value("default_call", "");
  seen.reason = message.value("reason", "");
  for (const char* list : {"diagnostics", "assumptions"})
    if (message.contains(list))
      for (const Json& d : message[list]) seen.findings.push_back(diagnostic_from(d, report_));
  if (message.contains("classes")) {
    std::set<PlaceKey>& parts = seen.outcome == "graph" ? parts_ : refused_parts_;
    const Json& classes = message["classes"];
    for (const Json& span : classes) {
      Span at = span_from(span, report_);
      if (key_of(at) != key_of(seen.entry.span)) parts.insert(key_of(at));
    }
  }
  seen_.push_back(std::move(seen));
}

std::vector<Verdicts::Open> Verdicts::open() const {
  std::vector<Open> open;
  for (const Seen& s : seen_) {
    PlaceKey key = key_of(s.entry.span);
    if (s.outcome == "needs arguments" && s.entry.kind == "class" && !parts_.count(key) && !refused_parts_.count(key))
      open.push_back({s.file, s.entry.name, s.default_call});
  }
  return open;
}

// What one entry's own analysis and those of the others make of it.
void Verdicts::judge(Seen& s) const {
  PlaceKey key = key_of(s.entry.span);
  bool part = s.entry.kind == "class" && (parts_.count(key) || refused_parts_.count(key));
  auto drop = [&](Verdict verdict, std::string reason) {
    s.entry.verdict = verdict;
    s.entry.reason = std::move(reason);
    if (!s.configured) s.findings.clear();
  };
  if (s.outcome == "graph") {
    bool assumes = std::any_of(s.findings.begin(), s.findings.end(),
                               [](const Diagnostic& d) { return d.code == Code::kAssumption; });
    s.entry.verdict = assumes ? Verdict::kAssumptions : Verdict::kExact;
  } else if (s.outcome == "needs arguments") {
    if (part) drop(Verdict::kPart, parts_.count(key) ? "" : "of refused entries only");
    else drop(Verdict::kNotAnalysed, "needs arguments" + (s.reason.empty() ? "" : ": " + s.reason));
  } else if (!s.configured && !s.findings.empty() && s.findings[0].code == Code::kBadInputSpec) {
    drop(part ? Verdict::kPart : Verdict::kNotAnalysed, part ? "" : s.findings[0].message);
  } else if (s.outcome == "no forward") {
    if (part) drop(Verdict::kPart, "");
    else drop(Verdict::kNotAnalysed, "it has no `forward`");
  } else if (part && !s.configured) {
    drop(Verdict::kPart, parts_.count(key) ? "" : "of refused entries only");
  } else if (s.outcome == "not built" && !s.configured && (s.guessed || !s.module)) {
    drop(Verdict::kNotAnalysed, s.findings.empty() ? "it cannot be called" : "calling it: " + s.findings[0].message);
  } else {
    s.entry.verdict = Verdict::kRefused;
  }
}

void Verdicts::finish() {
  // Arguments that somebody else uses are tried one after the other: the first that gives a module
  // counts, and what only needs arguments is then no longer open.
  std::map<PlaceKey, bool> built;
  for (const Seen& s : seen_)
    if (s.guessed && s.outcome != "not built" && s.outcome != "no module") built[key_of(s.entry.span)] = true;
  std::map<PlaceKey, bool> shown;
  std::vector<Seen> kept;
  for (Seen& s : seen_) {
    PlaceKey key = key_of(s.entry.span);
    if (s.outcome == "no module" && !s.configured) continue;  // a function of other use
    if (s.guessed && (!built.count(key) || s.outcome == "not built" || std::exchange(shown[key], true))) continue;
    if (s.outcome == "needs arguments" && (built.count(key) || s.entry.kind == "function")) continue;
    judge(s);
    kept.push_back(std::move(s));
  }
  std::map<std::string, size_t> known;
  std::set<std::string> messages;
  auto add = [&](const Diagnostic& d, const std::string& entry) {
    std::string place = std::to_string(static_cast<int>(d.code)) + " ";
    if (d.span.valid()) place += std::to_string(d.span.file.index) + " " + std::to_string(d.span.begin);
    auto [at, fresh] = known.try_emplace(d.span.valid() ? place : place + d.message, report_.findings.size());
    if (fresh) report_.findings.push_back({d, {}, 0});
    else if (messages.insert(place + d.message).second && report_.findings[at->second].diagnostic.message != d.message)
      ++report_.findings[at->second].similar;
    std::vector<std::string>& entries = report_.findings[at->second].entries;
    if (std::find(entries.begin(), entries.end(), entry) == entries.end()) entries.push_back(entry);
  };
  for (const auto& [path, d] : of_files_) add(d, shown_path(path));
  for (const Seen& s : kept)
    for (const Diagnostic& d : s.findings) add(d, shown_path(s.file) + ":" + s.entry.name);
  auto place = [&](Span span) {
    return span.valid() ? std::make_tuple(report_.sources[span.file].shown, span.begin, span.end)
                        : std::make_tuple(std::string(), 0u, 0u);
  };
  sort_findings(report_);
  for (Finding& f : report_.findings) std::sort(f.entries.begin(), f.entries.end());
  for (Seen& s : kept) report_.entries.push_back(std::move(s.entry));
  std::stable_sort(report_.entries.begin(), report_.entries.end(),
                   [&](const Entry& a, const Entry& b) { return place(a.span) < place(b.span); });
}

}  // namespace nnscan::check
