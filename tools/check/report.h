// What a check found: findings in files, and a verdict on every entry. Spans are places in
// `Report::sources`, which holds the text of each file that a finding names.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ir/base/diagnostic.h"
#include "ir/base/paths.h"

namespace nnscan::check {

enum class Verdict : uint8_t {
  kExact,        // the graph is PyTorch's
  kAssumptions,  // the graph is PyTorch's while the named assumptions hold
  kRefused,      // its findings say why
  kPart,         // no entry of its own: analysed inside of others
  kNotAnalysed,  // nobody knows how to make one, or what to give it; `reason` says which
};
const char* name_of(Verdict verdict);  // "exact", "exact under assumptions", "refused", …

struct Entry {
  std::string name;  // what --class would be: `Net`, `Net(10)`
  std::string kind;  // "class", "function", "variable"
  Span span;         // its name where it is defined
  Verdict verdict = Verdict::kNotAnalysed;
  std::string reason;
  double seconds = 0;
};

struct Finding {
  Diagnostic diagnostic;
  std::vector<std::string> entries;  // `FILE:NAME` of those that run into it, in order
  size_t similar = 0;                // further ones of this code here, of which the words differ
};

struct Report {
  SourceMap sources;
  std::vector<Finding> findings;  // by file, line and column
  std::vector<Entry> entries;     // by file and line
  size_t files = 0;               // read
  size_t skipped = 0;             // seen, without a module in the text

  // The file at this path, added if it is new. An unreadable one is empty.
  FileId file(const std::string& path, const std::string& shown);
  // The same, with another text than the file's.
  FileId add(const std::string& path, const std::string& shown, std::string text);
  // The file at this path, if it was added.
  const FileId* known(const std::string& path) const {
    auto at = ids_.find(path);
    return at == ids_.end() ? nullptr : &at->second;
  }

 private:
  std::map<std::string, FileId> ids_;
};

// By file, line and column.
void sort_findings(Report& report);

}  // namespace nnscan::check
