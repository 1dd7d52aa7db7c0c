#include <catch2/catch.hpp>

#include "frontend/torch/checkpoint_pickle.h"
#include "tests/unit/checkpoint_files.h"

namespace nnscan::checkpoint {
namespace {

using namespace test;

// The tree as a line of Python.
std::string text(const PickleTree& tree, PickleId id);

std::string list(const PickleTree& tree, const std::vector<PickleId>& items, const char* open,
                 const char* close) {
  std::string out = open;
  for (size_t i = 0; i < items.size(); ++i) out += (i ? ", " : "") + text(tree, items[i]);
  return out + close;
}

std::string text(const PickleTree& tree, PickleId id) {
  const PickleNode& node = tree[id];
  const std::string state = node.state ? "|" + text(tree, node.state) : "";
  switch (node.kind) {
    case PickleKind::kNone: return "None";
    case PickleKind::kBool: return node.integer ? "True" : "False";
    case PickleKind::kInt: return std::to_string(node.integer);
    case PickleKind::kBigInt: return "big" + std::to_string(node.text.size());
    case PickleKind::kFloat: return std::to_string(node.real);
    case PickleKind::kString: return "'" + std::string(node.text) + "'";
    case PickleKind::kBytes: return "b'" + std::string(node.text) + "'";
    case PickleKind::kTuple: return list(tree, node.items, "(", ")");
    case PickleKind::kList: return list(tree, node.items, "[", "]");
    case PickleKind::kSet: return list(tree, node.items, "{", "}");
    case PickleKind::kDict: return list(tree, node.items, "dict(", ")") + state;
    case PickleKind::kGlobal: return node.row ? node.row->name : "!" + std::string(node.text);
    case PickleKind::kObject: return list(tree, node.items, "call(", ")") + state;
    case PickleKind::kPersistent: return list(tree, node.items, "id(", ")");
  }
  return "";
}

std::string decoded(const std::string& input, const CheckpointLimits& limits = {}) {
  try {
    const PickleTree tree = decode_pickle(as_bytes(input), limits);
    return text(tree, tree.root) +
           (tree.consumed == input.size() ? "" : " @" + std::to_string(tree.consumed));
  } catch (const CheckpointError& error) {
    return error.message;
  }
}

struct Case {
  std::string input;
  std::string output;
};

TEST_CASE("every opcode pushes the value that Python would") {
  const Case cases[] = {
      {"N.", "None"},
      {"\x88.", "True"},
      {"\x89.", "False"},
      {"I01\n.", "True"},
      {"I00\n.", "False"},
      {"I-12\n.", "-12"},
      {"L34L\n.", "34"},
      {"L34\n.", "34"},
      {"L123456789012345678901L\n.", "big21"},
      {"J\xff\xff\xff\xff.", "-1"},
      {"K\xff.", "255"},
      {"M\xff\xff.", "65535"},
      {"\x8a\x00."s, "0"},
      {"\x8a\x01\xff.", "-1"},
      {"\x8a\x02\xff\x00."s, "255"},
      {"\x8a\x08\x00\x00\x00\x00\x00\x00\x00\x80."s, "-9223372036854775808"},
      {"\x8a\x09\x00\x00\x00\x00\x00\x00\x00\x80\x00."s, "big9"},
      {"\x8b\x01\x00\x00\x00\x07."s, "7"},
      {"F1.5\n.", "1.500000"},
      {"G\x3f\xf8\x00\x00\x00\x00\x00\x00."s, "1.500000"},
      {"S'a\\'\\n\\x41'\n.", "'a'\nA'"},
      {"S\"b\"\n.", "'b'"},
      {"Va\\u00e9\\U0001f600\\n\n.", "'aé😀\\n'"},
      {"V\xe9\n.", "'é'"},
      {"T\x02\x00\x00\x00xy."s, "'xy'"},
      {"U\x02xy.", "'xy'"},
      {"X\x02\x00\x00\x00xy."s, "'xy'"},
      {"\x8c\x02xy.", "'xy'"},
      {"\x8d\x02\x00\x00\x00\x00\x00\x00\x00xy."s, "'xy'"},
      {"B\x02\x00\x00\x00xy."s, "b'xy'"},
      {"C\x02xy.", "b'xy'"},
      {"\x8e\x02\x00\x00\x00\x00\x00\x00\x00xy."s, "b'xy'"},
      {"\x96\x02\x00\x00\x00\x00\x00\x00\x00xy."s, "b'xy'"},
      {"].", "[]"},
      {"(K\x01K\x02l.", "[1, 2]"},
      {"]K\x01" "a.", "[1]"},
      {"](K\x01K\x02" "e.", "[1, 2]"},
      {").", "()"},
      {"(K\x01t.", "(1)"},
      {"K\x01\x85.", "(1)"},
      {"K\x01K\x02\x86.", "(1, 2)"},
      {"K\x01K\x02K\x03\x87.", "(1, 2, 3)"},
      {"}.", "dict()"},
      {"(K\x01K\x02" "d.", "dict(1, 2)"},
      {"}K\x01K\x02s.", "dict(1, 2)"},
      {"}(K\x01K\x02K\x03K\x04u.", "dict(1, 2, 3, 4)"},
      {"\x8f.", "{}"},
      {"\x8f(K\x01\x90.", "{1}"},
      {"(K\x01\x91.", "{1}"},
      {"K\x01p5\n0g5\n.", "1"},
      {"K\x01q\x05" "0h\x05.", "1"},
      {"K\x01r\x05\x00\x00\x00" "0j\x05\x00\x00\x00."s, "1"},
      {"K\x01\x94K\x02\x94" "00h\x01.", "2"},
      {"K\x01K\x02" "0.", "1"},
      {"K\x01(K\x02K\x03" "1.", "1"},
      {"K\x01(0.", "1"},
      {"K\x01" "2\x86.", "(1, 1)"},
      {"\x80\x04\x95\x02\x00\x00\x00\x00\x00\x00\x00N.tail"s, "None @13"},
      {"ctorch\nSize\n(K\x02K\x03t\x85R.", "(2, 3)"},
      {"\x8c\x05torch\x8c\x04Size\x93.", "Size"},
      {"K\x07Q.", "id(7)"},
  };
  for (const Case& c : cases) {
    INFO(c.input);
    CHECK(decoded(c.input) == c.output);
  }
}

TEST_CASE("calls become descriptions") {
  const Case cases[] = {
      {"cargparse\nNamespace\n)\x81}(X\x01\x00\x00\x00" "aK\x01ub."s,
       "call(Namespace, ())|dict('a', 1)"},
      {"cos\nsystem\nU\x02ls\x85R.", "call(!os.system, ('ls'))"},
      {"(cos\nsystem\nU\x02lso.", "call(!os.system, ('ls'))"},
      {"(U\x02lsios\nsystem\n.", "call(!os.system, ('ls'))"},
      {"cos\nsystem\n)}\x92.", "call(!os.system, ())"},
      {"\x82\x05.", "!copyreg.extension 5"},
      {"\x83\x05\x01.", "!copyreg.extension 261"},
      {"\x84\x05\x00\x00\x00."s, "!copyreg.extension 5"},
      {"ccollections\nOrderedDict\n)R}b.", "dict()|dict()"},
      {"ccollections\nOrderedDict\n](]K\x01" "aK\x02" "ae\x85R.", "dict(1, 2)"},
      {"ccollections\nOrderedDict\n]K\x01" "a\x85R.", "dict made of something else than pairs"},
      {"ccollections\nOrderedDict\n](](K\x01K\x02" "ee\x85R.", "dict(1, 2)"},
      {"ccollections\nCounter\n}K\x01K\x02s\x85R.", "dict(1, 2)"},
      {"ccollections\ndefaultdict\nc__builtin__\nlist\n\x85R.", "dict()"},
      {"c__builtin__\nset\n](K\x01K\x02" "e\x85R.", "{1, 2}"},
      {"ccollections\ndeque\n)RK\x01" "a.", "call(deque, ())"},
  };
  for (const Case& c : cases) {
    INFO(c.input);
    CHECK_THAT(decoded(c.input), Catch::Contains(c.output));
  }
}

TEST_CASE("what is no pickle is refused where it breaks") {
  const Case cases[] = {
      {"", "data ends early"},
      {"N", "data ends early"},
      {".", "empty stack"},
      {"NN.", "values left over"},
      {"(N.", "values left over"},
      {"\xff.", "unknown opcode"},
      {"Pid\n.", "unknown opcode"},
      {"K", "data ends early"},
      {"X\xff\xff\xff\xff.", "data ends early"},
      {"\x8d\xff\xff\xff\xff\xff\xff\xff\xff.", "data ends early"},
      {"I12", "a line without an end"},
      {"Ix\n.", "a number that is none"},
      {"F1.5x\n.", "a number that is none"},
      {"S'\n.", "without quotes"},
      {"S'\\q'\n.", "bad escape"},
      {"V\\u12\n.", "bad escape"},
      {"(K\x01" "d.", "a key without a value"},
      {"}(K\x01u.", "a key without a value"},
      {"K\x01K\x02" "a.", "cannot hold them"},
      {"(a.", "empty stack"},
      {"K\x01(K\x01\x86.", "empty stack"},
      {"e.", "no mark"},
      {"h\x00."s, "memo index without a value"},
      {"Nr\xff\xff\xff\xff.", "memo index out of range"},
      {"g-1\n.", "a memo index that is none"},
      {"NN\x93.", "a name that is no text"},
      {"NNR.", "no tuple"},
      {"NNb.", "state set on no object"},
      {"(o.", "object without a class"},
      {"ctorch\nSize\nN\x85R.", "sequence made of something else"},
  };
  for (const Case& c : cases) {
    INFO(c.input);
    CHECK_THAT(decoded(c.input), Catch::StartsWith("checkpoint is damaged: ") &&
                                     Catch::Contains(c.output));
  }
}

TEST_CASE("names outside the allowlist are all reported") {
  const std::string input = "(cos\nsystem\ncposix\nfork\ncos\nsystem\nctorch\nSize\nt.";
  const PickleTree tree = decode_pickle(as_bytes(input), {});
  CHECK(tree.refused == std::vector<std::string_view>{"os.system", "posix.fork"});
  CHECK_THROWS_AS(check_names(tree), CheckpointError);
  // They matter more than what breaks behind them.
  CHECK(decoded("cos\nsystem\n\xff") == "checkpoint refers to `os.system`, which is not data");
  CHECK(decoded("cbuiltins\neval\n)") == "checkpoint refers to `builtins.eval`, which is not data");
  std::string many = "(";
  for (int i = 0; i < 100; ++i) many += "cm\nn" + std::to_string(i) + "\n";
  CHECK_THAT(decoded(many + "t."), Catch::Contains("`m.n19`, which are not data"));
}

TEST_CASE("the allowlist has no name twice and none that runs code") {
  for (const GlobalRow& row : global_rows()) {
    INFO(row.module << "." << row.name);
    CHECK(find_global(row.module, row.name) == &row);
  }
  for (const char* name : {"eval", "exec", "getattr", "compile", "__import__", "open", "print"}) {
    CHECK(find_global("builtins", name) == nullptr);
    CHECK(find_global("__builtin__", name) == nullptr);
  }
}

TEST_CASE("work is bounded by the limits") {
  CheckpointLimits limits;
  limits.pickle_nodes = 100;
  CHECK_THAT(decoded(std::string(200, 'N') + ".", limits), Catch::Contains("more than 100 values"));
  // Copies count: each doubles what the one before it holds.
  std::string doubling = "](NNNNNNNNNN" "e";
  for (int i = 0; i < 40; ++i) doubling += "q\x01" "0cbuiltins\nlist\nh\x01\x85R(h\x01h\x01" "e";
  CHECK_THAT(decoded(doubling + ".", limits), Catch::Contains("more than 100 values"));
  limits.pickle_bytes = 10;
  CHECK_THAT(decoded("(NNNNNNNNNNNNNNt.", limits), Catch::Contains("more than 10 bytes"));
  // A deep nesting needs no stack.
  const std::string deep(1'000'000, ']');
  CHECK_THAT(decoded("N" + std::string(1'000'000, '\x85') + "0N."), Catch::Equals("None"));
  CHECK_THAT(decoded(deep + "."), Catch::Contains("values left over"));
}

}  // namespace
}  // namespace nnscan::checkpoint
