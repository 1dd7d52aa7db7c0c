#include "grammar/parser.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>

extern "C" const TSLanguage* tree_sitter_python(void);

namespace nnscan::grammar {
namespace {

// The scanner saves its indentation levels in a buffer of 1,024 bytes, two bytes a level, and
// forgets what does not fit: deeper text would be read with the wrong structure.
constexpr size_t kMaxIndents = 300;
// The parser reports progress after every hundred steps; a step consumes or reduces something.
// The densest text needs 5 steps a byte.
constexpr uint64_t kStepsPerByte = 50;
constexpr uint64_t kStepsAtLeast = 1'000'000;
constexpr uint64_t kStepsPerReport = 100;
// What recovery from errors costs has no relation to the number of steps: with much garbage each
// takes longer. So broken text, and no other, is also held to the clock.
constexpr std::chrono::seconds kRecoveryTime{3};

// From the grammar's numbers to ours. Immutable once made.
struct Symbols {
  std::vector<Kind> kinds;
  std::vector<Field> fields;

  Symbols() {
    const TSLanguage* language = tree_sitter_python();
    kinds.resize(ts_language_symbol_count(language), Kind::kOther);
    for (TSSymbol symbol = 0; symbol < kinds.size(); ++symbol) {
      const char* text = ts_language_symbol_name(language, symbol);
      if (!text) continue;
      bool named = ts_language_symbol_type(language, symbol) == TSSymbolTypeRegular;
      kinds[symbol] = named ? node_kind(text) : token_kind(text);
    }
    fields.resize(ts_language_field_count(language) + 1, Field::kNone);
    for (TSFieldId id = 1; id < fields.size(); ++id)
      fields[id] = field_of(ts_language_field_name_for_id(language, id));
  }
};

const Symbols& symbols() {
  static const Symbols table;
  return table;
}

// How deep the lines nest by indentation alone; brackets and strings only make it larger.
size_t indentation_depth(std::string_view text) {
  std::vector<size_t> levels;
  size_t deepest = 0;
  for (size_t at = 0; at < text.size();) {
    size_t width = 0;
    for (; at < text.size() && (text[at] == ' ' || text[at] == '\t'); ++at)
      width += text[at] == '\t' ? 8 : 1;
    bool blank = at == text.size() || text[at] == '\n' || text[at] == '\r' || text[at] == '#';
    if (!blank) {
      while (!levels.empty() && levels.back() >= width) levels.pop_back();
      levels.push_back(width);
      deepest = std::max(deepest, levels.size());
    }
    at = text.find('\n', at);
    at = at == std::string_view::npos ? text.size() : at + 1;
  }
  return deepest;
}

TSPoint point_at(std::string_view text, uint32_t offset) {
  std::string_view before = text.substr(0, offset);
  size_t row = std::count(before.begin(), before.end(), '\n');
  size_t line = before.rfind('\n');
  size_t column = line == std::string_view::npos ? offset : offset - line - 1;
  return {static_cast<uint32_t>(row), static_cast<uint32_t>(column)};
}

struct Budget {
  using Clock = std::chrono::steady_clock;
  uint64_t steps;
  uint32_t first_error = 0;
  Clock::time_point deadline{};  // of recovery, once the first error was seen
  Status stopped_by = Status::kParsed;

  bool stop(Status why) {
    stopped_by = why;
    return true;
  }
  bool spend(const TSParseState& state) {
    if (steps < kStepsPerReport) return stop(Status::kTooComplex);
    steps -= kStepsPerReport;
    if (!state.has_error) return false;
    Clock::time_point now = Clock::now();
    if (deadline == Clock::time_point{}) {
      deadline = now + kRecoveryTime;
      first_error = state.current_byte_offset;
    }
    return now > deadline && stop(Status::kTooBroken);
  }
};

bool spend_steps(TSParseState* state) {
  return static_cast<Budget*>(state->payload)->spend(*state);
}

const char* read_text(void* payload, uint32_t offset, TSPoint, uint32_t* size) {
  const auto& text = *static_cast<const std::string*>(payload);
  *size = offset < text.size() ? static_cast<uint32_t>(text.size() - offset) : 0;
  return *size ? text.data() + offset : "";
}

bool is_leaf_to_us(Kind kind) {
  return kind == Kind::kStringContent || kind == Kind::kComment || kind == Kind::kLineContinuation;
}

}  // namespace

struct Document::Parser {
  TSParser* parser = ts_parser_new();
  TSTree* tree = nullptr;

  Parser() {
    // A parser without its language reads nothing: better to fail than to find every file empty.
    if (!ts_parser_set_language(parser, tree_sitter_python()))
      throw std::logic_error("the Python grammar does not fit the tree-sitter runtime");
  }
  ~Parser() {
    ts_tree_delete(tree);
    ts_parser_delete(parser);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
};

Document::Document(std::string text) : text_(std::move(text)), parser_(new Parser) { parse(); }
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

void Document::edit(uint32_t begin, uint32_t old_end, std::string_view replacement) {
  TSInputEdit edit;
  edit.start_byte = begin;
  edit.old_end_byte = old_end;
  edit.new_end_byte = begin + static_cast<uint32_t>(replacement.size());
  edit.start_point = point_at(text_, begin);
  edit.old_end_point = point_at(text_, old_end);
  text_.replace(begin, old_end - begin, replacement);
  edit.new_end_point = point_at(text_, edit.new_end_byte);
  if (parser_->tree) ts_tree_edit(parser_->tree, &edit);
  parse();
}

void Document::parse() {
  tree_ = {};
  flat_ = true;
  has_errors_ = false;
  TSTree* old = parser_->tree;
  parser_->tree = nullptr;
  status_ = Status::kTooDeep;
  if (indentation_depth(text_) <= kMaxIndents) {
    Budget budget;
    budget.steps = kStepsAtLeast + kStepsPerByte * text_.size();
    TSInput input{&text_, read_text, TSInputEncodingUTF8, nullptr};
    TSParseOptions options{&budget, spend_steps};
    parser_->tree = ts_parser_parse_with_options(parser_->parser, old, input, options);
    if (!parser_->tree) ts_parser_reset(parser_->parser);
    status_ = parser_->tree ? Status::kParsed : budget.stopped_by;
    gave_up_at_ = budget.first_error;
  }
  ts_tree_delete(old);
  if (!parser_->tree) return;
  has_errors_ = ts_node_has_error(ts_tree_root_node(parser_->tree));
  flat_ = false;
}

void Document::flatten() const {
  flat_ = true;
  const Symbols& table = symbols();
  TSNode root = ts_tree_root_node(parser_->tree);
  std::vector<Node>& nodes = tree_.nodes_;
  nodes.reserve(text_.size() / 2 + 1);
  tree_.has_errors_ = has_errors_;
  TSTreeCursor cursor = ts_tree_cursor_new(root);
  std::vector<NodeIndex> last{kNoNode};  // the latest sibling on each level
  for (;;) {
    TSNode node = ts_tree_cursor_current_node(&cursor);
    TSSymbol symbol = ts_node_symbol(node);
    Kind kind = symbol < table.kinds.size() ? table.kinds[symbol] : Kind::kError;
    bool dropped = kind == Kind::kComment || kind == Kind::kLineContinuation;
    if (!dropped) {
      Node flat;
      flat.kind = kind;
      flat.field = table.fields[ts_tree_cursor_current_field_id(&cursor)];
      if (tree_.has_errors_) {
        flat.missing = ts_node_is_missing(node);
        flat.broken = ts_node_has_error(node);
      }
      flat.begin = ts_node_start_byte(node);
      flat.end = ts_node_end_byte(node);
      auto index = static_cast<NodeIndex>(nodes.size());
      if (last.back() != kNoNode) nodes[last.back()].next = index;
      else if (last.size() > 1) nodes[last[last.size() - 2]].has_children = true;
      last.back() = index;
      nodes.push_back(flat);
    }
    if (!is_leaf_to_us(kind) && ts_tree_cursor_goto_first_child(&cursor)) {
      last.push_back(kNoNode);
      continue;
    }
    while (!ts_tree_cursor_goto_next_sibling(&cursor)) {
      if (!ts_tree_cursor_goto_parent(&cursor)) {
        ts_tree_cursor_delete(&cursor);
        return;
      }
      last.pop_back();
    }
  }
}

bool in_grammar(Kind kind) {
  const std::vector<Kind>& kinds = symbols().kinds;
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

NodeIndex Tree::child(NodeIndex node, Field field) const {
  NodeIndex child = first_child(node);
  while (child != kNoNode && nodes_[child].field != field) child = nodes_[child].next;
  return child;
}

NodeIndex Tree::child(NodeIndex node, Kind kind) const {
  NodeIndex child = first_child(node);
  while (child != kNoNode && nodes_[child].kind != kind) child = nodes_[child].next;
  return child;
}

}  // namespace nnscan::grammar
