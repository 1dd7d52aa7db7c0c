// Functions, classes and type aliases.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "frontend/syntax/builder.h"

namespace nnscan::syntax {

void Builder::open_frame(Function* function) {
  frames_.push_back({loops_, valued_return_});
  loops_ = 0;
  valued_return_ = kNoNode;
  functions_.push_back(function);
}

void Builder::close_frame() {
  scopes_.close();
  const Function* function = functions_.back();
  if (function && function->is_async && function->is_generator && valued_return_ != kNoNode)
    error(valued_return_, "`return` with a value in an async generator");
  functions_.pop_back();
  loops_ = frames_.back().loops;
  valued_return_ = frames_.back().valued_return;
  frames_.pop_back();
}

void Builder::open_function(Function& function, ScopeKind kind) {
  scopes_.open(kind, &function);
  open_frame(&function);
  for (const Param& param : function.params) {
    if (scopes_.add_param(param.name)) continue;
    const std::string& name = symbols_.text(param.name);
    error(function.name_span, fmt::format("the parameter `{}` appears twice", name));
  }
}

// The string that a body starts with.
std::string Builder::docstring(const Block& body) const {
  if (!body.count) return {};
  const Stmt& first = tree_.stmts[StmtId{tree_.lists[body.first]}];
  if (first.kind != StmtKind::kExpr) return {};
  const Expr& value = tree_.exprs[ExprId{first.a}];
  if (value.kind != ExprKind::kConstant) return {};
  const auto* text = std::get_if<std::string>(&tree_.literals[value.a]);
  return text ? *text : std::string();
}

void Builder::definition(CstNode node, std::vector<StmtId>& out) {
  CstNode inner = node;
  std::vector<ExprId> decorators;
  if (kind(node) == Kind::kDecoratedDefinition) {
    inner = field(node, Field::kDefinition);
    for (CstNode child : children(node)) {
      check_clause_indent(node, child);
      if (kind(child) == Kind::kDecorator) decorators.push_back(expr(first_operand(child), kNamed));
    }
  }
  // The name belongs to the scope around, the type parameters to one of their own in between.
  ExprId bound = bind_name(field(inner, Field::kName));
  CstNode generic = field(inner, Field::kTypeParameters);
  if (generic != kNoNode) {
    scopes_.open(ScopeKind::kTypeParams, nullptr);
    type_parameters(generic, out);
  }
  out.push_back(kind(inner) == Kind::kClassDefinition
                    ? class_statement(inner, std::move(decorators), bound)
                    : function_statement(inner, std::move(decorators), bound));
  tree_.stmts[out.back()].begin = cst_[node].begin;
  if (generic != kNoNode) scopes_.close();
}

StmtId Builder::function_statement(CstNode node, std::vector<ExprId> decorators, ExprId bound) {
  auto index = static_cast<uint32_t>(tree_.functions.size());
  tree_.functions.push_back(std::make_unique<Function>());
  Function& function = *tree_.functions.back();
  CstNode name = field(node, Field::kName);
  function.name = raw_symbol(name);
  function.span = span(node);
  function.name_span = span(name);
  function.decorators = std::move(decorators);
  function.is_async = has_token(node, Kind::kTokenAsync);
  parameters(field(node, Field::kParameters), function);
  function.returns = optional_expr(field(node, Field::kReturnType));
  open_function(function, ScopeKind::kFunction);
  function.body = suite(node, Field::kBody);
  close_frame();
  function.docstring = docstring(function.body);
  return add(StmtKind::kFunction, node, index, bound.index);
}

StmtId Builder::class_statement(CstNode node, std::vector<ExprId> decorators, ExprId bound) {
  auto index = static_cast<uint32_t>(tree_.classes.size());
  tree_.classes.push_back(std::make_unique<Class>());
  Class& made = *tree_.classes.back();
  CstNode name = field(node, Field::kName), bases = field(node, Field::kSuperclasses);
  made.name = raw_symbol(name);
  made.span = span(node);
  made.name_span = span(name);
  made.decorators = std::move(decorators);
  if (bases != kNoNode) std::tie(made.bases_first, made.bases_count) = arguments(bases);
  scopes_.open(ScopeKind::kClass, &made);
  open_frame(nullptr);
  std::string_view spelt = text(name);
  size_t first = spelt.find_first_not_of('_');
  classes_.emplace_back(first == std::string_view::npos ? "" : spelt.substr(first));
  made.body = suite(node, Field::kBody);
  classes_.pop_back();
  close_frame();
  made.docstring = docstring(made.body);
  return add(StmtKind::kClass, node, index, bound.index);
}

// What has come before the current parameter.
struct Builder::ParamState {
  bool has_default = false;
  bool keyword_only = false;   // after `*` or `*args`
  bool bare_star = false;      // after `*`, which a parameter must follow
  bool slash = false;
  bool closed = false;         // after `**kwargs`
};

void Builder::parameters(CstNode list, Function& out) {
  ParamState state;
  for (CstNode child : children(list)) {
    if (is_token(child)) continue;
    if (state.closed) error(child, "a parameter follows the `**` parameter");
    if (kind(child) == Kind::kPositionalSeparator) slash(child, out, state);
    else if (kind(child) == Kind::kKeywordSeparator) bare_star(child, state);
    else parameter(child, out, state);
  }
  if (state.bare_star) error(list, "a named parameter must follow the bare `*`");
}

void Builder::slash(CstNode node, Function& out, ParamState& state) {
  if (state.slash || state.keyword_only || out.params.empty())
    error(node, "`/` must come once, after a parameter and before `*`");
  state.slash = true;
  for (Param& param : out.params)
    if (param.kind == ParamKind::kPositional) param.kind = ParamKind::kPositionalOnly;
}

void Builder::bare_star(CstNode node, ParamState& state) {
  if (state.keyword_only) error(node, "`*` appears twice among the parameters");
  state.keyword_only = state.bare_star = true;
}

void Builder::parameter(CstNode node, Function& out, ParamState& state) {
  CstNode name = node, type = kNoNode, value = kNoNode;
  if (kind(node) == Kind::kTypedParameter) name = cst_.first_child(node);
  if (kind(node) == Kind::kDefaultParameter || kind(node) == Kind::kTypedDefaultParameter) {
    name = field(node, Field::kName);
    value = field(node, Field::kValue);
  }
  if (name != node) type = field(node, Field::kType);
  Param made{};
  made.kind = state.keyword_only ? ParamKind::kKeywordOnly : ParamKind::kPositional;
  if (kind(name) == Kind::kListSplatPattern) {
    if (state.keyword_only) error(node, "`*` appears twice among the parameters");
    made.kind = ParamKind::kVarArgs;
    state.keyword_only = true;
  } else if (kind(name) == Kind::kDictionarySplatPattern) {
    if (state.bare_star) error(node, "a named parameter must follow the bare `*`");
    made.kind = ParamKind::kVarKeywords;
    state.closed = true;
  } else if (made.kind == ParamKind::kPositional) {
    if (state.has_default && value == kNoNode)
      error(node, "a parameter without a default follows one with a default");
    state.has_default |= value != kNoNode;
  }
  state.bare_star = false;
  if (name != kNoNode && kind(name) != Kind::kIdentifier && kind(name) != Kind::kTuplePattern)
    name = first_operand(name);
  if (name == kNoNode || kind(name) != Kind::kIdentifier) {
    error(node, "a parameter must be a name", "unpack the value in the body");
    return;
  }
  made.name = name_symbol(name);
  made.annotation = type == kNoNode ? ExprId{} : parameter_annotation(type, made.kind);
  made.default_value = optional_expr(value);
  made.slot = static_cast<uint32_t>(out.params.size());
  out.params.push_back(made);
}

// `*args: *Ts` is the one place where an annotation may be starred.
ExprId Builder::parameter_annotation(CstNode type, ParamKind kind) {
  if (kind != ParamKind::kVarArgs) return expr(type);
  CstNode inner = cst_.first_child(type);
  return this->kind(inner) == Kind::kSplatType ? type_index(type) : type_or_star(inner);
}

// Type parameters and aliases are written out as what they stand for: calls of the classes in
// `typing`, which are imported under a name that no source can spell.
ExprId Builder::import_typing(const char* name, CstNode node, std::vector<StmtId>& out) {
  Import made;
  made.is_from = true;
  made.module = symbols_.intern("typing");
  ImportedName imported;
  Symbol hidden = symbols_.intern(fmt::format(".{}", name));
  imported.name = symbols_.intern(name);
  imported.has_alias = true;
  imported.target = add(ExprKind::kGlobal, node);
  imported.span = span(node);
  scopes_.bind(imported.target, hidden);
  made.names.push_back(imported);
  tree_.imports.push_back(std::move(made));
  out.push_back(add(StmtKind::kImport, node, static_cast<uint32_t>(tree_.imports.size() - 1)));
  ExprId use = add(ExprKind::kGlobal, node);
  scopes_.use(use, hidden);
  return use;
}

// target = Maker("name", …)
void Builder::assign_typing(const char* maker, CstNode name, std::vector<Argument> rest,
                            std::vector<StmtId>& out) {
  ExprId callee = import_typing(maker, name, out);
  rest.insert(rest.begin(), {add_literal(std::string(text(name)), name), {}, Star::kNone});
  auto first = static_cast<uint32_t>(tree_.arguments.size());
  tree_.arguments.insert(tree_.arguments.end(), rest.begin(), rest.end());
  ExprId call = add(ExprKind::kCall, name, callee.index, first, static_cast<uint32_t>(rest.size()));
  std::vector<ExprId> targets{bind_name(name)};
  out.push_back(add(StmtKind::kAssign, name, add_list(targets), 1, call.index));
}

void Builder::type_parameters(CstNode list, std::vector<StmtId>& out) {
  std::vector<Symbol> seen;
  for (CstNode child : children(list)) {
    if (is_token(child)) continue;
    type_parameter(cst_.first_child(child), out);
    CstNode name = cst_.first_child(child);
    while (cst_.first_child(name) != kNoNode) name = first_operand(name);
    Symbol symbol = raw_symbol(name);
    if (std::find(seen.begin(), seen.end(), symbol) != seen.end())
      error(name, fmt::format("the type parameter `{}` appears twice", symbols_.text(symbol)));
    seen.push_back(symbol);
  }
}

// `T`, `T: bound`, `*Ts`, `**P`.
void Builder::type_parameter(CstNode node, std::vector<StmtId>& out) {
  if (kind(node) == Kind::kIdentifier) return assign_typing("TypeVar", node, {}, out);
  if (kind(node) == Kind::kSplatType) {
    const char* maker = text(cst_.first_child(node)) == "*" ? "TypeVarTuple" : "ParamSpec";
    return assign_typing(maker, cst_.child(node, Kind::kIdentifier), {}, out);
  }
  CstNode name = kind(node) == Kind::kConstrainedType
                     ? cst_.first_child(cst_.first_child(node)) : kNoNode;
  if (name == kNoNode || kind(name) != Kind::kIdentifier)
    return error(node, "a type parameter must be a name");
  CstNode bound = cst_.first_child(cst_.next(cst_.next(cst_.first_child(node))));
  std::vector<Argument> rest;
  if (kind(bound) == Kind::kTuple) {
    for (CstNode child : children(bound))
      if (!is_token(child)) rest.push_back({expr(child), {}, Star::kNone});
  } else {
    rest.push_back({type_expr(bound), symbols_.intern("bound"), Star::kNone});
  }
  assign_typing("TypeVar", name, std::move(rest), out);
}

// `type X[T] = value`.
void Builder::type_alias(CstNode node, std::vector<StmtId>& out) {
  CstNode name = cst_.first_child(field(node, Field::kLeft));
  CstNode list = kNoNode;
  if (kind(name) == Kind::kGenericType) {
    list = cst_.child(name, Kind::kTypeParameter);
    name = cst_.first_child(name);
  }
  if (kind(name) != Kind::kIdentifier) return error(node, "a type alias must be a name");
  scopes_.open(ScopeKind::kTypeParams, nullptr);
  if (list != kNoNode) type_parameters(list, out);
  ExprId value = type_expr(field(node, Field::kRight));
  scopes_.close();
  assign_typing("TypeAliasType", name, {{value, {}, Star::kNone}}, out);
}

}  // namespace nnscan::syntax
