// What a tree consists of: one function for each part lists its fields, and serves whoever goes
// through them, to write as to read (packed.cpp). Structured bindings name every field, so that a
// new one does not compile until it is listed. A function and a class are a `Scope` with more
// fields and cannot be taken apart so; that theirs are complete is tested by reading back.
#pragma once

#include <concepts>
#include <type_traits>

#include "frontend/syntax/tree.h"

namespace nnscan::syntax {

template <class T, class Part>
concept Is = std::same_as<std::remove_const_t<T>, Part>;

// Which operand of an expression is a Symbol, where one is.
enum class SymbolOperand : uint8_t { kNone, kA, kB };

constexpr SymbolOperand symbol_operand(ExprKind kind) {
  switch (kind) {
    case ExprKind::kGlobal:
    case ExprKind::kClassName: return SymbolOperand::kA;
    case ExprKind::kLocal:
    case ExprKind::kCell:
    case ExprKind::kAttribute: return SymbolOperand::kB;
    default: return SymbolOperand::kNone;
  }
}

template <class Code>
void fields(Code& code, Is<Expr> auto& part) {
  auto& [kind, op, a, b, c, begin, end] = part;
  code(kind, op);
  symbol_operand(kind) == SymbolOperand::kA ? code.symbol(a) : code(a);
  symbol_operand(kind) == SymbolOperand::kB ? code.symbol(b) : code(b);
  code(c, begin, end);
}

template <class Code>
void fields(Code& code, Is<Stmt> auto& part) {
  auto& [kind, op, a, b, c, begin, end] = part;
  code(kind, op, a, b, c, begin, end);
}

template <class Code>
void fields(Code& code, Is<Span> auto& part) {
  auto& [file, begin, end] = part;
  code(file, begin, end);
}

template <class Code>
void fields(Code& code, Is<Block> auto& part) {
  auto& [first, count] = part;
  code(first, count);
}

template <class Code>
void fields(Code&, Is<None> auto&) {}
template <class Code>
void fields(Code&, Is<EllipsisLiteral> auto&) {}

template <class Code>
void fields(Code& code, Is<BigInteger> auto& part) {
  auto& [digits] = part;
  code(digits);
}

template <class Code>
void fields(Code& code, Is<Bytes> auto& part) {
  auto& [data] = part;
  code(data);
}

template <class Code>
void fields(Code& code, Is<Imaginary> auto& part) {
  auto& [value] = part;
  code(value);
}

template <class Code>
void fields(Code& code, Is<Argument> auto& part) {
  auto& [value, keyword, star] = part;
  code(value, keyword, star);
}

template <class Code>
void fields(Code& code, Is<Comparison> auto& part) {
  auto& [op, right] = part;
  code(op, right);
}

template <class Code>
void fields(Code& code, Is<ComprehensionClause> auto& part) {
  auto& [target, iterable, conditions, is_async] = part;
  code(target, iterable, conditions, is_async);
}

template <class Code>
void fields(Code& code, Is<Comprehension> auto& part) {
  auto& [element, value, clauses, cells] = part;
  code(element, value, clauses, cells);
}

template <class Code>
void fields(Code& code, Is<Param> auto& part) {
  auto& [name, kind, annotation, default_value, slot] = part;
  code(name, kind, annotation, default_value, slot);
}

template <class Code>
void fields(Code& code, Is<Capture> auto& part) {
  auto& [outer_cell, name] = part;
  code(outer_cell, name);
}

template <class Code>
void fields(Code& code, Is<Scope> auto& part) {
  auto& [name, locals, own_cells, cell_params, captures] = part;
  code(name, locals, own_cells, cell_params, captures);
}

// The part of a function or class that is a scope, as constant as the whole.
template <class Part>
auto& scope_of(Part& part) {
  return static_cast<std::conditional_t<std::is_const_v<Part>, const Scope, Scope>&>(part);
}

template <class Code>
void fields(Code& code, Is<Function> auto& part) {
  code(scope_of(part), part.params, part.returns, part.body, part.expression, part.decorators,
       part.is_generator, part.is_async, part.is_lambda, part.generator, part.docstring, part.span,
       part.name_span);
}

template <class Code>
void fields(Code& code, Is<Class> auto& part) {
  code(scope_of(part), part.bases_first, part.bases_count, part.body, part.decorators,
       part.docstring, part.span, part.name_span);
}

template <class Code>
void fields(Code& code, Is<For> auto& part) {
  auto& [target, iterable, body, orelse, is_async] = part;
  code(target, iterable, body, orelse, is_async);
}

template <class Code>
void fields(Code& code, Is<Handler> auto& part) {
  auto& [type, target, body] = part;
  code(type, target, body);
}

template <class Code>
void fields(Code& code, Is<Try> auto& part) {
  auto& [body, handlers, orelse, finally] = part;
  code(body, handlers, orelse, finally);
}

template <class Code>
void fields(Code& code, Is<WithItem> auto& part) {
  auto& [context, target] = part;
  code(context, target);
}

template <class Code>
void fields(Code& code, Is<ImportedName> auto& part) {
  auto& [name, has_alias, target, span] = part;
  code(name, has_alias, target, span);
}

template <class Code>
void fields(Code& code, Is<Import> auto& part) {
  auto& [is_from, level, module, star, names] = part;
  code(is_from, level, module, star, names);
}

template <class Code>
void fields(Code& code, Is<Pattern> auto& part) {
  auto& [kind, value, target, children, keys, attributes, span] = part;
  code(kind, value, target, children, keys, attributes, span);
}

template <class Code>
void fields(Code& code, Is<MatchCase> auto& part) {
  auto& [pattern, guard, body] = part;
  code(pattern, guard, body);
}

template <class Code>
void fields(Code& code, Is<Match> auto& part) {
  auto& [subject, cases] = part;
  code(subject, cases);
}

template <class Code>
void fields(Code& code, Is<Tree> auto& part) {
  auto& [file, exprs, stmts, lists, blocks, literals, arguments, comparisons, comprehensions,
         functions, classes, loops, tries, with_items, imports, patterns, matches, module, body,
         docstring] = part;
  code(file, exprs, stmts, lists, blocks, literals, arguments, comparisons, comprehensions,
       functions, classes, loops, tries, with_items, imports, patterns, matches, module, body,
       docstring);
}

}  // namespace nnscan::syntax
