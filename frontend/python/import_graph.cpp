#include "frontend/python/import_graph.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "frontend/syntax/import_statements.h"

namespace nnscan::py {

namespace {

std::string parent_of(const std::string& module) {
  size_t dot = module.rfind('.');
  return dot == std::string::npos ? "" : module.substr(0, dot);
}

std::string below(const std::string& package, std::string_view name) {
  std::string out = package;
  if (!out.empty() && !name.empty()) out += '.';
  return out.append(name);
}

bool is_in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

// Names that the text may bind by another statement than an import: rather too many than too few.
std::unordered_set<std::string_view> bound_otherwise(std::string_view text) {
  std::unordered_set<std::string_view> names;
  std::string_view word_before;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && is_in_word(text[end])) ++end;
    if (end == at) {
      if (text[at] != ' ' && text[at] != '\t') word_before = {};
      ++at;
      continue;
    }
    const std::string_view word = text.substr(at, end - at);
    at = std::min(text.find_first_not_of(" \t", end), text.size());
    const std::string_view after = text.substr(at, 2);
    bool is_named = false;
    for (std::string_view statement : {"def", "class", "for", "global", "del"}) is_named |= word_before == statement;
    if (is_named || after.starts_with(':') || (after.starts_with('=') && after != "==")) names.insert(word);
    word_before = word;
  }
  return names;
}

}  // namespace

uint32_t ImportGraph::id_of(const std::string& module) {
  if (auto known = ids_.find(module); known != ids_.end()) return known->second;
  const std::string parent = parent_of(module);
  const uint32_t above = parent.empty() ? kNone : id_of(parent);
  const uint32_t id = static_cast<uint32_t>(nodes_.size());
  nodes_.emplace_back().name = module;
  nodes_.back().parent = above;
  ids_.emplace(module, id);
  return id;
}

void ImportGraph::note_loaded(const std::string& module, bool has_run) {
  const uint32_t id = id_of(module);
  nodes_[id].is_loaded = true;
  nodes_[id].has_run = has_run;
  loaded_.emplace(module, id);
}

uint32_t ImportGraph::id_of_name(uint32_t module, std::string_view name) {
  const std::string key = nodes_[module].name + ":" + std::string(name);
  auto [at, is_new] = ids_.try_emplace(key, static_cast<uint32_t>(nodes_.size()));
  if (is_new) {
    Node& node = nodes_.emplace_back();
    node.name = name;
    node.parent = module;
    node.is_name = true;
  }
  return at->second;
}

ImportGraph::Node& ImportGraph::read(uint32_t id) {
  Node& node = nodes_[id];
  if (std::exchange(node.is_read, true)) return node;
  if (node.is_name) return read_name(node), node;
  if (node.parent != kNone && !read(node.parent).may_be_package) return node.may_be_package = false, node;
  std::optional<Source> source = find_(node.name);
  if (source) read_text(node, *source);
  return node;
}

// What another import binds leads to what that does; what the module defines, to all that it names; what it
// fetches when it is asked, to all below it besides.
void ImportGraph::read_name(Node& node) {
  const Node& module = read(node.parent);
  auto found = module.imported.find(node.name);
  if (found != module.imported.end()) node.references = found->second;
  else node.references.push_back({node.parent, module.finds_names});
}

void ImportGraph::read_text(Node& node, const Source& source) {
  node.may_be_package = source.is_package;
  for (const char* way : {"importlib", "__import__", "sys.modules"})
    node.finds_modules |= source.text.find(way) != std::string::npos;
  node.finds_names = node.finds_modules;
  for (const char* way : {"__getattr__", "lazy", "Lazy"}) node.finds_names |= source.text.find(way) != std::string::npos;
  auto bind = [&](std::string_view name, const Reference& reference) { node.imported[std::string(name)].push_back(reference); };
  for (const syntax::ImportStatement& statement : syntax::import_statements(source.text)) {
    std::string base;
    if (statement.level > 0) {
      base = source.is_package ? node.name : parent_of(node.name);
      for (int i = 1; i < statement.level; ++i) base = parent_of(base);
    }
    base = below(base, statement.module);
    if (base.empty()) continue;
    if (!statement.is_from) {
      const std::string bound = statement.alias.empty() ? base.substr(0, base.find('.')) : base;
      node.references.push_back({id_of(base), true});
      node.references.push_back({id_of(bound), true});
      bind(statement.alias.empty() ? bound : statement.alias, {id_of(bound), true});
      continue;
    }
    for (const auto& [name, bound] : statement.names) {
      const uint32_t module = id_of(base);
      if (name == "*") {
        node.references.push_back({module});
        continue;
      }
      for (const Reference& reference : {Reference{module, false, id_of_name(module, name)}, Reference{id_of(below(base, name)), true}}) {
        node.references.push_back(reference);
        bind(bound, reference);
      }
    }
  }
  const std::unordered_set<std::string_view> others = bound_otherwise(source.text);
  std::erase_if(node.imported, [&](const auto& entry) { return others.contains(entry.first); });
}

ImportGraph::Search::Search(ImportGraph& graph, const std::set<std::string>& holders) : graph_(graph) {
  for (const std::string& holder : holders) {
    uint32_t id = graph.id_of(holder);
    marks(id) |= kHolder;
    while ((id = graph.nodes_[id].parent) != kNone) marks(id) |= kAboveHolder;
  }
}

uint8_t& ImportGraph::Search::marks(uint32_t id) {
  if (id >= marks_.size()) marks_.resize(graph_.nodes_.size());
  return marks_[id];
}

void ImportGraph::Search::visit(uint32_t id) {
  if (marks(id) & (kClear | kMet)) return;
  marks(id) |= kMet;
  met_.push_back(id);
  open_.push_back(id);
}

bool ImportGraph::Search::leads_to_holder(uint32_t id) {
  const Node& node = graph_.read(id);
  if (!node.is_name && !node.has_run) {
    if (node.finds_modules || (marks(id) & kHolder)) return true;
    if (node.parent != kNone && !graph_.nodes_[node.parent].has_run) visit(node.parent);
  }
  return std::ranges::any_of(node.references, [&](const Reference& reference) { return leads_to_holder(reference); });
}

bool ImportGraph::Search::leads_to_holder(const Reference& reference) {
  const uint8_t there = marks(reference.module);
  if ((there & kHolder) || (reference.is_whole && (there & kAboveHolder))) return true;
  const Node& module = graph_.nodes_[reference.module];
  visit(reference.name != kNone && module.has_run ? reference.name : reference.module);
  if (!reference.is_whole) return false;
  const std::string prefix = module.name + ".";
  for (auto at = graph_.loaded_.lower_bound(prefix); at != graph_.loaded_.end() && at->first.starts_with(prefix); ++at)
    visit(at->second);
  return false;
}

bool ImportGraph::Search::may_change(const std::string& module) {
  bool found = false;
  for (visit(graph_.id_of(module)); !open_.empty() && !found;) {
    const uint32_t id = open_.back();
    open_.pop_back();
    found = leads_to_holder(id);
  }
  for (uint32_t id : met_) {
    marks(id) &= static_cast<uint8_t>(~kMet);
    if (!found) marks(id) |= kClear;
  }
  met_.clear();
  open_.clear();
  return found;
}

}  // namespace nnscan::py
