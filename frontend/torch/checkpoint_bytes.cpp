#include "frontend/torch/checkpoint_bytes.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace nnscan::checkpoint {
namespace {

// Closes on every way out.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

[[noreturn]] void fail_errno(const char* what) {
  fail(Code::kCannotRead, fmt::format("checkpoint cannot be {}: {}", what, std::strerror(errno)));
}

// The length of the UTF-8 sequence at the start of `text`, or 0 if there is none.
size_t utf8_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const size_t length = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2
                      : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  if (length == 0 || length > text.size()) return 0;
  for (size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) return 0;
  }
  return length;
}

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte != 0x7f;
}

}  // namespace

void fail(Code code, std::string message, std::string hint) {
  throw CheckpointError{code, std::move(message), std::move(hint)};
}

void damaged(std::string_view what) { fail(Code::kMalformed, "checkpoint is damaged: " + std::string(what)); }

std::string quote(std::string_view text, size_t limit) {
  std::string out = "`";
  for (size_t at = 0; at < text.size();) {
    if (at >= limit) {
      out += "…";
      break;
    }
    const size_t length = utf8_length(text.substr(at));
    if (length > 0 && is_plain(text[at])) {
      out += text.substr(at, length);
      at += length;
    } else {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[at]));
      at += 1;
    }
  }
  return out + "`";
}

std::optional<Window> Window::part(uint64_t offset, uint64_t length) const {
  if (offset > bytes.size() || length > bytes.size() - offset) return std::nullopt;
  return Window{bytes.subspan(offset, length), owner};
}

Window map_file(const std::string& path) {
  // Not blocking, so that a pipe without a writer is refused below instead of waited for.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) fail_errno("opened");
  struct stat status;
  if (::fstat(file.get(), &status) != 0) fail_errno("examined");
  if (S_ISDIR(status.st_mode)) {
    fail(Code::kCannotRead, "checkpoint is a directory",
         "name one file: a `.safetensors` file or one written by `torch.save`");
  }
  if (!S_ISREG(status.st_mode)) {
    fail(Code::kCannotRead, "checkpoint is not a regular file", "copy it to a file first");
  }
  if (status.st_size == 0) fail(Code::kMalformed, "checkpoint is an empty file");
  const auto size = static_cast<size_t>(status.st_size);
  void* const start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (start == MAP_FAILED) fail_errno("mapped");
  std::shared_ptr<const void> owner(start, [size](void* at) { ::munmap(at, size); });
  return {{static_cast<const std::byte*>(start), size}, std::move(owner)};
}

void CopyBudget::take(uint64_t bytes, std::string_view what) {
  if (bytes > left_) {
    fail(Code::kLimit,
         fmt::format("checkpoint asks for {} bytes for {}, far more than the file holds", bytes,
                     quote(what)),
         "save contiguous tensors, uncompressed: `torch.save({k: v.contiguous() for k, v in "
         "model.state_dict().items()}, path)`");
  }
  left_ -= bytes;
}

std::optional<int64_t> checked_mul(int64_t a, int64_t b) {
  int64_t out;
  if (__builtin_mul_overflow(a, b, &out)) return std::nullopt;
  return out;
}

}  // namespace nnscan::checkpoint
