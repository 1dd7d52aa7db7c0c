// The language server's own process: it speaks the protocol, keeps the documents and what is known
// of them, and has analyses done by others (warm.h). Nothing that a client or a source file holds
// ends it.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "tools/lsp/analyst.h"
#include "tools/lsp/document.h"
#include "tools/lsp/framing.h"
#include "tools/lsp/json.h"
#include "tools/lsp/settings.h"

namespace nnscan::lsp {

// What the protocol calls errors.
enum class Error : int {
  kParse = -32700,
  kInvalidRequest = -32600,
  kMethodNotFound = -32601,
  kInvalidParams = -32602,
  kInternal = -32603,
  kNotInitialized = -32002,
  kCancelled = -32800,
  kContentModified = -32801,
  kFailed = -32803,
};
struct Failure {
  Error code;
  std::string message;
};

// What the client said that it can do.
struct Client {
  Encoding encoding = Encoding::kUtf16;
  bool hint_refresh = false, lens_refresh = false, diagnostic_refresh = false;
  bool configuration = false, progress = false, pulls = false, related = false, watches = false;
  bool shows_documents = false, code_actions = false, hierarchical_symbols = false, markdown = true;
  std::set<std::string> commands;    // that it runs itself
  std::vector<std::string> folders;  // paths, the first to begin with
};

// An edit of which it is not yet known what it touched: that takes the whole tree, and need not
// hold up the analysis.
struct PendingEdit {
  struct Inside {
    Range name, body;  // of a function
  };
  std::optional<Inside> before;  // the function that it was in
  bool was_well_formed = false;
  Edit edit{};
};

struct OpenFile {
  OpenFile(std::string uri, std::string text, int64_t version)
      : document(std::move(uri), std::move(text), version), results(document.path) {}
  Document document;
  Results results;
  Analyst analyst;
  std::optional<PendingEdit> pending;
  bool differs = false;   // from the file on disk
  std::string published;  // the diagnostics that were pushed last
};

class Server {
 public:
  Server(int in, int out) : in_(in), out_(out) {}
  ~Server();
  int run();

  Client client;
  Settings settings;
  enum class Life : uint8_t { kNew, kRunning, kShutDown, kOver } life = Life::kNew;

  // ---- messages
  void reply(const Json& id, Json result);
  void fail(const Json& id, Error code, const std::string& message);
  void notify(const std::string& method, Json params);
  void ask(const std::string& method, Json params,
           std::function<void(const Json& result)> on_result = {});
  void log(int type, const std::string& message);  // 1 error, 2 warning, 3 information

  // ---- documents
  std::map<std::string, std::unique_ptr<OpenFile>>& files() { return files_; }
  OpenFile* file(const std::string& uri);
  OpenFile* file_at(const std::string& path);
  OpenFile& wanted_file(const Json& params);             // of textDocument; throws Failure
  std::string folder_of(const std::string& path) const;  // the workspace folder, or the file's own
  Json range(const OpenFile& file, Range range) const;
  // Of a span as JSON; a file that is not open is read. Null: there is none.
  Json location(const Json& span);
  // A call at a span as JSON, for people, seen from `file`: "line 12 `f(x)`".
  std::string call_name(const OpenFile& file, const Json& span);
  // The texts that stand for files in an analysis of this one, by path.
  Json unsaved(const OpenFile& of) const;

  // ---- requests that wait
  // The request is handled anew when the file's analysis has come further, and at the latest then.
  void wait(const Json& request, const std::string& uri, int milliseconds);
  void answer_waiting(const std::string& uri);  // empty: of all files
  void cancel(const Json& id);
  bool is_late(const Json& request) const { return late_ == at(request, "id"); }

  // ---- what changes
  void changed(OpenFile& file, const Edit& edit);
  void saved_or_changed_on_disk(const std::string& path);
  void settings_changed();
  void shown(OpenFile& file, bool whole);  // results are new: tells the client

  Workers workers;

 private:
  void take(const std::string& text);
  void dispatch(const Json& message);
  void take_answer(const Json& message);
  void write(const Json& message);
  bool read_input();
  int patience() const;

  int in_, out_;
  Framing framing_;
  std::map<std::string, std::unique_ptr<OpenFile>> files_;  // by URI
  int64_t next_id_ = 1;
  std::map<std::string, std::function<void(const Json&)>> asked_;  // by the id's text
  struct Waiting {
    Json request;
    std::string uri;
    Clock::time_point until;
  };
  std::deque<Waiting> waiting_;
  Json late_;

 public:
  int exit_status_ = 0;
};

// "exact", "exact under assumptions", "refused", "not analysed"
std::string verdict_of(const Result& result);

// ---- requests (requests/*.cpp): each replies, fails by throwing Failure, or waits.
using Handler = void (*)(Server& server, const Json& request);
struct Method {
  const char* name;
  Handler handle;
  bool is_request;
};
const Method* find_method(const std::string& name);

// Capabilities and commands.
void initialize(Server&, const Json&);
void initialized(Server&, const Json&);
void shutdown(Server&, const Json&);
void leave(Server&, const Json&);
void set_trace(Server&, const Json&);
void cancel_request(Server&, const Json&);
void cancel_progress(Server&, const Json&);
void did_open(Server&, const Json&);
void did_change(Server&, const Json&);
void did_save(Server&, const Json&);
void did_close(Server&, const Json&);
void did_change_configuration(Server&, const Json&);
void did_change_watched_files(Server&, const Json&);
void did_change_workspace_folders(Server&, const Json&);
void inlay_hint(Server&, const Json&);
void hover(Server&, const Json&);
void code_lens(Server&, const Json&);
void document_symbol(Server&, const Json&);
void definition(Server&, const Json&);
void code_action(Server&, const Json&);
void document_diagnostic(Server&, const Json&);
void workspace_diagnostic(Server&, const Json&);
void execute_command(Server&, const Json&);
void graph(Server&, const Json&);
void entries(Server&, const Json&);

// ---- shared by several requests
Json initialization_settings(const Json& options);
void read_configuration(Server& server);
// Works out which results the latest edit leaves as they are; before they are looked at.
void settle_edits(OpenFile& file);
// The file's diagnostics as the protocol has them.
Json diagnostics_of(Server& server, OpenFile& file);
// Those of one run alone.
Json diagnostics_of_entry(Server& server, OpenFile& file, const Json& message);
void publish_diagnostics(Server& server, OpenFile& file);

}  // namespace nnscan::lsp
