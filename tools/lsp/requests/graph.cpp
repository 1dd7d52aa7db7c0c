// `nnscan/graph` and `nnscan/entries`.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "tools/check/wire.h"
#include "tools/lsp/render.h"
#include "tools/lsp/server.h"
#include "tools/lsp/uri.h"

namespace nnscan::lsp {

namespace {

constexpr int kPatience = 5000;  // milliseconds

// Places of docs/json.md get what an editor selects: lines and columns there are from 1, in bytes.
class Places {
 public:
  explicit Places(Server& server) : server_(server) {}

  void add(Json& json) {
    if (json.is_object() && json.contains("path") && json.contains("end_column"))
      return locate(json);
    if (json.is_structured())
      for (Json& item : json) add(item);
  }

 private:
  struct Text {
    std::string uri, text;
    Lines lines;
  };
  const Text& text(const std::string& path) {
    auto known = texts_.find(path);
    if (known != texts_.end()) return known->second;
    OpenFile* open = server_.file_at(path);
    std::string content;
    if (open) {
      content = open->document.text();
    } else {
      std::stringstream read;
      read << std::ifstream(path, std::ios::binary).rdbuf();
      content = read.str();
    }
    Lines lines(content);
    return texts_
        .emplace(path, Text{open ? open->document.uri : uri_of(path), std::move(content),
                            std::move(lines)})
        .first->second;
  }
  uint32_t offset(const Text& text, const Json& line, const Json& column) {
    Range range = text.lines.line(text.text, line.get<uint32_t>() - 1);
    return std::min<uint32_t>(range.begin + column.get<uint32_t>() - 1,
                              static_cast<uint32_t>(text.text.size()));
  }
  void locate(Json& place) {
    const Text& of = text(place["path"].get<std::string>());
    Range range{offset(of, place["line"], place["column"]),
                offset(of, place["end_line"], place["end_column"])};
    place["uri"] = of.uri;
    place["range"] = of.lines.range(of.text, range, server_.client.encoding);
    place.erase("path");
  }
  Server& server_;
  std::map<std::string, Text> texts_;
};

}  // namespace

void graph(Server& server, const Json& request) {
  const Json& params = at(request, "params");
  OpenFile& file = server.wanted_file(params);
  const std::string uri = file.document.uri;
  // Which entries there are shows once the file was read.
  if (file.results.entries.empty() && !file.analyst.is_fresh() && !server.is_late(request))
    return server.wait(request, uri, kPatience);
  std::vector<std::string> calls;
  if (at(params, "entry").is_string()) calls.push_back(params["entry"]);
  if (at(params, "position").is_object())
    for (std::string& call : file.analyst.entries_at(
             file, file.document.lines().offset(file.document.text(), params["position"],
                                                server.client.encoding)))
      if (std::find(calls.begin(), calls.end(), call) == calls.end())
        calls.push_back(std::move(call));
  if (calls.empty())
    for (const auto& [call, result] : file.results.all())
      if (!is_vain(result.message)) calls.push_back(call);
  if (calls.empty())
    for (const Json& entry : file.results.entries)
      if (entry["needs_arguments"] == false) calls.push_back(entry["call"]);
  if (calls.empty()) return server.reply(request["id"], nullptr);
  std::optional<Task> known = file.analyst.task_of(calls[0]);
  Task task =
      known ? *known
            : Task{calls[0], calls[0].substr(0, calls[0].find('(')), file.document.path, false, {},
                   {}};
  const int64_t version = file.document.version;
  const Json id = request["id"];
  file.analyst.run_for(server, file, task, {{"graph", true}}, Job::What::kGraph, request,
                       [&server, id, uri, calls, version](const Json& result) {
                         if (at(result, "cancelled") == true)
                           return server.fail(id, Error::kCancelled,
                                              "cancelled, or another took its place");
                         if (result.is_null())
                           return server.fail(id, Error::kContentModified, "the text has changed");
                         OpenFile* open = server.file(uri);
                         Json answer{{"entry", calls[0]},  {"entries", calls},
                                     {"version", version}, {"verdict", "not analysed"},
                                     {"graph", nullptr},   {"diagnostics", Json::array()}};
                         if (result.contains("outcome")) {
                           Result as_result;
                           as_result.message = result;
                           answer["verdict"] = verdict_of(as_result);
                           if (result.contains("graph")) answer["graph"] = result["graph"];
                           Places(server).add(answer["graph"]);
                           if (open)
                             answer["diagnostics"] = diagnostics_of_entry(server, *open, result);
                         } else {
                           answer["verdict"] = "refused";
                         }
                         server.reply(id, answer);
                       });
}

void entries(Server& server, const Json& request) {
  OpenFile& file = server.wanted_file(at(request, "params"));
  if (!file.analyst.is_done() && !server.is_late(request))
    return server.wait(request, file.document.uri, kPatience);
  Json list = Json::array();
  auto add = [&](const Json& entry, const std::string& call, const Result* result) {
    const Json& span = entry["span"];
    Json counts = result ? at(result->message, "counts") : Json();
    Json json{{"entry", call},
              {"name", entry["name"]},
              {"kind", entry["kind"]},
              {"range", span.is_array() && span[0] == file.results.packed_path()
                            ? server.range(file, {span[2], span[3]})
                            : Json()},
              {"verdict", result ? verdict_of(*result) : "not analysed"},
              {"reason", result                             ? ""
                         : entry["needs_arguments"] == true ? "needs arguments"
                                                            : ""},
              {"parameters", at(counts, "parameters")},
              {"multiplyAdds", nullptr}};
    if (std::string text = multiply_adds_number(counts); !text.empty()) json["multiplyAdds"] = text;
    list.push_back(std::move(json));
  };
  for (const Json& entry : file.results.entries) {
    bool analysed = false;
    for (const auto& [call, result] : file.results.all()) {
      if (result.message["entry"]["name"] != entry["name"]) continue;
      std::string outcome = result.message.value("outcome", "");
      if (outcome == "no module" || (outcome == "not built" && entry["module"] == false)) continue;
      if (is_vain(result.message)) continue;
      analysed = true;
      add(entry, call, &result);
    }
    if (!analysed && entry["module"] == true) add(entry, entry["call"], nullptr);
  }
  server.reply(request["id"], list);
}

}  // namespace nnscan::lsp
