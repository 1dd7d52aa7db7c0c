// What the client sets, and folders that come and go.
#include <algorithm>

#include "tools/lsp/server.h"
#include "tools/lsp/uri.h"

namespace nnscan::lsp {

namespace {

void use(Server& server, const Json& section) {
  std::vector<std::string> problems;
  Settings settings = settings_from(section, problems);
  for (const std::string& problem : problems)
    server.notify("window/showMessage", {{"type", 2}, {"message", problem}});
  if (settings == server.settings) return;
  server.settings = std::move(settings);
  server.settings_changed();
}

// The section itself, or an object that holds it.
const Json& section_in(const Json& settings) {
  const Json& inner = at(settings, "nnscan");
  return inner.is_object() ? inner : settings;
}

}  // namespace

Json initialization_settings(const Json& options) {
  const Json& settings = at(options, "settings");
  return section_in(settings);
}

void read_configuration(Server& server) {
  server.ask("workspace/configuration", {{"items", {{{"section", "nnscan"}}}}},
             [&server](const Json& result) {
               if (result.is_array() && !result.empty() && result[0].is_object())
                 use(server, result[0]);
             });
}

void did_change_configuration(Server& server, const Json& message) {
  if (server.client.configuration) return read_configuration(server);
  const Json& settings = at(message, "params", "settings");
  if (settings.is_object()) use(server, section_in(settings));
}

void did_change_watched_files(Server& server, const Json& message) {
  for (const Json& change : at(message, "params", "changes"))
    if (std::string uri = text_at(change, "uri"); is_file_uri(uri))
      server.saved_or_changed_on_disk(path_of(uri));
}

void did_change_workspace_folders(Server& server, const Json& message) {
  auto folder = [](const Json& json) {
    std::string path = path_of(text_at(json, "uri"));
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
  };
  std::vector<std::string>& folders = server.client.folders;
  for (const Json& gone : at(message, "params", "event", "removed"))
    std::erase(folders, folder(gone));
  for (const Json& added : at(message, "params", "event", "added"))
    if (std::find(folders.begin(), folders.end(), folder(added)) == folders.end())
      folders.push_back(folder(added));
  server.settings_changed();
}

}  // namespace nnscan::lsp
