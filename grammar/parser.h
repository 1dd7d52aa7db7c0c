// The one place that sees tree-sitter. Text goes in; out comes the concrete syntax tree as a flat
// array of nodes in pre-order: children follow their parent, comments and line continuations are
// left out, and so is the inside of string contents. A node is an index; the tree owns all of
// them, holds none of the text, and is never changed once made.
//
// A Document keeps the parser's own tree beside the flat one, so that an editor's keystroke costs
// a re-parse of what changed only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/kind.h"

namespace nnscan::grammar {

using NodeIndex = uint32_t;
inline constexpr NodeIndex kNoNode = 0xffffffffu;

struct Node {
  Kind kind = Kind::kOther;
  Field field = Field::kNone;   // the role that it plays in its parent
  bool missing : 1 = false;     // made up by error recovery: empty
  bool broken : 1 = false;      // an error is in here, perhaps in a token that is no node
  bool has_children : 1 = false;
  uint32_t begin = 0, end = 0;  // bytes
  NodeIndex next = kNoNode;     // the next sibling
};

class Tree {
 public:
  NodeIndex root() const { return 0; }
  const Node& operator[](NodeIndex node) const { return nodes_[node]; }
  Kind kind(NodeIndex node) const { return nodes_[node].kind; }
  Field field(NodeIndex node) const { return nodes_[node].field; }
  NodeIndex first_child(NodeIndex node) const {
    return nodes_[node].has_children ? node + 1 : kNoNode;
  }
  NodeIndex next(NodeIndex node) const { return nodes_[node].next; }
  // The first child with this role or kind; kNoNode if there is none.
  NodeIndex child(NodeIndex node, Field field) const;
  NodeIndex child(NodeIndex node, Kind kind) const;
  uint32_t size() const { return static_cast<uint32_t>(nodes_.size()); }
  // Whether the text is not in the language. Not every error is a node: a missing line end is
  // not, and only marks the nodes around it as broken.
  bool has_errors() const { return has_errors_; }

 private:
  friend class Document;
  std::vector<Node> nodes_;
  bool has_errors_ = false;
};

// Whether the grammar has symbols of this kind; all of them must.
bool in_grammar(Kind kind);

enum class Status : uint8_t {
  kParsed,
  kTooDeep,     // indented deeper than the grammar's scanner can remember
  kTooComplex,  // the parser ran over its budget of steps: only hostile text does
  kTooBroken,   // recovering from errors took too long; see `gave_up_at`
};

class Document {
 public:
  explicit Document(std::string text);
  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;

  // Replaces the bytes [begin, old_end) and parses again, reusing what did not change.
  void edit(uint32_t begin, uint32_t old_end, std::string_view replacement);

  Status status() const { return status_; }
  // About where the first error is that the parser did not get over, for kTooBroken.
  uint32_t gave_up_at() const { return gave_up_at_; }
  // Empty unless the status is kParsed. Made when it is first asked for.
  const Tree& tree() const {
    if (!flat_) flatten();
    return tree_;
  }
  bool has_errors() const { return has_errors_; }  // as the tree's
  const std::string& text() const { return text_; }

 private:
  struct Parser;
  void parse();
  void flatten() const;

  std::string text_;
  Status status_ = Status::kParsed;
  uint32_t gave_up_at_ = 0;
  bool has_errors_ = false;
  mutable bool flat_ = true;  // `tree_` is that of the text
  mutable Tree tree_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace nnscan::grammar
