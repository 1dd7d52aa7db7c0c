#include <catch2/catch.hpp>

#include <string>

#include "frontend/syntax/import_statements.h"

using nnscan::syntax::ImportStatement;
using nnscan::syntax::import_statements;

namespace {

// "from 1:a.b import x y=z; import c=d"
std::string read(std::string_view text) {
  std::string out;
  for (const ImportStatement& s : import_statements(text)) {
    out += out.empty() ? "" : "; ";
    out += s.is_from ? "from " + std::to_string(s.level) + ":" + std::string(s.module) + " import" : "import " + std::string(s.module);
    for (const auto& [name, bound] : s.names) out += " " + std::string(name) + (name == bound ? "" : "=" + std::string(bound));
    if (!s.alias.empty()) out += "=" + std::string(s.alias);
  }
  return out;
}

}  // namespace

TEST_CASE("import statements are found in a text") {
  CHECK(read("import a\n") == "import a");
  CHECK(read("import a.b.c, d as e, f") == "import a.b.c; import d=e; import f");
  CHECK(read("from a.b import c") == "from 0:a.b import c");
  CHECK(read("from . import a, b as c\n") == "from 1: import a b=c");
  CHECK(read("from ...a.b import *\n") == "from 3:a.b import *");
  CHECK(read("from a import (b,  # one\n    c as d,\n    e,\n)\nimport f\n") == "from 0:a import b c=d e; import f");
  CHECK(read("from a import b, \\\n    c\nimport d\n") == "from 0:a import b c; import d");
  CHECK(read("from a import b, \\\r\n    c\r\nimport d\r\n") == "from 0:a import b c; import d");
  CHECK(read("def f():\n    from a import b\n    return b\n") == "from 0:a import b");
  CHECK(read("try: import a\nexcept ImportError: import b\n") == "import a; import b");
  CHECK(read("import a; import b; x = 1\n") == "import a; import b");
  CHECK(read("import\tgrün.blau\n") == "import grün.blau");
}

TEST_CASE("what only looks like an import statement is none") {
  CHECK(read("") == "");
  CHECK(read("important = 1\nx = important\n") == "");
  CHECK(read("import_a = f()\nfrom_b = important_c\n") == "");
  CHECK(read("# import a\nx = 'import b'\n") == "");
  CHECK(read("from a\nimport") == "");
  CHECK(read("from a import") == "");
  CHECK(read("from a import (") == "");
  CHECK(read("from") == "");
  CHECK(read("import \\") == "");
}
