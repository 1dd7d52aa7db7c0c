// Prints what a weight file holds, one tensor a line, for checkpoint_oracle.py to compare with
// what PyTorch reads: key, dtype, shape, how it is kept, FNV-1a of its bytes, separated by tabs.
// `--as DTYPE` converts each first; `--time N` prints the fastest of N readings, in milliseconds.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <limits>
#include <optional>

#include "frontend/torch/checkpoint_match.h"

namespace {

using namespace nnscan;

uint64_t fnv1a(std::span<const std::byte> bytes) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (const std::byte b : bytes) hash = (hash ^ static_cast<uint64_t>(b)) * 0x100000001b3u;
  return hash;
}

int print(const Checkpoint& checkpoint, std::optional<DType> as) {
  fmt::print("container\t{}\n", checkpoint.container);
  for (const auto& [path, version] : checkpoint.versions) {
    fmt::print("version\t{}\t{}\n", path, version);
  }
  for (const auto& [key, stored] : checkpoint.tensors) {
    const ConstantRef data = as ? convert_constant(stored, *as) : stored;
    fmt::print("tensor\t{}\t{}\t{}\t{}\t{:016x}\n", key, info(data->dtype()).name,
               fmt::join(data->shape(), ","), data->is_splat() ? "splat" : "bytes",
               fnv1a(data->bytes()));
  }
  return 0;
}

int fail(const CheckpointError& error) {
  fmt::print("error\t{}\t{}\t{}\n", static_cast<int>(error.code), error.message, error.hint);
  return 1;
}

int time(const std::string& path, int times) {
  double best = std::numeric_limits<double>::infinity();
  for (int i = 0; i < times; ++i) {
    const auto start = std::chrono::steady_clock::now();
    const auto result = read_checkpoint(path);
    const auto end = std::chrono::steady_clock::now();
    if (const auto* error = std::get_if<CheckpointError>(&result)) return fail(*error);
    best = std::min(best, std::chrono::duration<double, std::milli>(end - start).count());
  }
  fmt::print("{:.3f}\n", best);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 4 && std::string(argv[1]) == "--time") return time(argv[3], std::atoi(argv[2]));
  const bool as = argc == 4 && std::string(argv[1]) == "--as";
  if (argc != 2 && !as) return 2;
  const auto result = read_checkpoint(argv[argc - 1]);
  if (const auto* error = std::get_if<CheckpointError>(&result)) return fail(*error);
  return print(std::get<Checkpoint>(result), as ? dtype_named(argv[2]) : std::nullopt);
}
