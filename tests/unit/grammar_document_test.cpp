// The concrete tree: its shape, and that an edit leaves the tree that the new text would have.
#include <catch2/catch.hpp>

#include <random>

#include "grammar/parser.h"

using namespace nnscan::grammar;

namespace {

// The nodes as S-expressions, tokens by their text.
std::string shape(const Tree& tree, NodeIndex node) {
  std::string_view head = name(tree.kind(node));
  std::string out = "(" + std::string(head.empty() ? "." : head);
  for (NodeIndex child = tree.first_child(node); child != kNoNode; child = tree.next(child))
    out += " " + shape(tree, child);
  return out + ")";
}

bool same(const Tree& a, const Tree& b) {
  if (a.size() != b.size()) return false;
  for (NodeIndex i = 0; i < a.size(); ++i)
    if (a[i].kind != b[i].kind || a[i].field != b[i].field || a[i].begin != b[i].begin ||
        a[i].end != b[i].end || a[i].next != b[i].next)
      return false;
  return true;
}

}  // namespace

TEST_CASE("nodes come in pre-order, without comments") {
  Document document("x = a.b  # c\n");
  const Tree& tree = document.tree();
  CHECK_FALSE(tree.has_errors());
  CHECK(shape(tree, tree.root()) ==
        "(module (expression_statement (assignment (identifier) (=) "
        "(attribute (identifier) (.) (identifier)))))");
  NodeIndex assignment = tree.root() + 2;
  CHECK(tree.kind(tree.child(assignment, Field::kRight)) == Kind::kAttribute);
  CHECK(tree.child(assignment, Field::kBody) == kNoNode);
  CHECK(tree.kind(tree.child(assignment, Kind::kTokenEquals)) == Kind::kTokenEquals);
}

TEST_CASE("every kind of ours is one of the grammar's") {
  for (auto kind = Kind::kModule; kind <= Kind::kTokenRightBrace;
       kind = static_cast<Kind>(static_cast<int>(kind) + 1)) {
    INFO(static_cast<int>(kind));
    CHECK_FALSE(name(kind).empty());
    CHECK((node_kind(name(kind)) == kind || token_kind(name(kind)) == kind));
    CHECK(in_grammar(kind));
  }
}

TEST_CASE("an error that is no node is still one") {
  Document document("2 {0} 3\n");
  CHECK(document.tree().has_errors());
}

TEST_CASE("an edit gives the tree of the new text") {
  std::string text =
      "def f(a):\n    x = [i for i in a]\n    return x\n\nclass C:\n    y = f'{1}'\n";
  Document document(text);
  const char* const kPieces[] = {"(",    ")", "x",    " = 1\n", "\n", "    ",
                                 "'", "a, b", "", "if q:\n", "#"};
  std::mt19937 random(1);
  for (int i = 0; i < 300; ++i) {
    auto begin = static_cast<uint32_t>(random() % (document.text().size() + 1));
    auto left = static_cast<uint32_t>(document.text().size()) - begin;
    uint32_t end = begin + (left ? random() % std::min(left, 6u) : 0);
    std::string before = document.text();
    document.edit(begin, end, kPieces[random() % std::size(kPieces)]);
    Document fresh(document.text());
    CHECK(document.tree().has_errors() == fresh.tree().has_errors());
    // Recovery from errors may differ with what there was to reuse; right text has one tree.
    if (!fresh.tree().has_errors()) CHECK(same(document.tree(), fresh.tree()));
    if (i % 10 == 9) document = Document(text);
  }
}
