// What the annotation of a parameter says of the tensors that it takes. Annotations are read as
// text, never evaluated: they may name what is imported for type checkers only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nnscan::torch {

// What a parameter is given that may be of several types: `Optional[Tensor]`, `Tensor | None` and
// `Union[Tensor, dict]` are about a tensor.
std::string core(std::string annotation);
// These take a core().
bool is_tensor(const std::string& kind);
std::string element_of_list(const std::string& kind);  // `List[Tensor]`: "Tensor"; else empty
size_t size_of_tuple(const std::string& kind);         // `tuple[Tensor, Tensor]`: 2; else 0

// The annotations in a type comment, by parameter, of the source of a function from behind its name
// on: `(x, y): # type: (Tensor, Optional[Tensor]) -> Tensor`, the comment on that line or the next.
// Empty where there is none, or it says `(...)`.
// https://peps.python.org/pep-0484/#suggested-syntax-for-python-2-7-and-straddling-code
std::vector<std::string> annotations_in_comment(std::string_view source);

}  // namespace nnscan::torch
