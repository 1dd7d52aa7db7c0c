// `workspace/executeCommand`: exports, and the graph's page for clients without a view of their
// own.
#include <filesystem>

#include "tools/lsp/server.h"
#include "tools/lsp/uri.h"

namespace nnscan::lsp {

namespace {

struct Wanted {
  OpenFile* file;
  std::string entry, output;
};

Wanted wanted(Server& server, const Json& params) {
  const Json& arguments = at(params, "arguments");
  if (!arguments.is_array() || arguments.empty())
    throw Failure{Error::kInvalidParams, "an argument `{uri, entry}` is wanted"};
  const std::string uri = text_at(arguments[0], "uri"), entry = text_at(arguments[0], "entry");
  OpenFile* file = server.file(uri);
  if (!file) throw Failure{Error::kInvalidParams, uri + " is not open"};
  if (entry.empty()) throw Failure{Error::kInvalidParams, "an `entry` is wanted"};
  return {file, entry, text_at(arguments[0], "output")};
}

std::string joined(const Json& messages) {
  std::string text;
  for (const Json& message : messages)
    text += (text.empty() ? "" : "\n") + message.get<std::string>();
  return text;
}

void run(Server& server, const Json& request, const Wanted& what, const Json& extra,
         std::function<void(const std::string& path, const Json& messages)> on_done) {
  std::optional<Task> known = what.file->analyst.task_of(what.entry);
  Task task =
      known ? *known : Task{what.entry, what.entry, what.file->document.path, false, {}, {}};
  const Json id = request["id"];
  what.file->analyst.run_for(server, *what.file, task, extra, Job::What::kExport, request,
                             [&server, id, on_done](const Json& answer) {
                               if (at(answer, "cancelled") == true)
                                 return server.fail(id, Error::kCancelled, "cancelled");
                               const Json& result = at(answer, "result");
                               if (!result.is_object())
                                 return server.fail(id, Error::kFailed,
                                                    at(answer, "late") == true
                                                        ? "it took too long"
                                                        : "the analysis ended abnormally");
                               if (result["ok"] != true)
                                 return server.fail(id, Error::kFailed, joined(result["messages"]));
                               on_done(result["path"], result["messages"]);
                             });
}

void export_onnx(Server& server, const Json& request) {
  Wanted what = wanted(server, at(request, "params"));
  std::string output = what.output;
  if (output.empty()) output = server.folder_of(what.file->document.path) + "/";
  const Json id = request["id"];
  run(server, request, what, {{"output", output}},
      [&server, id](const std::string& path, const Json& messages) {
        server.reply(id, {{"path", path}, {"messages", messages}});
        // A client with a command of that name tells its user itself.
        if (!server.client.commands.count("nnscan.exportOnnx"))
          server.notify("window/showMessage", {{"type", 3}, {"message", "nnscan: wrote " + path}});
      });
}

void show_graph(Server& server, const Json& request) {
  Wanted what = wanted(server, at(request, "params"));
  std::error_code error;
  std::filesystem::path folder = std::filesystem::temp_directory_path(error) / "nnscan-graphs";
  std::filesystem::create_directories(folder, error);
  std::string name;
  for (char c : what.entry) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
  std::string page = (folder / (name + ".html")).string();
  const Json id = request["id"];
  run(server, request, what, {{"output", page}, {"format", "html"}},
      [&server, id](const std::string& path, const Json&) {
        std::string uri = uri_of(path);
        server.reply(id, {{"uri", uri}});
        if (server.client.shows_documents)
          server.ask("window/showDocument", {{"uri", uri}, {"external", true}});
        else
          server.notify("window/showMessage",
                        {{"type", 3}, {"message", "nnscan: the graph is in " + path}});
      });
}

}  // namespace

void execute_command(Server& server, const Json& request) {
  const std::string command = text_at(at(request, "params"), "command");
  if (command == "nnscan.exportOnnx") return export_onnx(server, request);
  if (command == "nnscan.showGraph") return show_graph(server, request);
  throw Failure{Error::kInvalidParams, "there is no command `" + command + "`"};
}

}  // namespace nnscan::lsp
