// `textDocument/codeLens`: on each module class and factory what it costs, and what can be done
// with it.
#include <algorithm>
#include <set>

#include "tools/lsp/render.h"
#include "tools/lsp/server.h"

namespace nnscan::lsp {

namespace {

constexpr int kPatience = 2000;  // milliseconds that a client waits which is not told of new lenses

// "73.9 k to 2.36 M parameters", of a class with instances of several sizes.
std::string between(std::vector<std::pair<double, std::string>> texts, const std::string& unit) {
  std::sort(texts.begin(), texts.end());
  if (texts.empty()) return "";
  const std::string &least = texts.front().second, &most = texts.back().second;
  return (least == most ? least : least + " to " + most) + unit;
}

struct Costs {
  std::vector<std::pair<double, std::string>> parameters, multiply_adds;
  std::set<std::string> sizes;

  void add(const Json& counts) {
    if (at(counts, "parameters").is_number())
      parameters.push_back(
          {counts["parameters"].get<double>(), amount(counts["parameters"].get<double>())});
    std::string number = multiply_adds_number(counts);
    if (number.empty()) return;
    multiply_adds.push_back({counts["multiply_adds"].get<double>(), number});
    if (std::string at = text_at(counts, "at"); !at.empty()) sizes.insert(at);
  }
  std::string text() const {
    std::string out = between(parameters, " parameters"),
                adds = between(multiply_adds, " multiply-adds");
    if (!adds.empty()) out += (out.empty() ? "" : ", ") + adds;
    if (!adds.empty() && sizes.size() == 1) out += " at " + *sizes.begin();
    return out;
  }
};

// Why a class that needs arguments has none.
std::string want_of_arguments(const OpenFile& file, const Json& entry) {
  size_t tried = 0;
  for (const auto& [call, result] : file.results.all())
    tried += is_vain(result.message) && result.message["entry"]["name"] == entry["name"];
  if (tried == 0) return "it needs arguments, and no call shows what they are";
  return "it needs arguments, and " +
         (tried == 1 ? "the call that was found makes none"
                     : "the " + std::to_string(tried) + " calls that were found make none");
}

}  // namespace

void code_lens(Server& server, const Json& request) {
  OpenFile& file = server.wanted_file(at(request, "params"));
  if (!server.client.lens_refresh && !file.analyst.is_done() && !server.is_late(request))
    return server.wait(request, file.document.uri, kPatience);
  Json lenses = Json::array();
  if (!server.settings.lenses) return server.reply(request["id"], lenses);
  for (const Json& entry : file.results.entries) {
    const Json& span = entry["span"];
    if (!span.is_array() || span[0] != file.results.packed_path() || entry["kind"] == "variable")
      continue;
    Costs costs;
    std::string call;
    double fastest = 0;
    for (const auto& [name, result] : file.results.all()) {
      if (fastest == -1) break;
      if (is_vain(result.message)) continue;
      if (result.message["entry"]["span"] == span) {
        // What it costs by itself counts, not what it costs where others make it in other ways.
        costs = Costs();
        costs.add(at(result.message, "counts"));
        call = name;
        fastest = -1;
        continue;
      }
      bool inside = false;
      for (const Json& module : at(result.message, "modules"))
        if (module["span"] == span) inside = true, costs.add(module);
      // A class that is only a part is shown inside of the smallest model that has it.
      if (inside && fastest != -1 && (call.empty() || result.seconds < fastest))
        call = name, fastest = result.seconds;
    }
    const bool is_model = entry["module"] == true || !costs.parameters.empty();
    if (!is_model) continue;
    Json range = server.range(file, {span[2], span[3]});
    auto lens = [&](const std::string& title, const std::string& command, const Json& argument) {
      Json json{{"title", title}, {"command", command}};
      if (!argument.is_null()) json["arguments"] = {argument};
      lenses.push_back({{"range", range}, {"command", json}});
    };
    if (std::string text = costs.text(); !text.empty()) lens(text, "", nullptr);
    if (call.empty() && entry["needs_arguments"] == false) call = entry["call"];
    if (call.empty() && entry["kind"] == "class" && file.analyst.is_done())
      lens("Not analysed: " + want_of_arguments(file, entry), "", nullptr);
    if (call.empty()) continue;
    Json argument{{"uri", file.document.uri}, {"entry", call}, {"position", range["start"]}};
    lens("Show graph", "nnscan.showGraph", argument);
    if (fastest <= 0)
      lens("Export ONNX", "nnscan.exportOnnx", {{"uri", file.document.uri}, {"entry", call}});
  }
  server.reply(request["id"], lenses);
}

}  // namespace nnscan::lsp
