// What we tell users. Every message has a code from one table (codes.cpp), a severity that the
// code decides, a span, the chain of calls that led there, and a hint.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ir/base/source.h"

namespace nnscan {

// Families: NN1 syntax and files, NN2 language constructs, NN3 torch, NN4 shapes and dtypes,
// NN5 control flow, NN6 targets and opsets, NN7 weights, NN8 limits, NN9 internal.
enum class Code : uint8_t {
  kSyntaxError,
  kFileUnreadable,
  kEntryNotFound,
  kEntryNeedsArguments,
  kEntryNotAModule,
  kImportNotFound,
  kBadInputSpec,
  kUnusedSuppression,
  kUnsupportedConstruct,
  kPythonRaised,
  kUnknownName,
  kPoisonUsed,
  kDynamicPython,
  kUnusedModule,
  kUnsupportedTorchName,
  kUnsupportedTorchUse,
  kRandomInit,
  kShapeMismatch,
  kUnknownRank,
  kUnknownDim,
  kDTypeMismatch,
  kBranchMismatch,
  kDataDependentLoop,
  kDataDependentRaise,
  kConditionalAlias,
  kAssumption,
  kTracedBranch,
  kOpsetTooLow,
  kTargetLacks,
  kWeightsMismatch,
  kWeightsUnreadable,
  kPickleRefused,
  kLimitSteps,
  kLimitDepth,
  kLimitSize,
  kInternal,
  kCount,
};

enum class Severity : uint8_t { kError, kWarning, kNote };

struct CodeInfo {
  Code code;
  const char* id;  // "NN201"
  Severity severity;
  const char* title;  // what it means, in a few words
};

const CodeInfo& info(Code code);
std::span<const CodeInfo> all_codes();

struct CallSite {
  Span span;             // where the call stands
  std::string function;  // the function that holds it, by qualified name
  friend bool operator==(const CallSite&, const CallSite&) = default;
};

struct Note {
  Span span;
  std::string message;
};

struct Diagnostic {
  Code code;
  Span span;  // invalid: about the run as a whole
  std::string message;
  std::string hint;              // empty: none
  std::vector<CallSite> chain;   // outermost first; without the place itself
  std::vector<Note> notes;       // related places
};

class DiagnosticSink {
 public:
  // Keeps one of equal reports (same code, span and message).
  void report(Diagnostic diagnostic);
  void note(Note note);  // to the first error
  const std::vector<Diagnostic>& all() const { return diagnostics_; }
  bool has_errors() const { return errors_ > 0; }
  size_t size() const { return diagnostics_.size(); }
  // Forgets the reports made since there were `size`: an analysis is about to be repeated.
  void truncate(size_t size);

 private:
  std::vector<Diagnostic> diagnostics_;
  size_t errors_ = 0;
};

// `FILE:LINE:COL: error[NNxxx]: message`, the line with a caret, the chain, notes and the hint.
std::string render(const Diagnostic& diagnostic, const SourceMap& sources, bool color);

}  // namespace nnscan
