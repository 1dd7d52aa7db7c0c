// The stream of a client as messages: `Content-Length: N`, an empty line, N bytes. What is no such
// thing is reported once, and skipped up to the next `Content-Length`: a stream that broke goes on.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nnscan::lsp {

class Framing {
 public:
  struct Message {
    bool good = false;
    std::string text;  // the message; or what is wrong with what stood in its place
  };
  void feed(std::string_view bytes) { pending_ += bytes; }
  std::optional<Message> next();

 private:
  std::optional<Message> bad(std::string why);
  bool skip_rubbish();

  std::string pending_;
  bool lost_ = false;  // the next message's beginning is being looked for
};

// A message as it is sent.
std::string framed(std::string_view text);

}  // namespace nnscan::lsp
