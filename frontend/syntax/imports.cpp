// `import` and `from … import`.
#include <fmt/format.h>

#include <algorithm>

#include "frontend/syntax/builder.h"

namespace nnscan::syntax {
namespace {

// https://docs.python.org/3/library/__future__.html
constexpr std::string_view kFutures[] = {
    "nested_scopes", "generators", "division", "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations"};

}  // namespace

// `a.b.c` as written, without blanks.
std::string Builder::dotted_text(CstNode node) {
  std::string out;
  for (CstNode child : children(node)) {
    if (!is_token(child)) check_name(child, text(child));
    out += text(child);
  }
  return out;
}

ImportedName Builder::imported(CstNode node, bool from) {
  ImportedName made;
  made.span = span(node);
  made.has_alias = kind(node) == Kind::kAliasedImport;
  CstNode path = made.has_alias ? field(node, Field::kName) : node;
  made.name = symbols_.intern(dotted_text(path));
  CstNode first = cst_.first_child(path);
  if (from && cst_.next(first) != kNoNode) error(path, "a name imported with `from` has no dots");
  made.target = bind_name(made.has_alias ? field(node, Field::kAlias) : first);
  return made;
}

StmtId Builder::import_statement(CstNode node) {
  Import made;
  for (CstNode child : children(node))
    if (cst_.field(child) == Field::kName) made.names.push_back(imported(child, false));
  if (cst_.kind(last_child(node)) == Kind::kTokenComma) error(node, "trailing comma in an import");
  tree_.imports.push_back(std::move(made));
  return add(StmtKind::kImport, node, static_cast<uint32_t>(tree_.imports.size() - 1));
}

CstNode Builder::last_child(CstNode node) const {
  CstNode last = kNoNode;
  for (CstNode child : children(node)) last = child;
  return last;
}

void Builder::import_source(CstNode module, Import& out) {
  if (module == kNoNode) {
    out.module = symbols_.intern("__future__");
    return;
  }
  CstNode path = module;
  if (kind(module) == Kind::kRelativeImport) {
    for (char c : text(cst_.child(module, Kind::kImportPrefix)))
      if (c == '.') ++out.level;
    path = cst_.child(module, Kind::kDottedName);
  }
  if (path != kNoNode) out.module = symbols_.intern(dotted_text(path));
}

void Builder::check_future(CstNode node, const Import& made) {
  if (!future_allowed_) error(node, "`from __future__` must stand at the start of the file");
  for (const ImportedName& imported : made.names) {
    const std::string& name = symbols_.text(imported.name);
    if (std::find(std::begin(kFutures), std::end(kFutures), name) == std::end(kFutures))
      error(imported.span, fmt::format("`{}` is not a feature of `__future__`", name));
  }
}

StmtId Builder::import_from(CstNode node) {
  Import made;
  made.is_from = true;
  import_source(field(node, Field::kModuleName), made);
  for (CstNode child : children(node)) {
    if (cst_.field(child) == Field::kName) made.names.push_back(imported(child, true));
    if (kind(child) == Kind::kWildcardImport) made.star = true;
  }
  if (kind(node) == Kind::kFutureImportStatement) check_future(node, made);
  if (made.star && scopes_.kind(scopes_.current()) != ScopeKind::kModule)
    error(node, "`import *` is only allowed at module level");
  if (kind(last_child(node)) == Kind::kTokenComma)
    error(node, "trailing comma in an import without parentheses");
  tree_.imports.push_back(std::move(made));
  return add(StmtKind::kImport, node, static_cast<uint32_t>(tree_.imports.size() - 1));
}

}  // namespace nnscan::syntax
