// From `initialize` to `exit`.
#include <algorithm>

#include "tools/lsp/server.h"
#include "tools/lsp/uri.h"

namespace nnscan::lsp {

namespace {

constexpr const char* kShowGraph = "nnscan.showGraph";

bool flag(const Json& json) { return json.is_boolean() && json.get<bool>(); }

bool holds(const Json& list, const char* wanted) {
  return list.is_array() && std::find(list.begin(), list.end(), wanted) != list.end();
}

void read_client(Client& client, const Json& params) {
  const Json& can = at(params, "capabilities");
  if (holds(at(can, "general", "positionEncodings"), "utf-8")) client.encoding = Encoding::kUtf8;
  client.hint_refresh = flag(at(can, "workspace", "inlayHint", "refreshSupport"));
  client.lens_refresh = flag(at(can, "workspace", "codeLens", "refreshSupport"));
  client.diagnostic_refresh = flag(at(can, "workspace", "diagnostics", "refreshSupport"));
  client.configuration = flag(at(can, "workspace", "configuration"));
  client.watches = flag(at(can, "workspace", "didChangeWatchedFiles", "dynamicRegistration"));
  client.progress = flag(at(can, "window", "workDoneProgress"));
  client.shows_documents = flag(at(can, "window", "showDocument", "support"));
  client.pulls = at(can, "textDocument", "diagnostic").is_object();
  client.related = flag(at(can, "textDocument", "publishDiagnostics", "relatedInformation")) ||
                   flag(at(can, "textDocument", "diagnostic", "relatedInformation"));
  client.code_actions =
      at(can, "textDocument", "codeAction", "codeActionLiteralSupport").is_object();
  client.hierarchical_symbols =
      flag(at(can, "textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport"));
  const Json& formats = at(can, "textDocument", "hover", "contentFormat");
  client.markdown = !formats.is_array() || holds(formats, "markdown");
  for (const Json& command : at(params, "initializationOptions", "clientCommands"))
    if (command.is_string()) client.commands.insert(command.get<std::string>());
  for (const Json& folder : at(params, "workspaceFolders"))
    if (std::string uri = text_at(folder, "uri"); !uri.empty())
      client.folders.push_back(path_of(uri));
  if (client.folders.empty()) {
    if (std::string uri = text_at(params, "rootUri"); !uri.empty())
      client.folders.push_back(path_of(uri));
    else if (std::string path = text_at(params, "rootPath"); !path.empty())
      client.folders.push_back(path);
  }
  for (std::string& folder : client.folders)
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
}

}  // namespace

void initialize(Server& server, const Json& request) {
  if (server.life != Server::Life::kNew)
    throw Failure{Error::kInvalidRequest, "`initialize` came before"};
  const Json& params = at(request, "params");
  read_client(server.client, params);
  std::vector<std::string> problems;
  server.settings =
      settings_from(initialization_settings(at(params, "initializationOptions")), problems);
  Json commands = Json::array();
  for (const char* command : {"nnscan.exportOnnx", kShowGraph})
    if (!server.client.commands.count(command)) commands.push_back(command);
  Json capabilities{
      {"positionEncoding", server.client.encoding == Encoding::kUtf8 ? "utf-8" : "utf-16"},
      {"textDocumentSync",
       {{"openClose", true}, {"change", 2}, {"save", {{"includeText", false}}}}},
      {"inlayHintProvider", true},
      {"hoverProvider", true},
      {"codeLensProvider", {{"resolveProvider", false}}},
      {"documentSymbolProvider", true},
      {"definitionProvider", true},
      {"codeActionProvider", {{"codeActionKinds", {"quickfix"}}}},
      {"diagnosticProvider",
       {{"identifier", "nnscan"}, {"interFileDependencies", true}, {"workspaceDiagnostics", true}}},
      {"executeCommandProvider", {{"commands", commands}}},
      {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}},
      {"experimental", {{"nnscan", {{"graph", true}, {"entries", true}}}}},
  };
  server.life = Server::Life::kRunning;
  server.reply(request["id"], {{"capabilities", capabilities},
                               {"serverInfo", {{"name", "nnscan"}, {"version", NNSCAN_VERSION}}}});
  for (const std::string& problem : problems) server.log(2, problem);
}

void initialized(Server& server, const Json&) {
  server.workers.warm_up();
  if (server.client.configuration) read_configuration(server);
  if (server.client.watches)
    server.ask(
        "client/registerCapability",
        {{"registrations",
          {{{"id", "nnscan-watch"},
            {"method", "workspace/didChangeWatchedFiles"},
            {"registerOptions",
             {{"watchers",
               {{{"globPattern", "**/*.py"}}, {{"globPattern", "**/pyproject.toml"}}}}}}}}}});
}

void shutdown(Server& server, const Json& request) {
  for (auto& [uri, file] : server.files()) file->analyst.end(server);
  server.life = Server::Life::kShutDown;
  server.reply(request["id"], nullptr);
}

void leave(Server& server, const Json&) {
  server.exit_status_ = server.life == Server::Life::kShutDown ? 0 : 1;
  server.life = Server::Life::kOver;
}

void set_trace(Server&, const Json&) {}

void cancel_request(Server& server, const Json& message) {
  server.cancel(at(message, "params", "id"));
}

void cancel_progress(Server& server, const Json& message) {
  for (auto& [uri, file] : server.files())
    if (file->analyst.cancel_progress(server, at(message, "params", "token"))) return;
}

}  // namespace nnscan::lsp
