#include <CLI/CLI.hpp>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <csignal>
#include <cstdlib>
#include <iostream>

#include "emit/format.h"
#include "tools/check/check.h"
#include "tools/check/formats.h"
#include "tools/cli/pages.h"
#include "tools/cli/usage.h"
#include "tools/explain/explain.h"
#include "tools/extract.h"
#include "tools/lsp/lsp.h"
#include "tools/report.h"

namespace {

using nnscan::ExtractOptions;
using nnscan::Options;

void add_analysis_options(CLI::App& app, Options& options) {
  app.add_option("-I", options.include, "Look up imports in this folder, after the file's own package")->type_name("DIR")->take_all()->expected(1);
  app.add_option("--max-steps", options.limits.steps, "Give up after this many steps of analysis")->type_name("N");
  app.add_option("--max-unroll", options.limits.unrolled,
                 "Write out at most so many iterations of a loop; longer ones become a Loop where they can")
      ->type_name("N");
  app.add_option("--max-depth", options.limits.depth, "Give up when calls nest deeper than this")->type_name("N")->check(CLI::Range(10, 5000));
}

// Of commands that analyse a model as a whole.
void add_model_options(CLI::App& app, Options& options) {
  app.add_option("--opset", options.opset, "The ONNX opset to write (11 to 20, default 17)")->type_name("N")->check(CLI::Range(11, 20));
  app.add_flag("--as-export", options.as_export, "Answer is_in_onnx_export() and its like with True");
  app.add_flag("--train", options.train, "Analyse in training mode");
  add_analysis_options(app, options);
}

// What makes a graph of a model.
void add_graph_options(CLI::App& app, ExtractOptions& o) {
  app.add_option("FILE", o.file, "Python source that holds the model");
  app.add_option("--class", o.entry, "The model: a name in FILE, or a call such as 'Net(10, width=2)'")->type_name("NAME|CALL");
  app.add_option("-o", o.output, "Where to; - is standard output")->type_name("OUT");
  app.add_option("--input", o.inputs, "A parameter of forward: 'x:float32[N,3,224,224]'")->type_name("SPEC")->take_all()->expected(1);
  app.add_option("--set", o.sets, "Fix a parameter of forward: 'flag=True'")->type_name("NAME=LITERAL")->take_all()->expected(1);
  app.add_option("--messages", o.messages, "How to write diagnostics, text by default")->type_name("text|json");
  add_model_options(app, o.analysis);
}

void add_extract_options(CLI::App& app, ExtractOptions& o) {
  add_graph_options(app, o);
  app.add_option("--emit", o.format, "What to write, onnx by default")->type_name(nnscan::format_names("|"));
  app.add_option("--weights", o.weights, "A checkpoint: .safetensors, .pt, .pth, .bin")->type_name("FILE");
  app.add_option("--init", o.init, "Parameters without --weights: inputs of the graph (default), or embedded values")
      ->type_name("inputs|random[:SEED]|zeros");
  app.add_flag("--external-data", o.external_data, "Tensors beside the model, in OUT.data");
  app.add_flag("--fold-batch-norm", o.fold_batch_norm, "Fold BatchNorm into the weights before it");
}

void add_check_options(CLI::App& app, nnscan::check::Settings& o) {
  app.add_option("PATH", o.paths, "Python files, and folders that hold some")->required();
  app.add_option("--format", o.format, "How to write what is found, text by default")
      ->type_name(nnscan::check::format_names("|"));
  app.add_option("-o", o.output, "Where to write it; - is standard output")->type_name("OUT");
  app.add_option("--select", o.select, "Report only these codes, or all that begin so: NN4,NN501")->type_name("CODES")->take_all()->expected(1);
  app.add_option("--ignore", o.ignore, "Do not report these codes")->type_name("CODES")->take_all()->expected(1);
  app.add_option_function<std::vector<std::string>>(
         "--exclude", [&o](const std::vector<std::string>& globs) { for (const std::string& glob : globs) o.exclude.globs.push_back({glob, ""}); },
         "Leave out what this glob matches")->type_name("GLOB")->take_all()->expected(1);
  app.add_flag("--force-exclude", o.exclude.named_too, "Leave it out even where PATH names it, as pre-commit does with each file");
  app.add_option("--config", o.config, "Settings (default: [tool.nnscan] of the pyproject.toml above PATH)")->type_name("FILE");
  app.add_option("--baseline", o.baseline, "Do not report the findings in this file")->type_name("FILE");
  app.add_option("--write-baseline", o.write_baseline, "Write all findings to this file instead of reporting them")->type_name("FILE");
  app.add_flag("--changed-only", o.changed_only, "Check only files that git says differ from HEAD, and those that import them");
  app.add_option("--changed-since", o.changed_since, "As --changed-only, with what was committed since this revision")->type_name("REV");
  app.add_flag("!--no-cache", o.use_cache, "Analyse everything, whatever an earlier check found out");
  app.add_option("--cache-dir", o.cache_folder, "Where to keep what a check found out (default: nnscan in the user's cache)")->type_name("DIR");
  app.add_flag("--summary", o.summary, "Print the verdict on each entry");
  app.add_flag("--statistics", o.statistics, "Count what is found by code");
  app.add_flag("-q,--quiet", o.quiet, "Print errors only, and no closing line");
  app.add_flag("-v,--verbose", o.verbose, "Name each file and entry on standard error, with its time");
  app.add_flag("--exit-zero", o.exit_zero, "Exit with 0 whatever is found");
  app.add_option("--jobs", o.jobs, "Processes to work with (default: one a processor)")->type_name("N");
  app.add_option("--timeout", o.seconds, "Give up on an entry after so many seconds of processor time")->type_name("SECONDS")
      ->check([](const std::string& text) { return std::strtod(text.c_str(), nullptr) > 0 ? std::string() : "it must be more than 0"; });
  add_model_options(app, o.analysis);
}

int usage_error(const std::string& message) {
  nnscan::print_error(message, "nnscan --help shows the options");
  return 2;
}

int extract_with(ExtractOptions& options) {
  if (options.file.empty()) return usage_error("no FILE is given");
  if (options.entry.empty()) return usage_error("no --class is given; `nnscan list " + options.file + "` shows what there is");
  const char* folder = std::getenv("NNSCAN_PRELUDE");
  options.analysis.prelude_folder = folder ? folder : "";
  return nnscan::extract(options);
}

int run(int argc, char** argv) {
  CLI::App app{"nnscan: PyTorch model source to ONNX, with its branches, without running it"};
  app.set_version_flag("--version", "nnscan " NNSCAN_VERSION);
  ExtractOptions extraction;
  add_extract_options(app, extraction);
  std::string file;
  Options options;
  CLI::App* list = app.add_subcommand("list", "List the module classes and functions of a file that --class can name");
  list->add_option("FILE", file, "Python source")->required();
  add_analysis_options(*list, options);
  ExtractOptions viewing;
  viewing.format = "html";
  viewing.partial = true;
  CLI::App* view = app.add_subcommand("view", "Write a page with the interactive graph, NAME.html by default; of a refused model, up to where it stops");
  add_graph_options(*view, viewing);
  nnscan::check::Settings checking;
  CLI::App* check = app.add_subcommand("check", "Say which models below some paths can be exported, and which lines are why not");
  add_check_options(*check, checking);
  CLI::App* lsp = app.add_subcommand("lsp", "Run as a language server, on standard input and output");
  bool stdio = false;
  lsp->add_flag("--stdio", stdio)->group("");  // what clients pass by habit
  std::string code;
  CLI::App* explain = app.add_subcommand("explain", "Say what a diagnostic means, with examples; without CODE, list all");
  explain->add_option("CODE", code, "As in error[NN401]");
  std::string ops_format = "text";
  CLI::App* ops = app.add_subcommand("ops", "List the torch names that are understood, with their ONNX operators");
  ops->add_option("--format", ops_format, "How to print them, text by default")->type_name("text|json|markdown");
  CLI::App* program = app.add_subcommand("run", "Interpret a file and print what it prints")->group("");
  program->add_option("FILE", file, "Python source")->required();
  add_analysis_options(*program, options);
  std::string shell, folder_of_pages;
  CLI::App* completions = app.add_subcommand("completions", "Print the completions for a shell, to be sourced or installed");
  completions->add_option("SHELL", shell, "The shell")->type_name("bash|zsh|fish")->required();
  CLI::App* pages = app.add_subcommand("pages", "Write the manual page and the completions below a folder")->group("");
  pages->add_option("DIR", folder_of_pages, "The folder")->required();
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    std::cout << app.help();
    return 0;
  } catch (const CLI::CallForVersion&) {
    std::cout << "nnscan " NNSCAN_VERSION "\n";
    return 0;
  } catch (const CLI::ParseError& error) {
    nnscan::cli::UsageProblem problem = nnscan::cli::usage_problem(app, error);
    nnscan::print_error(problem.message, problem.hint);
    return 2;
  }
  const char* folder = std::getenv("NNSCAN_PRELUDE");
  options.prelude_folder = folder ? folder : "";
  checking.analysis.prelude_folder = options.prelude_folder;
  for (const CLI::Option* option : check->get_options())
    if (option->count()) checking.given.insert(option->get_single_name());
  if (*check) return nnscan::check::run(checking);
  if (*view) return extract_with(viewing);
  if (*lsp) return nnscan::lsp::run();
  if (*explain) return nnscan::explain(code);
  if (*list) return nnscan::list(file, options);
  if (*ops) return nnscan::ops(ops_format, options);
  if (*program) return nnscan::run_program(file, options);
  if (*completions) return nnscan::cli::print_completions(app, shell);
  if (*pages) return nnscan::cli::write_pages(app, folder_of_pages);
  return extract_with(extraction);
}

}  // namespace

int main(int argc, char** argv) {
#ifdef __GLIBC__
  // The analysis has a thread of its own, whose heap would otherwise grow page by page.
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, 1 << 20);
#endif
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is a failed write, not a death
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    nnscan::print_error(std::string("internal error: ") + error.what());
    return 1;
  }
}
