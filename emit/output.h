// Where bytes go: a file that appears under its name only when it is complete, or standard
// output. A file is written beside its target, under a name of its own, and renamed by commit();
// without commit() it is removed. A target that is there and is no regular file (a pipe,
// /dev/null) is written in place. Small writes are gathered, large ones go straight from the
// caller's memory, so that mapped weights are never copied in the process.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nnscan {

class OutputFile {
 public:
  OutputFile() = default;
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  // All return an empty string, or what went wrong, naming the path. After the first failure
  // the rest do nothing and return the same.
  std::string open(const std::string& path);  // "-": standard output
  std::string write(std::span<const std::byte> bytes);
  std::string write(std::string_view text);
  std::string zeros(uint64_t count);
  std::string commit();

  bool is_terminal() const;
  uint64_t written() const { return written_; }

 private:
  std::string open_beside();
  std::string put(const char* data, size_t size);
  std::string flush();
  std::string fail(const char* verb);
  void discard();

  std::string path_;       // as the user gave it
  std::string target_;     // where it goes, links followed
  std::string temporary_;  // what is there meanwhile; empty when written in place
  int fd_ = -1;
  bool owned_ = false;  // we opened fd_
  std::vector<char> buffer_;
  uint64_t written_ = 0;
  std::string error_;
};

// Writes `text` to `path` ("-": standard output), whole or not at all.
std::string write_text(const std::string& path, std::string_view text);

}  // namespace nnscan
