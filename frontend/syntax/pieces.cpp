#include "frontend/syntax/pieces.h"

#include "frontend/syntax/outline.h"

namespace nnscan::syntax {

namespace {

constexpr size_t kLargestFile = 1 << 20;  // bytes; of a larger one, keeping up would take too long

void move_to_file(Tree& tree, FileId file) {
  tree.file = file;
  for (const auto& function : tree.functions) function->span.file = function->name_span.file = file;
  for (const auto& made : tree.classes) made->span.file = made->name_span.file = file;
  for (Import& import : tree.imports)
    for (ImportedName& name : import.names) name.span.file = file;
  for (Pattern& pattern : tree.patterns) pattern.span.file = file;
}

}  // namespace

void Pieces::keep(std::string_view text, SymbolTable& symbols) {
  auto before = std::exchange(trees_, {});
  auto outline = text.size() <= kLargestFile ? Outline::of(text) : nullptr;
  if (!outline) return;
  for (std::string& piece : outline->pieces(text)) {
    std::unique_ptr<Tree> tree;
    if (auto known = before.find(piece); known != before.end()) tree = std::move(known->second);
    DiagnosticSink problems;  // whoever needs the piece reports them
    if (!tree) tree = parse_text(piece, FileId{0}, symbols, problems);
    if (tree) trees_.insert_or_assign(std::move(piece), std::move(tree));
  }
}

std::unique_ptr<Tree> Pieces::take(std::string_view piece, FileId file) {
  auto found = trees_.find(std::string(piece));
  if (found == trees_.end() || !found->second) return nullptr;
  auto tree = std::move(found->second);
  trees_.erase(found);
  move_to_file(*tree, file);
  return tree;
}

}  // namespace nnscan::syntax
