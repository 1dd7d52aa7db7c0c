// The table of diagnostics: one row a code, in the order of the enum. The first digit of an id
// is its family; ids are never given twice. Each has a page in docs/diagnostics.
#include <iterator>

#include "ir/base/check.h"
#include "ir/base/diagnostic.h"

namespace nnscan {

namespace {

constexpr Severity kError = Severity::kError;
constexpr Severity kWarning = Severity::kWarning;

constexpr CodeInfo kCodes[] = {
    {Code::kSyntaxError, "NN101", kError, "the source is not valid Python"},
    {Code::kFileUnreadable, "NN102", kError, "a source file cannot be read"},
    {Code::kEntryNotFound, "NN103", kError, "the file does not define the entry"},
    {Code::kEntryNeedsArguments, "NN104", kError, "the entry cannot be called without arguments"},
    {Code::kEntryNotAModule, "NN105", kError, "the entry is not an nn.Module"},
    {Code::kImportNotFound, "NN106", kError, "an imported module is not found"},
    {Code::kBadInputSpec, "NN107", kError, "an input declaration does not fit the entry"},
    {Code::kUnusedSuppression, "NN108", kWarning, "a suppression suppresses nothing"},
    {Code::kUnsupportedConstruct, "NN201", kError, "a Python construct is not supported"},
    {Code::kPythonRaised, "NN202", kError, "the code raises an exception"},
    {Code::kUnknownName, "NN203", kError, "a name is not defined"},
    {Code::kPoisonUsed, "NN204", kError, "a value is not known on every path"},
    {Code::kDynamicPython, "NN205", kError, "the code depends on what only running it can tell"},
    {Code::kUnusedModule, "NN206", kWarning, "a submodule or parameter does not reach the output"},
    {Code::kUnsupportedTorchName, "NN301", kError, "a torch function or class is not supported"},
    {Code::kUnsupportedTorchUse, "NN302", kError, "a torch function is used in an unsupported way"},
    {Code::kRandomInit, "NN303", kError, "random numbers drawn in __init__ reach the output"},
    {Code::kShapeMismatch, "NN401", kError, "shapes do not fit"},
    {Code::kUnknownRank, "NN402", kError, "the number of dimensions is not known"},
    {Code::kUnknownDim, "NN403", kError, "a size is not known"},
    {Code::kDTypeMismatch, "NN404", kError, "dtypes do not fit"},
    {Code::kBranchMismatch, "NN501", kError, "the two sides of a branch give different types"},
    {Code::kDataDependentLoop, "NN502", kError, "a loop depends on tensor data"},
    {Code::kDataDependentRaise, "NN503", kError, "an exception depends on tensor data"},
    {Code::kConditionalAlias, "NN504", kError, "which tensor is written depends on tensor data"},
    {Code::kAssumption, "NN505", kWarning, "the graph is exact only while this holds"},
    {Code::kTracedBranch, "NN506", Severity::kNote, "a tracing exporter would keep one side only"},
    {Code::kOpsetTooLow, "NN601", kError, "the opset lacks an operator"},
    {Code::kTargetLacks, "NN602", kError, "the target lacks an operator"},
    {Code::kWeightsMismatch, "NN701", kError, "the weights do not fit the model"},
    {Code::kWeightsUnreadable, "NN702", kError, "the weights cannot be read"},
    {Code::kPickleRefused, "NN703", kError, "the checkpoint holds more than tensors"},
    {Code::kLimitSteps, "NN801", kError, "the analysis takes too many steps"},
    {Code::kLimitDepth, "NN802", kError, "calls or expressions nest too deeply"},
    {Code::kLimitSize, "NN803", kError, "the graph or a constant grows too large"},
    {Code::kInternal, "NN901", kError, "internal error in nnscan"},
};
static_assert(std::size(kCodes) == static_cast<size_t>(Code::kCount));

}  // namespace

const CodeInfo& info(Code code) {
  const CodeInfo& row = kCodes[static_cast<size_t>(code)];
  NNSCAN_CHECK(row.code == code, "the table of codes is out of order");
  return row;
}

std::span<const CodeInfo> all_codes() { return kCodes; }

}  // namespace nnscan
