// What a check supposes of inputs that the source leaves open: a model that takes images of one size
// says nowhere which, and nobody is there to be asked.
#pragma once

#include <vector>

#include "tools/check/wire.h"

namespace nnscan::check {

struct ImageSize {
  int64_t height, width;
};

// What the module says of itself: `img_size`, `image_size`, `input_size` or `in_size`, a number or
// as many as an image has sides, after its channels or without.
std::vector<ImageSize> sizes_named_by(py::Interp& interp, py::Value module);

// Further tries, the likeliest first, for an analysis that was refused with these inputs open: one
// element for lists, else one rank for all that have none, else sizes of images, those that the module
// names first.
std::vector<torch::Learnt> suppositions(const torch::Learnt& learnt, const std::vector<torch::OpenInput>& open,
                                        const std::vector<ImageSize>& named);

// The ranks that one input may have.
std::vector<torch::Learnt> ranks_of(const torch::Learnt& learnt, const torch::OpenInput& input);

// "`x` is float32[?,?,224,224]": these inputs, by what is known of them after all.
std::string described(const std::vector<torch::OpenInput>& open, const torch::Learnt& learnt);

Json to_json(const std::vector<torch::OpenInput>& open);
std::vector<torch::OpenInput> open_from(const Json& json);

}  // namespace nnscan::check
