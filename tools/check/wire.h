// What workers tell the process that started them, as JSON: one object a line.
#pragma once

#include <nlohmann/json.hpp>

#include "frontend/torch/forward.h"
#include "tools/check/report.h"

namespace nnscan::check {

using Json = nlohmann::json;

// A line for the pipe; bytes that are no UTF-8 are replaced.
std::string line_of(const Json& message);

// A path may hold any byte; JSON holds text.
std::string packed(const std::string& path);
std::string unpacked(const std::string& text);

Json to_json(Span span, const SourceMap& sources);
Span span_from(const Json& json, Report& report);
Json to_json(const Diagnostic& diagnostic, const SourceMap& sources);
Diagnostic diagnostic_from(const Json& json, Report& report);

Json to_json(const torch::Learnt& learnt);
torch::Learnt learnt_from(const Json& json);

}  // namespace nnscan::check
