// The typed syntax tree of one Python file: flat stores of expressions and statements, with every
// name already resolved to where it lives. It is immutable once built and holds nothing of
// tree-sitter. Spans are byte ranges into the file.
//
// Scopes: a function's names are `kLocal` (a slot of its frame), `kCell` (a slot that closures
// share), or `kGlobal` (looked up in the module's namespace, then the built-ins). Module level
// and class bodies keep their names in a namespace (`kGlobal` at module level, `kClassName` in a
// class body). List, set and dict comprehensions run inside the scope that holds them, with
// slots of their own; a generator expression is a function of one parameter, the first iterable.
//
// Type parameters and `type` statements are written out as what they stand for: an import of the
// class from `typing` under a hidden name (it starts with a dot), and an assignment of its call.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "ir/base/diagnostic.h"
#include "ir/base/ids.h"
#include "ir/base/source.h"
#include "ir/base/symbol.h"

namespace nnscan::syntax {

using ExprId = Id<struct ExprTag>;
using StmtId = Id<struct StmtTag>;

enum class ExprKind : uint8_t {
  kConstant,       // a: index into literals
  kLocal,          // a: slot; b: Symbol
  kCell,           // a: index into the frame's cells; b: Symbol
  kGlobal,         // a: Symbol
  kClassName,      // a: Symbol; b: index into the frame's cells to fall back to, or kNoIndex
  kTuple,          // a, b: first and count in `lists` (ExprIds; kStarred allowed)
  kList,
  kSet,
  kDict,           // a, b: first and count of pairs in `lists` (key, value; key none: **value)
  kAttribute,      // a: value; b: Symbol
  kSubscript,      // a: value; b: index (a kTuple for x[i, j])
  kSlice,          // a, b, c: ExprIds or none
  kCall,           // a: callee; b, c: first and count in `arguments`
  kUnary,          // op: UnaryOp; a
  kBinary,         // op: BinaryOp; a, b
  kAnd,            // a, b: first and count in `lists`
  kOr,
  kCompare,        // a: first operand; b, c: first and count in `comparisons`
  kConditional,    // a: condition; b: then; c: else
  kLambda,         // a: index into functions
  kListComp,       // a: index into comprehensions
  kSetComp,
  kDictComp,
  kGenerator,      // a: index into functions; b: the first iterable, run in this scope
  kStarred,        // a
  kYield,          // a: value or none
  kYieldFrom,      // a
  kAwait,          // a
  kNamed,          // a: target; b: value   (:=)
  kJoinedString,   // a, b: first and count in `lists` (kConstant strings and kFormatted)
  kFormatted,      // a: value; b: format spec (a kJoinedString) or none; c: conversion 'r' 's' 'a' or 0
};

enum class UnaryOp : uint8_t { kNot, kMinus, kPlus, kInvert };
enum class BinaryOp : uint8_t {
  kAdd, kSub, kMul, kDiv, kFloorDiv, kMod, kPow, kMatMul, kAnd, kOr, kXor, kLeftShift, kRightShift
};
enum class CompareOp : uint8_t { kEq, kNe, kLt, kLe, kGt, kGe, kIs, kIsNot, kIn, kNotIn };

inline constexpr uint32_t kNoIndex = 0xffffffffu;

struct Expr {
  ExprKind kind;
  uint8_t op = 0;
  uint32_t a = kNoIndex, b = kNoIndex, c = kNoIndex;
  uint32_t begin = 0, end = 0;  // bytes
};

enum class StmtKind : uint8_t {
  kExpr,         // a: value
  kAssign,       // a, b: first and count of targets in `lists`; c: value
  kAugAssign,    // op: BinaryOp; a: target; b: value
  kAnnAssign,    // a: target; b: annotation; c: value or none
  kReturn,       // a: value or none
  kRaise,        // a: exception or none; b: cause or none
  kAssert,       // a: condition; b: message or none
  kPass,
  kBreak,
  kContinue,
  kDelete,       // a, b: first and count in `lists`
  kIf,           // a: condition; b: then block; c: else block or none
  kWhile,        // a: condition; b: body; c: else block or none
  kFor,          // a: index into loops
  kTry,          // a: index into tries; op: 1 for `except*`
  kWith,         // a, b: first and count in `with_items`; c: body block; op: 1 for `async with`
  kFunction,     // a: index into functions; b: target
  kClass,        // a: index into classes; b: target
  kImport,       // a: index into imports
  kGlobal,       // nothing at run time
  kMatch,        // a: index into matches
};

struct Stmt {
  StmtKind kind;
  uint8_t op = 0;
  uint32_t a = kNoIndex, b = kNoIndex, c = kNoIndex;
  uint32_t begin = 0, end = 0;
};

struct Block {  // in `lists`: StmtIds
  uint32_t first = 0, count = 0;
};

// Integers beyond 64 bits keep their decimal digits.
struct BigInteger { std::string digits; };
struct None {};
struct EllipsisLiteral {};
struct Bytes { std::string data; };
struct Imaginary { double value; };
using Literal = std::variant<None, EllipsisLiteral, bool, int64_t, double, std::string, Bytes, BigInteger, Imaginary>;

enum class Star : uint8_t { kNone, kStar, kDoubleStar };
struct Argument {
  ExprId value;
  Symbol keyword;  // invalid for positional and starred ones
  Star star = Star::kNone;
};

struct Comparison {
  CompareOp op;
  ExprId right;
};

struct ComprehensionClause {
  ExprId target, iterable;
  std::vector<ExprId> conditions;
  bool is_async = false;
};
struct Comprehension {
  ExprId element;  // the key, in a dict comprehension
  ExprId value;    // dict comprehensions only
  std::vector<ComprehensionClause> clauses;
  std::vector<uint32_t> cells;  // cells of the frame that its targets use: fresh at each run
};

enum class ParamKind : uint8_t { kPositionalOnly, kPositional, kVarArgs, kKeywordOnly, kVarKeywords };
struct Param {
  Symbol name;
  ParamKind kind;
  ExprId annotation;     // none: invalid
  ExprId default_value;  // none: invalid; run in the enclosing scope
  uint32_t slot;         // the local slot that receives it
};

// Where a function's free variable comes from when the function object is made.
struct Capture {
  uint32_t outer_cell;  // index into the enclosing frame's cells
  Symbol name;
};

// A function, lambda, generator expression, or the body of a class or module: what runs in a
// frame of its own. Cells 0 … own_cells-1 are made with the frame; the captures follow.
struct Scope {
  Symbol name;
  std::vector<Symbol> locals;               // names of the slots; parameters first, in order
  std::vector<Symbol> own_cells;            // names
  std::vector<std::pair<uint32_t, uint32_t>> cell_params;  // (slot, cell): parameters to move
  std::vector<Capture> captures;
};

struct Function : Scope {
  std::vector<Param> params;
  ExprId returns;                  // annotation or none
  Block body;
  ExprId expression;               // lambda and generator-expression element: instead of body
  std::vector<ExprId> decorators;  // outermost first; run in the enclosing scope
  bool is_generator = false;
  bool is_async = false;
  bool is_lambda = false;
  std::optional<Comprehension> generator;  // generator expressions: clause 0 iterates local 0
  std::string docstring;
  Span span;       // the whole definition
  Span name_span;
};

struct Class : Scope {
  uint32_t bases_first = 0, bases_count = 0;  // in `arguments`: bases and keywords
  Block body;
  std::vector<ExprId> decorators;
  std::string docstring;
  Span span;
  Span name_span;
};

struct For {
  ExprId target, iterable;
  Block body;
  std::optional<Block> orelse;
  bool is_async = false;
};

struct Handler {
  ExprId type;    // none: bare except
  ExprId target;  // none: no name
  Block body;
};
struct Try {
  Block body;
  std::vector<Handler> handlers;
  std::optional<Block> orelse, finally;
};

struct WithItem {
  ExprId context, target;  // target may be none
};

struct ImportedName {
  Symbol name;         // `a.b` for `import a.b`; the attribute for `from m import x`
  bool has_alias = false;
  ExprId target;       // what it binds: the alias, or the first component of `a.b`, or the name
  Span span;
};
struct Import {
  bool is_from = false;
  uint32_t level = 0;          // leading dots
  Symbol module;               // of `from module import`; invalid when only dots
  bool star = false;
  std::vector<ImportedName> names;
};

enum class PatternKind : uint8_t { kValue, kCapture, kWildcard, kSequence, kMapping, kClass, kOr, kAs, kStar };
struct Pattern {
  PatternKind kind;
  ExprId value;                      // kValue; kClass: the class; kMapping keys: see keys
  ExprId target;                     // kCapture, kAs, kStar; kMapping: **rest
  std::vector<uint32_t> children;    // indices into patterns
  std::vector<ExprId> keys;          // kMapping
  std::vector<Symbol> attributes;    // kClass: names of the last children
  Span span;
};
struct MatchCase {
  uint32_t pattern;
  ExprId guard;
  Block body;
};
struct Match {
  ExprId subject;
  std::vector<MatchCase> cases;
};

struct Tree {
  FileId file;
  Store<ExprId, Expr> exprs;
  Store<StmtId, Stmt> stmts;
  std::vector<uint32_t> lists;      // ids, in runs
  std::vector<Block> blocks;        // Stmt fields that name a block index into this
  std::vector<Literal> literals;
  std::vector<Argument> arguments;
  std::vector<Comparison> comparisons;
  std::vector<Comprehension> comprehensions;
  std::vector<std::unique_ptr<Function>> functions;  // stable addresses
  std::vector<std::unique_ptr<Class>> classes;
  std::vector<For> loops;
  std::vector<Try> tries;
  std::vector<WithItem> with_items;
  std::vector<Import> imports;
  std::vector<Pattern> patterns;
  std::vector<Match> matches;
  Scope module;                     // slots that module-level comprehensions use
  Block body;
  std::string docstring;

  Span span(const Expr& e) const { return {file, e.begin, e.end}; }
  Span span(const Stmt& s) const { return {file, s.begin, s.end}; }
  std::span<const uint32_t> list(uint32_t first, uint32_t count) const {
    return std::span(lists).subspan(first, count);
  }
};

// Parses a file of `sources`. Syntax errors go to `sink` with their place (all of them); then the
// result is null. `max_nesting` bounds the depth of the source's brackets and blocks.
std::unique_ptr<Tree> parse(const SourceMap& sources, FileId file, SymbolTable& symbols,
                            DiagnosticSink& sink, uint32_t max_nesting = 200);

// The tree as S-expressions, one statement a line: the stage's text form, for tests.
std::string dump(const Tree& tree, const SymbolTable& symbols);

}  // namespace nnscan::syntax
