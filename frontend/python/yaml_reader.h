// YAML into Python values, as PyYAML's safe loader reads configuration files: block and flow
// collections, all kinds of scalars, anchors, aliases and merge keys. Tags and several documents
// in one file are errors that say so.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "frontend/python/interp.h"

namespace nnscan::py::yaml {

// The value of an unquoted scalar: a number, a truth value, None or text.
Value plain_scalar(Interp& in, const std::string& text);

struct Problem {
  std::string message;
  size_t line;  // from 1
};

class Reader {
 public:
  Reader(Interp& in, std::string text);
  Value document();  // throws Problem

 private:
  [[noreturn]] void fail(std::string message) const;
  char peek(size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool more() const { return at_ < text_.size(); }
  int64_t column() const;
  void skip_spaces();
  bool skip_to_content();  // over blank lines and comments; false at the end of the document
  bool at_marker(const char* marker) const;

  Value block_node(int64_t parent, bool sequence_at_parent);
  Value inline_node(int64_t parent);
  Value block_sequence(int64_t indent);
  Value block_mapping(int64_t indent);
  Value mapping_value(int64_t indent);
  Value block_scalar(int64_t parent);
  Value flow_node();
  Value flow_sequence();
  Value flow_mapping();
  Value alias();
  std::string word();  // the name of an anchor or alias
  std::string quoted();
  std::string double_escape();
  std::string plain(int64_t parent, bool flow);
  std::string plain_line(bool flow);
  bool key_follows() const;
  Value key();
  void put(DictObj* d, Value key, Value v, std::vector<Value>& merged);
  Value finish(DictObj* own, const std::vector<Value>& merged);
  Value anchored(const std::string& name, Value v);

  Interp& in_;
  std::string text_;
  size_t at_ = 0;
  int depth_ = 0;
  std::map<std::string, Value> anchors_;
};

}  // namespace nnscan::py::yaml
