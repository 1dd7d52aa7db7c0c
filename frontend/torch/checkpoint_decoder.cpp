// The stack machine of pickles. Every opcode is a row of the table at the end.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "frontend/torch/checkpoint_literal.h"
#include "frontend/torch/checkpoint_pickle.h"

namespace nnscan::checkpoint {
namespace {

constexpr size_t kMaxRefusedNames = 20;  // after so many the decoder stops and reports
constexpr size_t kMaxNameBytes = 256;

class Decoder {
 public:
  Decoder(std::span<const std::byte> input, const CheckpointLimits& limits)
      : input_(input.first(std::min<uint64_t>(input.size(), limits.pickle_bytes))),
        cut_(input.size() > input_.size()),
        limits_(limits) {}

  PickleTree run();

 private:
  using Kind = PickleKind;
  using Handler = void (*)(Decoder&);
  static std::array<Handler, 256> handlers();

  [[noreturn]] void malformed(std::string_view what) const;

  // Input.
  std::string_view take(uint64_t length);
  template <class T>
  T number() {
    return load_le<T>(reinterpret_cast<const std::byte*>(take(sizeof(T)).data()));
  }
  template <class T>
  std::string_view counted() { return take(number<T>()); }
  std::string_view line();

  // Stack and store.
  PickleId add(PickleNode node);
  void push(PickleNode node) { stack_.push_back(add(std::move(node))); }
  void push_int(int64_t value) { push({.kind = Kind::kInt, .integer = value}); }
  void push_bool(bool value) { push({.kind = Kind::kBool, .integer = value}); }
  void push_text(Kind kind, std::string_view text) { push({.kind = kind, .text = text}); }
  PickleId pop();
  PickleId top() const;
  std::vector<PickleId> pop_to_mark();
  std::vector<PickleId> pop_many(size_t count);
  std::string_view own(std::string text);

  // Names and calls.
  PickleId global(std::string_view module, std::string_view name);
  PickleId call(PickleId callee, std::vector<PickleId> args);
  PickleId make_dict(const GlobalRow* type, const std::vector<PickleId>& args);
  PickleId make_sequence(Kind kind, const std::vector<PickleId>& args);
  std::vector<PickleId> items_of_pairs(const PickleNode& list);
  std::vector<PickleId> tuple_items(PickleId id);
  void charge(uint64_t values);
  void push_items(Kind kind, std::vector<PickleId> items);
  void op_add(const std::vector<PickleId>& items, Kind wanted);
  uint64_t index_line();
  void memoize(uint64_t index);
  void recall(uint64_t index);
  void push_long(std::string_view bytes) { push_integer(parse_little_endian(bytes), bytes); }
  void push_integer(const std::optional<Integer>& number, std::string_view spelling);

  // Opcodes that need more than a line.
  void op_stop();
  void op_pop();
  void op_int();
  void op_long();
  void op_float();
  void op_binfloat();
  void op_string();
  void push_escaped(std::string_view text, std::optional<std::string> (*parse)(std::string_view));
  void op_build();
  void op_stack_global();
  void op_global();
  void op_inst();
  void op_obj();
  void op_call();
  void op_newobj_ex();
  void op_extension(uint32_t code);

  std::span<const std::byte> input_;
  bool cut_;
  const CheckpointLimits& limits_;
  uint64_t at_ = 0;
  uint64_t charged_ = 0;
  bool stopped_ = false;
  std::vector<PickleId> stack_;
  std::vector<size_t> marks_;
  std::vector<PickleId> memo_;
  uint64_t memo_used_ = 0;  // what MEMOIZE counts
  PickleTree tree_;
};

void Decoder::malformed(std::string_view what) const {
  // A name that is not data says more about the file than what breaks after it.
  check_names(tree_);
  if (cut_ && at_ >= input_.size()) {
    fail(Code::kLimit, fmt::format("checkpoint holds a pickle of more than {} bytes",
                                   limits_.pickle_bytes),
         "save the state_dict alone: `torch.save(model.state_dict(), path)`");
  }
  fail(Code::kMalformed,
       fmt::format("checkpoint is damaged: {} at byte {} of its pickle", what, at_));
}

std::string_view Decoder::take(uint64_t length) {
  if (length > input_.size() - at_) {
    at_ = input_.size();
    malformed("data ends early");
  }
  const std::string_view out(reinterpret_cast<const char*>(input_.data()) + at_, length);
  at_ += length;
  return out;
}

std::string_view Decoder::line() {
  const std::string_view rest(reinterpret_cast<const char*>(input_.data()) + at_,
                              input_.size() - at_);
  const size_t end = rest.find('\n');
  if (end == std::string_view::npos) {
    at_ = input_.size();
    malformed("a line without an end");
  }
  at_ += end + 1;
  return rest.substr(0, end);
}

void Decoder::charge(uint64_t values) {
  charged_ += values;
  if (charged_ > limits_.pickle_nodes) {
    check_names(tree_);
    fail(Code::kLimit,
         fmt::format("checkpoint holds a pickle of more than {} values", limits_.pickle_nodes),
         "save the state_dict alone: `torch.save(model.state_dict(), path)`");
  }
}

PickleId Decoder::add(PickleNode node) {
  charge(1);
  return tree_.nodes.add(std::move(node));
}

PickleId Decoder::top() const {
  if (stack_.size() <= (marks_.empty() ? 0 : marks_.back())) malformed("empty stack");
  return stack_.back();
}

PickleId Decoder::pop() {
  const PickleId id = top();
  stack_.pop_back();
  return id;
}

std::vector<PickleId> Decoder::pop_many(size_t count) {
  if (stack_.size() - (marks_.empty() ? 0 : marks_.back()) < count) malformed("empty stack");
  std::vector<PickleId> out(stack_.end() - static_cast<ptrdiff_t>(count), stack_.end());
  stack_.resize(stack_.size() - count);
  return out;
}

std::vector<PickleId> Decoder::pop_to_mark() {
  if (marks_.empty()) malformed("no mark");
  std::vector<PickleId> out = pop_many(stack_.size() - marks_.back());
  marks_.pop_back();
  return out;
}

std::string_view Decoder::own(std::string text) {
  return tree_.texts.emplace_back(std::move(text));
}

PickleId Decoder::global(std::string_view module, std::string_view name) {
  if (const GlobalRow* row = find_global(module, name)) {
    return add({.kind = Kind::kGlobal, .row = row});
  }
  const std::string text = fmt::format("{}.{}", module, name);
  auto known = std::ranges::find(tree_.refused, text);
  if (known == tree_.refused.end()) {
    if (tree_.refused.size() == kMaxRefusedNames) check_names(tree_);
    known = tree_.refused.insert(known, own(text));
  }
  return add({.kind = Kind::kGlobal, .text = *known});
}

std::vector<PickleId> Decoder::tuple_items(PickleId id) {
  const PickleNode& node = tree_[id];
  if (node.kind != Kind::kTuple) malformed("call with arguments that are no tuple");
  charge(node.items.size());
  return node.items;
}

PickleId Decoder::call(PickleId callee, std::vector<PickleId> args) {
  const GlobalRow* row = tree_[callee].kind == Kind::kGlobal ? tree_[callee].row : nullptr;
  switch (row ? row->meaning : GlobalMeaning::kInert) {
    case GlobalMeaning::kDict:
      return make_dict(row, args);
    case GlobalMeaning::kDefaultDict:
      return add({.kind = Kind::kDict, .row = row});
    case GlobalMeaning::kList:
      return make_sequence(Kind::kList, args);
    case GlobalMeaning::kTuple:
      return make_sequence(Kind::kTuple, args);
    case GlobalMeaning::kSet:
      return make_sequence(Kind::kSet, args);
    case GlobalMeaning::kSize:
      return make_sequence(Kind::kTuple, args);
    case GlobalMeaning::kInert:
    case GlobalMeaning::kStorage:
    case GlobalMeaning::kDtype:
    case GlobalMeaning::kTensorClass:
    case GlobalMeaning::kRebuildTensor:
    case GlobalMeaning::kRebuildTensorV3:
    case GlobalMeaning::kRebuildParameter:
    case GlobalMeaning::kRebuildFromType:
    case GlobalMeaning::kUnsupportedTensor:
      break;
  }
  const PickleId tuple = add({.kind = Kind::kTuple, .items = std::move(args)});
  return add({.kind = Kind::kObject, .items = {callee, tuple}});
}

// Python 2 wrote an OrderedDict as a call with a list of [key, value] lists.
std::vector<PickleId> Decoder::items_of_pairs(const PickleNode& list) {
  std::vector<PickleId> items;
  for (const PickleId id : list.items) {
    const PickleNode& pair = tree_[id];
    if ((pair.kind != Kind::kList && pair.kind != Kind::kTuple) || pair.items.size() != 2) {
      malformed("dict made of something else than pairs");
    }
    items.insert(items.end(), pair.items.begin(), pair.items.end());
  }
  return items;
}

PickleId Decoder::make_dict(const GlobalRow* type, const std::vector<PickleId>& args) {
  if (args.empty()) return add({.kind = Kind::kDict, .row = type});
  const PickleNode& from = tree_[args[0]];
  charge(from.items.size());
  if (from.kind == Kind::kDict) {
    return add({.kind = Kind::kDict, .row = type, .items = from.items});
  }
  if (from.kind == Kind::kList || from.kind == Kind::kTuple) {
    return add({.kind = Kind::kDict, .row = type, .items = items_of_pairs(from)});
  }
  malformed("dict made of something else than pairs");
}

PickleId Decoder::make_sequence(Kind kind, const std::vector<PickleId>& args) {
  if (args.empty()) return add({.kind = kind});
  const PickleNode& from = tree_[args[0]];
  if (from.kind != Kind::kList && from.kind != Kind::kTuple && from.kind != Kind::kSet) {
    malformed("sequence made of something else");
  }
  charge(from.items.size());
  return add({.kind = kind, .items = from.items});
}

void Decoder::push_items(Kind kind, std::vector<PickleId> items) {
  if (kind == Kind::kDict && items.size() % 2 != 0) malformed("a key without a value");
  push({.kind = kind, .items = std::move(items)});
}

void Decoder::op_add(const std::vector<PickleId>& items, Kind wanted) {
  PickleNode& node = tree_.nodes[top()];
  if (node.kind == Kind::kObject) return;  // the content of an inert object
  if (node.kind != wanted) malformed("items added to what cannot hold them");
  if (wanted == Kind::kDict && items.size() % 2 != 0) malformed("a key without a value");
  node.items.insert(node.items.end(), items.begin(), items.end());
}

uint64_t Decoder::index_line() {
  const std::optional<Integer> index = parse_decimal(line());
  if (!index || !index->fits || index->value < 0) malformed("a memo index that is none");
  return static_cast<uint64_t>(index->value);
}

void Decoder::memoize(uint64_t index) {
  if (index >= limits_.pickle_nodes) malformed("memo index out of range");
  if (index >= memo_.size()) memo_.resize(index + 1);
  if (!memo_[index]) ++memo_used_;
  memo_[index] = top();
}

void Decoder::recall(uint64_t index) {
  if (index >= memo_.size() || !memo_[index]) malformed("memo index without a value");
  stack_.push_back(memo_[index]);
}

void Decoder::push_integer(const std::optional<Integer>& number, std::string_view spelling) {
  if (!number) malformed("a number that is none");
  if (!number->fits) return push_text(Kind::kBigInt, spelling);
  push({.kind = Kind::kInt, .integer = number->value});
}

void Decoder::op_stop() {
  tree_.root = pop();
  if (!stack_.empty() || !marks_.empty()) malformed("values left over");
  stopped_ = true;
}

void Decoder::op_pop() {
  if (!marks_.empty() && marks_.back() == stack_.size()) {
    marks_.pop_back();
  } else {
    pop();
  }
}

void Decoder::op_int() {
  const std::string_view digits = line();
  if (digits == "00" || digits == "01") {
    return push_bool(digits == "01");
  }
  push_integer(parse_decimal(digits), digits);
}

void Decoder::op_long() {
  std::string_view digits = line();
  if (digits.ends_with('L')) digits.remove_suffix(1);
  push_integer(parse_decimal(digits), digits);
}

void Decoder::op_float() {
  const std::optional<double> value = parse_float(line());
  if (!value) malformed("a number that is none");
  push({.kind = Kind::kFloat, .real = *value});
}

void Decoder::op_binfloat() {
  const uint64_t bits = __builtin_bswap64(number<uint64_t>());
  push({.kind = Kind::kFloat, .real = std::bit_cast<double>(bits)});
}

void Decoder::op_string() {
  std::string_view text = line();
  if (text.size() < 2 || text.front() != text.back() ||
      (text.front() != '\'' && text.front() != '"')) {
    malformed("a string without quotes");
  }
  push_escaped(text.substr(1, text.size() - 2), parse_escapes);
}

void Decoder::push_escaped(std::string_view text,
                           std::optional<std::string> (*parse)(std::string_view)) {
  std::optional<std::string> parsed = parse(text);
  if (!parsed) malformed("a string with a bad escape");
  push_text(Kind::kString, *parsed == text ? text : own(std::move(*parsed)));
}

void Decoder::op_build() {
  const PickleId state = pop();
  PickleNode& node = tree_.nodes[top()];
  if (node.kind != Kind::kObject && node.kind != Kind::kDict) malformed("state set on no object");
  node.state = state;
}

void Decoder::op_global() {
  const std::string_view module = line();
  stack_.push_back(global(module, line()));
}

void Decoder::op_stack_global() {
  const PickleNode& name = tree_[pop()];
  const PickleNode& module = tree_[pop()];
  if (name.kind != Kind::kString || module.kind != Kind::kString) {
    malformed("a name that is no text");
  }
  if (module.text.size() + name.text.size() > kMaxNameBytes) malformed("a name too long");
  stack_.push_back(global(module.text, name.text));
}

void Decoder::op_inst() {
  const std::string_view module = line();
  const PickleId callee = global(module, line());
  stack_.push_back(call(callee, pop_to_mark()));
}

void Decoder::op_obj() {
  std::vector<PickleId> args = pop_to_mark();
  if (args.empty()) malformed("object without a class");
  const PickleId callee = args.front();
  args.erase(args.begin());
  stack_.push_back(call(callee, std::move(args)));
}

void Decoder::op_call() {
  std::vector<PickleId> args = tuple_items(pop());
  stack_.push_back(call(pop(), std::move(args)));
}

void Decoder::op_newobj_ex() {
  const PickleNode& keywords = tree_[pop()];
  if (keywords.kind != Kind::kDict) malformed("keyword arguments that are no dict");
  std::vector<PickleId> args = tuple_items(pop());
  stack_.push_back(call(pop(), std::move(args)));
}

// A number that some registry of the writing program maps to a name.
void Decoder::op_extension(uint32_t code) {
  stack_.push_back(global("copyreg", fmt::format("extension {}", code)));
}

// What each opcode does: https://github.com/python/cpython/blob/main/Lib/pickletools.py
std::array<Decoder::Handler, 256> Decoder::handlers() {
  using D = Decoder;
  struct Row {
    unsigned char code;
    Handler apply;
  };
  static constexpr Row kOpcodes[] = {
      {0x80, [](D& d) { d.take(1); }},    // PROTO
      {0x95, [](D& d) { d.take(8); }},    // FRAME: only a hint for reading ahead
      {'.', [](D& d) { d.op_stop(); }},   // STOP
      {'(', [](D& d) { d.marks_.push_back(d.stack_.size()); }},  // MARK
      {'0', [](D& d) { d.op_pop(); }},                           // POP
      {'1', [](D& d) { d.pop_to_mark(); }},                      // POP_MARK
      {'2', [](D& d) { d.stack_.push_back(d.top()); }},          // DUP

      {'N', [](D& d) { d.push({}); }},              // NONE
      {0x88, [](D& d) { d.push_bool(true); }},      // NEWTRUE
      {0x89, [](D& d) { d.push_bool(false); }},     // NEWFALSE
      {'I', [](D& d) { d.op_int(); }},              // INT
      {'L', [](D& d) { d.op_long(); }},             // LONG
      {'J', [](D& d) { d.push_int(d.number<int32_t>()); }},   // BININT
      {'K', [](D& d) { d.push_int(d.number<uint8_t>()); }},   // BININT1
      {'M', [](D& d) { d.push_int(d.number<uint16_t>()); }},  // BININT2
      {0x8a, [](D& d) { d.push_long(d.counted<uint8_t>()); }},   // LONG1
      {0x8b, [](D& d) { d.push_long(d.counted<uint32_t>()); }},  // LONG4
      {'F', [](D& d) { d.op_float(); }},            // FLOAT
      {'G', [](D& d) { d.op_binfloat(); }},         // BINFLOAT

      {'S', [](D& d) { d.op_string(); }},                                  // STRING
      {'V', [](D& d) { d.push_escaped(d.line(), parse_unicode_escapes); }},  // UNICODE
      {'T', [](D& d) { d.push_text(Kind::kString, d.counted<uint32_t>()); }},   // BINSTRING
      {'U', [](D& d) { d.push_text(Kind::kString, d.counted<uint8_t>()); }},    // SHORT_BINSTRING
      {'X', [](D& d) { d.push_text(Kind::kString, d.counted<uint32_t>()); }},   // BINUNICODE
      {0x8c, [](D& d) { d.push_text(Kind::kString, d.counted<uint8_t>()); }},   // SHORT_BINUNICODE
      {0x8d, [](D& d) { d.push_text(Kind::kString, d.counted<uint64_t>()); }},  // BINUNICODE8
      {'B', [](D& d) { d.push_text(Kind::kBytes, d.counted<uint32_t>()); }},    // BINBYTES
      {'C', [](D& d) { d.push_text(Kind::kBytes, d.counted<uint8_t>()); }},     // SHORT_BINBYTES
      {0x8e, [](D& d) { d.push_text(Kind::kBytes, d.counted<uint64_t>()); }},   // BINBYTES8
      {0x96, [](D& d) { d.push_text(Kind::kBytes, d.counted<uint64_t>()); }},   // BYTEARRAY8

      {']', [](D& d) { d.push({.kind = Kind::kList}); }},                        // EMPTY_LIST
      {'l', [](D& d) { d.push_items(Kind::kList, d.pop_to_mark()); }},           // LIST
      {'a', [](D& d) { d.op_add(d.pop_many(1), Kind::kList); }},               // APPEND
      {'e', [](D& d) { d.op_add(d.pop_to_mark(), Kind::kList); }},             // APPENDS
      {')', [](D& d) { d.push({.kind = Kind::kTuple}); }},                       // EMPTY_TUPLE
      {'t', [](D& d) { d.push_items(Kind::kTuple, d.pop_to_mark()); }},          // TUPLE
      {0x85, [](D& d) { d.push_items(Kind::kTuple, d.pop_many(1)); }},           // TUPLE1
      {0x86, [](D& d) { d.push_items(Kind::kTuple, d.pop_many(2)); }},           // TUPLE2
      {0x87, [](D& d) { d.push_items(Kind::kTuple, d.pop_many(3)); }},           // TUPLE3
      {'}', [](D& d) { d.push({.kind = Kind::kDict}); }},                        // EMPTY_DICT
      {'d', [](D& d) { d.push_items(Kind::kDict, d.pop_to_mark()); }},           // DICT
      {'s', [](D& d) { d.op_add(d.pop_many(2), Kind::kDict); }},               // SETITEM
      {'u', [](D& d) { d.op_add(d.pop_to_mark(), Kind::kDict); }},             // SETITEMS
      {0x8f, [](D& d) { d.push({.kind = Kind::kSet}); }},                        // EMPTY_SET
      {0x90, [](D& d) { d.op_add(d.pop_to_mark(), Kind::kSet); }},             // ADDITEMS
      {0x91, [](D& d) { d.push_items(Kind::kSet, d.pop_to_mark()); }},           // FROZENSET

      {'p', [](D& d) { d.memoize(d.index_line()); }},         // PUT
      {'q', [](D& d) { d.memoize(d.number<uint8_t>()); }},    // BINPUT
      {'r', [](D& d) { d.memoize(d.number<uint32_t>()); }},   // LONG_BINPUT
      {0x94, [](D& d) { d.memoize(d.memo_used_); }},          // MEMOIZE
      {'g', [](D& d) { d.recall(d.index_line()); }},          // GET
      {'h', [](D& d) { d.recall(d.number<uint8_t>()); }},     // BINGET
      {'j', [](D& d) { d.recall(d.number<uint32_t>()); }},    // LONG_BINGET

      {'c', [](D& d) { d.op_global(); }},         // GLOBAL
      {0x93, [](D& d) { d.op_stack_global(); }},  // STACK_GLOBAL
      {'R', [](D& d) { d.op_call(); }},           // REDUCE
      {0x81, [](D& d) { d.op_call(); }},          // NEWOBJ
      {0x92, [](D& d) { d.op_newobj_ex(); }},     // NEWOBJ_EX
      {'i', [](D& d) { d.op_inst(); }},           // INST
      {'o', [](D& d) { d.op_obj(); }},            // OBJ
      {'b', [](D& d) { d.op_build(); }},          // BUILD
      {'Q', [](D& d) { d.push_items(Kind::kPersistent, d.pop_many(1)); }},          // BINPERSID
      {0x82, [](D& d) { d.op_extension(d.number<uint8_t>()); }},   // EXT1
      {0x83, [](D& d) { d.op_extension(d.number<uint16_t>()); }},  // EXT2
      {0x84, [](D& d) { d.op_extension(d.number<uint32_t>()); }},  // EXT4
  };
  std::array<Handler, 256> out;
  out.fill([](D& d) { d.malformed("an unknown opcode"); });
  for (const Row& row : kOpcodes) out[row.code] = row.apply;
  return out;
}

PickleTree Decoder::run() {
  const std::array<Handler, 256> apply = handlers();
  while (!stopped_) apply[number<uint8_t>()](*this);
  tree_.consumed = at_;
  return std::move(tree_);
}

}  // namespace

PickleTree decode_pickle(std::span<const std::byte> input, const CheckpointLimits& limits) {
  return Decoder(input, limits).run();
}

}  // namespace nnscan::checkpoint
