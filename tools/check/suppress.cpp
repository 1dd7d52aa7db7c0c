#include "tools/check/suppress.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <sstream>

#include "frontend/syntax/layout.h"
#include "tools/check/codes.h"

namespace nnscan::check {

namespace {

using syntax::Layout;
using syntax::Range;

constexpr const char* kMark = "nnscan:";

// One code of a comment, or the comment as a whole where it names none.
struct Suppression {
  Range place;
  uint32_t line = 0;
  bool of_file = false;
  Codes codes;  // one; none: everything
  bool used = false;

  bool covers(Code code) const { return codes.empty() || match(codes, code) > 0; }
};

struct Commented {
  FileId file;
  Layout layout;
  std::vector<Suppression> suppressions;
  std::vector<Diagnostic> misspelt;
};

Diagnostic complaint(FileId file, Range place, std::string message, std::string hint) {
  return {Code::kUnusedSuppression,
          {file, place.begin, place.end},
          std::move(message),
          std::move(hint),
          {},
          {}};
}

// The comma-separated codes between `begin` and `end`.
void read_codes(std::string_view text, Range list, const Suppression& common, Commented& out) {
  for (uint32_t at = list.begin; at <= list.end;) {
    auto comma = static_cast<uint32_t>(std::min<size_t>(text.find(',', at), list.end));
    Range place{at, comma};
    while (place.begin < place.end && text[place.begin] == ' ') ++place.begin;
    while (place.end > place.begin && text[place.end - 1] == ' ') --place.end;
    std::string code(text.substr(place.begin, place.size()));
    std::string problem = problem_with_code(code);
    if (problem.empty()) {
      Suppression one = common;
      one.place = place;
      one.codes = {code};
      out.suppressions.push_back(std::move(one));
    } else {
      out.misspelt.push_back(complaint(out.file, place.size() ? place : common.place, problem, ""));
    }
    at = comma + 1;
  }
}

void read_comment(const SourceMap& sources, Range comment, Commented& out) {
  // The name of the directive is optional, so that a misspelt one is seen.
  static const std::regex kForm(R"(#\s*nnscan:\s*([A-Za-z_-]*)\s*(\[([^\]]*)\])?)");
  std::string_view text = sources[out.file].text;
  std::match_results<std::string_view::const_iterator> found;
  if (!std::regex_search(text.begin() + comment.begin, text.begin() + comment.end, found, kForm))
    return;
  auto range = [&](size_t group) {
    return Range{static_cast<uint32_t>(found[group].first - text.begin()),
                 static_cast<uint32_t>(found[group].second - text.begin())};
  };
  Suppression common;
  common.place = range(0);
  common.line = sources.position(out.file, comment.begin).line;
  common.of_file = found[1] == "ignore-file";
  if (found[1] != "ignore" && !common.of_file) {
    out.misspelt.push_back(
        complaint(out.file, common.place, "`" + found[1].str() + "` silences nothing",
                  "write `# nnscan: ignore[NN123]` or `# nnscan: ignore-file[NN123]`"));
  } else if (found[2].matched) {
    read_codes(text, range(3), common, out);
  } else {
    out.suppressions.push_back(std::move(common));
  }
}

std::optional<Commented> read_comments(const SourceMap& sources, FileId file) {
  const std::string& text = sources[file].text;
  if (text.find(kMark) == std::string::npos) return std::nullopt;
  Commented out{file, syntax::layout_of(text), {}, {}};
  for (Range comment : out.layout.comments) read_comment(sources, comment, out);
  return out;
}

// Whether a comment silences this, which is then noted in all that do.
bool silence(Commented& commented, const SourceMap& sources, const Diagnostic& d) {
  Range statement = commented.layout.statement_at(d.span.begin);
  uint32_t first = sources.position(commented.file, statement.begin).line;
  uint32_t last = sources
                      .position(commented.file,
                                std::max(statement.begin, statement.end - (statement.size() > 0)))
                      .line;
  bool silenced = false;
  for (Suppression& s : commented.suppressions) {
    if (!s.covers(d.code) || (!s.of_file && (s.line < first || s.line > last))) continue;
    s.used = silenced = true;
  }
  return silenced;
}

// Whether the run has come to this place, as far as one can tell.
class Reach {
 public:
  Reach(const Report& report, bool whole) : report_(report), whole_(whole) {
    for (const Finding& f : report.findings) {
      bool error = info(f.diagnostic.code).severity == Severity::kError;
      if (error && f.diagnostic.span.valid()) failed_.push_back(f.diagnostic.span);
    }
  }

  bool came_to(const Commented& commented, uint32_t offset) const {
    const Layout::Definition* outermost = nullptr;
    for (const Layout::Definition& d : commented.layout.definitions)
      if (!outermost && d.range.holds(offset)) outermost = &d;
    if (!outermost) return true;
    // An analysis may end where it fails: what it left out may have had something to silence.
    for (Span span : failed_)
      if (span.file == commented.file && outermost->range.holds(span.begin)) return false;
    for (const Entry& entry : report_.entries)
      if (entry.span.file == commented.file && outermost->range.holds(entry.span.begin))
        return entry.verdict != Verdict::kNotAnalysed;
    return whole_;
  }
  // Whether all of the file was looked at.
  bool came_to_all(FileId file) const {
    auto in_file = [&](const Entry& e) {
      return e.span.file == file && e.verdict == Verdict::kNotAnalysed;
    };
    auto failed = [&](Span span) { return span.file == file; };
    return std::none_of(report_.entries.begin(), report_.entries.end(), in_file) &&
           std::none_of(failed_.begin(), failed_.end(), failed);
  }

 private:
  const Report& report_;
  bool whole_;
  std::vector<Span> failed_;
};

// Most files do not, and need not be kept.
bool mentions_mark(const Report& report, const std::string& path) {
  if (const FileId* known = report.known(path)) return report.sources[*known].text.find(kMark) != std::string::npos;
  std::stringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.view().find(kMark) != std::string_view::npos;
}

}  // namespace

void apply_comments(Report& report, const std::vector<SourcePath>& checked, bool whole) {
  std::map<uint32_t, std::optional<Commented>> files;
  auto comments_of = [&](FileId file) -> std::optional<Commented>& {
    auto [at, fresh] = files.try_emplace(file.index);
    if (fresh) at->second = read_comments(report.sources, file);
    return at->second;
  };
  std::erase_if(report.findings, [&](const Finding& f) {
    if (!f.diagnostic.span.valid()) return false;
    std::optional<Commented>& commented = comments_of(f.diagnostic.span.file);
    return commented && silence(*commented, report.sources, f.diagnostic);
  });

  Reach reach(report, whole);
  std::vector<Diagnostic> unused;
  for (const SourcePath& source : checked) {
    if (!mentions_mark(report, source.path)) continue;
    std::optional<Commented>& commented =
        comments_of(report.file(source.path, shown_path(source.path)));
    if (!commented) continue;
    unused.insert(unused.end(), commented->misspelt.begin(), commented->misspelt.end());
    for (const Suppression& s : commented->suppressions) {
      if (s.used || !(s.of_file ? reach.came_to_all(commented->file)
                                : reach.came_to(*commented, s.place.begin)))
        continue;
      std::string what = s.codes.empty()
                             ? "nothing is found here that this could silence"
                             : "no `" + s.codes[0] + "` is found here that this could silence";
      unused.push_back(complaint(commented->file, s.place, what,
                                 s.codes.empty() ? "remove the comment" : "remove the code"));
    }
  }
  for (Diagnostic& d : unused) {
    std::string shown = report.sources[d.span.file].shown;
    report.findings.push_back({std::move(d), {shown}});
  }
  sort_findings(report);
}

}  // namespace nnscan::check
