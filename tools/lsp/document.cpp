#include "tools/lsp/document.h"

#include "tools/lsp/uri.h"

namespace nnscan::lsp {

namespace {

constexpr size_t kKeptEdits = 4096;  // beyond twice as many, the older half is forgotten

// The common beginning and end of two texts are no part of what changed.
Range changed_part(std::string_view before, std::string_view after, uint32_t& kept_end) {
  size_t most = std::min(before.size(), after.size()), begin = 0, end = 0;
  while (begin < most && before[begin] == after[begin]) ++begin;
  while (end < most - begin && before[before.size() - 1 - end] == after[after.size() - 1 - end])
    ++end;
  kept_end = static_cast<uint32_t>(end);
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(before.size() - end)};
}

}  // namespace

Document::Document(std::string uri, std::string text, int64_t version)
    : uri(std::move(uri)),
      path(path_of(this->uri)),
      version(version),
      tree_(std::move(text)),
      lines_(tree_.text()) {}

void Document::note(Edit edit) {
  if (edits_.size() >= 2 * kKeptEdits) edits_.erase(edits_.begin(), edits_.begin() + kKeptEdits);
  edits_.push_back(edit);
  ++serial_;
}

Edit Document::replace(Range range, std::string_view text) {
  // What is replaced by itself does not change.
  std::string_view before =
      std::string_view(tree_.text()).substr(range.begin, range.end - range.begin);
  uint32_t kept_end = 0;
  const uint32_t kept_begin = changed_part(before, text, kept_end).begin;
  range = {range.begin + kept_begin, range.end - kept_end};
  text = text.substr(kept_begin, text.size() - kept_begin - kept_end);
  tree_.edit(range.begin, range.end, text);
  lines_ = Lines(tree_.text());
  Edit edit{range.begin, range.end, range.begin + static_cast<uint32_t>(text.size())};
  note(edit);
  return edit;
}

Edit Document::replace_all(std::string text) {
  return replace({0, static_cast<uint32_t>(tree_.text().size())}, text);
}

std::span<const Edit> Document::since(uint64_t from) const {
  return std::span(edits_).subspan(edits_.size() - (serial_ - from));
}

bool Document::bring(Range& range, uint64_t from) const {
  if (!knows(from)) return false;
  for (const Edit& edit : since(from))
    if (!shift(range, edit)) return false;
  return true;
}

}  // namespace nnscan::lsp
