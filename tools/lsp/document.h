// A file that is open in the editor: its text as the editor has it, parsed along with each edit,
// and the latest edits, so that what was found in an older text can be shown in this one.
#pragma once

#include <deque>
#include <string>

#include "grammar/parser.h"
#include "tools/lsp/text.h"

namespace nnscan::lsp {

class Document {
 public:
  Document(std::string uri, std::string text, int64_t version);

  const std::string uri, path;
  int64_t version;

  const std::string& text() const { return tree_.text(); }
  const grammar::Tree& tree() const { return tree_.tree(); }
  // False: it does not parse, as far as the grammar alone can tell.
  bool well_formed() const {
    return tree_.status() == grammar::Status::kParsed && !tree_.has_errors();
  }
  const Lines& lines() const { return lines_; }

  Edit replace(Range range, std::string_view text);
  Edit replace_all(std::string text);

  // Counts edits; a number of one text.
  uint64_t serial() const { return serial_; }
  // Brings a range of an older text to this one. False: it is gone, or the text is too old.
  bool bring(Range& range, uint64_t from) const;
  bool knows(uint64_t from) const { return from <= serial_ && serial_ - from <= edits_.size(); }
  // The edits since then, in order; `from` is known.
  std::span<const Edit> since(uint64_t from) const;

 private:
  void note(Edit edit);

  grammar::Document tree_;
  Lines lines_;
  std::vector<Edit> edits_;
  uint64_t serial_ = 0;
};

}  // namespace nnscan::lsp
