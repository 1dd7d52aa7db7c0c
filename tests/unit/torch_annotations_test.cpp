#include <catch2/catch.hpp>

#include "frontend/torch/annotations.h"

using namespace nnscan::torch;
using Kinds = std::vector<std::string>;

TEST_CASE("annotations are read from the comment behind a function's header") {
  CHECK(annotations_in_comment("(x, y=None):  # type: (Tensor, Optional[int]) -> Tensor\n  pass") == Kinds{"Tensor", "Optional[int]"});
  CHECK(annotations_in_comment("(\n  x,  # an image: (N, C)\n  y=':(',\n):\n    # type: (List[Tensor], Dict[str, int]) -> None\n    pass") ==
        Kinds{"List[Tensor]", "Dict[str, int]"});
  CHECK(annotations_in_comment("(x) -> 'dict[str, int]':\n\t#type:(Tensor)->Tensor\n\tpass") == Kinds{"Tensor"});
}

TEST_CASE("other comments are none") {
  CHECK(annotations_in_comment("(x):\n    pass\n    # type: (Tensor) -> Tensor").empty());
  CHECK(annotations_in_comment("(x):\n    # type: ignore\n    pass").empty());
  CHECK(annotations_in_comment("(x):\n    # type: (...) -> Tensor\n    pass").empty());
  CHECK(annotations_in_comment("(x):\n    '''# type: (Tensor) -> Tensor'''").empty());
  CHECK(annotations_in_comment("(x): return x").empty());
  CHECK(annotations_in_comment("(x='").empty());
}

TEST_CASE("an annotation says what a parameter takes") {
  CHECK(core("Optional[torch.Tensor]") == "torch.Tensor");
  CHECK(core("'Tensor | None'") == "Tensor");
  CHECK(core("Union[Dict[str, int], Tensor]") == "Tensor");
  CHECK(is_tensor("torch.LongTensor"));
  CHECK_FALSE(is_tensor("TensorDict"));
  CHECK(element_of_list("typing.List[Tensor]") == "Tensor");
  CHECK(size_of_tuple("tuple[Tensor,Tensor]") == 2);
  CHECK(size_of_tuple("tuple[Tensor,...]") == 0);
}
