// When which entry of an open file is analysed. An edit ends what runs for the file; after a moment
// without another, the entry that runs the edited function is analysed and shown; after a pause,
// all others whose results may have changed.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tools/lsp/channel.h"
#include "tools/lsp/results.h"

namespace nnscan::lsp {

class Server;
struct OpenFile;
using Clock = std::chrono::steady_clock;

// One analysis in another process, and what has come out of it.
struct Job {
  enum class What : uint8_t { kFirst, kRest, kUses, kGraph, kRead, kExport } what = What::kFirst;
  int64_t id = 0;
  int fd = -1;
  std::string call;     // of the entry; empty: the run chooses
  uint64_t serial = 0;  // of the document's text
  Clock::time_point begun, until;
  std::string pending;  // of its output
  bool got_result = false, saw_syntax = false, seeded = false;
  bool elsewhere = false;  // the run reads another file, which makes a class of this one
  Json request;  // that waits for it; null: none
};

// What is asked of a run: an entry, or what `nnscan check` would try for a class that needs
// arguments.
struct Task {
  std::string call, name, path;  // of the file that holds the entry
  bool configured = false;
  std::vector<std::string> inputs, sets;
  friend bool operator==(const Task&, const Task&) = default;
};

class Analyst {
 public:
  void begin(Server& server, OpenFile& file);  // it was opened, or all of it may be different
  void edited(Server& server, OpenFile& file, const Edit& edit);
  // Other text that its models import has changed.
  void imports_changed(Server& server, OpenFile& file, const std::string& path);
  void settings_changed(Server& server, OpenFile& file);
  void end(Server& server);  // it was closed

  void tick(Server& server, OpenFile& file);  // does what is due
  std::optional<Clock::time_point> due() const;
  std::vector<std::pair<int, bool>> fds() const;  // to be polled; whether it is a job's
  void readable(Server& server, OpenFile& file, int fd);

  // Whether the present text has been analysed: first only, or all of it.
  bool is_fresh() const { return !first_due_ && !running(Job::What::kFirst); }
  bool is_done() const { return is_fresh() && !rest_due_ && queue_.empty() && jobs_.empty(); }
  // Whether imports of its models are among what was read.
  bool reads(const std::string& path) const { return read_.count(path) > 0; }

  // A run for a request: the graph, or an export. The job's result goes to `on_end`.
  void run_for(Server& server, OpenFile& file, const Task& task, const Json& extra, Job::What what,
               const Json& request, std::function<void(const Json& result)> on_end);
  void cancel(Server& server, Json id);
  bool cancel_progress(Server& server, const Json& token);
  // The entries that the function, class or factory at a place is run by, best first.
  std::vector<std::string> entries_at(const OpenFile& file, uint32_t offset) const;
  std::optional<Task> task_of(const std::string& call) const;

 private:
  // The same, by the names of the functions and classes around it, innermost last.
  std::vector<std::string> entries_of(const OpenFile& file, const std::vector<Range>& names) const;
  bool running(Job::What what) const;
  bool has_process(Server& server, OpenFile& file, bool renew);
  void stop_jobs(bool all);
  void start(Server& server, OpenFile& file, const Task& task, Job::What what,
             const Json& extra = {}, const Json& request = {});
  void take(Server& server, OpenFile& file, Job& job, const Json& message);
  void take_entries(Server& server, OpenFile& file, const Json& message);
  void finish(Server& server, OpenFile& file, Job& job, int signal);
  void take_from_process(Server& server, OpenFile& file, const Channel::Message& message);
  void choose_rest(Server& server, OpenFile& file);
  void next_of_queue(Server& server, OpenFile& file);
  void add_uses(OpenFile& file, const Json& jobs);
  std::string pick(const OpenFile& file) const;
  void end_progress(Server& server);

  Channel process_;
  bool process_ready_ = false, process_stale_ = false, wants_imports_ = false;
  int failures_ = 0;  // of the process, in a row
  std::set<std::string> imports_, spoiled_, read_, apart_;
  std::vector<std::string> import_order_;
  std::vector<Job> jobs_;
  std::map<int64_t, std::function<void(const Json&)>> on_end_;
  std::vector<Task> queue_;  // of the rest
  std::vector<Task> tasks_;  // all that are known
  std::map<std::string, std::vector<Task>>
      guesses_;                        // of classes that need arguments, by name: further ones
  std::map<std::string, Json> seeds_;  // by call
  std::set<std::string> failed_;       // calls whose run broke on this text
  std::string uses_of_;                // what was asked about uses last
  std::string first_;                  // the entry analysed first
  std::optional<uint32_t> edited_at_;
  std::string progress_;  // its token, while it is told
  size_t progress_of_ = 0;
  std::optional<Clock::time_point> first_due_, rest_due_;
};

// The first warm process, and numbers for jobs.
class Workers {
 public:
  bool open(Server& server, const Json& setup, Channel& channel);
  void warm_up() { start(); }  // so that it is there when the first file is opened
  int64_t next_job() { return next_++; }
  void stop();
  // What of torch is understood, once it has been asked for and has come: {NAME: [OPERATORS, OPSET,
  // REFUSED]}.
  const Json& catalogue(Server& server);
  int catalogue_fd() const { return catalogue_fd_; }
  bool read_catalogue();  // whether all of it has come
  int fd() const { return first_.fd(); }

 private:
  bool start();
  Channel first_;
  pid_t pid_ = -1;
  int64_t next_ = 1;
  int starts_ = 0;
  int catalogue_fd_ = -1;
  std::string catalogue_text_;
  Json catalogue_;
};

}  // namespace nnscan::lsp
