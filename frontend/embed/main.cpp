// Runs when nnscan is built: parses every file of the prelude and writes them as one C++ source,
// each file's path, text and packed tree. A syntax error in the prelude ends the build with its
// place, and so does a tree that is not the same after packing and unpacking.
//
// usage: nnscan_embed FOLDER OUT FILE...; the files are named from FOLDER and sorted.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "frontend/syntax/packed.h"
#include "frontend/syntax/tree.h"

namespace nnscan {
namespace {

// The packed tree, or nothing after saying why.
std::optional<std::string> packed_tree(const std::string& path, const std::string& text) {
  SourceMap sources;
  SymbolTable symbols;
  DiagnosticSink sink;
  FileId file = sources.add(path, path, text, true);
  auto tree = syntax::parse(sources, file, symbols, sink);
  for (const Diagnostic& problem : sink.all())
    std::fprintf(stderr, "%s\n", render(problem, sources, false).c_str());
  if (!tree) return std::nullopt;
  std::string bytes = syntax::pack(*tree, symbols);
  auto again = syntax::unpack(bytes, file, symbols);
  if (again && syntax::dump(*again, symbols) == syntax::dump(*tree, symbols) &&
      syntax::pack(*again, symbols) == bytes)
    return bytes;
  std::fprintf(stderr, "%s: error: its packed tree reads differently\n", path.c_str());
  return std::nullopt;
}

// String literals, a line of the file or some bytes each. Octal escapes have three digits, so
// that what follows cannot extend them.
void write_literal(std::ostream& out, std::string_view bytes) {
  constexpr size_t kLine = 4096;
  std::string line;
  auto end_line = [&] {
    out << "\n    \"" << line << '"';
    line.clear();
  };
  for (char c : bytes) {
    auto byte = static_cast<uint8_t>(c);
    if (c == '\n') line += "\\n";
    else if (byte < 0x20 || byte >= 0x7f || c == '"' || c == '\\' || c == '?')
      line += fmt::format("\\{:03o}", byte);
    else line += c;
    if (c == '\n' || line.size() >= kLine) end_line();
  }
  end_line();
  out << "sv";
}

bool embed(const std::string& folder, const std::string& target, int count, char** files) {
  std::ofstream out(target, std::ios::binary);
  out << "#include \"frontend/python/prelude.h\"\n#include \"frontend/syntax/packed.h\"\n\n"
         "using namespace std::string_view_literals;\n\nnamespace nnscan {\n"
         "static_assert(syntax::kPackedLayout == "
      << syntax::kPackedLayout
      << "u, \"the prelude was packed by another build\");\n"
         "namespace {\nconstexpr PreludeFile kFiles[] = {\n";
  for (int i = 0; i < count; ++i) {
    std::string path = folder + "/" + files[i];
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in) std::fprintf(stderr, "%s: error: cannot be read\n", path.c_str());
    auto tree = in ? packed_tree(path, text) : std::nullopt;
    if (!tree) return false;
    out << "  {\"" << files[i] << "\"sv,";
    write_literal(out, text);
    out << ',';
    write_literal(out, *tree);
    out << "},\n";
  }
  out << "};\n}  // namespace\n\nstd::span<const PreludeFile> embedded_prelude() { return kFiles; }"
         "\n\n}  // namespace nnscan\n";
  return out.flush().good();
}

}  // namespace
}  // namespace nnscan

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: nnscan_embed FOLDER OUT FILE...\n");
    return 2;
  }
  if (nnscan::embed(argv[1], argv[2], argc - 3, argv + 3)) return 0;
  std::remove(argv[2]);
  return 1;
}
