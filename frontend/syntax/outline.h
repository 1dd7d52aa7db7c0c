// A file without the bodies of its functions. Of a library's file a model uses a few functions, and
// parsing is most of what reading a file takes: the outline is parsed at once, and each body when
// its function is first called.
//
// Left out are the bodies of functions at the margin of the file and of methods of classes there:
// what their names mean does not depend on anything around them. A `0` stands for a body. The
// places in the trees are those of the file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "frontend/syntax/tree.h"

namespace nnscan::syntax {

class Pieces;

class Outline {
 public:
  // Nothing where leaving out would not pay, or where the text is not understood well enough.
  static std::unique_ptr<Outline> of(std::string_view text);

  // The file with bodies left out; null: it is no Python, as parsing the file tells. Here and below,
  // what `ahead` has is taken from there, not parsed.
  std::unique_ptr<Tree> margin(FileId file, SymbolTable& symbols, Pieces* ahead = nullptr) const;
  bool leaves_out(const Function& function) const { return parts_.contains(function.name_span.begin); }

  // A function with its body, in a tree of its own.
  struct Complete {
    std::unique_ptr<Tree> tree;  // null: a syntax error, which parsing the file reports
    const Function* function = nullptr;
  };
  // `file`: the text that this is the outline of.
  const Complete& complete(const Function& function, std::string_view file, SymbolTable& symbols,
                           Pieces* ahead = nullptr);

  // The texts that are parsed: the margin's, and of each function its own below its class's head.
  std::vector<std::string> pieces(std::string_view file) const;

 private:
  struct Range {
    uint32_t begin, end;
  };
  struct Part {
    Range head, body;  // `def f(x):`, and the lines below
    Range class_head;  // empty for a function
    Complete complete;
  };
  // From a place in the text on, so many bytes of the file have been left out before.
  struct Cut {
    uint32_t at, bytes;
  };
  struct Line;
  static std::string piece_of(const Part& part, std::string_view file);

  std::string text_;
  std::vector<Cut> cuts_;  // in order
  std::unordered_map<uint32_t, Part> parts_;  // by where the function's name begins
};

// As syntax::parse, of a text that stands for the file.
std::unique_ptr<Tree> parse_text(std::string_view text, FileId file, SymbolTable& symbols, DiagnosticSink& sink,
                                 uint32_t max_nesting = 200);

}  // namespace nnscan::syntax
