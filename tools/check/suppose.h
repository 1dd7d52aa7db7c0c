// What a check supposes of inputs that the source leaves open: a model that takes images of one size
// says nowhere which, and nobody is there to be asked.
#pragma once

#include <vector>

#include "tools/check/wire.h"

namespace nnscan::check {

// Further tries, the likeliest first, for an analysis that was refused with these inputs open: ranks
// where none is known, else sizes of images.
std::vector<torch::Learnt> suppositions(const torch::Learnt& learnt, const std::vector<torch::OpenInput>& open);

// "`x` is float32[?,?,224,224]": these inputs, by what is known of them after all.
std::string described(const std::vector<torch::OpenInput>& open, const torch::Learnt& learnt);

Json to_json(const std::vector<torch::OpenInput>& open);
std::vector<torch::OpenInput> open_from(const Json& json);

}  // namespace nnscan::check
