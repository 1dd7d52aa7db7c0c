#include "tools/cli/pages.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tools/report.h"

namespace nnscan::cli {

namespace {

constexpr struct {
  const char* shell;  // empty: for no shell
  std::string (*text)(const std::vector<CommandText>&);
  const char* place;
} kPages[] = {{"bash", bash_completions, "bash-completion/completions/nnscan"},
              {"zsh", zsh_completions, "zsh/site-functions/_nnscan"},
              {"fish", fish_completions, "fish/vendor_completions.d/nnscan.fish"},
              {"", manual_page, "man/man1/nnscan.1"}};

}  // namespace

int print_completions(const CLI::App& app, const std::string& shell) {
  for (const auto& page : kPages) {
    if (shell.empty() || shell != page.shell) continue;
    std::fputs(page.text(command_texts(app)).c_str(), stdout);
    return 0;
  }
  print_error("unknown shell `" + shell + "`", "bash, zsh or fish");
  return 2;
}

int write_pages(const CLI::App& app, const std::string& folder) {
  for (const auto& page : kPages) {
    std::filesystem::path path = std::filesystem::path(folder) / page.place;
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    std::ofstream file(path, std::ios::binary);
    file << page.text(command_texts(app));
    if (file.close(); file) continue;
    print_error("cannot write `" + path.string() + "`");
    return 2;
  }
  return 0;
}

}  // namespace nnscan::cli
