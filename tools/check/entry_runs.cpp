#include "tools/check/entry_runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "emit/emit.h"
#include "frontend/torch/advice.h"
#include "frontend/torch/entry.h"
#include "frontend/torch/parameters.h"
#include "tools/check/suppose.h"
#include "tools/check/trials.h"
#include "tools/report.h"

namespace nnscan::check {

namespace {

constexpr int kMaxAttempts = 64;
constexpr size_t kMostLitter = size_t{24} << 20;  // bytes of objects that runs leave behind

// A run is to be taken back that did what cannot be.
struct Spoiled {};

constexpr const char* kOfArguments[] = {"`TypeError", "`ValueError", "`AssertionError", "NoneType"};

// Defaults are often None where a value is needed after all: a constructor that will not do without
// says so by raising an exception.
bool is_for_want_of_arguments(const Json& result) {
  if (result["outcome"] != "not built" || result["diagnostics"].empty()) return false;
  const Json& d = result["diagnostics"][0];
  if (d["code"] != static_cast<int>(Code::kPythonRaised)) return false;
  const std::string message = d["message"];
  return std::any_of(std::begin(kOfArguments), std::end(kOfArguments),
                     [&](const char* part) { return message.find(part) != std::string::npos; });
}

// Where the classes of a module and of all its submodules are defined.
Json classes_of(torch::Workspace& workspace, py::Value module) {
  Json classes = Json::array();
  workspace.guarded("the model's modules", [&] {
    std::set<const py::ClassObj*> seen;
    for (const py::Obj* each : torch::modules_of(workspace.interp(), module))
      for (const py::ClassObj* cls : each->cls->mro)
        if (seen.insert(cls).second && cls->span.valid() && !workspace.session().sources[cls->span.file].is_prelude)
          classes.push_back(to_json(cls->span, workspace.session().sources));
  });
  return classes;
}

std::set<std::string> made_since(const py::Interp& in, size_t before) {
  return {in.made_modules.begin() + static_cast<ptrdiff_t>(before), in.made_modules.end()};
}

// As an export does: what is learnt behind a refusal may be wrong, and an exception come of that.
Json prefer_refusals(Json result, Json& refused) {
  auto raised = [](const Json& d) {
    auto code = static_cast<Code>(d["code"].get<int>());
    return code == Code::kPythonRaised || code == Code::kShapeMismatch || code == Code::kDTypeMismatch;
  };
  const Json& found = result["diagnostics"];
  if (!refused.empty() && std::any_of(found.begin(), found.end(), raised)) result["diagnostics"] = std::move(refused);
  return result;
}

}  // namespace

Json described(const torch::Entry& entry, const SourceMap& sources) {
  return {{"name", entry.name}, {"call", entry.name}, {"kind", entry.kind}, {"span", to_json(entry.span, sources)},
          {"configured", false}, {"module", entry.gives_module},
          {"parameters", entry.kind == "class" && !entry.arguments.empty() && entry.arguments != "()"}};
}

void find_want_of_arguments(Json& result, const Json& entry, bool given) {
  if (given || entry["parameters"] != true || !is_for_want_of_arguments(result)) return;
  result["outcome"] = "needs arguments";
  result["reason"] = result["diagnostics"][0]["message"];
  result["diagnostics"] = Json::array();
}

Json diagnostics_of(const Session& session, size_t from) {
  Json all = Json::array();
  for (size_t i = from; i < session.sink.all().size(); ++i) all.push_back(to_json(session.sink.all()[i], session.sources));
  return all;
}

void import_for(torch::Workspace& workspace, const Json& result) {
  const Session& session = workspace.session();
  py::Interp& in = workspace.interp();
  size_t reports = session.sink.size(), assumptions = session.graph.assumptions.size();
  uint32_t first_report = in.next_report();
  for (const Json& name : result.value("imported", Json::array()))
    workspace.guarded("an imported file", [&] { in.import_module(name, false); });
  // Whoever comes next finds registries complete, and need not look for who fills them.
  for (const Json& holders : result.value("completed", Json::array()))
    workspace.guarded("an imported file", [&] { in.finish_imports(holders.get<std::set<std::string>>()); });
  // What is wrong with it is said of whoever needs it.
  if (session.sink.size() > reports) in.withdraw(reports, assumptions, first_report);
  for (const Json& name : result.value("missing", Json::array())) in.missing_packages.insert(name);
  for (const Json& path : result.value("asked", Json::array())) in.asked_paths.insert(path);
}

Json EntryRuns::here(const torch::AnalysisRequest& request, bool configured, const Json& seed) {
  Session& session = workspace_.session();
  py::Interp& in = workspace_.interp();
  size_t reports = session.sink.size();
  const size_t made_before = in.made_modules.size();
  in.restart_limits();
  begun_ = processor_seconds();
  Json result;
  torch::Built built = workspace_.build(file_, request, nullptr);
  if (this->built) this->built();
  if (built.module.is_unbound()) {
    const char* outcome = "not built";
    if (session.sink.size() > reports) {
      const Diagnostic& first = session.sink.all()[reports];
      if (first.code == Code::kEntryNotAModule) outcome = "no module";
      // `def block(**kwargs)`: that it hands on what it was not given shows in the call only.
      else if (first.code == Code::kPythonRaised && first.message.find("() missing ") != std::string::npos) outcome = "needs arguments";
    }
    result = {{"outcome", outcome}, {"diagnostics", Json::array()}};
    if (outcome != std::string("needs arguments")) result["diagnostics"] = diagnostics_of(session, reports);
  } else {
    result = {{"outcome", "refused"}, {"diagnostics", diagnostics_of(session, reports)}};
    Json classes = classes_of(workspace_, built.module);
    if (built.ok && !configured && !torch::has_forward(in, built.module)) result["outcome"] = "no forward";
    else if (built.ok) result = seed.is_null() ? analysed(built, request) : seeded(built, request, seed);
    result["classes"] = std::move(classes);
  }
  std::set<std::string> imported = made_since(in, made_before);
  for (const Json& name : result.value("imported", Json::array())) imported.insert(name);
  result["imported"] = imported;
  std::set<std::string> out_of_order = session.out_of_order;
  for (const Json& name : result.value("out_of_order", Json::array())) out_of_order.insert(name);
  result["out_of_order"] = out_of_order;
  result["completed"] = in.completed;
  result["missing"] = in.missing_packages;
  result["asked"] = in.asked_paths;
  return result;
}

// One run, here and now, with what an earlier one of the entry needed.
Json EntryRuns::seeded(const torch::Built& built, torch::AnalysisRequest request, const Json& seed) {
  torch::Learnt learnt = learnt_from(seed["learnt"]);
  request.given = seed["given"].get<std::set<std::string>>();
  Json result = forward(built, request, learnt);
  if (result.value("outcome", "") != "graph") {
    result["outcome"] = "refused";
    result["retry"] = true;
  } else if (std::string what = seed["supposed"]; !what.empty()) {
    add_supposed(result, what);
  }
  return result;
}

// As the entry is declared, or with what is found out of its inputs.
Json EntryRuns::analysed(const torch::Built& built, const torch::AnalysisRequest& request) {
  auto run = [&](const torch::AnalysisRequest& one, torch::Learnt& learnt) { return settled(built, one, learnt); };
  Json result;
  try {
    if (!request.inputs.empty()) {
      torch::Learnt learnt;
      return run(request, learnt);
    }
    result = Trials(run, sizes_named_by(workspace_.interp(), built.module)).result(request);
  } catch (Spoiled&) {
    return {{"spoiled", true}};
  }
  if (std::string what = result.value("supposed", ""); !what.empty()) add_supposed(result, what);
  return result;
}

void EntryRuns::add_supposed(Json& result, const std::string& what) {
  Json d = to_json({Code::kAssumption, {}, "the graph is exact under the assumption that " + what, "", {}, {}},
                   workspace_.session().sources);
  d["span"] = result["place"];
  result["assumptions"].push_back(d);
}

// Runs of forward until one teaches nothing more about the inputs.
Json EntryRuns::settled(const torch::Built& built, const torch::AnalysisRequest& request, torch::Learnt& learnt) {
  Json refused;
  for (int attempts = 0; attempts < kMaxAttempts; ++attempts) {
    Json result = one_run(built, request, learnt);
    if (!result.contains("learnt")) return prefer_refusals(std::move(result), refused);
    learnt = learnt_from(result["learnt"]);
    refused = std::move(result["refused"]);
  }
  return {{"outcome", "refused"}};
}

// In this process, as long as it can be taken back.
Json EntryRuns::one_run(const torch::Built& built, const torch::AnalysisRequest& request, torch::Learnt& learnt) {
  if (in_place_ && is_as_built()) {
    has_run_ = true;
    return forward(built, request, learnt);
  }
  Outcome outcome = in_child([&] { return line_of(forward(built, request, learnt)); }, seconds_left());
  return outcome.ok() ? Json::parse(outcome.output) : broken(outcome, seconds_, file_, workspace_.session().sources);
}

double EntryRuns::seconds_left() const { return seconds_ - (processor_seconds() - begun_); }

// Takes back the run before. False where runs left so much behind that others had better end with a process.
bool EntryRuns::is_as_built() {
  if (!rewind_) rewind_.emplace(workspace_.interp());
  if (has_run_ && !rewind_->is_possible()) throw Spoiled{};
  if (has_run_) rewind_->back();
  has_run_ = false;
  return rewind_->litter() < kMostLitter;
}

Json EntryRuns::forward(const torch::Built& built, const torch::AnalysisRequest& request, torch::Learnt& learnt) {
  Session& session = workspace_.session();
  size_t reports = session.sink.size(), assumptions = session.graph.assumptions.size();
  const size_t made_before = workspace_.interp().made_modules.size();
  torch::Attempt attempt = workspace_.forward(file_, built, request, learnt);
  if (attempt.again) return {{"learnt", to_json(learnt)}, {"refused", diagnostics_of(session, reports)}};
  std::vector<Assumption> assumed(session.graph.assumptions.begin() + static_cast<ptrdiff_t>(assumptions),
                                  session.graph.assumptions.end());
  if (!session.sink.has_errors()) {
    EmitOptions emission;
    emission.opset = request.options.opset;
    EmitResult written = try_emit(session.graph, session.dims, session.sources, emission);
    for (Diagnostic& d : nnscan::diagnostics_of(session, written)) session.sink.report(std::move(d));
    if (!written.ok() && !session.sink.has_errors())
      session.sink.report({Code::kInternal, attempt.place, written.error, "please report this with the model file", {}, {}});
    assumed.insert(assumed.end(), written.assumptions.begin(), written.assumptions.end());
  }
  bool refused = session.sink.has_errors();
  if (!refused) torch::advise(workspace_.interp(), built);
  Json result{{"outcome", refused ? "refused" : "graph"}, {"diagnostics", diagnostics_of(session, reports)},
              {"assumptions", Json::array()}, {"imported", made_since(workspace_.interp(), made_before)},
              {"place", to_json(attempt.place, session.sources)}, {"inputs", attempt.inputs},
              {"kept", attempt.kept}, {"out_of_order", session.out_of_order}};
  if (!attempt.open.empty()) result["open"] = to_json(attempt.open);
  if (look) look(result, built, attempt);
  if (!refused)
    for (const Assumption& a : assumed) result["assumptions"].push_back(to_json(nnscan::assumed(a), session.sources));
  return result;
}

Json broken(const Outcome& outcome, double seconds, const py::ModuleObj* file, const SourceMap& sources) {
  Diagnostic d{outcome.late ? Code::kLimitSteps : Code::kInternal,
               {file->file, 0, 0},
               outcome.late ? fmt::format("the analysis took longer than {:g} s", seconds)
                            : fmt::format("the analysis ended by signal {}", outcome.signal),
               outcome.late ? "give it more with --timeout, if it may take that" : "please report this with the model file", {}, {}};
  return {{"outcome", "refused"}, {"diagnostics", Json::array({to_json(d, sources)})}, {"broken", true}};
}

}  // namespace nnscan::check
