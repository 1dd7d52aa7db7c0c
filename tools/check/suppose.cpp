#include "tools/check/suppose.h"

#include <fmt/format.h>

#include "ir/type.h"

namespace nnscan::check {

namespace {

constexpr int kFloatRanks[] = {4, 3, 2, 5, 1};    // images, sequences, features, video
constexpr int kIntegerRanks[] = {2, 1, 3};        // tokens
constexpr int kElementRanks[] = {3, 4, 2, 5, 1};  // of lists: images without an axis for the batch
constexpr int64_t kSides[] = {224, 32, 28, 64, 256, 299, 128, 96, 384, 512};

// All axes of images and volumes behind the channels.
std::vector<size_t> sides(const torch::OpenInput& input) {
  std::vector<size_t> axes;
  for (size_t axis : input.axes)
    if (input.rank >= 4 && axis >= 2) axes.push_back(axis);
  return axes;
}

std::span<const int> likely_ranks(bool integers, bool elements) {
  if (integers) return kIntegerRanks;
  return elements ? std::span<const int>(kElementRanks) : std::span<const int>(kFloatRanks);
}

bool is_element(const torch::Learnt& learnt, const torch::OpenInput& input) {
  return learnt.lists.count(input.path.substr(0, input.path.find('.'))) != 0;
}

}  // namespace

std::string described(const std::vector<torch::OpenInput>& open, const torch::Learnt& learnt) {
  std::string text;
  for (const auto& [path, count] : learnt.lists)
    text += fmt::format("{}`{}` is a list of {} tensor{}", text.empty() ? "" : ", ", path, count, count == 1 ? "" : "s");
  for (const torch::OpenInput& input : open) {
    if (input.list) continue;
    auto rank = learnt.ranks.find(input.path);
    if (rank == learnt.ranks.end()) continue;  // any will do
    auto dtype = learnt.dtypes.find(input.path);
    std::string dims;
    for (size_t i = 0; i < static_cast<size_t>(rank->second); ++i) {
      auto size = learnt.sizes.find({input.path, i});
      dims += (i ? "," : "") + (size == learnt.sizes.end() ? "?" : std::to_string(size->second));
    }
    text += fmt::format("{}`{}` is {}[{}]", text.empty() ? "" : ", ", input.path,
                        info(dtype == learnt.dtypes.end() ? input.dtype : dtype->second).name, dims);
  }
  return text;
}

std::vector<ImageSize> sizes_named_by(py::Interp& in, py::Value module) {
  std::vector<ImageSize> sizes;
  for (const char* name : {"img_size", "image_size", "input_size", "in_size"}) {
    py::Value v;
    if (!in.get_plain(module, in.symbol(name), v)) continue;
    v = in.force(v);
    if (v.tag == py::Tag::kInt) sizes.push_back({v.i, v.i});
    if (!py::is(v, py::Kind::kTuple) && !py::is(v, py::Kind::kList)) continue;
    auto items = py::items_in(v);
    if (items.size() < 2 || items.size() > 3 || items.end()[-1].tag != py::Tag::kInt || items.end()[-2].tag != py::Tag::kInt) continue;
    sizes.push_back({items.end()[-2].i, items.end()[-1].i});
  }
  return sizes;
}

std::vector<torch::Learnt> suppositions(const torch::Learnt& learnt, const std::vector<torch::OpenInput>& open,
                                        const std::vector<ImageSize>& named) {
  std::vector<torch::Learnt> tries;
  auto suppose = [&](auto change) {
    torch::Learnt supposed = learnt;
    bool any = false;
    for (const torch::OpenInput& input : open) any |= change(input, supposed);
    if (any) tries.push_back(std::move(supposed));
  };
  if (std::any_of(open.begin(), open.end(), [](const auto& input) { return input.list; })) {
    suppose([](const torch::OpenInput& input, torch::Learnt& l) {
      if (input.list) l.lists[input.path] = 1;
      return input.list;
    });
    return tries;
  }
  bool ranks = std::any_of(open.begin(), open.end(), [](const auto& input) { return input.rank < 0; });
  if (ranks) {
    // One rank for all that have none: more would be a guess at each.
    bool integers = std::all_of(open.begin(), open.end(), [](const auto& input) { return is_integer(input.dtype); });
    bool elements = std::any_of(open.begin(), open.end(), [&](const auto& input) { return is_element(learnt, input); });
    for (int rank : likely_ranks(integers, elements))
      suppose([&](const torch::OpenInput& input, torch::Learnt& l) {
        if (input.rank < 0) l.ranks[input.path] = rank;
        return input.rank < 0;
      });
    return tries;
  }
  std::vector<ImageSize> sizes = named;
  for (int64_t side : kSides) sizes.push_back({side, side});
  for (ImageSize size : sizes)
    suppose([&](const torch::OpenInput& input, torch::Learnt& l) {
      std::vector<size_t> axes = sides(input);
      for (size_t axis : axes) l.sizes[{input.path, axis}] = axis + 1 == static_cast<size_t>(input.rank) ? size.width : size.height;
      return !axes.empty();
    });
  return tries;
}

std::vector<torch::Learnt> ranks_of(const torch::Learnt& learnt, const torch::OpenInput& input) {
  std::vector<torch::Learnt> tries;
  for (int rank : likely_ranks(is_integer(input.dtype), is_element(learnt, input)))
    tries.emplace_back(learnt).ranks[input.path] = rank;
  return tries;
}

Json to_json(const std::vector<torch::OpenInput>& open) {
  Json list = Json::array();
  for (const torch::OpenInput& input : open) list.push_back({input.path, static_cast<int>(input.dtype), input.rank, input.axes, input.list});
  return list;
}

std::vector<torch::OpenInput> open_from(const Json& json) {
  std::vector<torch::OpenInput> open;
  for (const Json& row : json) open.push_back({row[0], static_cast<DType>(row[1].get<int>()), row[2], row[3].get<std::vector<size_t>>(), row[4]});
  return open;
}

}  // namespace nnscan::check
