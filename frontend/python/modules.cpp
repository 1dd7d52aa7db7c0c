// Modules and imports. Importing binds a lazy reference; the file behind it is found, parsed and
// run on first use of the name. A statement at a module's top level that cannot be analysed
// poisons the names that it binds and nothing else.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "frontend/python/interp.h"
#include "frontend/python/overlays.h"
#include "frontend/python/prelude.h"
#include "frontend/syntax/outline.h"
#include "frontend/syntax/pieces.h"
#include "frontend/syntax/packed.h"
#include "ir/base/check.h"
#include "ir/base/paths.h"

namespace nnscan::py {

namespace fs = std::filesystem;

namespace {

std::string parent_of(const std::string& dotted) {
  size_t dot = dotted.rfind('.');
  return dot == std::string::npos ? "" : dotted.substr(0, dot);
}

std::string top_of(const std::string& dotted) { return dotted.substr(0, dotted.find('.')); }

std::string to_path(std::string dotted) {
  std::replace(dotted.begin(), dotted.end(), '.', '/');
  return dotted;
}

// The public names that a file defines at its margin: functions, classes and plain assignments.
std::vector<std::string_view> defined_names(std::string_view text) {
  std::vector<std::string_view> names;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    bool is_definition = line.starts_with("def ") || line.starts_with("class ");
    if (is_definition) line.remove_prefix(line.find(' ') + 1);
    size_t end = line.find_first_of(" (:");
    if (end == 0 || end == std::string_view::npos || line[0] == '_') continue;
    if (is_definition || line.substr(end).starts_with(" = ")) names.push_back(line.substr(0, end));
  }
  return names;
}

bool is_file(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

}  // namespace

bool Interp::has_file(const std::string& path) const { return session.unsaved.count(path) > 0 || is_file(path); }

// The text of a file that is to be read as source; nothing where it cannot be, or is too long. Not
// all files end: what is past the limit is not read.
std::optional<std::string> Interp::read_source(const std::string& path) {
  if (session.may_read && !session.may_read(path)) throw Stop{};
  if (auto text = session.unsaved.find(path); text != session.unsaved.end()) return text->second;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string text;
  char part[65536];
  while (text.size() <= session.options.limits.file_bytes && in.read(part, sizeof part).gcount() > 0)
    text.append(part, static_cast<size_t>(in.gcount()));
  return text;
}

void Interp::add_root(std::string folder) {
  if (folder.empty()) folder = ".";
  if (std::find(roots_.begin(), roots_.end(), folder) == roots_.end()) roots_.push_back(std::move(folder));
}

// A file of the prelude, from the folder that overrides it or from the executable.
std::optional<PreludeFile> Interp::prelude_file(const std::string& path) {
  if (!session.options.prelude_folder.empty()) {
    std::ifstream in(session.options.prelude_folder + "/" + path, std::ios::binary);
    if (!in) return std::nullopt;
    auto& [kept_path, text] = *prelude_texts_.try_emplace(path).first;
    text.assign(std::istreambuf_iterator<char>(in), {});
    return PreludeFile{kept_path, text, ""};
  }
  auto files = embedded_prelude();
  auto at = std::lower_bound(files.begin(), files.end(), path,
                             [](const PreludeFile& f, const std::string& p) { return f.path < p; });
  if (at == files.end() || at->path != path) return std::nullopt;
  return *at;
}

ModuleObj* Interp::new_module(const std::string& name) {
  journal.spoil();
  Journal::Suspended suspended(journal);
  auto* module = make<ModuleObj>(types.module, name);
  module->attrs = dict();
  module->public_name = name;
  module->package = parent_of(name);
  modules[name] = module;
  made_modules.push_back(name);
  return module;
}

ModuleObj* Interp::start_module(const std::string& name, std::string path, std::string shown, std::string text,
                                bool package) {
  ModuleObj* module = new_module(name);
  if (package) {
    module->package = name;
    module->folder = fs::path(path).parent_path().string();
  }
  files_read.push_back(path);
  module->file = session.sources.add(std::move(path), std::move(shown), std::move(text), false);
  const Options& options = session.options;
  auto tree = options.all_outlines || (files_read.size() > 1 && !options.whole_files) ? parse_outline(module) : nullptr;
  if (!tree) tree = syntax::parse(session.sources, module->file, session.symbols, session.sink);
  if (!tree) throw Stop{};
  module->tree = tree.get();
  trees_.push_back(std::move(tree));
  return module;
}

// Of a file that the program imports, what stands at its margin; null: it has to be parsed whole.
std::unique_ptr<syntax::Tree> Interp::parse_outline(ModuleObj* module) {
  auto outline = syntax::Outline::of(session.sources[module->file].text);
  if (!outline) return nullptr;
  auto tree = outline->margin(module->file, session.symbols, session.pieces.get());
  if (!tree) return nullptr;  // what is wrong is reported of the whole file
  module->outline = outline.get();
  outlines_.push_back(std::move(outline));
  return tree;
}

void Interp::complete(FunctionObj* function) {
  ModuleObj* module = function->module;
  const auto& whole = module->outline->complete(*function->code, session.sources[module->file].text, session.symbols,
                                                  session.pieces.get());
  if (!whole.tree) {
    syntax::parse(session.sources, module->file, session.symbols, session.sink);
    throw Stop{};
  }
  NNSCAN_CHECK(whole.function, "the body that was left out of " + function->qualified_name);
  function->tree = whole.tree.get();
  function->code = whole.function;
  function->left_out = false;
}

ModuleObj* Interp::start_prelude_module(const std::string& name, const PreludeFile& file, bool package) {
  ModuleObj* module = new_module(name);
  module->is_prelude = true;
  if (package) module->package = module->folder = name;
  module->file = session.sources.add("", "<prelude>/" + std::string(file.path), std::string(file.text), true);
  auto tree = file.tree.empty() ? syntax::parse(session.sources, module->file, session.symbols, session.sink)
                                : syntax::unpack(file.tree, module->file, session.symbols);
  NNSCAN_CHECK(tree, "prelude file " + std::string(file.path) + " has a syntax error");
  module->tree = tree.get();
  trees_.push_back(std::move(tree));
  return module;
}

// The stand-in for an installed module or some of its names, run. With a version that it was never
// compared with, that it does the same is an assumption.
ModuleObj* Interp::start_overlay(const Overlay& overlay, const std::string& name, const std::string& root) {
  std::string real(overlay.module), path = "_overlays/" + to_path(real) + ".py";
  auto file = prelude_file(path);
  NNSCAN_CHECK(file, path);
  std::string top = top_of(real), version = installed_version(root, top);
  if (!covers(overlay, version))
    assume("`" + real + "` of " + top + (version.empty() ? " without a version" : " " + version) + " does what it did from " +
           std::string(overlay.oldest) + " to " + std::string(overlay.newest) + ": it is not interpreted");
  ModuleObj* module = start_prelude_module(name, *file, false);
  module->public_name = real;
  run_module_body(module);
  return module;
}

void Interp::lay_over(ModuleObj* module, ModuleObj* stand_in) {
  Value* all = find(stand_in->attrs, names().all);
  NNSCAN_CHECK(all, stand_in->name);
  for (const Value& name : unpack(*all)) put(module->attrs, name, *find(stand_in->attrs, name));
}

// What a module's own code sees of it as global names.
void Interp::name_module(ModuleObj* module, const std::string& name) {
  put(module->attrs, names().name, str(name));
  if (module->is_prelude) return;
  put(module->attrs, names().file, str(session.sources[module->file].path));
  put(module->attrs, names().package, str(module->package));
  if (!module->folder.empty()) put(module->attrs, names().path, list({str(module->folder)}));
  put(module->attrs, symbol("__spec__"), Value::none());  // handed on, never looked into
  const std::string& text = module->tree->docstring;
  put(module->attrs, names().doc, text.empty() ? Value::none() : str(text));
}

ModuleObj* Interp::load_file(const std::string& path) {
  ModuleObj* module = read_file(path);
  remember_import(make<LazyObj>(module->name, "", Span{}));  // the packages around it
  if (session.options.imports_in_order.count(top_of(module->name))) import_parents(module->name);
  run_module_body(module);
  return module;
}

void Interp::run_as_main(const std::string& path) {
  ModuleObj* module = read_file(path);
  module->running = true;
  Frame body;
  body.tree = module->tree;
  body.module = module;
  modules["__main__"] = module;
  give_variables(body, module->tree->module, {});
  for (Frame::Control c : {Frame::kReturned, Frame::kBroke, Frame::kContinued}) body.control[c] = Value::of(false);
  frame = &body;
  module->public_name = "__main__";
  name_module(module, "__main__");
  exec(module->tree->body);
  frame = nullptr;
}

ModuleObj* Interp::read_file(const std::string& path) {
  std::error_code error;
  auto fail = [&](const std::string& why) {
    session.sink.report({Code::kFileUnreadable, {}, "cannot read `" + path + "`: " + why, "", {}, {}});
    throw Stop{};
  };
  if (fs::is_directory(path, error)) fail("it is a directory");
  fs::path absolute = fs::absolute(path, error).lexically_normal();
  std::optional<std::string> text = read_source(absolute.string());
  if (!text) fail("no such file, or not readable");
  std::string source = std::move(*text);
  if (source.size() > session.options.limits.file_bytes) fail("it is larger than the limit for source files");
  if (source.find('\0') != std::string::npos) fail("it is not Python source");
  // The package that the file belongs to: every folder above that has an __init__.py.
  fs::path folder = absolute.parent_path();
  std::string name = absolute.stem().string();
  bool package = name == "__init__";
  if (package) {
    name = folder.filename().string();
    folder = folder.parent_path();
  }
  while (folder.has_filename() && has_file((folder / "__init__.py").string())) {
    name = folder.filename().string() + "." + name;
    folder = folder.parent_path();
  }
  if (std::find(roots_.begin(), roots_.end(), folder.string()) == roots_.end()) roots_.insert(roots_.begin(), folder.string());
  auto known = modules.find(name);
  if (known != modules.end() && known->second->tree && session.sources[known->second->file].path == absolute.string())
    return known->second;  // somebody imports it
  return start_module(name, absolute.string(), shown_path(path), std::move(source), package);
}

void Interp::missing_module(const std::string& name) {
  Value exception = make_exception(types.module_not_found_error, "No module named '" + name + "'");
  set_plain(exception, symbol("name"), str(name));
  raise_value(exception);
}

// Where a module or package is, if it is in that folder.
std::optional<Interp::ModuleFile> Interp::module_file(const std::string& root, const std::string& module) const {
  const std::string base = root + "/" + to_path(module);
  for (const auto& [path, is_package] : {std::pair{base + "/__init__.py", true}, {base + ".py", false}})
    if (has_file(path)) return ModuleFile{path, is_package};
  return std::nullopt;
}

// Finds, parses and runs a module. What the prelude has is never looked up on disk.
ModuleObj* Interp::import_module(const std::string& name, bool must) {
  if (session.options.imports_in_order.count(top_of(name))) import_parents(name);
  if (auto known = modules.find(name); known != modules.end()) {
    run_module_body(known->second);
    return known->second;
  }
  if (auto native = native_modules.find(name); native != native_modules.end()) {
    ModuleObj* module = new_module(name);
    module->is_prelude = module->done = true;
    Journal::Suspended suspended(journal);
    native->second(*this, module);
    return module;
  }
  std::string top = top_of(name);
  bool in_prelude = native_modules.count(top) || prelude_file(top + ".py") || prelude_file(top + "/__init__.py");
  if (in_prelude) {
    std::string path = to_path(name);
    bool package = false;
    std::optional<PreludeFile> file = prelude_file(path + ".py");
    if (!file && (file = prelude_file(path + "/__init__.py"))) package = true;
    if (file) {
      ModuleObj* module = start_prelude_module(name, *file, package);
      run_module_body(module);
      return module;
    }
  } else {
    for (const std::string& root : std::vector<std::string>(roots_)) {
      std::optional<ModuleFile> file = module_file(root, name);
      if (!file) {
        std::error_code error;
        const std::string base = root + "/" + to_path(name);
        if (!fs::is_directory(base, error)) continue;
        ModuleObj* module = new_module(name);  // a folder without __init__.py is a namespace
        module->folder = base;
        module->package = name;
        module->done = true;
        return module;
      }
      const Overlay* overlay = find_overlay(name);
      if (overlay && overlay->whole) return start_overlay(*overlay, name, root);
      std::optional<std::string> text = read_source(file->path);
      if (!text || text->size() > session.options.limits.file_bytes) continue;
      ModuleObj* module = start_module(name, file->path, shown_path(file->path), std::move(*text), file->is_package);
      run_module_body(module);
      if (overlay) lay_over(module, start_overlay(*overlay, name + ".", root));
      return module;
    }
  }
  if (!in_prelude && !modules.count(top)) missing_packages.insert(top);
  if (must)
    missing_module(name);
  return nullptr;
}

void Interp::run_module_body(ModuleObj* module) {
  if (module->done || module->running || !module->tree) return;
  module->running = true;
  if (!module->is_prelude) ++bodies_run_;
  journal.spoil();
  Journal::Suspended suspended(journal);
  Frame body;
  body.birth = 0;
  body.tree = module->tree;
  body.module = module;
  body.is_prelude = module->is_prelude;
  give_variables(body, module->tree->module, {});
  for (Frame::Control c : {Frame::kReturned, Frame::kBroke, Frame::kContinued}) body.control[c] = Value::of(false);
  body.caller = frame;
  frame = &body;
  // What is ours to load is not counted, nor given up halfway: whoever comes next finds it whole. No branch
  // is around what a module does, and where that is given up inside of one, it is not around what follows.
  struct Pop {
    Interp& in;
    ModuleObj* module;
    uint64_t steps;
    BlockId block;
    uint32_t depth, side;
    ~Pop() {
      in.frame = in.frame->caller;
      module->running = false;  // where it was given up, the next import tries again
      if (module->is_prelude) in.steps_ = steps;
      while (in.builder.current() != block) in.builder.leave();
      in.depth_ = depth;
      in.side_stamp = side;
    }
  } pop{*this, module, steps_, builder.current(), depth_, std::exchange(side_stamp, 0)};
  if (module->is_prelude) steps_ = 0;
  // Tried from everywhere, imports that nest too deep would never come to an end: twice is enough.
  const Symbol given_up = symbol("__nnscan_given_up__");
  if (find(module->attrs, given_up))
    limit(Code::kLimitDepth, "what `" + module->name + "` imports nests too deep", "raise the limit with --max-depth");
  const bool again = find(module->attrs, names().name) != nullptr;
  name_module(module, module->name);
  try {
    exec_top_level(module->tree->body);
  } catch (Stop&) {
    const auto& reports = session.sink.all();
    if (again && !reports.empty() && reports.back().code == Code::kLimitDepth)
      put(module->attrs, given_up, Value::of(true));
    throw;
  }
  if (Value* name = find(module->attrs, names().module); name && is(*name, Kind::kStr))
    module->public_name = as<StrObj>(*name)->text;
  if (auto hook = module_hooks.find(module->name); hook != module_hooks.end() && module->is_prelude)
    hook->second(*this, module);
  module->done = true;
}

void Interp::exec_top_level(const syntax::Block& block) {
  const syntax::Tree& tree = *frame->tree;
  for (uint32_t i = 0; i < block.count; ++i) {
    const syntax::Stmt& s = tree.stmts[syntax::StmtId{tree.lists[block.first + i]}];
    frame->at_begin = s.begin;
    frame->at_end = s.end;
    size_t reports = session.sink.size(), assumptions = session.graph.assumptions.size();
    uint32_t first_report = next_report_;
    try {
      exec_statement(s);
      // A prelude file says under which public name its functions are known.
      if (frame->is_prelude && s.kind == syntax::StmtKind::kAssign)
        if (Value* name = find(frame->module->attrs, names().module); name && is(*name, Kind::kStr))
          frame->module->public_name = as<StrObj>(*name)->text;
    } catch (Raise& raised) {
      std::string why = describe_exception(raised.exception);
      Value p = poison(Code::kPythonRaised, "`" + why + "` was raised when this was defined", 0,
                       raised.span.valid() ? raised.span : tree.span(s));
      const std::string package = top_of(frame->module->name);
      if (s.kind == syntax::StmtKind::kExpr) note_out_of_order(package);  // nothing shows its absence
      as<PoisonObj>(p)->package = package;
      poison_targets(s, p);
    }
    // A refusal at import time matters only to who uses what it left behind.
    if (session.sink.size() > reports && !frame->is_prelude) withdraw(reports, assumptions, first_report);
  }
}

// ---- import statements

// Of a package whose imports have effects on each other, everything is imported where Python would.
void Interp::import_in_order(const std::string& module, const std::string& name) {
  if (!session.options.imports_in_order.count(top_of(module))) return;
  ModuleObj* found = import_module(module, false);
  if (found && !name.empty() && !find(found->attrs, symbol(name)) && !found->folder.empty())
    import_module(module + "." + name, false);
}

// A package's own file runs before those in it, and as often as not imports them itself.
void Interp::import_parents(const std::string& module) {
  for (size_t dot = module.find('.'); dot != std::string::npos; dot = module.find('.', dot + 1))
    import_module(module.substr(0, dot), false);
}

void Interp::exec_import(const syntax::Import& import) {
  ModuleObj* here = frame->module;
  Span span = frame->here();
  auto lazy = [&](std::string module, std::string name) {
    if (!here->is_prelude) import_in_order(module, name == "*" ? "" : name);
    auto* made = make<LazyObj>(std::move(module), std::move(name), span);
    if (!here->is_prelude) remember_import(made);
    return Value::of(made);
  };
  if (!import.is_from) {
    for (const syntax::ImportedName& name : import.names) {
      std::string dotted = text(name.name);
      try_import(dotted, "");
      if (name.has_alias || dotted.find('.') == std::string::npos) {
        assign(name.target, lazy(dotted, ""));
      } else {
        // `import a.b` binds a; that a.b can be reached through it is module_attribute's work.
        import_in_order(dotted, "");
        assign(name.target, lazy(dotted.substr(0, dotted.find('.')), ""));
      }
    }
    return;
  }
  std::string base = import.module.valid() ? text(import.module) : "";
  if (import.level > 0) {
    std::string package = here->package;
    for (uint32_t i = 1; i < import.level; ++i) {
      if (package.find('.') == std::string::npos && i < import.level)
        raise(types.import_error, "attempted relative import beyond top-level package");
      package = parent_of(package);
    }
    if (package.empty() && here->package.empty()) {
      // A lone file's relative import: its folder stands for the package.
      base = base.empty() ? "" : base;
    } else {
      base = base.empty() ? package : package + "." + base;
    }
  }
  if (base == "__future__") return;
  if (import.star) {
    // A file of the prelude gives another what it defines itself, and is not read for that.
    if (auto from = here->is_prelude ? prelude_file(to_path(base) + ".py") : std::nullopt) {
      for (std::string_view name : defined_names(from->text))
        put(here->attrs, symbol(name), lazy(base, std::string(name)));
      return;
    }
    Value star = lazy(base, "*");
    here->stars.insert(here->stars.begin(), star);
    here->found.clear();
    return;
  }
  for (const syntax::ImportedName& name : import.names)
    base.empty() ? try_import(text(name.name), "") : try_import(base, text(name.name));
  for (const syntax::ImportedName& name : import.names)
    assign(name.target, base.empty() ? lazy(text(name.name), "") : lazy(base, text(name.name)));
}

// Inside of a `try`, whether a module is there decides what the program does next. What the prelude
// has of a library may be less than the library: that is refused on use, not taken for absence.
void Interp::try_import(const std::string& module, const std::string& name) {
  if (try_depth == 0 || frame->is_prelude) return;
  ModuleObj* found = import_module(module, false);
  if (!found) {
    if (knows_library(module)) return;
    missing_module(module);
  }
  Value out;
  if (name.empty() || found->is_prelude || found->running || module_attribute(found, symbol(name), out)) return;
  raise(types.import_error, "cannot import name '" + name + "' from '" + module + "'");
}

// Whether the prelude has the top of this module, or a part of it.
bool Interp::knows_library(const std::string& module) {
  std::string top = top_of(module);
  return native_modules.count(top) > 0 || prelude_file(top + "/__init__.py") || prelude_file(top + ".py");
}

// Turns the module's names of a tree into names of a class body, which has its own ones.
static void look_at_names_first(syntax::Tree& tree) {
  for (uint32_t i = 0; i < tree.exprs.size(); ++i)
    if (syntax::Expr& e = tree.exprs[syntax::ExprId{i}]; e.kind == syntax::ExprKind::kGlobal) {
      e.kind = syntax::ExprKind::kClassName;
      e.b = syntax::kNoIndex;
    }
}

// Runs a text of the program's own in a frame of its own. `names`: as of a class body.
template <class Work>
void Interp::run_text(const syntax::Tree& tree, ModuleObj* module, DictObj* names, Work work) {
  Frame body;
  body.birth = journal.now();
  body.tree = &tree;
  body.module = module;
  body.names = names;
  give_variables(body, tree.module, {});
  for (Frame::Control c : {Frame::kReturned, Frame::kBroke, Frame::kContinued}) body.control[c] = Value::of(false);
  body.caller = frame;
  frame = &body;
  struct Pop {
    Interp& in;
    ~Pop() { in.frame = in.frame->caller; }
  } pop{*this};
  work();
}

// What is no Python is an exception inside of a program, which may catch it.
syntax::Tree* Interp::parse_text(const std::string& source, const std::string& shown, bool is_expression) {
  FileId file = session.sources.add("", shown, source + "\n", false);
  const size_t reports = session.sink.size();
  auto tree = syntax::parse(session.sources, file, session.symbols, session.sink);
  if (tree && is_expression &&
      (tree->body.count != 1 || tree->stmts[syntax::StmtId{tree->lists[tree->body.first]}].kind != syntax::StmtKind::kExpr)) {
    if (!frame) session.sink.report({Code::kSyntaxError, {file, 0, static_cast<uint32_t>(source.size())}, "an expression is wanted here", "", {}, {}});
    tree = nullptr;
  }
  if (!tree && frame) {
    session.sink.truncate(reports);
    raise(types.syntax_error, "invalid syntax in `" + source + "`");
  }
  if (!tree) throw Stop{};
  trees_.push_back(std::move(tree));
  return trees_.back().get();
}

Value Interp::eval_text(const std::string& source, const std::string& shown, ModuleObj* module, DictObj* names) {
  syntax::Tree* tree = parse_text(source, shown, true);
  if (names) look_at_names_first(*tree);
  Value value;
  run_text(*tree, module, names, [&] {
    const syntax::Stmt& s = tree->stmts[syntax::StmtId{tree->lists[tree->body.first]}];
    value = force(eval(syntax::ExprId{s.a}));
  });
  return value;
}

void Interp::exec_text(const std::string& source, const std::string& shown, ModuleObj* module, DictObj* names) {
  syntax::Tree* tree = parse_text(source, shown, false);
  if (names) look_at_names_first(*tree);
  run_text(*tree, module, names, [&] { exec(tree->body); });
}

Value Interp::prelude_name(const std::string& module, std::string_view name) {
  ModuleObj* m = import_module(module);
  Value out;
  NNSCAN_CHECK(module_attribute(m, symbol(name), out), module + "." + std::string(name));
  return force(out);
}

}  // namespace nnscan::py
