#include "emit/emit.h"

#include <exception>

#include "emit/format.h"
#include "emit/onnx/schema.h"
#include "emit/onnx/write.h"
#include "emit/output.h"

namespace nnscan {

EmitResult emit_text(const EmitInput& input, std::string_view text) {
  if (std::string error = write_text(input.options.output, text); !error.empty())
    return EmitResult::fail(EmitError::kFile, error);
  EmitResult result;
  result.bytes = text.size();
  return result;
}

EmitResult emit(const Graph& graph, DimPool& dims, const SourceMap& sources,
                const EmitOptions& options) {
  const Format* format = find_format(options.format);
  if (!format)
    return EmitResult::fail(EmitError::kUsage, "no output format `" + options.format +
                                                   "`; there are " + format_names());
  try {
    return format->write({graph, dims, sources, options});
  } catch (const std::exception& error) {
    // Bad memory, and checks of our own; what input can cause comes back as a result.
    return EmitResult::fail(EmitError::kInternal,
                            "while writing " + options.format + ": " + error.what());
  }
}

void prepare_emission() { load_schemas(); }

EmitResult try_emit(const Graph& graph, DimPool& dims, const SourceMap& sources,
                    const EmitOptions& options) {
  try {
    return try_onnx({graph, dims, sources, options});
  } catch (const std::exception& error) {
    return EmitResult::fail(EmitError::kInternal, error.what());
  }
}

}  // namespace nnscan
