// The type rules over symbolic sizes.
#include <catch2/catch.hpp>

#include "tests/unit/ops_support.h"

namespace nnscan::ops_test {
namespace {

struct Row {
  Call call;
  std::string types;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.call.op << " " << (row.call.inputs.empty() ? "" : row.call.inputs[0]));
    CHECK(types_of(row.call) == row.types);
  }
}

TEST_CASE("elementwise operators broadcast and check dtypes") {
  check({
      {{"Add", {"f32[N,3]", "f32[3]"}, {}}, "f32[N,3]"},
      {{"Add", {"f32[N,1]", "f32[1,M]"}, {}}, "f32[N,M]"},
      {{"Add", {"f32[*]", "f32[3]"}, {}}, "f32[*]"},
      {{"Add", {"f32[2]", "i64[2]"}, {}},
       "error: the inputs have different dtypes, `float32` and `int64`"},
      {{"Add", {"u8[2]", "u8[2]"}, {}, 1, 13}, "error: `uint8` needs opset 14 here"},
      {{"Add", {"bool[2]", "bool[2]"}, {}},
       "error: ONNX's `Add` takes `uint8`, `int8`, `int16`, `int32`, "
       "`int64`, `float16`, `bfloat16`, `float32`, `float64`, not `bool`"},
      {{"Mul", {"f32[2]", "f32[3]"}, {}}, "error: sizes 2 and 3 do not broadcast"},
      {{"Less", {"f32[N]", "f32[]"}, {}}, "bool[N]"},
      {{"Where", {"bool[N,1]", "f16[4]", "f16[]"}, {}}, "f16[N,4]"},
      {{"Where", {"f32[1]", "f16[4]", "f16[]"}, {}},
       "error: ONNX's `Where` takes `bool`, not `float32`"},
      {{"Pow", {"f32[N]", "i64[]"}, {}}, "f32[N]"},
      {{"Pow", {"f32[N]", "i64[]"}, {}, 1, 11}, "error: `int64` needs opset 12 here"},
      {{"Mod", {"f32[N]", "f32[]"}, {}}, "error: floats need fmod=1"},
      {{"Max", {"f32[N]", "f32[1]", "f32[4,1]"}, {}}, "f32[4,N]"},
      {{"Relu", {"f32[N,?]"}, {}}, "f32[N,?0]"},
      {{"Relu", {"i32[N]"}, {}, 1, 13}, "error: `int32` needs opset 14 here"},
      {{"Exp", {"bf16[N]"}, {}, 1, 11}, "error: `bfloat16` needs opset 13 here"},
      {{"Cast", {"f32[N]"}, {{"to", int64_t{7}}}}, "i64[N]"},
      {{"Cast", {"f32[N]"}, {{"to", int64_t{8}}}},
       "error: `to` is 8, which is no dtype that PyTorch has"},
      {{"IsNaN", {"f32[N]"}, {}}, "bool[N]"},
      {{"Clip", {"f32[N]", "f32[]", ""}, {}}, "f32[N]"},
      {{"Clip", {"f32[N]", "f32[1]"}, {}}, "error: a bound must be a scalar, but has 1 axes"},
      {{"PRelu", {"f32[N,3,H]", "f32[3,1]"}, {}}, "f32[N,3,H]"},
      {{"Not", {"bool[*]"}, {}}, "bool[*]"},
  });
}

TEST_CASE("convolutions and pools compute sizes and learn channels") {
  NamedAttribute two{"strides", Ints{2, 2}}, three{"kernel_shape", Ints{3, 3}};
  NamedAttribute pad{"pads", Ints{1, 1, 1, 1}}, ceil{"ceil_mode", int64_t{1}};
  check({
      {{"Conv", {"f32[N,3,H,W]", "f32[64,3,7,7]", "f32[64]"},
        {{"pads", Ints{3, 3, 3, 3}}, two}},
       "f32[N,64,(H + 1)//2,(W + 1)//2]"},
      {{"Conv", {"f32[1,3,224,224]", "f32[64,3,7,7]"}, {{"pads", Ints{3, 3, 3, 3}}, two}},
       "f32[1,64,112,112]"},
      {{"Conv", {"f32[N,3,H,H]", "f32[8,3,3,3]"}, {pad}}, "f32[N,8,H,H]"},
      {{"Conv", {"f32[N,6,L]", "f32[6,1,3]"}, {{"group", int64_t{6}}, {"dilations", Ints{2}}}},
       "f32[N,6,L - 4]"},
      {{"Conv", {"f32[N,?,H,W]", "f32[8,3,1,1]"}, {}}, "?0=3"},
      {{"Conv", {"f32[*]", "f32[8,3,1,1]"}, {}}, "input 0 has rank 4"},
      {{"Conv", {"f32[N,4,H,W]", "f32[8,3,1,1]"}, {}},
       "error: the input's channels and those of the weight: 4 is not 3"},
      {{"Conv", {"f32[N,3,2,2]", "f32[8,3,3,3]"}, {}},
       "error: a window of 3 does not fit into size 2 with padding 0"},
      {{"Conv", {"f32[N,3,H,W]", "f32[8,3,3,3]"}, {{"auto_pad", std::string("SAME_UPPER")}, two}},
       "f32[N,8,(H + 1)//2,(W + 1)//2]"},
      {{"ConvTranspose", {"f32[N,8,H,W]", "f32[8,4,2,2]"}, {two}}, "f32[N,4,2*H,2*W]"},
      {{"ConvTranspose", {"f32[N,8,H,5]", "f32[8,2,3,3]"},
        {two, pad, {"output_padding", Ints{1, 1}}, {"group", int64_t{2}}}},
       "f32[N,4,2*H,10]"},
      {{"MaxPool", {"f32[N,C,H,W]"}, {three, two, pad}},
       "f32[N,C,(H + 1)//2,(W + 1)//2]"},
      {{"MaxPool", {"f32[1,1,6,6]"}, {{"kernel_shape", Ints{2, 2}}, two}, 2},
       "f32[1,1,3,3] i64[1,1,3,3]"},
      // A window of 3 at stride 2 over 6: ceil gives 3, floor 2.
      {{"MaxPool", {"f32[1,1,6,6]"}, {three, two, ceil}}, "f32[1,1,3,3]"},
      {{"MaxPool", {"f32[1,C,H,6]"}, {three, two, ceil}}, "f32[1,C,H//2,3]"},
      // With stride 3 over 4 with padding 1 the third window would start in the padding.
      {{"MaxPool", {"f32[1,1,4,5]"},
        {{"kernel_shape", Ints{2, 2}}, {"strides", Ints{3, 3}}, pad, ceil}},
       "f32[1,1,2,2]"},
      {{"MaxPool", {"f32[1,1,4,5]"}, {{"kernel_shape", Ints{2, int64_t{1} << 40}}}},
       "error: a kernel size, stride or dilation cannot be 1099511627776"},
      {{"AveragePool", {"f32[*]"}, {three}}, "input 0 has rank 4"},
      {{"GlobalAveragePool", {"f32[N,C,H,W]"}, {}}, "f32[N,C,1,1]"},
      {{"MaxUnpool", {"f32[N,C,H,W]", "i64[N,C,H,W]"}, {{"kernel_shape", Ints{2, 2}}, two}},
       "f32[N,C,2*H,2*W]"},
      {{"MaxUnpool", {"f32[N,C,H,W]", "i64[N,C,H,W]", "@N,C,P,Q"},
        {{"kernel_shape", Ints{2, 2}}, two}},
       "f32[N,C,P,Q]"},
      {{"Col2Im", {"f32[N,27,?]", "i64[2] 8 8", "i64[2] 3 3"}, {}}, "?0=36"},
      {{"Col2Im", {"f32[N,27,36]", "i64[2] 8 8", "i64[2] 3 3"}, {}}, "f32[N,3,8,8]"},
  });
}

TEST_CASE("normalisation and products unify their sizes") {
  check({
      {{"BatchNormalization", {"f32[N,?,H,W]", "f32[8]", "f32[8]", "f32[8]", "f32[8]"}, {}},
       "?0=8, ?0=8, ?0=8, ?0=8"},
      {{"LayerNormalization", {"f32[B,T,?]", "f32[16]", "f32[16]"}, {}}, "?0=16, ?0=16"},
      {{"LayerNormalization", {"f32[B,T,16]", "f32[16]"}, {}, 3},
       "f32[B,T,16] f32[B,T,1] f32[B,T,1]"},
      {{"Softmax", {"f32[B,T]"}, {{"axis", int64_t{2}}}},
       "error: axis 2 is out of range for 2 dimensions"},
      {{"MatMul", {"f32[B,1,N,4]", "f32[3,4,M]"}, {}}, "f32[B,3,N,M]"},
      {{"MatMul", {"f32[4]", "f32[4]"}, {}}, "f32[]"},
      {{"MatMul", {"f32[B,N,4]", "f32[4]"}, {}}, "f32[B,N]"},
      {{"MatMul", {"f32[4]", "f32[B,4,M]"}, {}}, "f32[B,M]"},
      {{"MatMul", {"f32[N,?]", "f32[784,10]"}, {}}, "?0=784"},
      {{"MatMul", {"f32[N,5]", "f32[4,2]"}, {}},
       "error: the last axis of the first operand and the rows of the second: 5 is not 4"},
      {{"Gemm", {"f32[N,784]", "f32[10,784]", "f32[10]"}, {{"transB", int64_t{1}}}}, "f32[N,10]"},
      {{"Gemm", {"f32[*]", "f32[10,784]", "f32[10]"}, {{"transB", int64_t{1}}}},
       "input 0 has rank 2"},
      {{"Einsum", {"f32[B,H,Q,D]", "f32[B,H,K,D]"}, {{"equation", std::string("bhqd,bhkd->bhqk")}}},
       "f32[B,H,Q,K]"},
      {{"Einsum", {"f32[B,T,C]", "f32[C,4]"}, {{"equation", std::string("...c,cd->...d")}}},
       "f32[B,T,4]"},
      {{"Einsum", {"f32[N,M]", "f32[M,K]"}, {{"equation", std::string("ij, jk")}}}, "f32[N,K]"},
      {{"Einsum", {"f32[N,M]"}, {{"equation", std::string("ii,->i")}}},
       "error: `ii,->i` is not an equation for 1 operands"},
      {{"Det", {"f32[B,3,3]"}, {}}, "f32[B]"},
  });
}

TEST_CASE("reductions drop or keep axes") {
  check({
      {{"ReduceMean", {"f32[N,C,H,W]", "i64[2] 2 -1"}, {{"keepdims", int64_t{0}}}}, "f32[N,C]"},
      {{"ReduceMean", {"f32[N,C,H,W]", "i64[1] 1"}, {}}, "f32[N,1,H,W]"},
      {{"ReduceSum", {"f32[N,C]"}, {}}, "f32[1,1]"},
      {{"ReduceSum", {"f32[*]"}, {{"keepdims", int64_t{0}}}}, "f32[]"},
      {{"ReduceSum", {"f32[N,C]", "i64[1] 2"}, {}},
       "error: axis 2 is out of range for 2 dimensions"},
      {{"ReduceMax", {"bool[N]"}, {}, 1, 17}, "error: `bool` needs opset 20"},
      {{"ReduceMax", {"u8[N]"}, {}, 1, 11}, "error: `uint8` needs opset 12 here"},
      {{"ArgMax", {"f32[N,C]"}, {{"axis", int64_t{-1}}, {"keepdims", int64_t{0}}}}, "i64[N]"},
      {{"CumSum", {"i64[N,C]", "i64[] 1"}, {}}, "i64[N,C]"},
      {{"TopK", {"f32[N,10]", "i64[1] 3"}, {}, 2}, "f32[N,3] i64[N,3]"},
      {{"TopK", {"f32[N,10]", "@K"}, {}, 2}, "f32[N,K] i64[N,K]"},
      {{"TopK", {"f32[N,2]", "i64[1] 3"}, {}, 2}, "error: k is 3, but the axis has size 2"},
      {{"NonZero", {"bool[N,M]"}, {}}, "i64[2,?0]"},
      {{"Unique", {"i64[N,M]"}, {}, 4}, "i64[?0] i64[?0] i64[M*N] i64[?0]"},
  });
}

TEST_CASE("reshapes follow 0, -1 and symbolic sizes") {
  check({
      {{"Reshape", {"f32[N,3,4]", "i64[2] 0 -1"}, {}}, "f32[N,12]"},
      {{"Reshape", {"f32[N,C,H,W]", "i64[2] -1 0"}, {}}, "f32[H*N*W,C]"},
      {{"Reshape", {"f32[B,T,64]", "@B,T,4,16"}, {}}, "f32[B,T,4,16]"},
      {{"Reshape", {"f32[?,1,28,28]", "i64[2] -1 784"}, {}}, "f32[?0,784]"},
      {{"Reshape", {"f32[N,6]", "i64[2] -1 4"}, {}}, "f32[(3*N)//2,4]"},
      {{"Reshape", {"f32[7]", "i64[2] -1 4"}, {}},
       "error: 7 elements do not divide into rows of 4"},
      {{"Reshape", {"f32[?,4]", "i64[2] 2 6"}, {}}, "?0=3"},
      {{"Reshape", {"f32[2,4]", "i64[2] 2 5"}, {}},
       "error: the number of elements: 8 is not 10"},
      {{"Reshape", {"f32[2]", "i64[2] -1 -1"}, {}}, "error: only one size can be -1"},
      {{"Reshape", {"f32[N]", "i64[3]"}, {}}, "f32[?0,?1,?2]"},
      {{"Flatten", {"f32[N,C,H]"}, {}}, "f32[N,C*H]"},
      {{"Squeeze", {"f32[N,1,?]", "i64[2] 1 2"}, {}}, "?0=1"},
      {{"Squeeze", {"f32[N,1,4]", "i64[1] 1"}, {}}, "f32[N,4]"},
      {{"Squeeze", {"f32[N,1]"}, {}}, "error: it is not known whether axis 0 has size 1"},
      {{"Unsqueeze", {"f32[N,C]", "i64[2] 0 -1"}, {}}, "f32[1,N,C,1]"},
      {{"Unsqueeze", {"f32[N]", "i64[2] 0 0"}, {}}, "error: axis 0 is given twice"},
      {{"Unsqueeze", {"f32[N]", "i64[] 0"}, {}},
       "error: the axes must have 1 dimensions, not 0"},
      {{"Expand", {"f32[1,C]", "@N,1"}, {}}, "f32[N,C]"},
      {{"Shape", {"f32[N,C]"}, {}}, "i64[2]"},
      {{"Size", {"f32[N,C]"}, {}}, "i64[]"},
  });
}

TEST_CASE("movement keeps sizes as expressions") {
  check({
      {{"Transpose", {"f32[A,B,C]"}, {{"perm", Ints{2, 0, 1}}}}, "f32[C,A,B]"},
      {{"Transpose", {"f32[*]"}, {{"perm", Ints{1, 0}}}}, "input 0 has rank 2"},
      {{"Transpose", {"f32[A,B]"}, {{"perm", Ints{1, 1}}}},
       "error: [1, 1] is not a permutation of 2 axes"},
      {{"Concat", {"f32[N,3]", "f32[?,M]"}, {{"axis", int64_t{1}}}}, "?0=N"},
      {{"Concat", {"f32[N,3]", "f32[N,M]"}, {{"axis", int64_t{1}}}}, "f32[N,M + 3]"},
      {{"Concat", {"f32[N,3]", "f32[N]"}, {{"axis", int64_t{0}}}},
       "error: the inputs have 2 and 1 axes"},
      {{"Tile", {"f32[N,3]", "@2,M"}, {}}, "f32[2*N,3*M]"},
      {{"Pad", {"f32[N,C,H,W]", "i64[8] 0 0 1 1 0 0 1 -1"}, {}}, "f32[N,C,H + 2,W]"},
      {{"Pad", {"f32[H]", "@0,P"}, {}}, "f32[H + P]"},
      {{"Pad", {"f32[2]", "i64[2] -3 0"}, {}}, "error: padding leaves axis 0 with size -1"},
      {{"DepthToSpace", {"f32[N,12,H,W]"}, {{"blocksize", int64_t{2}}}}, "f32[N,3,2*H,2*W]"},
      {{"SpaceToDepth", {"f32[N,3,8,W]"}, {{"blocksize", int64_t{2}}}}, "f32[N,12,4,W//2]"},
  });
}

TEST_CASE("slices clamp their bounds") {
  auto slice = [](std::string type, std::string from, std::string to, std::string step = "1") {
    return Call{"Slice", {type, "i64[1] " + from, "i64[1] " + to, "i64[1] 0", "i64[1] " + step},
                {}};
  };
  std::string end = "9223372036854775807";
  check({
      {slice("f32[10]", "2", "5"), "f32[3]"},
      {slice("f32[10]", "2", end), "f32[8]"},
      {slice("f32[10]", "-3", end), "f32[3]"},
      {slice("f32[2]", "-3", end), "f32[2]"},
      {slice("f32[10]", "8", "20", "3"), "f32[1]"},
      {slice("f32[10]", "5", "2"), "f32[0]"},
      {slice("f32[10]", "-1", "-9223372036854775808", "-1"), "f32[10]"},
      {slice("f32[10]", "7", "2", "-2"), "f32[3]"},
      {slice("f32[2]", "-9", "-9223372036854775808", "-1"), "f32[1]"},
      {slice("f32[0]", "-1", "-9223372036854775808", "-1"), "f32[0]"},
      {slice("f32[4]", "-1", end, "-1"), "error: a backward slice cannot end beyond the axis"},
      {slice("f32[N]", "0", end), "f32[N]"},
      {slice("f32[N]", "0", end, "2"), "f32[(N + 1)//2]"},
      {slice("f32[N]", "1", end, "2"), "f32[N//2]"},
      {slice("f32[N]", "-1", "-9223372036854775808", "-1"), "f32[N]"},
      {slice("f32[N]", "0", "-1"), "f32[max(N, 1) - 1]"},
      {slice("f32[N]", "1", end), "f32[max(N, 1) - 1]"},
      {slice("f32[N]", "0", "4"), "f32[min(N, 4)]"},
      {slice("f32[N]", "-4", end), "f32[min(N, 4)]"},
      {slice("f32[N]", "0", "1", "0"), "error: a step cannot be 0"},
      {{"Slice", {"f32[N,M]", "@0", "@M", "i64[1] 1"}, {}}, "f32[N,M]"},
      {{"Slice", {"f32[N,9]", "i64[1]", "i64[1] 9", "i64[1] 1"}, {}}, "f32[N,?0]"},
      {{"Split", {"f32[N,12]"}, {{"axis", int64_t{1}}}, 3}, "f32[N,4] f32[N,4] f32[N,4]"},
      {{"Split", {"f32[7]"}, {}, 3}, "f32[3] f32[3] f32[1]"},
      {{"Split", {"f32[N]"}, {}, 2}, "f32[(N + 1)//2] f32[N - (N + 1)//2]"},
      {{"Split", {"f32[N]"}, {}, 2, 17},
       "error: a split into parts of unknown sizes needs opset 18"},
      {{"Split", {"f32[?]", "i64[2] 3 4"}, {}, 2}, "?0=7"},
      {{"Split", {"f32[8]", "i64[2] 3 4"}, {}, 2},
       "error: the size and the sum of its parts: 8 is not 7"},
  });
}

TEST_CASE("indices choose places") {
  check({
      {{"Gather", {"f32[V,D]", "i64[N,T]"}, {}}, "f32[N,T,D]"},
      {{"Gather", {"f32[N,3,H]", "i64[] 2"}, {{"axis", int64_t{1}}}}, "f32[N,H]"},
      {{"Gather", {"f32[3]", "i64[1] 3"}, {}},
       "error: index 3 is out of range for axis 0 of size 3"},
      {{"Gather", {"f32[3]", "f32[1]"}, {}},
       "error: ONNX's `Gather` takes `int32`, `int64`, not `float32`"},
      {{"GatherElements", {"f32[N,4]", "i64[N,2]"}, {{"axis", int64_t{1}}}}, "f32[N,2]"},
      {{"GatherElements", {"f32[3,4]", "i64[4,2]"}, {{"axis", int64_t{1}}}},
       "error: the indices have size 4 on axis 0, the data only 3"},
      {{"GatherND", {"f32[N,H,W]", "i64[K,2]"}, {}}, "f32[K,W]"},
      {{"GatherND", {"f32[N,H,W]", "i64[N,K,1]"}, {{"batch_dims", int64_t{1}}}}, "f32[N,K,W]"},
      {{"Compress", {"f32[N,4]", "bool[N]"}, {{"axis", int64_t{0}}}}, "f32[?0,4]"},
      {{"ScatterElements", {"f32[N,4]", "i64[N,2]", "f32[N,2]"}, {}}, "f32[N,4]"},
      {{"ScatterElements", {"f32[N,4]", "i64[N,2]", "f32[N,2]"},
        {{"reduction", std::string("add")}}, 1, 13},
       "error: a reduction needs opset 16"},
      {{"ScatterND", {"f32[N,4]", "i64[K,1]", "f32[K,4]"}, {}}, "f32[N,4]"},
      {{"ScatterND", {"f32[N,4]", "i64[K,1]", "f32[K,3]"}, {}},
       "error: axis 1 of the updates: 3 is not 4"},
      {{"OneHot", {"i64[N]", "i64[] 10", "f32[2] 0 1"}, {}}, "f32[N,10]"},
  });
}

TEST_CASE("new elements take their sizes from values") {
  check({
      {{"Range", {"i64[] 0", "@N", "i64[] 1"}, {}},
       "error: a bound or step of a range must have 0 dimensions, not 1"},
      {{"Range", {"i64[] 0", "$N", "i64[] 1"}, {}}, "i64[N]"},
      {{"Range", {"$A", "$N", "i64[] 2"}, {}}, "i64[-min((A - N)//2, 0)]"},
      {{"Range", {"$N", "i64[] 0", "i64[] -1"}, {}}, "i64[N]"},
      {{"Range", {"i64[] 0", "$N", "i64[] 0"}, {}}, "error: the step cannot be 0"},
      {{"Range", {"i64[] 2", "i64[] 9", "i64[] 3"}, {}}, "i64[3]"},
      {{"Range", {"f32[] 0", "f32[] 1", "f32[] 0.1"}, {}}, "f32[10]"},
      {{"Range", {"f32[]", "f32[] 1", "f32[] 0.1"}, {}}, "f32[?0]"},
      {{"ConstantOfShape", {"@N,4"}, {}}, "f32[N,4]"},
      {{"ConstantOfShape", {"@N"}, {{"value", Attribute(Constant::scalar_int(3))}}}, "i64[N]"},
      {{"ConstantOfShape", {"i64[2] 2 -1"}, {}}, "error: a size cannot be -1"},
      {{"EyeLike", {"f32[N,N]"}, {{"dtype", int64_t{7}}}}, "i64[N,N]"},
      {{"Trilu", {"f32[N,T,T]", "i64[] 1"}, {}}, "f32[N,T,T]"},
      {{"RandomNormalLike", {"f32[N]"}, {}}, "f32[N]"},
      {{"RandomUniform", {}, {{"shape", Ints{2, 3}}}}, "f32[2,3]"},
      {{"Bernoulli", {"f32[N]"}, {{"dtype", int64_t{9}}}}, "bool[N]"},
      {{"Dropout", {"f32[N,4]", "f32[] 0.5", "bool[] 1"}, {}, 2}, "f32[N,4] bool[N,4]"},
      {{"Multinomial", {"f32[N,5]"}, {{"sample_size", int64_t{3}}, {"dtype", int64_t{7}}}},
       "i64[N,3]"},
  });
}

TEST_CASE("images and sequences") {
  NamedAttribute floor{"nearest_mode", std::string("floor")};
  check({
      {{"Resize", {"f32[N,C,H,W]", "", "f32[4] 1 1 2 2"}, {floor}}, "f32[N,C,2*H,2*W]"},
      {{"Resize", {"f32[N,C,H,W]", "", "f32[4] 1 1 0.5 1.5"}, {}}, "f32[N,C,H//2,(3*W)//2]"},
      {{"Resize", {"f32[N,C,10,W]", "", "f32[4] 1 1 0.3 0.3"}, {}}, "f32[N,C,3,?0]"},
      {{"Resize", {"f32[N,C,H,W]", "", "", "@N,C,P,32"}, {}}, "f32[N,C,P,32]"},
      {{"Resize", {"f32[N,C,H,W]", "", "", "@P,32"}, {{"axes", Ints{2, 3}}}}, "f32[N,C,P,32]"},
      {{"Resize", {"f32[N,C,H,W]"}, {}}, "error: either scales or sizes must be given"},
      {{"GridSample", {"f32[N,C,H,W]", "f32[N,P,Q,2]"}, {}}, "f32[N,C,P,Q]"},
      {{"GridSample", {"f32[N,C,D,H,W]", "f32[N,P,Q,R,3]"}, {}, 1, 17},
       "error: sampling of volumes needs opset 20"},
      {{"AffineGrid", {"f32[N,2,3]", "@N,3,H,W"}, {}}, "f32[N,H,W,2]"},
      {{"RoiAlign", {"f32[N,C,H,W]", "f32[R,4]", "i64[R]"},
        {{"output_height", int64_t{7}}, {"output_width", int64_t{7}}}},
       "f32[R,C,7,7]"},
      {{"MaxRoiPool", {"f32[N,C,H,W]", "f32[R,5]"}, {{"pooled_shape", std::vector<int64_t>{7, 5}}}},
       "f32[R,C,7,5]"},
      {{"MaxRoiPool", {"f32[N,C,H,W]", "f32[R,5]"}, {{"pooled_shape", std::vector<int64_t>{7}}}},
       "error: `pooled_shape` needs two numbers"},
      {{"NonMaxSuppression", {"f32[1,S,4]", "f32[1,1,S]"}, {}}, "i64[?0,3]"},
      {{"LSTM", {"f32[T,N,8]", "f32[2,64,8]", "f32[2,64,16]", "f32[2,128]", "", "f32[2,N,16]"},
        {{"hidden_size", int64_t{16}}, {"direction", std::string("bidirectional")}}, 3},
       "f32[T,2,N,16] f32[2,N,16] f32[2,N,16]"},
      {{"GRU", {"f32[T,N,?]", "f32[1,48,8]", "f32[1,48,16]"}, {{"hidden_size", int64_t{16}}}},
       "?0=8"},
      {{"RNN", {"f32[T,N,8]", "f32[1,16,8]", "f32[1,16,17]"}, {{"hidden_size", int64_t{16}}}},
       "error: the weight and `hidden_size`: 17 is not 16"},
  });
}

}  // namespace
}  // namespace nnscan::ops_test
