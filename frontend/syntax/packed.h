// A tree as bytes and back, for files that are parsed before the program runs: the prelude is
// packed when nnscan is built (frontend/embed) and unpacked when a model imports it.
//
// Names are kept in a table of the file's own and interned when it is read, spans belong to the
// file that the reader names. The bytes are those of the build that wrote them and no format for
// storage: `kPackedLayout` tells whether the trees of two builds look alike.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "frontend/syntax/tree.h"

namespace nnscan::syntax {

// Differs where the parts of a tree do.
constexpr uint32_t packed_layout() {
  constexpr size_t kParts[] = {
      sizeof(Expr), sizeof(Stmt), sizeof(Argument), sizeof(Comparison), sizeof(ComprehensionClause),
      sizeof(Comprehension), sizeof(Param), sizeof(Capture), sizeof(Scope), sizeof(Function),
      sizeof(Class), sizeof(For), sizeof(Handler), sizeof(Try), sizeof(WithItem),
      sizeof(ImportedName), sizeof(Import), sizeof(Pattern), sizeof(MatchCase), sizeof(Match),
      sizeof(Tree), std::variant_size_v<Literal>, static_cast<size_t>(ExprKind::kFormatted),
      static_cast<size_t>(StmtKind::kMatch), static_cast<size_t>(BinaryOp::kRightShift),
      static_cast<size_t>(CompareOp::kNotIn), static_cast<size_t>(PatternKind::kStar)};
  uint32_t hash = 2166136261u;
  for (size_t part : kParts) hash = (hash ^ static_cast<uint32_t>(part)) * 16777619u;
  return hash;
}
inline constexpr uint32_t kPackedLayout = packed_layout();

std::string pack(const Tree& tree, const SymbolTable& symbols);

// Null when the bytes are cut off, too long, or of another layout.
std::unique_ptr<Tree> unpack(std::string_view bytes, FileId file, SymbolTable& symbols);

}  // namespace nnscan::syntax
