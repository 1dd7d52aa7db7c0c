#include "tools/lsp/findings.h"

#include <algorithm>
#include <set>

#include "emit/json.h"
#include "tools/check/wire.h"
#include "tools/lsp/counts.h"

namespace nnscan::lsp {

namespace {

constexpr size_t kMostContexts = 16;  // of one place, that differ
constexpr size_t kMostPaths = 12;     // of modules where a context is the same

using Place = std::tuple<uint32_t, uint32_t, uint32_t>;  // file, begin, end
Place place_of(Span span) { return {span.file.index, span.begin, span.end}; }

class Findings {
 public:
  Findings(torch::Workspace& workspace, const Watch& watch, const torch::Built& built,
           const torch::Attempt& attempt, const Json& run)
      : workspace_(workspace),
        session_(workspace.session()),
        watch_(watch),
        built_(built),
        counts_(workspace, built, attempt),
        run_(run),
        watched_(run["watched"].get<std::set<std::string>>()) {}

  Json all();

 private:
  bool is_watched(Span span) const {
    return span.valid() && watched_.count(session_.sources[span.file].path) > 0;
  }
  Json place(Span span) const { return check::to_json(span, session_.sources); }
  Json shape(const Shape& s) const {
    return to_json(s, session_.dims,
                   [&](uint32_t symbol) { return session_.dims.symbol_info(symbol).name; });
  }
  void add_context(Json& contexts, Json context, uint32_t from);
  void add_caller(Json& context, const Watch::Context& of);
  Json by_file(const std::map<Place, Json>& places);
  Json hints();
  Json calls();
  Json read();
  Json modules();
  std::map<Place, std::map<std::string, int>> operators();

  torch::Workspace& workspace_;
  Session& session_;
  const Watch& watch_;
  const torch::Built& built_;
  Counts counts_;
  const Json& run_;
  std::set<std::string> watched_;
};

// Equal contexts are one, with the modules that they are in.
void Findings::add_context(Json& contexts, Json context, uint32_t from) {
  const Watch::Context& of = watch_.contexts()[from];
  for (Json& known : contexts) {
    bool same = std::all_of(context.items().begin(), context.items().end(), [&](const auto& item) {
      return known.value(item.key(), Json()) == item.value();
    });
    if (!same) continue;
    known["n"] = known["n"].get<int>() + 1;
    add_caller(known, of);
    return;
  }
  if (contexts.size() >= kMostContexts) return;
  context["m"] = Json::array();
  context["n"] = 1;
  add_caller(context, of);
  contexts.push_back(std::move(context));
}

// The module whose forward it is; where that calls functions, the calls as well.
void Findings::add_caller(Json& context, const Watch::Context& of) {
  Json caller = of.module;
  const char* list = "m";
  if (of.inside > 0) {
    list = "v";
    caller = {of.module, Json::array()};
    for (size_t i = of.calls.size() - of.inside; i < of.calls.size(); ++i)
      caller[1].push_back(place(of.calls[i]));
  }
  Json& callers = context[list];
  if (callers.is_null()) callers = Json::array();
  if (callers.size() < kMostPaths &&
      std::find(callers.begin(), callers.end(), caller) == callers.end())
    callers.push_back(std::move(caller));
}

Json Findings::by_file(const std::map<Place, Json>& places) {
  Json files = Json::object();
  for (const auto& [at, json] : places)
    files[session_.sources[FileId{std::get<0>(at)}].path].push_back(json);
  return files;
}

Json Findings::hints() {
  std::map<Place, Json> places;
  for (const Watch::Assigned& a : watch_.assigned()) {
    if (!is_watched(a.span)) continue;
    Json& json = places[place_of(a.span)];
    if (json.is_null())
      json = {{"b", a.span.begin},
              {"e", a.span.end},
              {"k", std::string(1, a.kind)},
              {"c", Json::array()}};
    add_context(json["c"], shape(a.shape), a.context);
  }
  return by_file(places);
}

// What was read: in the innermost statement around the place.
Json Findings::read() {
  Json contexts = Json::array();
  const Watch::Assigned* innermost = nullptr;
  auto length = [](const Watch::Assigned& a) { return a.span.end - a.span.begin; };
  for (const Watch::Assigned& a : watch_.read())
    if (!innermost || length(a) < length(*innermost)) innermost = &a;
  for (const Watch::Assigned& a : watch_.read())
    if (length(a) == length(*innermost)) add_context(contexts, shape(a.shape), a.context);
  return contexts;
}

// The operators that come of each place.
std::map<Place, std::map<std::string, int>> Findings::operators() {
  std::map<Place, std::map<std::string, int>> places;
  const Graph& graph = session_.graph;
  for (uint32_t b = 0; b < graph.blocks.size(); ++b)
    for (NodeId id : graph.blocks[BlockId{b}].nodes) {
      const Node& node = graph.nodes[id];
      if (!node.origin.valid()) continue;
      Span span = graph.origins[node.origin].span;
      if (is_watched(span)) ++places[place_of(span)][node.op->name];
    }
  return places;
}

Json Findings::calls() {
  std::map<Place, Json> places;
  auto made_of = operators();
  for (const Watch::Called& call : watch_.called()) {
    if (!is_watched(call.span)) continue;
    Json& json = places[place_of(call.span)];
    const Watch::Callee& callee = watch_.callees()[call.callee];
    if (json.is_null()) {
      json = {{"b", call.span.begin},
              {"e", call.span.end},
              {"name", callee.name},
              {"signature", callee.signature},
              {"torch", callee.torch},
              {"class", callee.is_class},
              {"defined", place(callee.defined)},
              {"made", nullptr},
              {"ops", Json::object()},
              {"c", Json::array()}};
      if (auto ops = made_of.find(place_of(call.span)); ops != made_of.end())
        json["ops"] = ops->second;
    }
    Json context{{"a", Json::array()}, {"r", shape(call.result)["t"]}};
    for (const Shape& argument : call.arguments)
      if (argument.shows()) context["a"].push_back(shape(argument)["t"]);
    if (call.module) {
      if (auto at = watch_.made().find(call.module);
          at != watch_.made().end() && json["made"].is_null())
        json["made"] = place(at->second);
      auto path = workspace_.interp().module_paths.find(const_cast<py::Obj*>(call.module));
      if (path != workspace_.interp().module_paths.end()) {
        context["p"] = counts_.parameters(path->second);
        context["w"] = path->second;
      }
    }
    if (!call.result.shows()) context["r"] = "";
    add_context(json["c"], std::move(context), call.context);
  }
  return by_file(places);
}

Json Findings::modules() {
  Json list = Json::array();
  py::Interp& in = workspace_.interp();
  std::map<std::string, const py::Obj*> by_path;
  for (const auto& [object, path] : in.module_paths) by_path[path] = object;
  std::map<Place, std::set<std::string>> seen;
  for (const auto& [path, object] : by_path) {
    const py::ClassObj* cls = object->cls;
    if (!cls || !is_watched(cls->span)) continue;
    Json json = counts_.of(path);
    // Modules of a class that cost the same are told once.
    if (!seen[place_of(cls->span)].insert(text_of(json)).second) continue;
    json["path"] = path;
    json["class"] = cls->qualified_name;
    json["span"] = place(cls->span);
    list.push_back(std::move(json));
  }
  return list;
}

Json Findings::all() {
  if (run_.contains("read")) return {{"reaching", read()}};
  Json json{{"hints", hints()},
            {"calls", calls()},
            {"modules", modules()},
            {"counts", counts_.of("")},
            {"ran", Json::array()}};
  for (const auto& [key, span] : watch_.entered())
    if (is_watched(span)) json["ran"].push_back(place(span));
  if (run_["graph"] == true) {
    EmitOptions options;
    options.opset = session_.options.opset;
    options.source_paths = true;
    for (const Diagnostic& d : session_.sink.all())
      if (info(d.code).severity == Severity::kError) options.stopped.push_back(d);
    json["graph"] =
        Json::parse(json_text({session_.graph, session_.dims, session_.sources, options}));
  }
  return json;
}

}  // namespace

Json found(torch::Workspace& workspace, const Watch& watch, const torch::Built& built,
           const torch::Attempt& attempt, const Json& run) {
  Json result = Json::object();
  // Where the analysis stopped, what there is of the graph may be in pieces.
  workspace.guarded("what was found", [&] {
    name_sizes(workspace, attempt);
    result = Findings(workspace, watch, built, attempt, run).all();
  });
  return result;
}

}  // namespace nnscan::lsp
