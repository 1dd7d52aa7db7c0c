#include "frontend/syntax/scope.h"

#include <fmt/format.h>

#include "ir/base/check.h"

namespace nnscan::syntax {
namespace {

uint64_t pair_key(uint32_t a, uint32_t b) { return uint64_t{a} << 32 | b; }

bool is_frame(ScopeKind kind) {
  return kind != ScopeKind::kComprehension && kind != ScopeKind::kTypeParams;
}

}  // namespace

ScopeTable::ScopeTable(Tree& tree, const SymbolTable& symbols, DiagnosticSink& sink)
    : tree_(tree), symbols_(symbols), sink_(sink) {}

ScopeIndex ScopeTable::open(ScopeKind kind, Scope* frame, uint32_t comprehension) {
  auto scope = static_cast<ScopeIndex>(scopes_.size());
  ScopeIndex home = is_frame(kind) ? scope : frame_scope(current_);
  scopes_.push_back({kind, current_, home, frame, comprehension, {}});
  return current_ = scope;
}

void ScopeTable::close() { current_ = scopes_[current_].parent; }

ScopeIndex ScopeTable::frame_scope(ScopeIndex scope) const { return scopes_[scope].frame; }

ScopeTable::EntryIndex ScopeTable::entry(ScopeIndex scope, Symbol name) {
  auto next = static_cast<EntryIndex>(entries_.size());
  auto [found, is_new] = index_.emplace(pair_key(scope, name.index), next);
  if (is_new) {
    Entry made;
    made.name = name;
    made.scope = scope;
    entries_.push_back(made);
    scopes_[scope].entries.push_back(next);
  }
  return found->second;
}

ScopeTable::EntryIndex ScopeTable::find(ScopeIndex scope, Symbol name) const {
  auto found = index_.find(pair_key(scope, name.index));
  return found == index_.end() ? kNoIndex : found->second;
}

void ScopeTable::error(Span span, std::string message, std::string hint) {
  sink_.report({Code::kSyntaxError, span, std::move(message), std::move(hint), {}, {}});
}

std::string ScopeTable::quoted(Symbol name) const { return "`" + symbols_.text(name) + "`"; }

bool ScopeTable::add_param(Symbol name) {
  Entry& param = entries_[entry(current_, name)];
  if (param.param) return false;
  param.bound = param.param = true;
  return true;
}

void ScopeTable::use(ExprId expr, Symbol name) {
  EntryIndex used = entry(current_, name);
  entries_[used].used = true;
  uses_.push_back({expr, used});
}

void ScopeTable::bind(ExprId expr, Symbol name) {
  EntryIndex bound = entry(current_, name);
  bool inner = kind(current_) == ScopeKind::kComprehension;
  if ((inner || kind(current_) == ScopeKind::kGenerator) && entries_[bound].named) {
    const Expr& place = tree_.exprs[expr];
    error({tree_.file, place.begin, place.end},
          fmt::format("a comprehension cannot loop over {}, which `:=` binds", quoted(name)));
  }
  entries_[bound].bound = true;
  uses_.push_back({expr, bound});
}

void ScopeTable::bind_named(ExprId expr, Symbol name, Span span) {
  ScopeIndex home = current_;
  for (; !is_frame(kind(home)) || kind(home) == ScopeKind::kGenerator; home = parent(home)) {
    EntryIndex target = find(home, name);
    if (target != kNoIndex && entries_[target].bound) {
      return error(span, fmt::format("`:=` cannot rebind the comprehension's own variable {}",
                                     quoted(name)));
    }
  }
  if (home != current_ && kind(home) == ScopeKind::kClass)
    error(span, "`:=` inside a comprehension is not allowed in a class body");
  entries_[entry(home, name)].bound = true;
  EntryIndex here = entry(current_, name);
  entries_[here].named = true;
  uses_.push_back({expr, here});
}

void ScopeTable::declare_global(Symbol name, Span span) { declare(name, span, true); }
void ScopeTable::declare_nonlocal(Symbol name, Span span) { declare(name, span, false); }

void ScopeTable::declare(Symbol name, Span span, bool global) {
  const char* word = global ? "global" : "nonlocal";
  Entry& declared = entries_[entry(current_, name)];
  if (declared.param)
    error(span, fmt::format("{} is a parameter and cannot be {} too", quoted(name), word));
  else if (declared.is_global != declared.is_nonlocal && declared.is_global != global)
    error(span, fmt::format("{} is both global and nonlocal", quoted(name)));
  else if (declared.bound && !declared.is_global && !declared.is_nonlocal)
    error(span, fmt::format("{} is bound before its {} declaration", quoted(name), word),
          fmt::format("move `{} {}` to the top of the function", word, symbols_.text(name)));
  else if (declared.used && !declared.is_global && !declared.is_nonlocal)
    error(span, fmt::format("{} is used before its {} declaration", quoted(name), word),
          fmt::format("move `{} {}` to the top of the function", word, symbols_.text(name)));
  else if (!global && kind(current_) == ScopeKind::kModule)
    error(span, "nonlocal declaration at module level");
  (global ? declared.is_global : declared.is_nonlocal) = true;
  declared.declared = span;
}

void ScopeTable::annotate(Symbol name, Span span) {
  const Entry& annotated = entries_[entry(current_, name)];
  if ((annotated.is_global && kind(current_) != ScopeKind::kModule) || annotated.is_nonlocal)
    error(span, fmt::format("the annotated name {} cannot be {}", quoted(name),
                            annotated.is_global ? "global" : "nonlocal"));
}

bool ScopeTable::owns(const Entry& entry) const {
  return entry.bound && !entry.is_global && !entry.is_nonlocal;
}

// The variable that a name free in `from` means: from the scopes around it, in order. Names of
// classes are invisible here; a `global` declaration on the way settles it.
ScopeTable::EntryIndex ScopeTable::lookup(ScopeIndex from, Symbol name) const {
  for (ScopeIndex scope = parent(from); scope != kNoIndex; scope = parent(scope)) {
    if (kind(scope) == ScopeKind::kClass || kind(scope) == ScopeKind::kModule) continue;
    EntryIndex found = find(scope, name);
    if (found == kNoIndex) continue;
    if (entries_[found].is_global) return kNoIndex;
    if (owns(entries_[found])) return found;
  }
  return kNoIndex;
}

void ScopeTable::find_owners() {
  for (EntryIndex i = 0; i < entries_.size(); ++i) {
    Entry& entry = entries_[i];
    ScopeKind where = kind(entry.scope);
    if (entry.is_global || where == ScopeKind::kModule) continue;
    // What a class body binds is looked up there and then globally, past all functions around.
    if (where == ScopeKind::kClass && owns(entry)) continue;
    entry.owner = owns(entry) ? i : lookup(entry.scope, entry.name);
    if (entry.is_nonlocal && entry.owner == kNoIndex)
      error(entry.declared, fmt::format("no binding for nonlocal {} in an enclosing function",
                                        quoted(entry.name)));
    if (entry.owner == kNoIndex) continue;
    Entry& owner = entries_[entry.owner];
    if (frame_scope(owner.scope) != frame_scope(entry.scope)) owner.captured = true;
  }
}

void ScopeTable::place_variable(Entry& entry) {
  const Record& home = scopes_[entry.scope];
  Scope& frame = *scopes_[home.frame].out;
  if (entry.param || !entry.captured) {
    entry.slot = static_cast<uint32_t>(frame.locals.size());
    frame.locals.push_back(entry.name);
  }
  if (!entry.captured) return;
  entry.cell = static_cast<uint32_t>(frame.own_cells.size());
  frame.own_cells.push_back(entry.name);
  if (entry.param) frame.cell_params.emplace_back(entry.slot, entry.cell);
  if (home.comprehension != kNoIndex)
    tree_.comprehensions[home.comprehension].cells.push_back(entry.cell);
}

void ScopeTable::place_variables() {
  for (const Record& scope : scopes_)
    for (EntryIndex i : scope.entries)
      if (entries_[i].owner == i) place_variable(entries_[i]);
}

// The cell of `frame` that holds the variable: its own, or one captured from the frame around,
// which captures it in turn where it must.
uint32_t ScopeTable::cell_in(ScopeIndex frame, EntryIndex owner) {
  if (frame_scope(entries_[owner].scope) == frame) return entries_[owner].cell;
  auto [found, is_new] = captured_cells_.emplace(pair_key(frame, owner), 0);
  if (!is_new) return found->second;
  NNSCAN_CHECK(parent(frame) != kNoIndex);
  uint32_t outer = cell_in(frame_scope(parent(frame)), owner);
  Scope& out = *scopes_[frame].out;
  auto cell = static_cast<uint32_t>(out.own_cells.size() + out.captures.size());
  out.captures.push_back({outer, entries_[owner].name});
  return captured_cells_[pair_key(frame, owner)] = cell;
}

void ScopeTable::patch_class_name(Expr& expr, const Entry& entry) {
  expr.kind = ExprKind::kClassName;
  expr.a = entry.name.index;
  ScopeIndex frame = frame_scope(entry.scope);
  expr.b = entry.owner == kNoIndex ? kNoIndex : cell_in(frame, entry.owner);
}

void ScopeTable::patch(const Use& use) {
  const Entry& entry = entries_[use.entry];
  Expr& expr = tree_.exprs[use.expr];
  ScopeKind where = kind(entry.scope);
  bool in_class = where == ScopeKind::kClass ||
                  (where == ScopeKind::kTypeParams && !owns(entry) &&
                   kind(parent(entry.scope)) == ScopeKind::kClass);
  if (in_class && !entry.is_global && !entry.is_nonlocal) return patch_class_name(expr, entry);
  if (entry.owner == kNoIndex) {
    expr.kind = ExprKind::kGlobal;
    expr.a = entry.name.index;
    return;
  }
  const Entry& owner = entries_[entry.owner];
  expr.kind = owner.captured ? ExprKind::kCell : ExprKind::kLocal;
  expr.a = owner.captured ? cell_in(frame_scope(entry.scope), entry.owner) : owner.slot;
  expr.b = entry.name.index;
}

void ScopeTable::resolve() {
  find_owners();
  place_variables();
  for (const Use& use : uses_) patch(use);
  // A nonlocal declaration captures even what is never used.
  for (const Entry& entry : entries_)
    if (entry.is_nonlocal && entry.owner != kNoIndex)
      cell_in(frame_scope(entry.scope), entry.owner);
}

}  // namespace nnscan::syntax
