#include <catch2/catch.hpp>

#include <map>
#include <string>

#include "frontend/python/import_graph.h"

using nnscan::py::ImportGraph;

namespace {

// Modules by name; a package's begins with `#package`.
struct Files {
  std::map<std::string, std::string> texts;
  ImportGraph graph{[this](const std::string& module) -> std::optional<ImportGraph::Source> {
    auto at = texts.find(module);
    if (at == texts.end()) return std::nullopt;
    return ImportGraph::Source{at->second, at->second.starts_with("#package")};
  }};
  Files(std::map<std::string, std::string> texts, const std::vector<std::string>& loaded) : texts(std::move(texts)) {
    for (const std::string& module : loaded) graph.note_loaded(module, true);
  }
  bool may_change(const std::string& module, const std::set<std::string>& holders) {
    ImportGraph::Search search(graph, holders);
    bool first = search.may_change(module);
    CHECK(search.may_change(module) == first);
    return first;
  }
};

}  // namespace

TEST_CASE("a module changes what it names, or what a module names that it names") {
  Files files{{{"holder", ""},
               {"near", "from holder import registry\n"},
               {"far", "import near\n"},
               {"other", "import math\n"},
               {"round", "import about\n"},
               {"about", "import round\n"}},
              {"holder"}};
  CHECK(files.may_change("near", {"holder"}));
  CHECK(files.may_change("far", {"holder"}));
  CHECK_FALSE(files.may_change("other", {"holder"}));
  CHECK_FALSE(files.may_change("round", {"holder"}));
  CHECK_FALSE(files.may_change("nowhere", {"holder"}));
  CHECK_FALSE(files.may_change("holder", {"holder"}));  // it has run
  CHECK(Files({{"holder", ""}}, {}).may_change("holder", {"holder"}));
}

TEST_CASE("the packages around a module run with it, once") {
  Files files{{{"p", "#package\nfrom .models import a\n"},
               {"p.models", "#package\nfrom .a import *\nfrom .b import *\n"},
               {"p.models.a", "from ..layers import x\n"},
               {"p.models.b", "from .a import y\n"},
               {"p.layers", "import math\n"}},
              {"p.models.a"}};
  CHECK(files.may_change("p.layers", {"p.models.a"}));  // p is not there yet, and names a
  files.graph.note_loaded("p", true);
  CHECK_FALSE(files.may_change("p.layers", {"p.models.a"}));
  CHECK(files.may_change("p.models", {"p.models.a"}));
  files.graph.note_loaded("p.models", true);
  CHECK(files.may_change("p.models.b", {"p.models.a"}));
  CHECK_FALSE(files.may_change("p.models.c", {"p.models.a"}));
}

TEST_CASE("a module by its own name leads to all below it") {
  Files files{{{"p", "#package\n"},
               {"p.deep", "#package\n"},
               {"p.deep.holder", ""},
               {"p.link", "import q.holder\n"},
               {"q.holder", ""},
               {"whole", "import p\np.deep.holder.registry['a'] = 1\n"},
               {"alias", "import p.other as o\n"},
               {"part", "from p import deep\n"},
               {"name", "from p.other import deep\n"}},
              {"p", "p.deep", "p.deep.holder", "p.link", "q.holder"}};
  CHECK(files.may_change("whole", {"p.deep.holder"}));
  CHECK(files.may_change("part", {"p.deep.holder"}));
  CHECK_FALSE(files.may_change("alias", {"p.deep.holder"}));
  CHECK_FALSE(files.may_change("name", {"p.deep.holder"}));
  CHECK(files.may_change("whole", {"q.holder"}));  // by p.link
}

TEST_CASE("an imported name leads to where it comes from, not to all that its module names") {
  Files files{{{"p", "#package\nfrom .version import version as v, other\nfrom .models import *\n\n\ndef own():\n    pass\nother = 1\n"},
               {"p.version", "version = 1\n"},
               {"p.models", "#package\nfrom .holder import Model\n"},
               {"p.models.holder", ""},
               {"asks", "from p import v\n"},
               {"asks_own", "from p import own\n"},
               {"asks_other", "from p import other\n"},
               {"asks_star", "from p import Model\n"},
               {"asks_all", "from p import *\n"}},
              {"p", "p.version", "p.models", "p.models.holder"}};
  CHECK_FALSE(files.may_change("asks", {"p.models.holder"}));
  for (const char* module : {"asks_own", "asks_other", "asks_star", "asks_all"})
    CHECK(files.may_change(module, {"p.models.holder"}));
  Files unread{files.texts, {"p.models.holder"}};
  CHECK(unread.may_change("asks", {"p.models.holder"}));  // it makes p run
}

TEST_CASE("a package that fetches its names when it is asked leads to all below it") {
  const char* kLazy = "#package\nnames = {'parts': ['Model']}\n\n\ndef __getattr__(name):\n    return fetch(name)\n";
  Files files{{{"p", kLazy}, {"p.parts", ""}, {"q", "#package\n"}, {"q.parts", ""},
               {"asks", "from p import Model\n"}, {"asks_other", "from q import Model\n"}},
              {"p", "p.parts", "q", "q.parts"}};
  CHECK(files.may_change("asks", {"p.parts"}));
  CHECK_FALSE(files.may_change("asks_other", {"q.parts"}));
}

TEST_CASE("who finds modules by computed names may change anything") {
  Files files{{{"a", "import importlib\n"}, {"b", "import sys\nsys.modules['h']\n"}, {"c", "import a\n"}}, {}};
  for (const char* module : {"a", "b", "c"}) CHECK(files.may_change(module, {"h"}));
  files.graph.note_loaded("a", true);
  CHECK_FALSE(files.may_change("c", {"h"}));
}
