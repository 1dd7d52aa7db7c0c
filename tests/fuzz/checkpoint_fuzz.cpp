// Throws bytes at the readers of weight files. Whatever they are, the answer is a checkpoint whose
// bytes can all be read, or an error with a message; never a signal, a hang or a huge allocation.
//
// The first byte chooses what the rest is: a file, or the pickle of an archive and its one storage,
// so that the fuzzer need not learn to write zip directories.
#include <cstdlib>
#include <string>

#include "frontend/torch/checkpoint_match.h"
#include "tests/unit/checkpoint_files.h"

namespace {

using namespace nnscan;

uint64_t sum(const Checkpoint& checkpoint) {
  uint64_t total = 0;
  for (const CheckpointTensor& tensor : checkpoint.tensors) {
    for (const std::byte b : tensor.data->bytes()) total += static_cast<uint64_t>(b);
  }
  return total;
}

void match(const Checkpoint& checkpoint) {
  const std::vector<ParameterSlot> slots = {{"w", DType::kFloat16, {2, 2}},
                                            {"bn.running_mean", DType::kFloat32, {1}},
                                            {"bn.num_batches_tracked", DType::kInt64, {}}};
  const auto result = match_checkpoint(slots, checkpoint);
  if (const auto* error = std::get_if<CheckpointError>(&result)) {
    if (error->message.empty()) std::abort();
  }
}

std::string file_of(const uint8_t* data, size_t size) {
  const std::string rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0: return rest;
    case 1: return test::zip({{"a/data.pkl", rest}, {"a/data/0", std::string(24, '\x01')}});
    case 2: return test::safetensors(rest, std::string(24, '\x01'));
    default: return test::torch_legacy(rest, {{"0", 6, std::string(24, '\x01')}});
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  CheckpointLimits limits;
  limits.pickle_nodes = 100'000;
  limits.copied_bytes = 1 << 20;
  const auto result = test::read(file_of(data, size), limits);
  if (const auto* error = std::get_if<CheckpointError>(&result)) {
    if (error->message.empty()) std::abort();
    return 0;
  }
  volatile uint64_t total = sum(std::get<Checkpoint>(result));
  (void)total;
  match(std::get<Checkpoint>(result));
  return 0;
}
