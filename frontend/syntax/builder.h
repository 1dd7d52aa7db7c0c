// From the concrete tree of the grammar to the typed tree: one method for each kind of node, in
// the file that the section of the class names. Names go to the scope table and are settled at
// the end.
//
// The grammar accepts more than Python and gets three precedences wrong; what differs is put
// right, or refused, here. Chains that nest to the left (`a + b + c`, `a.b.c()`) are built in
// loops, and so are `elif` and `else` chains: the depth of recursion is that of the brackets and
// blocks, bounded by `max_nesting`; the depth of the result is bounded by ten times that.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/syntax/scope.h"
#include "frontend/syntax/tree.h"
#include "grammar/parser.h"

namespace nnscan::syntax {

using grammar::Field;
using grammar::Kind;
using grammar::kNoNode;
using CstNode = grammar::NodeIndex;

class Builder {
 public:
  // `text` is the source that the concrete tree's offsets are of.
  Builder(const grammar::Tree& cst, std::string_view text, Tree& tree, SymbolTable& symbols,
          DiagnosticSink& sink, uint32_t max_nesting);
  void build_module();

 private:
  // Children of a node, in order; made for range-for.
  struct Children {
    const grammar::Tree& cst;
    CstNode first;
    struct Iterator {
      const grammar::Tree& cst;
      CstNode node;
      CstNode operator*() const { return node; }
      Iterator& operator++() {
        node = cst.next(node);
        return *this;
      }
      bool operator!=(const Iterator& other) const { return node != other.node; }
    };
    Iterator begin() const { return {cst, first}; }
    Iterator end() const { return {cst, kNoNode}; }
  };
  // One level of the source's nesting; false once there are too many.
  class Nested {
   public:
    Nested(Builder& builder, CstNode node);
    ~Nested() { --builder_.nesting_; }
    explicit operator bool() const { return ok_; }

   private:
    Builder& builder_;
    bool ok_;
  };
  // Where an expression stands decides which of the looser forms it may have unparenthesised.
  enum Allow : uint8_t { kPlain = 0, kNamed = 1, kStar = 2, kAnyStar = 4, kYield = 8 };
  enum class Binding : uint8_t { kAssign, kAugmented, kDelete };

  // The concrete tree.
  Children children(CstNode node) const { return {cst_, cst_.first_child(node)}; }
  Kind kind(CstNode node) const { return cst_.kind(node); }
  CstNode field(CstNode node, Field role) const { return cst_.child(node, role); }
  bool has_token(CstNode node, Kind token) const { return cst_.child(node, token) != kNoNode; }
  bool is_token(CstNode node) const;
  CstNode first_operand(CstNode node) const;  // the first child that is no token
  std::string_view text(CstNode node) const;
  std::string_view text(uint32_t begin, uint32_t end) const {
    return text_.substr(begin, end - begin);
  }
  Span span(CstNode node) const;
  Span place(size_t begin, size_t end) const {
    return {tree_.file, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }

  // Making things.
  ExprId add(ExprKind kind, CstNode node, uint32_t a = kNoIndex, uint32_t b = kNoIndex,
             uint32_t c = kNoIndex, uint8_t op = 0);
  ExprId add_literal(Literal literal, CstNode node);
  ExprId tuple_between(const std::vector<ExprId>& items, uint32_t begin, uint32_t end);
  ExprId add_run(ExprKind kind, CstNode node, const std::vector<ExprId>& items);
  StmtId add(StmtKind kind, CstNode node, uint32_t a = kNoIndex, uint32_t b = kNoIndex,
             uint32_t c = kNoIndex, uint8_t op = 0);
  template <class IdT>
  uint32_t add_list(const std::vector<IdT>& items);
  uint32_t add_block(Block block);
  ExprId error_expr(CstNode node);
  void error(CstNode node, std::string message, std::string hint = "");
  void error(Span where, std::string message, std::string hint = "");
  void too_deep(CstNode node, const char* what, uint32_t limit);
  bool fits(CstNode node, size_t levels);  // whether the result may grow so much deeper here
  Symbol name_symbol(CstNode node);        // mangled
  Symbol raw_symbol(CstNode node);         // as written
  Symbol mangle(Symbol name);
  bool check_name(CstNode node, std::string_view name);

  // expressions.cpp
  ExprId expr(CstNode node, int allow = kPlain);
  ExprId optional_expr(CstNode node) { return node == kNoNode ? ExprId{} : expr(node); }
  ExprId expr_unspined(CstNode node, int allow);
  ExprId nesting_expr(CstNode node, int allow);
  ExprId extend(CstNode node, ExprId left);
  CstNode spine_child(CstNode node) const;
  bool is_star(CstNode node) const;
  ExprId element(CstNode node, int allow);
  ExprId star(CstNode node, int allow);
  ExprId name(CstNode node);
  ExprId parenthesized(CstNode node);
  ExprId sequence(ExprKind kind, CstNode node);
  ExprId dict(CstNode node);
  ExprId expression_list(CstNode node, int allow);
  ExprId attribute(CstNode node, ExprId value);
  ExprId subscript(CstNode node, ExprId value);
  ExprId slice(CstNode node);
  ExprId call(CstNode node, ExprId callee);
  std::pair<uint32_t, uint32_t> arguments(CstNode list);
  struct ArgumentState;
  void argument(CstNode node, ArgumentState& state, std::vector<Argument>& out);
  void check_commas(CstNode list);
  ExprId named(CstNode node, int allow);
  ExprId named_target(CstNode node, int allow);
  ExprId bind_named(CstNode whole, CstNode node, ExprId target, ExprId value);
  ExprId yield(CstNode node, int allow);

  // operators.cpp
  ExprId binary(CstNode node, ExprId left);
  ExprId bitwise(CstNode node);
  bool is_bitwise_run(CstNode node) const;
  void bitwise_run(CstNode node, std::vector<CstNode>& operands, std::vector<CstNode>& operators);
  ExprId boolean(CstNode node);
  ExprId compare(CstNode node, ExprId left);
  ExprId unary(CstNode node);
  ExprId await(CstNode node);
  void check_await(CstNode node);
  ExprId conditional(CstNode node, int allow);

  // comprehensions.cpp
  ExprId iterable(CstNode clause);
  void clauses(CstNode node, ExprId first_iterable, Comprehension& out);
  void element_of(CstNode body, Comprehension& out);
  ExprId comprehension(ExprKind kind, CstNode node);
  ExprId generator(CstNode node);
  ExprId lambda(CstNode node);

  // annotations.cpp
  ExprId type_expr(CstNode node);
  ExprId generic_type(CstNode node);
  ExprId type_index(CstNode node);
  ExprId type_or_star(CstNode node);
  ExprId type_slice(CstNode node);
  ExprId type_union(CstNode node);
  void union_operands(CstNode node, std::vector<CstNode>& out);

  // literals.cpp
  struct StringParts;
  struct Stretch {  // of a string's source, and how it is read
    uint32_t begin, end;
    bool raw, bytes;
    bool braces;  // doubled ones stand for one
    bool lines;   // may go over several lines
  };
  ExprId number(CstNode node);
  ExprId integer(CstNode node, std::string_view digits);
  ExprId string(CstNode node);
  void string_part(CstNode node, StringParts& parts);
  void interpolation(CstNode node, bool raw, StringParts& parts);
  ExprId format_spec(CstNode field, CstNode spec, bool raw);
  void flush_text(StringParts& parts);
  ExprId finish_string(CstNode node, StringParts& parts);
  void decode(const Stretch& from, std::string& out);
  void decode_escape(size_t& at, const Stretch& from, std::string& out);
  void decode_hex(size_t begin, size_t& at, size_t digits, const Stretch& from,
                  std::string& out);
  void decode_name(size_t begin, size_t& at, const Stretch& from, std::string& out);

  // targets.cpp
  ExprId target(CstNode node, Binding how);
  ExprId target_list(ExprKind made, CstNode node, Binding how);
  ExprId bind_name(CstNode node);
  ExprId bind_symbol(CstNode node, Symbol name);
  static std::string cannot_assign(Kind kind, Binding how);

  // patterns.cpp
  StmtId match_statement(CstNode node);
  uint32_t case_pattern(CstNode clause);
  uint32_t pattern(CstNode& at);
  uint32_t pattern_node(CstNode node);
  uint32_t add_pattern(Pattern pattern, CstNode node);
  uint32_t value_pattern(ExprId value, CstNode node);
  uint32_t wildcard(CstNode node);
  uint32_t name_pattern(CstNode node);
  ExprId capture(CstNode node);
  ExprId dotted(CstNode node);
  ExprId complex_number(CstNode node);
  uint32_t sequence_pattern(CstNode node);
  uint32_t star_pattern(CstNode node);
  uint32_t dict_pattern(CstNode node);
  ExprId mapping_rest(CstNode node);
  uint32_t class_pattern(CstNode node);
  uint32_t or_pattern(CstNode node);
  bool is_irrefutable(uint32_t index) const;
  bool same_constant(ExprId a, ExprId b) const;
  uint32_t as_pattern(CstNode node);

  // statements.cpp
  Block block(CstNode node);
  Block suite(CstNode node, Field role);
  uint32_t header_end(CstNode node) const;
  void statement(CstNode node, std::vector<StmtId>& out);
  bool starts_file(CstNode node) const;
  StmtId expression_statement(CstNode node);
  StmtId assignment(CstNode node);
  void refuse_lone_star(ExprId value, CstNode node);
  StmtId annotated(CstNode node);
  StmtId augmented(CstNode node);
  StmtId print_statement(CstNode node);
  StmtId return_statement(CstNode node);
  StmtId raise_statement(CstNode node);
  StmtId assert_statement(CstNode node);
  StmtId loop_jump(CstNode node, StmtKind kind);
  StmtId delete_statement(CstNode node);
  StmtId scope_statement(CstNode node, bool global);

  // lines.cpp
  void check_lines();
  void check_indent(CstNode block);
  void check_clause_indent(CstNode statement, CstNode clause);

  // compound.cpp
  StmtId if_statement(CstNode node);
  std::optional<Block> else_block(CstNode node);
  Block loop_body(CstNode node);
  StmtId while_statement(CstNode node);
  StmtId for_statement(CstNode node);
  void check_async(CstNode node, const char* what);
  StmtId try_statement(CstNode node);
  Handler handler(CstNode node);
  StmtId with_statement(CstNode node);
  void with_item(CstNode value, std::vector<WithItem>& out);

  // imports.cpp
  StmtId import_statement(CstNode node);
  StmtId import_from(CstNode node);
  void import_source(CstNode module, Import& out);
  ImportedName imported(CstNode node, bool from);
  void check_future(CstNode node, const Import& made);
  std::string dotted_text(CstNode node);
  CstNode last_child(CstNode node) const;

  // definitions.cpp
  struct ParamState;
  void definition(CstNode node, std::vector<StmtId>& out);
  StmtId function_statement(CstNode node, std::vector<ExprId> decorators, ExprId bound);
  StmtId class_statement(CstNode node, std::vector<ExprId> decorators, ExprId bound);
  void open_function(Function& function, ScopeKind kind);
  void open_frame(Function* function);
  void close_frame();
  std::string docstring(const Block& body) const;
  void parameters(CstNode list, Function& out);
  void parameter(CstNode node, Function& out, ParamState& state);
  void slash(CstNode node, Function& out, ParamState& state);
  void bare_star(CstNode node, ParamState& state);
  ExprId parameter_annotation(CstNode type, ParamKind kind);
  void type_parameters(CstNode list, std::vector<StmtId>& out);
  void type_parameter(CstNode node, std::vector<StmtId>& out);
  void type_alias(CstNode node, std::vector<StmtId>& out);
  ExprId import_typing(const char* name, CstNode node, std::vector<StmtId>& out);
  void assign_typing(const char* maker, CstNode name, std::vector<Argument> rest,
                     std::vector<StmtId>& out);

  const grammar::Tree& cst_;
  std::string_view text_;
  Tree& tree_;
  SymbolTable& symbols_;
  DiagnosticSink& sink_;
  uint32_t max_nesting_;
  ScopeTable scopes_;

  uint32_t nesting_ = 0;
  bool depth_reported_ = false;
  uint32_t errors_ = 0;
  uint32_t depth_ = 0;                 // of the result, from its root to here
  uint32_t iterables_ = 0;             // of comprehensions, around the current expression
  struct Around {
    uint32_t loops;
    CstNode valued_return;
  };
  std::vector<Around> frames_;         // what is so outside each open function or class
  std::vector<Function*> functions_;   // null for a class body or the module
  std::vector<std::string> classes_;   // names, for mangling; empty: does not mangle
  uint32_t loops_ = 0;                 // around the current statement, in this frame
  CstNode valued_return_ = kNoNode;    // a `return` with a value in this frame
  CstNode hoisted_star_ = kNoNode;     // a star that stands before a whole operation
  std::vector<Symbol> captures_;       // of the current case
  bool future_allowed_ = true;         // only a docstring and other such imports came before
};

template <class IdT>
uint32_t Builder::add_list(const std::vector<IdT>& items) {
  auto first = static_cast<uint32_t>(tree_.lists.size());
  for (IdT item : items) tree_.lists.push_back(item.index);
  return first;
}

}  // namespace nnscan::syntax
