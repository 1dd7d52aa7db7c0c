#include "frontend/syntax/layout.h"

#include "frontend/syntax/source_text.h"
#include "grammar/parser.h"

namespace nnscan::syntax {
namespace {

using grammar::Field;
using grammar::Kind;
using grammar::kNoNode;
using grammar::NodeIndex;

bool is_simple_statement(Kind kind) {
  switch (kind) {
    case Kind::kImportStatement:
    case Kind::kFutureImportStatement:
    case Kind::kImportFromStatement:
    case Kind::kPrintStatement:
    case Kind::kAssertStatement:
    case Kind::kExpressionStatement:
    case Kind::kReturnStatement:
    case Kind::kDeleteStatement:
    case Kind::kRaiseStatement:
    case Kind::kPassStatement:
    case Kind::kBreakStatement:
    case Kind::kContinueStatement:
    case Kind::kGlobalStatement:
    case Kind::kNonlocalStatement:
    case Kind::kExecStatement:
    case Kind::kTypeAliasStatement:
    case Kind::kDecorator:
      return true;
    default:
      return false;
  }
}

class Reader {
 public:
  Reader(const grammar::Tree& tree, std::string_view text, Layout& out)
      : tree_(tree), text_(text), out_(out) {}

  void run() {
    // Nodes are in pre-order: a definition is read before what it holds.
    for (NodeIndex node = 0; node < tree_.size(); ++node) {
      Kind kind = tree_.kind(node);
      if (is_simple_statement(kind))
        out_.statements.push_back({tree_[node].begin, tree_[node].end});
      else
        header(node);
      if (kind == Kind::kFunctionDefinition || kind == Kind::kClassDefinition) definition(node);
    }
  }

 private:
  // What stands before the block of a compound statement or of one of its clauses.
  void header(NodeIndex node) {
    uint32_t end = tree_[node].begin;
    for (NodeIndex child = tree_.first_child(node); child != kNoNode; child = tree_.next(child)) {
      if (tree_.kind(child) == Kind::kBlock) {
        if (end > tree_[node].begin) out_.statements.push_back({tree_[node].begin, end});
        return;
      }
      end = tree_[child].end;
    }
  }

  void definition(NodeIndex node) {
    const grammar::Node& at = tree_[node];
    while (!open_.empty() && out_.definitions[open_.back()].range.end <= at.begin) open_.pop_back();
    NodeIndex name = tree_.child(node, Field::kName);
    if (name == kNoNode) return;
    std::string own(text_.substr(tree_[name].begin, tree_[name].end - tree_[name].begin));
    if (!open_.empty()) own = out_.definitions[open_.back()].name + "." + own;
    open_.push_back(out_.definitions.size());
    out_.definitions.push_back({{at.begin, at.end}, std::move(own)});
  }

  const grammar::Tree& tree_;
  std::string_view text_;
  Layout& out_;
  std::vector<size_t> open_;  // definitions around the current node
};

}  // namespace

Range Layout::statement_at(uint32_t offset) const {
  Range best{offset, offset};
  for (const Range& range : statements)
    if (range.holds(offset) && (best.size() == 0 || range.size() <= best.size())) best = range;
  return best;
}

std::string Layout::definition_at(uint32_t offset) const {
  std::string name;
  for (const Definition& definition : definitions)
    if (definition.range.holds(offset)) name = definition.name;
  return name;
}

Layout layout_of(std::string_view text) {
  Layout layout;
  if (find_source_problem(text)) return layout;
  layout.comments = comments_of(text);
  std::string prepared = prepare_source(text);
  grammar::Document document(prepared);
  if (document.status() == grammar::Status::kParsed && document.tree().has_errors()) {
    grammar::Document repaired(repair_source(prepared));
    if (repaired.status() == grammar::Status::kParsed && !repaired.tree().has_errors())
      document = std::move(repaired);
  }
  if (document.status() == grammar::Status::kParsed) Reader(document.tree(), text, layout).run();
  return layout;
}

}  // namespace nnscan::syntax
