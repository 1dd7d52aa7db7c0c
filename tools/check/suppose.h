// What a check supposes of inputs that the source leaves open: a model that takes images of one size
// says nowhere which, and nobody is there to be asked.
#pragma once

#include <vector>

#include "tools/check/wire.h"

namespace nnscan::check {

struct Supposition {
  torch::Learnt learnt;
  std::string text;  // "`x` is float32[?,?,224,224]"
};

// Further tries, the likeliest first, for an analysis that was refused with these inputs open: ranks
// where none is known, else sizes of images.
std::vector<Supposition> suppositions(const torch::Learnt& learnt, const std::vector<torch::OpenInput>& open);

Json to_json(const std::vector<torch::OpenInput>& open);
std::vector<torch::OpenInput> open_from(const Json& json);

}  // namespace nnscan::check
