// Which variable a name means. The builder walks the tree once and says, scope by scope, what is
// used, bound and declared; only when the whole file was seen can a name be settled, because a
// binding further down makes it local. `resolve` then gives each variable its slot or cell, each
// frame its captures, and every name expression its final kind.
//
// A scope is where names are looked up; a frame is where they live. Functions, lambdas, generator
// expressions, classes and the module are both; a comprehension and the type parameters of a
// generic definition are scopes whose variables live in the frame around them.
#pragma once

#include <unordered_map>
#include <vector>

#include "frontend/syntax/tree.h"

namespace nnscan::syntax {

enum class ScopeKind : uint8_t {
  kModule,
  kClass,
  kFunction,
  kGenerator,
  kComprehension,
  kTypeParams
};

using ScopeIndex = uint32_t;

class ScopeTable {
 public:
  ScopeTable(Tree& tree, const SymbolTable& symbols, DiagnosticSink& sink);

  // Opens a scope inside the current one. `frame` is where its variables live: its own for what
  // is a frame, null for the others. `comprehension` is the index into the tree's.
  ScopeIndex open(ScopeKind kind, Scope* frame, uint32_t comprehension = kNoIndex);
  void close();
  ScopeIndex current() const { return current_; }
  ScopeKind kind(ScopeIndex scope) const { return scopes_[scope].kind; }
  ScopeIndex parent(ScopeIndex scope) const { return scopes_[scope].parent; }
  // The innermost function, lambda or generator expression, class or module.
  ScopeIndex frame_scope(ScopeIndex scope) const;

  // A parameter of the current function; false if it has one of that name. Slots count from 0.
  bool add_param(Symbol name);
  // The expression reads, or binds, the name in the current scope.
  void use(ExprId expr, Symbol name);
  void bind(ExprId expr, Symbol name);
  // `:=`: binds in the innermost scope that is no comprehension or generator expression.
  void bind_named(ExprId expr, Symbol name, Span span);
  void declare_global(Symbol name, Span span);
  void declare_nonlocal(Symbol name, Span span);
  void annotate(Symbol name, Span span);

  // After the last scope was closed.
  void resolve();

 private:
  using EntryIndex = uint32_t;
  // What one scope knows of one name.
  struct Entry {
    Symbol name;
    ScopeIndex scope;
    bool bound = false, param = false, used = false;
    bool is_global = false, is_nonlocal = false;
    bool captured = false;
    bool named = false;            // bound by `:=`, elsewhere for a comprehension
    Span declared;                 // of the nonlocal statement
    EntryIndex owner = kNoIndex;   // whose variable it is; none: global
    uint32_t slot = kNoIndex, cell = kNoIndex;
  };
  struct Record {
    ScopeKind kind;
    ScopeIndex parent;
    ScopeIndex frame;  // itself, or the scope whose frame holds its variables
    Scope* out;
    uint32_t comprehension;
    std::vector<EntryIndex> entries;
  };
  struct Use {
    ExprId expr;
    EntryIndex entry;
  };

  EntryIndex entry(ScopeIndex scope, Symbol name);
  EntryIndex find(ScopeIndex scope, Symbol name) const;
  void error(Span span, std::string message, std::string hint = "");
  std::string quoted(Symbol name) const;
  void declare(Symbol name, Span span, bool global);

  bool owns(const Entry& entry) const;
  EntryIndex lookup(ScopeIndex from, Symbol name) const;
  void find_owners();
  void place_variables();
  void place_variable(Entry& entry);
  uint32_t cell_in(ScopeIndex frame, EntryIndex owner);
  void patch(const Use& use);
  void patch_class_name(Expr& expr, const Entry& entry);

  Tree& tree_;
  const SymbolTable& symbols_;
  DiagnosticSink& sink_;
  ScopeIndex current_ = kNoIndex;
  std::vector<Record> scopes_;
  std::vector<Entry> entries_;
  std::vector<Use> uses_;
  std::unordered_map<uint64_t, EntryIndex> index_;                // (scope, name)
  std::unordered_map<uint64_t, uint32_t> captured_cells_;         // (frame, owner)
};

}  // namespace nnscan::syntax
