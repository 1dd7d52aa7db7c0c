#include "emit/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace nnscan {

namespace {

constexpr size_t kGather = size_t{256} << 10;
constexpr size_t kLargestWrite = size_t{1} << 30;  // Linux moves at most 2 GiB a call
constexpr int kAttempts = 1000;                    // names to try beside the target

// The place that a chain of symbolic links ends at, so that a link stays one.
std::string resolve(const std::string& path) {
  std::error_code error;
  std::filesystem::path resolved = std::filesystem::weakly_canonical(path, error);
  return error ? path : resolved.string();
}

}  // namespace

OutputFile::~OutputFile() { discard(); }

void OutputFile::discard() {
  if (owned_ && fd_ >= 0) ::close(fd_);
  fd_ = -1;
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  temporary_.clear();
}

std::string OutputFile::fail(const char* verb) {
  int code = errno;
  error_ = std::string("cannot ") + verb + " `" + path_ + "`: " + std::strerror(code);
  discard();
  return error_;
}

std::string OutputFile::open(const std::string& path) {
  path_ = path;
  if (path == "-") {
    path_ = "standard output";
    fd_ = STDOUT_FILENO;
    return "";
  }
  target_ = resolve(path);
  struct stat status;
  if (::stat(target_.c_str(), &status) != 0) return open_beside();
  if (S_ISDIR(status.st_mode)) {
    errno = EISDIR;
    return fail("write");
  }
  if (S_ISREG(status.st_mode)) {
    // A rename would replace even a file that is write-protected.
    if (::access(target_.c_str(), W_OK) != 0) return fail("write");
    return open_beside();
  }
  fd_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
  owned_ = true;
  return fd_ < 0 ? fail("write") : "";
}

std::string OutputFile::open_beside() {
  owned_ = true;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    std::string name =
        target_ + ".tmp" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
    fd_ = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd_ >= 0) {
      temporary_ = name;
      return "";
    }
    if (errno != EEXIST) break;
  }
  return fail("write");
}

bool OutputFile::is_terminal() const { return fd_ >= 0 && ::isatty(fd_); }

std::string OutputFile::put(const char* data, size_t size) {
  while (size > 0) {
    ssize_t done = ::write(fd_, data, std::min(size, kLargestWrite));
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return fail("write");
    data += done;
    size -= static_cast<size_t>(done);
  }
  return "";
}

std::string OutputFile::flush() {
  std::string error = put(buffer_.data(), buffer_.size());
  buffer_.clear();
  return error;
}

std::string OutputFile::write(std::string_view text) {
  if (!error_.empty()) return error_;
  written_ += text.size();
  if (text.size() >= kGather) {
    if (std::string error = flush(); !error.empty()) return error;
    return put(text.data(), text.size());
  }
  buffer_.insert(buffer_.end(), text.begin(), text.end());
  return buffer_.size() < kGather ? "" : flush();
}

std::string OutputFile::write(std::span<const std::byte> bytes) {
  return write(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

std::string OutputFile::zeros(uint64_t count) {
  static constexpr char kZeros[4096] = {};
  for (; count > 0 && error_.empty(); count -= std::min<uint64_t>(count, sizeof kZeros))
    write(std::string_view(kZeros, std::min<uint64_t>(count, sizeof kZeros)));
  return error_;
}

std::string OutputFile::commit() {
  if (!error_.empty()) return error_;
  if (std::string error = flush(); !error.empty()) return error;
  if (!owned_) return "";
  int fd = fd_;
  fd_ = -1;
  if (::close(fd) != 0) return fail("write");  // network file systems report here
  if (temporary_.empty()) return "";
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) return fail("replace");
  temporary_.clear();
  return "";
}

std::string write_text(const std::string& path, std::string_view text) {
  OutputFile file;
  if (std::string error = file.open(path); !error.empty()) return error;
  if (std::string error = file.write(text); !error.empty()) return error;
  return file.commit();
}

}  // namespace nnscan
