// Messages between the processes of the language server, over a socket: JSON objects, each perhaps
// with a file descriptor that goes along.
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "tools/lsp/json.h"

namespace nnscan::lsp {

class Channel {
 public:
  explicit Channel(int fd = -1) : fd_(fd) {}
  ~Channel();
  Channel(Channel&& other) noexcept;
  Channel& operator=(Channel&& other) noexcept;

  struct Message {
    Json json;
    int fd = -1;  // the receiver's to close
  };
  // False: nobody listens.
  bool send(const Json& json, int fd = -1);
  // What has come, without waiting for more; nothing: no whole message yet, or `ended`.
  std::optional<Message> receive();
  bool ended() const { return ended_; }
  int fd() const { return fd_; }

  // Two ends.
  static bool pair(Channel& a, Channel& b);

 private:
  void read_some();

  int fd_;
  bool ended_ = false;
  std::string pending_;
  std::deque<int> fds_;
};

}  // namespace nnscan::lsp
