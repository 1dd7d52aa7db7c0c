#include "tools/check/changed.h"

#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <optional>

extern char** environ;

namespace nnscan::check {

namespace fs = std::filesystem;

namespace {

struct GitResult {
  bool found = true;  // the program
  int status = 0;
  std::string output, errors;
};

// A file in memory: whoever writes to it never waits for a reader.
class MemoryFile {
 public:
  MemoryFile() : fd_(memfd_create("git", MFD_CLOEXEC)) {}
  ~MemoryFile() { close(fd_); }
  MemoryFile(const MemoryFile&) = delete;
  int fd() const { return fd_; }
  std::string text() const {
    std::string all;
    char part[65536];
    for (off_t at = 0;;) {
      ssize_t got = pread(fd_, part, sizeof part, at);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return all;
      all.append(part, static_cast<size_t>(got));
      at += got;
    }
  }

 private:
  int fd_;
};

// Runs git with these arguments; no shell reads them.
GitResult git(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"git", "--no-optional-locks"});
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  MemoryFile output, errors;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", 0, 0);
  posix_spawn_file_actions_adddup2(&actions, output.fd(), 1);
  posix_spawn_file_actions_adddup2(&actions, errors.fd(), 2);
  pid_t pid = -1;
  int failed = posix_spawnp(&pid, "git", &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed) return {false, 127, "", ""};
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return {true, WIFEXITED(status) ? WEXITSTATUS(status) : 128, output.text(), errors.text()};
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

class Repository {
 public:
  explicit Repository(std::string top) : top_(std::move(top)) {}

  // What the working tree is compared with; nothing: there is no such revision.
  std::optional<std::string> base(const std::string& since) const {
    if (since.empty()) {
      GitResult head = run({"rev-parse", "--verify", "--quiet", "HEAD^{commit}"});
      if (head.status == 0) return first_line(head.output);
      return first_line(
          run({"hash-object", "-t", "tree", "/dev/null"}).output);  // before the first commit
    }
    GitResult named =
        run({"rev-parse", "--verify", "--quiet", "--end-of-options", since + "^{commit}"});
    if (named.status != 0) return std::nullopt;
    // What others have committed there since is no change of ours.
    GitResult common = run({"merge-base", first_line(named.output), "HEAD"});
    return first_line(common.status == 0 ? common.output : named.output);
  }

  void add_changed(const std::string& base, Changed& changed) const {
    add(run({"diff", "--name-only", "--no-renames", "-z", base, "--"}), changed);
    add(run({"ls-files", "--others", "--exclude-standard", "-z"}), changed);
  }

 private:
  GitResult run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"-C", top_});
    return git(std::move(arguments));
  }

  void add(const GitResult& names, Changed& changed) const {
    if (names.status != 0) changed.error = "git: " + first_line(names.errors);
    for (size_t at = 0, end; (end = names.output.find('\0', at)) != std::string::npos; at = end + 1)
      changed.files.insert((fs::path(top_) / names.output.substr(at, end - at)).string());
  }

  std::string top_;
};

}  // namespace

Changed changed_files(const std::vector<std::string>& paths, const std::string& since) {
  Changed changed;
  std::set<std::string> seen;
  for (const std::string& path : paths) {
    std::error_code error;
    fs::path at = fs::canonical(path, error);
    fs::path folder = fs::is_directory(at, error) ? at : at.parent_path();
    GitResult top = git({"-C", folder.string(), "rev-parse", "--show-toplevel"});
    if (!top.found) {
      changed.error = "git is not installed, so nobody knows which files are changed";
      changed.hint = "without --changed-only and --changed-since all files are checked";
    } else if (top.status != 0) {
      changed.error = "git does not know which files below `" + path +
                      "` are changed: " + first_line(top.errors);
    }
    if (!changed.error.empty()) return changed;
    Repository repository(first_line(top.output));
    if (!seen.insert(first_line(top.output)).second) continue;
    std::optional<std::string> base = repository.base(since);
    if (!base)
      changed.error = "git knows no revision `" + since + "`";
    else
      repository.add_changed(*base, changed);
    if (!changed.error.empty()) return changed;
  }
  return changed;
}

}  // namespace nnscan::check
