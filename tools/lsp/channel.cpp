#include "tools/lsp/channel.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace nnscan::lsp {

namespace {

// Before each message: its length, and whether a descriptor comes along.
struct Head {
  uint64_t length;
  uint64_t carries;
};

bool send_all(int fd, const char* data, size_t size) {
  while (size > 0) {
    ssize_t sent = ::send(fd, data, size, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    data += sent;
    size -= static_cast<size_t>(sent);
  }
  return true;
}

}  // namespace

Channel::~Channel() {
  if (fd_ >= 0) close(fd_);
  for (int fd : fds_) close(fd);
}

Channel::Channel(Channel&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      ended_(other.ended_),
      pending_(std::move(other.pending_)),
      fds_(std::move(other.fds_)) {
  other.fds_.clear();
}

Channel& Channel::operator=(Channel&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(ended_, other.ended_);
  std::swap(pending_, other.pending_);
  std::swap(fds_, other.fds_);
  return *this;
}

bool Channel::pair(Channel& a, Channel& b) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return false;
  for (int end : ends) fcntl(end, F_SETFD, FD_CLOEXEC);
  a = Channel(ends[0]);
  b = Channel(ends[1]);
  return true;
}

bool Channel::send(const Json& json, int fd) {
  if (fd_ < 0) return false;
  std::string text = text_of(json);
  Head head{text.size(), fd >= 0 ? 1u : 0u};
  iovec part{&head, sizeof head};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  if (fd >= 0) {
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    cmsghdr* rights = CMSG_FIRSTHDR(&message);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(rights), &fd, sizeof fd);
  }
  ssize_t sent;
  do sent = sendmsg(fd_, &message, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  if (sent <= 0) return false;
  const char* rest = reinterpret_cast<const char*>(&head) + sent;
  return send_all(fd_, rest, sizeof head - static_cast<size_t>(sent)) &&
         send_all(fd_, text.data(), text.size());
}

void Channel::read_some() {
  char bytes[65536];
  iovec part{bytes, sizeof bytes};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  alignas(cmsghdr) char control[CMSG_SPACE(16 * sizeof(int))];
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  ssize_t got = recvmsg(fd_, &message, MSG_DONTWAIT);
  if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) return;
  if (got <= 0) {
    ended_ = true;
    return;
  }
  for (cmsghdr* c = CMSG_FIRSTHDR(&message); c; c = CMSG_NXTHDR(&message, c)) {
    if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS) continue;
    size_t count = (c->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (size_t i = 0; i < count; ++i) {
      int fd;
      std::memcpy(&fd, CMSG_DATA(c) + i * sizeof fd, sizeof fd);
      fcntl(fd, F_SETFD, FD_CLOEXEC);
      fds_.push_back(fd);
    }
  }
  pending_.append(bytes, static_cast<size_t>(got));
}

std::optional<Channel::Message> Channel::receive() {
  auto whole = [&] {
    Head head;
    if (pending_.size() < sizeof head) return false;
    std::memcpy(&head, pending_.data(), sizeof head);
    return pending_.size() - sizeof head >= head.length;
  };
  for (size_t before = pending_.size() + 1;
       !whole() && !ended_ && fd_ >= 0 && before != pending_.size();) {
    before = pending_.size();
    read_some();
  }
  if (!whole()) return std::nullopt;
  Head head;
  std::memcpy(&head, pending_.data(), sizeof head);
  Message message{Json::parse(pending_.begin() + sizeof head,
                              pending_.begin() + static_cast<ptrdiff_t>(sizeof head + head.length),
                              nullptr, false),
                  -1};
  pending_.erase(0, sizeof head + head.length);
  if (head.carries && !fds_.empty()) {
    message.fd = fds_.front();
    fds_.pop_front();
  }
  return message;
}

}  // namespace nnscan::lsp
