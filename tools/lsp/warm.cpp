#include "tools/lsp/warm.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <set>

#include "emit/emit.h"
#include "frontend/syntax/pieces.h"
#include "frontend/torch/catalogue.h"
#include "frontend/torch/tensor.h"
#include "frontend/torch/workspace.h"
#include "tools/check/isolate.h"
#include "tools/lsp/analysis.h"

namespace nnscan::lsp {

namespace {

// What nearly every model imports.
constexpr const char* kCommon[] = {"torch",     "torch.nn", "torch.nn.functional", "typing",
                                   "functools", "math",     "collections",         "abc"};

// A process of the server's must neither read nor write its streams, nor keep its pipes open.
void leave_streams(int kept) {
  int nothing = open("/dev/null", O_RDWR);
  for (int stream : {0, 1}) dup2(nothing, stream);
  for (int fd = 3; fd < 1024; ++fd)
    if (fd != kept) close(fd);
}

class WarmProcess {
 public:
  WarmProcess(torch::Workspace& workspace, Channel& channel)
      : workspace_(workspace), channel_(channel) {}

  // Serves until the other end is closed.
  void serve();

 private:
  struct Child {
    check::Worker worker;
    int64_t id;
  };
  void take(const Channel::Message& message);
  void open(const Json& setup, int fd);
  void prepare(const Json& setup);
  void import_all(const Json& names);
  void parse_ahead(const Json& run);
  void fork_child(int64_t id, int out, const std::function<void(int out)>& work);
  void reap(const Child& child);
  void write_catalogue(int out);

  torch::Workspace& workspace_;
  Channel& channel_;
  std::vector<Child> children_;
  std::set<std::string> apart_;
};

void WarmProcess::serve() {
  while (true) {
    std::vector<pollfd> ready{{channel_.fd(), POLLIN, 0}};
    // Nothing is written to a worker's own pipe: it closes when the child has ended.
    for (const Child& child : children_) ready.push_back({child.worker.fd, POLLIN, 0});
    if (poll(ready.data(), ready.size(), -1) < 0) continue;
    for (size_t i = ready.size(); i-- > 1;)
      if (ready[i].revents) {
        reap(children_[i - 1]);
        children_.erase(children_.begin() + static_cast<ptrdiff_t>(i - 1));
      }
    while (std::optional<Channel::Message> message = channel_.receive()) {
      take(*message);
      if (message->fd >= 0) close(message->fd);
    }
    if (channel_.ended()) _exit(0);  // children end with their parent
  }
}

void WarmProcess::reap(const Child& child) {
  close(child.worker.fd);
  int status = 0;
  while (waitpid(child.worker.pid, &status, 0) < 0 && errno == EINTR) {
  }
  if (child.id < 0) return;
  int signal = WIFSIGNALED(status)                        ? WTERMSIG(status)
               : WIFEXITED(status) && WEXITSTATUS(status) ? SIGABRT
                                                          : 0;
  channel_.send({{"ended", child.id}, {"signal", signal}});
}

void WarmProcess::take(const Channel::Message& message) {
  const Json& json = message.json;
  if (json.contains("open")) return open(json["open"], message.fd);
  if (json.contains("catalogue"))
    return fork_child(-1, message.fd, [&](int out) { write_catalogue(out); });
  if (json.contains("import")) return import_all(json["import"]);
  if (json.contains("run")) {
    fork_child(json["id"], message.fd, [&](int out) { analyse(workspace_, json["run"], out); });
    return parse_ahead(json["run"]);
  }
  if (json.contains("end"))
    for (const Child& child : children_)
      if (child.id == json["end"]) kill(child.worker.pid, SIGKILL);
}

// While a child is at work: what the next one finds unchanged it does not have to parse.
void WarmProcess::parse_ahead(const Json& run) {
  Session& session = workspace_.session();
  const Json& unsaved = run["unsaved"];
  auto text = unsaved.find(run["path"]);
  if (text == unsaved.end()) return;
  if (!session.pieces) session.pieces = std::make_shared<syntax::Pieces>();
  session.pieces->keep(text->get_ref<const std::string&>(), session.symbols);
}

void WarmProcess::fork_child(int64_t id, int out, const std::function<void(int out)>& work) {
  try {
    check::Worker worker = check::start_worker([&](int) {
      for (const Child& other : children_) close(other.worker.fd);
      channel_ = Channel();  // with descriptors that have come for others
      work(out);
      _exit(0);  // the kernel takes the memory back at once
    });
    fcntl(worker.fd, F_SETFD, FD_CLOEXEC);
    children_.push_back({worker, id});
  } catch (const std::exception&) {  // no process is to be had
    channel_.send({{"ended", id}, {"signal", SIGABRT}});
  }
}

// A process for one file, which goes on from here.
void WarmProcess::open(const Json& setup, int fd) {
  try {
    children_.push_back({check::start_worker([&](int) {
                           for (const Child& other : children_) close(other.worker.fd);
                           channel_ = Channel();  // with descriptors that have come for others
                           Channel channel(fd);
                           WarmProcess process(workspace_, channel);
                           process.prepare(setup);
                           process.serve();
                         }),
                         -1});
  } catch (const std::exception&) {
  }
}

void WarmProcess::prepare(const Json& setup) {
  Session& session = workspace_.session();
  py::Interp& in = workspace_.interp();
  set_options(session.options, setup);
  session.graph.opset = session.options.opset;
  in.add_root(setup["root"]);
  for (const std::string& folder : session.options.include) in.add_root(folder);
  apart_ = setup["apart"].get<std::set<std::string>>();
  session.options.imports_in_order = setup["in_order"].get<std::set<std::string>>();
  import_all(setup["imports"]);
}

void WarmProcess::import_all(const Json& names) {
  Session& session = workspace_.session();
  py::Interp& in = workspace_.interp();
  bool touched = false;
  session.may_read = [&](const std::string& path) { return !(touched |= apart_.count(path) > 0); };
  // Bodies too: a child would have to parse them each time.
  session.options.whole_files = true;
  for (const Json& name : names) {
    size_t reports = session.sink.size();
    in.restart_limits();
    workspace_.guarded("an imported file", [&] { in.import_module(name, false); });
    if (!touched && session.sink.size() == reports) continue;
    channel_.send({{"spoiled", name}});
    _exit(0);
  }
  session.may_read = nullptr;
  Json read = Json::array();
  for (const std::string& path : in.files_read) read.push_back(path);
  channel_.send({{"ready", read}});
}

void WarmProcess::write_catalogue(int out) {
  Session session(workspace_.session().options);
  Json all = Json::object();
  for (const torch::CatalogueRow& row : torch::catalogue(session))
    all[row.name] = {row.operators, row.opset, row.refused};
  check::write_all(out, text_of(all));
}

}  // namespace

pid_t start_warm_process(Channel& channel, const Options& options) {
  Channel theirs;
  if (!Channel::pair(channel, theirs)) return -1;
  try {
    check::Worker first = check::start_worker([&](int) {
      leave_streams(theirs.fd());
      check::prepare_to_fork();
      py::on_deep_stack([&] {
        prepare_emission();
        torch::Workspace workspace(options);
        for (const char* name : kCommon)
          workspace.guarded("torch", [&] { workspace.interp().import_module(name, false); });
        workspace.guarded("torch", [&] {
          torch::torch_of(workspace.interp()).module_class();
          torch::torch_of(workspace.interp()).tensor_class();
          torch::torch_of(workspace.interp()).parameter_class();
        });
        WarmProcess(workspace, theirs).serve();
      });
    });
    close(first.fd);  // its other channel says all there is to say
    return first.pid;
  } catch (const std::exception&) {
    return -1;
  }
}

}  // namespace nnscan::lsp
