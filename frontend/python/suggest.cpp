#include "frontend/python/suggest.h"

#include <algorithm>
#include <cctype>

namespace nnscan::py {

namespace {

constexpr size_t kMove = 2, kCase = 1;  // what an edit costs, as CPython counts
constexpr size_t kLongest = 40;         // of names that are compared
constexpr size_t kMostNames = 4000;

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

size_t substitution(char a, char b) { return a == b ? 0 : lower(a) == lower(b) ? kCase : kMove; }

// Insertions, deletions, substitutions and exchanges of neighbours.
size_t distance(std::string_view a, std::string_view b) {
  std::vector<size_t> before, row(b.size() + 1), two_before;
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j * kMove;
  for (size_t i = 1; i <= a.size(); ++i) {
    two_before = std::exchange(before, row);
    row[0] = i * kMove;
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({before[j] + kMove, row[j - 1] + kMove, before[j - 1] + substitution(a[i - 1], b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && a[i - 1] != a[i - 2])
        row[j] = std::min(row[j], two_before[j - 2] + kMove);
    }
  }
  return row.back();
}

bool is_letters_but(std::string_view name, size_t from, size_t to) {
  return std::all_of(name.begin() + static_cast<ptrdiff_t>(from), name.begin() + static_cast<ptrdiff_t>(to),
                     [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

// One edit, of letters, that is not at the end of the name: `relu6`, `sort_` and `igammac` are names.
bool is_slip(std::string_view name, std::string_view meant) {
  constexpr size_t kShortest = 4;
  if (name.size() < kShortest || meant.size() < kShortest || distance(name, meant) > kMove) return false;
  size_t same = 0, shorter = std::min(name.size(), meant.size()), tail = 0;
  while (same < shorter && name[same] == meant[same]) ++same;
  while (tail < shorter - same && name[name.size() - 1 - tail] == meant[meant.size() - 1 - tail]) ++tail;
  bool at_end = tail == 0 && name.size() != meant.size();
  return !at_end && is_letters_but(name, same, name.size() - tail) && is_letters_but(meant, same, meant.size() - tail);
}

void add_names(Interp&, const DictObj* attrs, std::vector<std::string>& names) {
  if (!attrs) return;
  for (const TableEntry& entry : attrs->table.entries()) {
    auto* key = entry.live ? get_if<StrObj>(entry.key) : nullptr;
    if (key && names.size() < kMostNames) names.push_back(key->text);
  }
}

}  // namespace

std::string meant_by(std::string_view name, const std::vector<std::string>& candidates) {
  std::string best;
  size_t best_distance = 0;
  for (const std::string& candidate : candidates) {
    bool too_long = std::max(name.size(), candidate.size()) > kLongest;
    if (too_long || candidate == name || (candidate.starts_with('_') && !name.starts_with('_'))) continue;
    size_t most = (name.size() + candidate.size() + 3) * kMove / 6, far = distance(name, candidate);
    if (far > most || (!best.empty() && far >= best_distance)) continue;
    best = candidate;
    best_distance = far;
  }
  return best;
}

std::string slip_of(std::string_view name, const std::vector<std::string>& candidates) {
  std::string meant = meant_by(name, candidates);
  return is_slip(name, meant) ? meant : "";
}

std::string did_you_mean(const std::string& meant) { return meant.empty() ? "" : "did you mean `" + meant + "`?"; }

std::vector<std::string> names_of(Interp& in, ModuleObj* module) {
  std::vector<std::string> names;
  add_names(in, module->attrs, names);
  // A name that is not there was looked for in all of these.
  for (const Value& star : std::vector<Value>(module->stars)) {
    if (as<LazyObj>(star)->module.empty() || as<LazyObj>(star)->resolving) continue;
    if (ModuleObj* from = in.import_module(as<LazyObj>(star)->module, false); from && from != module && from->stars.empty())
      add_names(in, from->attrs, names);
  }
  return names;
}

std::vector<std::string> names_of(Interp& in, const Value& object) {
  std::vector<std::string> names;
  if (auto* instance = get_if<InstanceObj>(object)) {
    add_names(in, instance->attrs, names);
    // Where nn.Module keeps what was assigned.
    for (const char* kept : {"_parameters", "_buffers", "_modules"})
      if (Value* inner = instance->attrs ? in.find(instance->attrs, in.symbol(kept)) : nullptr; inner && is(*inner, Kind::kDict))
        add_names(in, as<DictObj>(*inner), names);
  }
  ClassObj* cls = is(object, Kind::kClass) ? as<ClassObj>(object) : in.class_of(object);
  for (ClassObj* c : cls->mro) add_names(in, c->attrs, names);
  return names;
}

std::vector<std::string> names_of(Interp& in, const Frame& frame) {
  std::vector<std::string> names;
  if (frame.code)
    for (size_t i = 0; i < frame.code->locals.size() && i < frame.slots.size(); ++i)
      if (!frame.slots[i].is_unbound()) names.push_back(in.text(frame.code->locals[i]));
  std::vector<std::string> globals = names_of(in, frame.module);
  names.insert(names.end(), globals.begin(), globals.end());
  add_names(in, in.builtins_dict, names);
  return names;
}

void raise_with_hint(Interp& in, ClassObj* type, std::string message, std::string hint) {
  Value exception = in.make_exception(type, std::move(message));
  auto* object = get_if<InstanceObj>(exception);
  if (object && object->attrs && !hint.empty()) {
    bool is_name = in.is_subclass(type, in.types.name_error);
    const char* code = info(is_name ? Code::kUnknownName : Code::kPythonRaised).id;
    in.put(object->attrs, in.symbol(kDiagnosticAttribute), in.tuple({in.str(std::string(code)), in.str(std::move(hint))}));
  }
  in.raise_value(exception);
}

Value refuse_name(Interp& in, const std::string& full, std::string_view name, const std::vector<std::string>& candidates) {
  std::string meant = slip_of(name, candidates);
  return in.refuse(Code::kUnsupportedTorchName, "`" + full + "` is not supported",
                   meant.empty() ? "`nnscan ops` lists what is" : did_you_mean(meant) + " `nnscan ops` lists what is supported");
}

}  // namespace nnscan::py
