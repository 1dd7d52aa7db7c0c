#include <catch2/catch.hpp>

#include <set>

#include "ir/base/diagnostic.h"

using namespace nnscan;

namespace {

struct Files {
  SourceMap sources;
  FileId add(std::string text) {
    return sources.add("/src/net.py", "net.py", std::move(text), false);
  }
  Span find(FileId file, std::string_view what) {
    uint32_t at = static_cast<uint32_t>(sources[file].text.find(what));
    return {file, at, at + static_cast<uint32_t>(what.size())};
  }
};

}  // namespace

TEST_CASE("every code has a row, and its own id in the family's hundred") {
  std::set<std::string> ids;
  CHECK(all_codes().size() == static_cast<size_t>(Code::kCount));
  for (size_t i = 0; i < all_codes().size(); ++i) {
    const CodeInfo& row = info(static_cast<Code>(i));
    CHECK(ids.insert(row.id).second);
    CHECK(std::string(row.id).size() == 5);
    CHECK(std::string(row.title).size() > 5);
  }
  CHECK(std::string(info(Code::kPoisonUsed).id).substr(0, 3) == "NN2");
  CHECK(std::string(info(Code::kInternal).id).substr(0, 3) == "NN9");
}

TEST_CASE("a diagnostic shows the line, the calls and the hint") {
  Files files;
  FileId file = files.add("def f(x):\n\treturn x.frob(1)\n\ny = f(0)\n");
  Diagnostic diagnostic{Code::kUnsupportedTorchName, files.find(file, "x.frob(1)"),
                        "`Tensor.frob` is not supported", "use something else",
                        {{files.find(file, "f(0)"), "Net.forward"}},
                        {{files.find(file, "def f(x)"), "defined here"}}};
  CHECK(render(diagnostic, files.sources, false) ==
        "net.py:2:9: error[NN301]: `Tensor.frob` is not supported\n"
        "    \treturn x.frob(1)\n"
        "    \t       ^~~~~~~~~\n"
        "  called from net.py:4:5 in `Net.forward`\n"
        "  note: net.py:1:1: defined here\n"
        "    def f(x):\n"
        "    ^~~~~~~~\n"
        "  hint: use something else\n");
  std::string colored = render(diagnostic, files.sources, true);
  CHECK(colored.find("\x1b[1;31merror[NN301]:\x1b[0m") != std::string::npos);
}

TEST_CASE("places at the edge of a file, and none at all") {
  Files files;
  FileId file = files.add("x = (\n");
  CHECK(render({Code::kSyntaxError, {file, 6, 6}, "unexpected end", "", {}, {}}, files.sources,
               false) == "net.py:2:1: error[NN101]: unexpected end\n    \n    ^\n");
  CHECK(render({Code::kAssumption, {}, "something", "", {}, {}}, files.sources, false) ==
        "nnscan: warning[NN505]: something\n");
}

TEST_CASE("columns count bytes, carets count characters, control characters are blanks") {
  Files files;
  FileId file = files.add("gr\xc3\xb6\xc3\x9f" "e = x\x1b[31m.y\n");
  CHECK(render({Code::kUnknownName, files.find(file, "x"), "m", "", {}, {}}, files.sources,
               false) ==
        "net.py:1:11: error[NN203]: m\n    gr\xc3\xb6\xc3\x9f" "e = x [31m.y\n"
        "            ^\n");
}

TEST_CASE("a long line is cut around the place") {
  Files files;
  FileId file = files.add(std::string(5000, 'a') + "BAD" + std::string(5000, 'b') + "\n");
  std::string text = render({Code::kUnknownName, files.find(file, "BAD"), "m", "", {}, {}},
                            files.sources, false);
  CHECK(text.size() < 400);
  CHECK(text.find("aaaBADbbb") != std::string::npos);
  CHECK(text.find("\n    " + std::string(80, ' ') + "^~~\n") != std::string::npos);
}

TEST_CASE("the sink keeps one of equal reports and can forget the last") {
  Files files;
  FileId file = files.add("abc\n");
  DiagnosticSink sink;
  Diagnostic note{Code::kAssumption, {file, 0, 1}, "holds", "", {}, {}};
  Diagnostic error{Code::kUnknownName, {file, 0, 1}, "gone", "", {}, {}};
  sink.report(note);
  sink.report(note);
  CHECK(sink.size() == 1);
  CHECK_FALSE(sink.has_errors());
  sink.report(error);
  CHECK(sink.has_errors());
  sink.truncate(1);
  CHECK_FALSE(sink.has_errors());
  CHECK(sink.size() == 1);
}
