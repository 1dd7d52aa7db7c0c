// One graph for each rewrite of emit/onnx/opset.cpp, in the home form, with what it becomes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/unit/emit_graphs.h"

namespace nnscan::emit_test {

struct OpsetCase {
  const char* row;       // the operator of the row that it exercises
  int below;             // and the row's opset
  std::string expected;  // the ops of the model at the opset below that, in order
  std::function<void(HandGraph&)> build;
};

inline std::vector<OpsetCase> opset_cases() {
  std::vector<OpsetCase> cases;
  auto reduce = [&](const char* op, int below) {
    cases.push_back({op, below, op, [op](HandGraph& hand) {
                       ValueId x = hand.input("x", hand.f32({2, 3, 4}));
                       hand.output("y", hand.node(op, {x, hand.ints({-1, 0})}, hand.f32({3}),
                                                  {{"keepdims", int64_t{0}}}));
                     }});
  };
  for (const char* op : {"ReduceMean", "ReduceMax", "ReduceMin", "ReduceProd", "ReduceL1",
                         "ReduceL2", "ReduceLogSum", "ReduceLogSumExp", "ReduceSumSquare"})
    reduce(op, 18);
  reduce("ReduceSum", 13);
  cases.push_back({"ReduceMean", 18, "ReduceMean", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({2, 3}));
                     hand.output("y", hand.node("ReduceMean", {x}, hand.f32({1, 1})));
                   }});
  cases.push_back({"ReduceMean", 18, "Identity", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({2, 3}));
                     hand.output("y", hand.node("ReduceMean", {x, hand.ints({})}, hand.f32({2, 3}),
                                                {{"noop_with_empty_axes", int64_t{1}}}));
                   }});
  cases.push_back({"Squeeze", 13, "Squeeze", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({1, 3, 1}));
                     hand.output("y", hand.node("Squeeze", {x, hand.ints({0})}, hand.f32({3, 1})));
                   }});
  cases.push_back(
      {"Unsqueeze", 13, "Unsqueeze", [](HandGraph& hand) {
         ValueId x = hand.input("x", hand.f32({3}));
         hand.output("y", hand.node("Unsqueeze", {x, hand.ints({0, -1})}, hand.f32({1, 3, 1})));
       }});
  cases.push_back({"Split", 18, "Split", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({7, 2}));
                     NodeId split = hand.make(
                         "Split", {x}, {hand.f32({3, 2}), hand.f32({3, 2}), hand.f32({1, 2})},
                         {{"num_outputs", int64_t{3}}});
                     for (int i = 0; i < 3; ++i)
                       hand.output("y" + std::to_string(i), hand.graph.nodes[split].outputs[i]);
                   }});
  cases.push_back(
      {"Split", 18, "Split", [](HandGraph& hand) {
         Dim n = hand.dims.symbol("N");
         Dim two = hand.dims.mul(hand.dims.constant(2), n);
         ValueId x = hand.input("x", Type::of(DType::kFloat32, {two}));
         Type half = Type::of(DType::kFloat32, {n});
         NodeId split = hand.make("Split", {x}, {half, half}, {{"num_outputs", int64_t{2}}});
         for (int i = 0; i < 2; ++i)
           hand.output("y" + std::to_string(i), hand.graph.nodes[split].outputs[i]);
       }});
  cases.push_back({"Split", 13, "Split", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({2, 5}));
                     NodeId split =
                         hand.make("Split", {x, hand.ints({4, 1})},
                                   {hand.f32({2, 4}), hand.f32({2, 1})}, {{"axis", int64_t{-1}}});
                     for (int i = 0; i < 2; ++i)
                       hand.output("y" + std::to_string(i), hand.graph.nodes[split].outputs[i]);
                   }});
  cases.push_back({"Softmax", 13, "Softmax", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({2, 3, 4}));
                     hand.output("y", hand.node("Softmax", {x}, hand.f32({2, 3, 4})));
                   }});
  cases.push_back({"Softmax", 13, "Softmax", [](HandGraph& hand) {
                     ValueId x = hand.input("x", Type::unranked(DType::kFloat32));
                     hand.output("y", hand.node("Softmax", {x}, Type::unranked(DType::kFloat32)));
                   }});
  cases.push_back({"LogSoftmax", 13, "Transpose LogSoftmax Transpose", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({2, 3, 4, 5}));
                     hand.output("y", hand.node("LogSoftmax", {x}, hand.f32({2, 3, 4, 5}),
                                                {{"axis", int64_t{1}}}));
                   }});
  cases.push_back(
      {"Hardmax", 13, "Transpose Hardmax Transpose", [](HandGraph& hand) {
         ValueId x = hand.input("x", hand.f32({2, 3}));
         hand.output("y", hand.node("Hardmax", {x}, hand.f32({2, 3}), {{"axis", int64_t{-2}}}));
       }});
  cases.push_back(
      {"Pad", 18, "Pad", [](HandGraph& hand) {
         ValueId x = hand.input("x", hand.f32({2, 3, 4}));
         ValueId fill = hand.constant(Constant::scalar_float(9));
         hand.output("y", hand.node("Pad", {x, hand.ints({1, 2, 0, 3}), fill, hand.ints({-1, 0})},
                                    hand.f32({7, 3, 5})));
       }});
  cases.push_back({"Pad", 18, "Pad", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({2, 3}));
                     hand.output("y",
                                 hand.node("Pad", {x, hand.ints({1, 1}), ValueId{}, hand.ints({1})},
                                           hand.f32({2, 5}), {{"mode", std::string("reflect")}}));
                   }});
  cases.push_back({"Resize", 18, "Resize", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({1, 2, 4, 4}));
                     ValueId sizes = hand.ints({6, 8});
                     hand.output("y", hand.node("Resize", {x, ValueId{}, ValueId{}, sizes},
                                                hand.f32({1, 2, 6, 8}),
                                                {{"axes", std::vector<int64_t>{2, 3}},
                                                 {"mode", std::string("linear")}}));
                   }});
  cases.push_back({"Resize", 18, "Resize", [](HandGraph& hand) {
                     Dim n = hand.dims.symbol("N");
                     auto image = [&](int64_t size) {
                       return Type::of(DType::kFloat32,
                                       {n, hand.dims.constant(2), hand.dims.constant(size),
                                        hand.dims.constant(4)});
                     };
                     ValueId x = hand.input("x", image(4));
                     std::vector<std::byte> two(4);
                     store_element(DType::kFloat32, two.data(), 2.0);
                     ValueId scales = hand.constant(Constant::own(DType::kFloat32, {1}, two));
                     hand.output("y", hand.node("Resize", {x, ValueId{}, scales}, image(8),
                                                {{"axes", std::vector<int64_t>{-2}}}));
                   }});
  cases.push_back({"Resize", 13, "Resize", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({1, 2, 4, 4}));
                     ValueId sizes = hand.ints({1, 2, 6, 8});
                     hand.output(
                         "y", hand.node("Resize", {x, ValueId{}, ValueId{}, sizes},
                                        hand.f32({1, 2, 6, 8}), {{"mode", std::string("linear")}}));
                   }});
  cases.push_back({"GridSample", 20, "GridSample GridSample", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({1, 2, 4, 4}));
                     ValueId grid = hand.input("grid", hand.f32({1, 3, 3, 2}));
                     hand.output("y", hand.node("GridSample", {x, grid}, hand.f32({1, 2, 3, 3})));
                     hand.output("z", hand.node("GridSample", {x, grid}, hand.f32({1, 2, 3, 3}),
                                                {{"mode", std::string("cubic")}}));
                   }});
  cases.push_back({"RoiAlign", 16, "RoiAlign", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({1, 2, 4, 4}));
                     ValueId boxes = hand.input("boxes", hand.f32({3, 4}));
                     ValueId images = hand.input("images", hand.i64({3}));
                     hand.output("y", hand.node("RoiAlign", {x, boxes, images},
                                                hand.f32({3, 2, 1, 1}),
                                                {{"coordinate_transformation_mode",
                                                  std::string("output_half_pixel")}}));
                   }});
  cases.push_back({"IsInf", 20, "Cast IsInf", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.of(DType::kFloat16, {3}));
                     hand.output("y", hand.node("IsInf", {x}, hand.of(DType::kBool, {3})));
                   }});
  cases.push_back({"AveragePool", 19, "AveragePool", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({1, 2, 4, 4}));
                     std::vector<int64_t> one{1, 1}, two{2, 2};
                     hand.output("y", hand.node("AveragePool", {x}, hand.f32({1, 2, 3, 3}),
                                                {{"dilations", one}, {"kernel_shape", two}}));
                   }});
  auto pool = [&](const char* op, int64_t pad, std::vector<int64_t> output) {
    cases.push_back({op, 22, op, [=](HandGraph& hand) {
                       ValueId x = hand.input("x", hand.f32({1, 2, 6, 8}));
                       std::vector<NamedAttribute> attributes{
                           {"ceil_mode", int64_t{1}},
                           {"kernel_shape", std::vector<int64_t>{2, 2}},
                           {"pads", std::vector<int64_t>(4, pad)},
                           {"strides", std::vector<int64_t>{3, 3}}};
                       hand.output("y", hand.node(op, {x}, hand.f32(output), attributes));
                     }});
  };
  pool("MaxPool", 0, {1, 2, 2, 3});  // the third window of 6 starts at its end
  pool("AveragePool", 0, {1, 2, 2, 3});
  pool("AveragePool", 1, {1, 2, 3, 3});
  pool("MaxPool", 1, {1, 2, 3, 3});  // the fourth of 8 starts at 8
  cases.push_back({"MaxPool", 22, "MaxPool", [](HandGraph& hand) {
                     auto image = [&](const char* height, int64_t width) {
                       return Type::of(DType::kFloat32,
                                       {hand.dims.constant(1), hand.dims.constant(2),
                                        hand.dims.symbol(height), hand.dims.constant(width)});
                     };
                     ValueId x = hand.input("x", image("H", 5));
                     // The fourth window of the width would start at its end.
                     hand.output("y", hand.node("MaxPool", {x}, image("H2", 3),
                                                {{"ceil_mode", int64_t{1}},
                                                 {"kernel_shape", std::vector<int64_t>{2, 2}},
                                                 {"pads", std::vector<int64_t>{1, 1, 1, 1}},
                                                 {"strides", std::vector<int64_t>{2, 2}}}));
                   }});
  cases.push_back({"Shape", 15, "Shape Slice", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({2, 3, 4, 5}));
                     hand.output("y", hand.node("Shape", {x}, hand.i64({2}),
                                                {{"end", int64_t{-1}}, {"start", int64_t{1}}}));
                   }});
  cases.push_back({"Reshape", 14, "Reshape", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({2, 3}));
                     hand.output("y", hand.node("Reshape", {x, hand.ints({3, 2})}, hand.f32({3, 2}),
                                                {{"allowzero", int64_t{1}}}));
                   }});
  cases.push_back(
      {"Reshape", 14, "Shape Slice Concat Reshape", [](HandGraph& hand) {
         Dim n = hand.dims.symbol("N"), three = hand.dims.constant(3);
         ValueId x = hand.input("x", Type::of(DType::kFloat32, {n, three}));
         ValueId size = hand.node("Shape", {x}, hand.i64({1}), {{"end", int64_t{1}}});
         ValueId shape =
             hand.node("Concat", {hand.ints({3}), size}, hand.i64({2}), {{"axis", int64_t{0}}});
         hand.output("y", hand.node("Reshape", {x, shape}, Type::of(DType::kFloat32, {three, n}),
                                    {{"allowzero", int64_t{1}}}));
       }});
  cases.push_back(
      {"Max", 12, "Shape Greater Where Greater Where", [](HandGraph& hand) {
         ValueId x = hand.node("Shape", {hand.input("x", hand.f32({2, 7, 4}))}, hand.i64({3}));
         hand.output("y",
                     hand.node("Max", {x, hand.ints({3}), hand.ints({1, 2, 5})}, hand.i64({3})));
       }});
  cases.push_back(
      {"Min", 12, "Shape Less Where", [](HandGraph& hand) {
         ValueId x = hand.node("Shape", {hand.input("x", hand.f32({2, 7, 4}))}, hand.i64({3}));
         hand.output("y", hand.node("Min", {x, hand.ints({3})}, hand.i64({3})));
       }});
  cases.push_back({"Max", 12, "Max", [](HandGraph& hand) {
                     ValueId x = hand.input("x", hand.f32({2}));
                     hand.output("y", hand.node("Max", {x, x, x}, hand.f32({2})));
                   }});
  cases.push_back({"Min", 12, "Shape Identity", [](HandGraph& hand) {
                     ValueId x =
                         hand.node("Shape", {hand.input("x", hand.f32({2}))}, hand.i64({1}));
                     hand.output("y", hand.node("Min", {x}, hand.i64({1})));
                   }});
  return cases;
}

}  // namespace nnscan::emit_test
