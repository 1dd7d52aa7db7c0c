#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "ir/ops/op.h"
#include "ir/text_literal.h"
#include "ir/text_scan.h"

namespace nnscan {

namespace {

using namespace text_form;

constexpr int64_t kMaxElements = int64_t{1} << 32;
constexpr int kMaxBlocks = 200;  // of nested Ifs

class Parser {
 public:
  Parser(std::string_view text, DimPool& dims) : in_(text, dims), dims_(dims) {}

  Graph run() {
    std::vector<Output> outputs = signature();
    while (head_line()) {
    }
    nodes(graph_.root, "return");
    const std::vector<ValueId> results = operands();
    if (results.size() != outputs.size()) in_.fail("as many results as outputs");
    for (size_t i = 0; i < results.size(); ++i) {
      outputs[i].value = results[i];
      graph_.outputs.push_back(outputs[i]);
    }
    in_.expect("}");
    if (!in_.at_end()) in_.fail("expected the end");
    return std::move(graph_);
  }

 private:
  // Values.

  struct Declared {
    std::string name;
    ValueId value;
  };

  // `x as ?0: i64[]`, without its `%`. It is known by its name from name_it on.
  Declared declare(ValueInfo info) {
    std::string name = in_.name();
    std::optional<Dim> bound;
    if (in_.accept_word("as")) bound = in_.unknown_symbol();
    in_.expect(":");
    info.type = in_.type();
    ValueId value = add(std::move(info));
    if (bound) {
      uint32_t symbol = *dims_.as_symbol(*bound);
      graph_.symbols.insert_or_assign(symbol, SymbolOrigin{value, -1});
      dims_.symbol_info(symbol).lower = INT64_MIN;
    }
    return {std::move(name), value};
  }

  ValueId name_it(const Declared& declared) {
    if (!names_.emplace(declared.name, declared.value).second)
      in_.fail("`%" + declared.name + "` stands twice");
    return declared.value;
  }

  ValueId declaration(ValueInfo info) { return name_it(declare(std::move(info))); }

  ValueId add(ValueInfo info) {
    ValueId value = graph_.values.add(std::move(info));
    const Dims& dims = graph_.type(value).dims;
    for (size_t axis = 0; axis < dims.size(); ++axis)
      if (std::optional<uint32_t> symbol = dims_.as_symbol(dims[axis]))
        graph_.symbols.emplace(*symbol, SymbolOrigin{value, static_cast<int>(axis)});
    return value;
  }

  // The name that was wanted, before quoting and numbering; empty for a mere number.
  static std::string wanted_name(const std::string& written, DimPool& dims) {
    Scanner scanner(written, dims);
    if (scanner.at("\"")) return scanner.string();
    return written.substr(0, written.find('@'));
  }

  ValueId operand() {
    if (in_.accept("%")) {
      std::string name = in_.name();
      auto found = names_.find(name);
      if (found == names_.end()) in_.fail("`%" + name + "` does not stand above");
      return found->second;
    }
    return constant();
  }

  std::vector<ValueId> operands() {
    std::vector<ValueId> values;
    if (!in_.at("%") && !starts_literal()) return values;
    do values.push_back(operand());
    while (in_.accept(","));
    return values;
  }

  bool starts_literal() {
    if (in_.at("[") || in_.at("-")) return true;
    for (char digit = '0'; digit <= '9'; ++digit)
      if (in_.at(std::string_view(&digit, 1))) return true;
    for (std::string_view word : {"true", "false", "nan", "inf"})
      if (in_.at_word(word)) return true;
    return in_.at("splat(");
  }

  // Constants.

  struct Literal {
    std::vector<std::string> elements;
    bool is_list = false, is_splat = false;
  };

  Literal literal() {
    Literal result;
    result.is_splat = in_.accept("splat(");
    result.is_list = !result.is_splat && in_.accept("[");
    if (!result.is_list) {
      result.elements.emplace_back(in_.atom());
      if (result.is_splat) in_.expect(")");
      return result;
    }
    while (!in_.at("]")) {
      if (!result.elements.empty()) in_.expect(",");
      result.elements.emplace_back(in_.atom());
    }
    in_.expect("]");
    return result;
  }

  ConstantRef build(const Literal& literal, const Type& type) {
    auto shape = known_shape(type, dims_);
    if (!shape) in_.fail("a constant's sizes are numbers");
    int64_t count = 1;
    for (int64_t size : *shape)
      if (size < 0 || __builtin_mul_overflow(count, size, &count) || count > kMaxElements)
        in_.fail("a constant cannot have this shape");
    size_t size = size_of(type.dtype);
    std::vector<std::byte> bytes(literal.elements.size() * size);
    for (size_t i = 0; i < literal.elements.size(); ++i)
      if (!read_element(type.dtype, literal.elements[i], bytes.data() + i * size))
        in_.fail("`" + literal.elements[i] + "` is no " + info(type.dtype).name);
    bool one = literal.is_splat || (!literal.is_list && shape->empty());
    if (one) return Constant::splat(type.dtype, std::move(*shape), bytes.data());
    if (static_cast<int64_t>(literal.elements.size()) != count)
      in_.fail("the elements do not fill the shape");
    return Constant::own(type.dtype, std::move(*shape), std::move(bytes));
  }

  ValueId constant() {
    Literal value = literal();
    Type type = Type::scalar(DType::kInt64);
    if (value.is_list) type.dims = {dims_.constant(static_cast<int64_t>(value.elements.size()))};
    if (in_.accept(":")) type = in_.type();
    ConstantRef bytes = build(value, type);
    for (ValueId known : constants_)
      if (graph_.constant(known)->same_as(*bytes)) return known;
    ValueInfo info;
    info.kind = ValueKind::kConstant;
    info.type = std::move(type);
    info.constant = std::move(bytes);
    constants_.push_back(add(std::move(info)));
    return constants_.back();
  }

  // The head.

  std::vector<Output> signature() {
    in_.expect("graph(");
    while (!in_.at(")")) {
      if (!graph_.blocks[graph_.root].params.empty()) in_.expect(",");
      graph_.blocks[graph_.root].params.push_back(block_input(graph_.root));
    }
    in_.expect(")");
    in_.expect("->");
    in_.expect("(");
    std::vector<Output> outputs;
    while (!in_.at(")")) {
      if (!outputs.empty()) in_.expect(",");
      outputs.push_back({ValueId{}, wanted_name(in_.name(), dims_)});
      in_.expect(":");
      in_.type();
    }
    in_.expect(")");
    in_.expect("{");
    return outputs;
  }

  ValueId block_input(BlockId block) {
    ValueInfo info;
    info.kind = ValueKind::kInput;
    info.block = block;
    return named(std::move(info));
  }

  std::string name_ahead() {
    size_t here = in_.position();
    std::string name = wanted_name(in_.name(), dims_);
    in_.return_to(here);
    return name;
  }

  ValueId named(ValueInfo info) {
    std::string name = name_ahead();
    bool is_number = name.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number) info.name = std::move(name);
    return declaration(std::move(info));
  }

  bool head_line() {
    ValueInfo info;
    if (in_.accept_word("initializer"))
      info.kind = ValueKind::kInitializer;
    else if (in_.accept_word("constant"))
      info.kind = ValueKind::kConstant;
    else if (in_.accept_word("random"))
      info.kind = ValueKind::kRandom;
    else
      return false;
    ValueKind kind = info.kind;
    in_.expect("%");
    std::string name = name_ahead();
    const char* unnamed = kind == ValueKind::kRandom ? "random" : "constant";
    if (kind == ValueKind::kInitializer || name != unnamed) info.name = std::move(name);
    ValueId value = declaration(std::move(info));
    if (kind == ValueKind::kInitializer) graph_.parameters.push_back(value);
    if (kind == ValueKind::kRandom) return true;
    in_.expect("=");
    if (in_.accept_word("embedded")) in_.fail("the text leaves the bytes out");
    if (kind == ValueKind::kInitializer && in_.accept_word("input")) return true;
    graph_.values[value].constant = build(literal(), graph_.type(value));
    return true;
  }

  // Nodes.

  void nodes(BlockId block, std::string_view end) {
    while (!in_.accept_word(end)) node(block);
  }

  void node(BlockId block) {
    Node node;
    node.block = block;
    std::vector<Declared> outputs;
    if (in_.at("%")) {
      do {
        in_.expect("%");
        ValueInfo info;
        info.block = block;
        info.output = static_cast<uint32_t>(outputs.size());
        outputs.push_back(declare(std::move(info)));
      } while (in_.accept(","));
      in_.expect("=");
    }
    std::string op = in_.word();
    node.op = find_op(op);
    if (!node.op) in_.fail("no operator `" + op + "`");
    in_.expect("(");
    while (!in_.at(")")) {
      if (!node.inputs.empty()) in_.expect(",");
      node.inputs.push_back(in_.accept_word("_") ? ValueId{} : operand());
    }
    in_.expect(")");
    if (in_.accept("{")) node.attributes = attributes();
    for (const Declared& output : outputs) node.outputs.push_back(output.value);
    NodeId id = graph_.nodes.add(std::move(node));
    for (const Declared& output : outputs) graph_.values[output.value].node = id;
    graph_.blocks[block].nodes.push_back(id);
    if (in_.at_word("then") || in_.at_word("body"))
      inner_blocks(id, block);
    else
      graph_.nodes[id].origin = origin(in_.comment());
    for (const Declared& output : outputs) name_it(output);
  }

  void inner_blocks(NodeId owner, BlockId parent) {
    if (++depth_ > kMaxBlocks) in_.fail("blocks nest too deeply");
    bool branch = in_.accept_word("then");
    BlockId first = add_block(owner, parent);
    if (!branch) {
      in_.expect("body");
      in_.expect("(");
      while (!in_.at(")")) {
        if (!graph_.blocks[first].params.empty()) in_.expect(",");
        in_.expect("%");
        ValueId param = block_input(first);
        graph_.blocks[first].params.push_back(param);
      }
      in_.expect(")");
    }
    in_.expect("{");
    graph_.nodes[owner].origin = origin(in_.comment());
    block_body(first);
    if (branch) {
      in_.expect("else");
      in_.expect("{");
      block_body(add_block(owner, parent));
    }
    --depth_;
  }

  BlockId add_block(NodeId owner, BlockId parent) {
    BlockId block = graph_.blocks.add({parent, owner, {}, {}, {}});
    graph_.nodes[owner].blocks.push_back(block);
    return block;
  }

  void block_body(BlockId block) {
    nodes(block, "yield");
    std::vector<ValueId> results = operands();
    graph_.blocks[block].results = std::move(results);
    in_.expect("}");
  }

  OriginId origin(const std::string& module_path) {
    auto [found, is_new] = origins_.emplace(module_path, OriginId{});
    if (is_new) {
      Origin made;
      made.module_path = module_path;
      found->second = graph_.origins.add(std::move(made));
    }
    return found->second;
  }

  // Attributes.

  std::vector<NamedAttribute> attributes() {
    std::vector<NamedAttribute> result;
    while (!in_.at("}")) {
      if (!result.empty()) in_.expect(",");
      std::string name = in_.word();
      in_.expect("=");
      result.push_back({std::move(name), attribute()});
    }
    in_.expect("}");
    std::ranges::sort(result, {}, &NamedAttribute::name);
    return result;
  }

  Attribute attribute() {
    if (in_.at("\"")) return in_.string();
    if (in_.accept_word("floats")) return empty_list(std::vector<double>{});
    if (in_.accept_word("strings")) return empty_list(std::vector<std::string>{});
    if (in_.accept_word("tensor")) {
      if (in_.accept_word("embedded")) in_.fail("the text leaves the bytes out");
      Literal value = literal();
      in_.expect(":");
      return build(value, in_.type());
    }
    size_t here = in_.position();
    bool is_strings = in_.accept("[") && in_.at("\"");
    in_.return_to(here);
    if (is_strings) return strings();
    Literal value = literal();
    if (!value.is_list) return number(value.elements[0]);
    return numbers(value.elements);
  }

  template <class List>
  Attribute empty_list(List list) {
    in_.expect("[");
    in_.expect("]");
    return list;
  }

  Attribute strings() {
    std::vector<std::string> items;
    in_.expect("[");
    do items.push_back(in_.string());
    while (in_.accept(","));
    in_.expect("]");
    return items;
  }

  Attribute number(const std::string& text) {
    int64_t integer;
    double real;
    if (read_element(DType::kInt64, text, reinterpret_cast<std::byte*>(&integer))) return integer;
    if (read_element(DType::kFloat64, text, reinterpret_cast<std::byte*>(&real))) return real;
    in_.fail("`" + text + "` is no number");
  }

  Attribute numbers(const std::vector<std::string>& texts) {
    std::vector<int64_t> integers;
    std::vector<double> reals;
    for (const std::string& text : texts) {
      Attribute item = number(text);
      if (const int64_t* integer = std::get_if<int64_t>(&item))
        integers.push_back(*integer);
      else
        reals.push_back(std::get<double>(item));
    }
    if (reals.empty()) return integers;
    if (!integers.empty()) in_.fail("integers and floats in one list");
    return reals;
  }

  Scanner in_;
  DimPool& dims_;
  Graph graph_;
  std::unordered_map<std::string, ValueId> names_;
  std::vector<ValueId> constants_;
  std::unordered_map<std::string, OriginId> origins_;
  int depth_ = 0;
};

}  // namespace

std::variant<Graph, TextError> parse_graph(std::string_view text, DimPool& dims) {
  try {
    return Parser(text, dims).run();
  } catch (TextError& error) {
    return std::move(error);
  }
}

}  // namespace nnscan
