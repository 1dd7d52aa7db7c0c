#include "emit/onnx/transposes.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <span>
#include <utility>

#include "ir/ops/op.h"

namespace nnscan {

namespace {

// A strip of the transpose fits the nearer caches, and is at least a tile wide.
constexpr size_t kStripBytes = 1 << 20;
constexpr size_t kCacheLine = 64;

// What is known of a value's uses while the graph is walked.
struct Uses {
  std::vector<const Node*> transposes;
  bool has_other = false;
  bool is_result = false;  // of a block or the graph: a node must make it there
};
using AllUses = std::unordered_map<uint32_t, Uses>;

// Stored in the file as it is, with bytes that are there to be written.
bool is_stored(const ValueInfo& info) {
  if (!info.constant) return false;
  return info.kind == ValueKind::kInitializer ||
         (info.kind == ValueKind::kConstant && !info.constant->is_splat());
}

std::vector<int64_t> perm_of(const Graph& graph, const Node& transpose) {
  std::vector<int64_t> reversed(graph.type(transpose.inputs[0]).rank());
  std::iota(reversed.rbegin(), reversed.rend(), 0);
  return transpose.ints_or("perm", std::move(reversed));
}

void mark_result(ValueId id, AllUses& uses) {
  if (id.valid()) uses[id.index].has_other = uses[id.index].is_result = true;
}

void collect(const Graph& graph, BlockId block, AllUses& uses) {
  auto other = [&](ValueId id) {
    if (id.valid()) uses[id.index].has_other = true;
  };
  for (NodeId id : graph.blocks[block].nodes) {
    const Node& node = graph.nodes[id];
    if (node.op->name == std::string_view("Transpose"))
      uses[node.inputs[0].index].transposes.push_back(&node);
    else
      for (ValueId input : node.inputs) other(input);
    for (BlockId inner : node.blocks) collect(graph, inner, uses);
  }
  for (ValueId result : graph.blocks[block].results) mark_result(result, uses);
}

// As many elements as a vector register holds. (GCC's vectors, which clang has too.)
template <class T>
struct Lanes {
  static constexpr size_t kCount = 16 / sizeof(T);
  typedef T Vector __attribute__((vector_size(16)));

  // a0 b0 a1 b1 …, from element kFrom of both on.
  template <size_t kFrom, size_t... I>
  static Vector interleaved(Vector a, Vector b, std::index_sequence<I...>) {
    return __builtin_shufflevector(a, b, (kFrom + I / 2 + (I % 2) * kCount)...);
  }

  // A square of kCount × kCount elements: each round deals the rows like a deck of cards.
  static void transpose(const T* in, size_t in_row, T* out, size_t out_row) {
    constexpr auto kAll = std::make_index_sequence<kCount>();
    Vector rows[kCount], dealt[kCount];
    for (size_t i = 0; i < kCount; ++i) std::memcpy(&rows[i], in + i * in_row, sizeof rows[i]);
    for (size_t round = 1; round < kCount; round *= 2) {
      for (size_t i = 0; i < kCount / 2; ++i) {
        dealt[2 * i] = interleaved<0>(rows[i], rows[i + kCount / 2], kAll);
        dealt[2 * i + 1] = interleaved<kCount / 2>(rows[i], rows[i + kCount / 2], kAll);
      }
      std::memcpy(rows, dealt, sizeof rows);
    }
    for (size_t i = 0; i < kCount; ++i) std::memcpy(out + i * out_row, &rows[i], sizeof rows[i]);
  }
};

// A tile is a cache line wide and high.
template <class T>
void transpose_tile(const T* in, size_t in_row, T* out, size_t out_row) {
  constexpr size_t kStep = Lanes<T>::kCount, kSide = kCacheLine / sizeof(T);
  for (size_t j = 0; j < kSide; j += kStep)
    for (size_t i = 0; i < kSide; i += kStep)
      Lanes<T>::transpose(in + i * in_row + j, in_row, out + j * out_row + i, out_row);
}

// The elements of columns [first, last) of a rows × columns matrix, column by column.
template <class T>
void strip(const T* from, size_t rows, size_t columns, size_t first, size_t last, T* to) {
  constexpr size_t kSide = kCacheLine / sizeof(T);
  for (size_t i = 0; i < rows; i += kSide) {
    for (size_t j = first; j < last; j += kSide) {
      size_t height = std::min(kSide, rows - i), width = std::min(kSide, last - j);
      const T* in = from + i * columns + j;
      T* out = to + (j - first) * rows + i;
      if (height == kSide && width == kSide) {
        transpose_tile(in, columns, out, rows);
        continue;
      }
      for (size_t b = 0; b < width; ++b)
        for (size_t a = 0; a < height; ++a) out[b * rows + a] = in[a * columns + b];
    }
  }
}

// Calls `take(bytes)` for one strip of the result after the other, until it gives an error.
template <class T, class Take>
std::string for_each_strip(const std::byte* data, const Swap& swap, const Take& take) {
  size_t rows = static_cast<size_t>(swap.rows), columns = static_cast<size_t>(swap.columns);
  size_t width = std::max(kStripBytes / (rows * kCacheLine), size_t{1}) * kCacheLine / sizeof(T);
  std::vector<T> buffer(std::min(width, columns) * rows);
  std::string error;
  const T* matrix = reinterpret_cast<const T*>(data);
  for (int64_t i = 0; i < swap.batch; ++i, matrix += rows * columns) {
    for (size_t first = 0; first < columns && error.empty(); first += width) {
      size_t last = std::min(columns, first + width);
      strip(matrix, rows, columns, first, last, buffer.data());
      error = take(std::as_bytes(std::span(buffer).first((last - first) * rows)));
    }
  }
  return error;
}

template <class Take>
std::string for_each_strip(const Constant& value, const Swap& swap, const Take& take) {
  if (value.numel() == 0) return "";
  const std::byte* data = value.bytes().data();
  switch (size_of(value.dtype())) {
    case 1: return for_each_strip<uint8_t>(data, swap, take);
    case 2: return for_each_strip<uint16_t>(data, swap, take);
    case 4: return for_each_strip<uint32_t>(data, swap, take);
    default: return for_each_strip<uint64_t>(data, swap, take);
  }
}

}  // namespace

std::optional<Swap> swap_of(const std::vector<int64_t>& shape, const std::vector<int64_t>& perm) {
  // Axes of one element are nowhere; neighbours that stay neighbours are one group.
  std::vector<int64_t> rank_among(shape.size(), -1);
  int64_t count = 0;
  for (size_t axis = 0; axis < shape.size(); ++axis)
    if (shape[axis] != 1) rank_among[axis] = count++;
  std::vector<int64_t> starts, sizes;
  int64_t expected = -1;
  for (int64_t axis : perm) {
    int64_t rank = rank_among[static_cast<size_t>(axis)];
    if (rank < 0) continue;
    if (rank == expected) {
      sizes.back() *= shape[static_cast<size_t>(axis)];
    } else {
      starts.push_back(rank);
      sizes.push_back(shape[static_cast<size_t>(axis)]);
    }
    expected = rank + 1;
  }
  if (sizes.empty()) return Swap{};
  if (sizes.size() == 1) return Swap{1, sizes[0], 1};
  if (sizes.size() == 2) return Swap{1, sizes[1], sizes[0]};
  bool is_batched = sizes.size() == 3 && starts[0] == 0 && starts[1] > starts[2];
  return is_batched ? std::optional(Swap{sizes[0], sizes[2], sizes[1]}) : std::nullopt;
}

ConstantRef swapped(const Constant& value, const Swap& swap) {
  std::vector<std::byte> all;
  all.reserve(value.byte_size());
  for_each_strip(value, swap, [&](std::span<const std::byte> bytes) {
    all.insert(all.end(), bytes.begin(), bytes.end());
    return std::string();
  });
  return Constant::own(value.dtype(), value.shape(), std::move(all));
}

std::string write_swapped(OutputFile& file, const Constant& value, const Swap& swap) {
  return for_each_strip(value, swap,
                        [&](std::span<const std::byte> bytes) { return file.write(bytes); });
}

StoredTransposes::StoredTransposes(const Graph& graph) {
  AllUses uses;
  collect(graph, graph.root, uses);
  for (const Output& output : graph.outputs) mark_result(output.value, uses);
  for (const auto& [index, found] : uses) {
    ValueId weight{index};
    if (found.has_other || found.transposes.empty() || !is_stored(graph.values[weight])) continue;
    std::vector<int64_t> perm = perm_of(graph, *found.transposes[0]);
    auto is_alike = [&](const Node* node) {
      auto result = uses.find(node->outputs[0].index);
      bool is_result = result != uses.end() && result->second.is_result;
      return !is_result && perm_of(graph, *node) == perm;
    };
    if (!std::all_of(found.transposes.begin(), found.transposes.end(), is_alike)) continue;
    auto swap = swap_of(graph.values[weight].constant->shape(), perm);
    if (!swap) continue;
    by_weight_[index] = {weight, perm, *swap, ""};
    for (const Node* node : found.transposes) weight_of_output_[node->outputs[0].index] = index;
  }
}

StoredTranspose* StoredTransposes::of(ValueId id) {
  auto output = weight_of_output_.find(id.index);
  auto found = by_weight_.find(output == weight_of_output_.end() ? id.index : output->second);
  return found == by_weight_.end() ? nullptr : &found->second;
}

bool StoredTransposes::is_left_out(const Node& node) const {
  return node.outputs.size() == 1 && weight_of_output_.count(node.outputs[0].index) > 0;
}

}  // namespace nnscan
