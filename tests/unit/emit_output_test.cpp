#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

#include "emit/output.h"
#include "tests/unit/emit_files.h"
#include "tests/unit/emit_graphs.h"

namespace nnscan {

using namespace emit_test;

namespace {

// Weights of odd sizes around the limits: inline, just external, page-aligned.
HandGraph weighty() {
  HandGraph hand;
  ValueId y = hand.input("x", hand.f32({1}));
  for (int64_t size : {3, 255, 256, 1001, 20000, 30001}) {
    std::vector<std::byte> bytes(size * 4);
    for (int64_t i = 0; i < size; ++i)
      store_element(DType::kFloat32, &bytes[i * 4], size + 0.5 * i);
    ValueId weight = hand.parameter("w" + std::to_string(size), hand.f32({size}),
                                    Constant::own(DType::kFloat32, {size}, bytes));
    ValueId sum = hand.node("ReduceSum", {weight}, hand.f32({1}));
    y = hand.node("Add", {y, sum}, hand.f32({1}));
  }
  hand.output("y", y);
  return hand;
}

std::string entry(const onnx::TensorProto& tensor, const std::string& key) {
  for (const auto& each : tensor.external_data())
    if (each.key() == key) return each.value();
  return "";
}

}  // namespace

TEST_CASE("a file appears when it is whole", "[emit]") {
  TestFolder folder;
  {
    OutputFile file;
    REQUIRE(file.open(folder / "out") == "");
    REQUIRE(file.write(std::string_view("half")) == "");
    CHECK_FALSE(std::filesystem::exists(folder / "out"));
    CHECK(folder.names().size() == 1);
  }
  CHECK(folder.names().empty());  // never committed
  CHECK(write_text(folder / "out", "whole") == "");
  CHECK(folder.names() == std::vector<std::string>{"out"});
  CHECK(content(folder / "out") == "whole");
}

TEST_CASE("a failure keeps what was there", "[emit]") {
  TestFolder folder;
  REQUIRE(write_text(folder / "net.onnx", "before") == "");
  HandGraph hand;
  ValueId x = hand.input("x", hand.f32({2}));
  hand.output("y", hand.node("Gelu", {x}, hand.f32({2})));
  EmitOptions options;
  options.output = folder / "net.onnx";
  CHECK_FALSE(hand.emit(options).ok());
  CHECK(content(folder / "net.onnx") == "before");
  CHECK(folder.names().size() == 1);
}

TEST_CASE("what the file system refuses is a message", "[emit]") {
  TestFolder folder;
  std::filesystem::create_directory(folder / "dir");
  for (const std::string& path :
       {folder / "none/net.onnx", folder / "dir", std::string("/proc/net.onnx")}) {
    HandGraph hand = sample();
    EmitOptions options;
    options.output = path;
    EmitResult result = hand.emit(options);
    INFO(path << ": " << result.error);
    CHECK(result.kind == EmitError::kFile);
    CHECK(result.error.find(path) != std::string::npos);
  }
  CHECK(folder.names() == std::vector<std::string>{"dir"});
}

TEST_CASE("a full disk is a message", "[emit]") {
  HandGraph hand = weighty();
  EmitOptions options;
  options.output = "/dev/full";
  for (const char* format : {"onnx", "onnxtxt", "dot"}) {
    options.format = format;
    EmitResult result = hand.emit(options);
    CHECK(result.kind == EmitError::kFile);
    CHECK(result.error == "cannot write `/dev/full`: " + std::string(std::strerror(ENOSPC)));
  }
}

TEST_CASE("a symbolic link stays one", "[emit]") {
  TestFolder folder;
  REQUIRE(write_text(folder / "real", "old") == "");
  std::filesystem::create_symlink("real", folder / "link");
  REQUIRE(write_text(folder / "link", "new") == "");
  CHECK(std::filesystem::is_symlink(folder / "link"));
  CHECK(content(folder / "real") == "new");
}

TEST_CASE("new files have the permissions of new files", "[emit]") {
  TestFolder folder;
  mode_t mask = ::umask(022);
  CHECK(write_text(folder / "out", "") == "");
  ::umask(mask);
  struct stat status;
  REQUIRE(::stat((folder / "out").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0644);
}

TEST_CASE("pieces of the wire format parse as one model", "[emit]") {
  TestFolder folder;
  HandGraph hand = weighty();
  EmitOptions options;
  options.output = folder / "net.onnx";
  REQUIRE(hand.emit(options).ok());
  auto model = parsed(options.output);
  CHECK(model.producer_name() == "nnscan");
  REQUIRE(model.graph().initializer_size() == 6);
  for (int i = 0; i < 6; ++i) {
    const auto& tensor = model.graph().initializer(i);
    auto bytes = hand.graph.values[hand.graph.parameters[i]].constant->bytes();
    REQUIRE(tensor.raw_data().size() == bytes.size());
    CHECK(std::memcmp(tensor.raw_data().data(), bytes.data(), bytes.size()) == 0);
  }
  // Written again by the library, it is as long: nothing but the order of fields is ours.
  CHECK(model.ByteSizeLong() == std::filesystem::file_size(options.output));
}

TEST_CASE("external data lies beside the model", "[emit]") {
  TestFolder folder;
  HandGraph hand = weighty();
  EmitOptions options;
  options.output = folder / "net.onnx";
  options.external_data = true;
  EmitResult result = hand.emit(options);
  INFO(result.error);
  REQUIRE(result.ok());
  CHECK(result.data_path == folder / "net.onnx.data");
  CHECK(folder.names() == std::vector<std::string>{"net.onnx", "net.onnx.data"});
  auto model = parsed(options.output);
  std::string data = content(result.data_path);
  for (int i = 0; i < 6; ++i) {
    const auto& tensor = model.graph().initializer(i);
    auto bytes = hand.graph.values[hand.graph.parameters[i]].constant->bytes();
    INFO(tensor.name());
    if (bytes.size() < 1024) {
      CHECK(tensor.raw_data().size() == bytes.size());
      continue;
    }
    CHECK_FALSE(tensor.has_raw_data());
    CHECK(entry(tensor, "location") == "net.onnx.data");
    CHECK(entry(tensor, "length") == std::to_string(bytes.size()));
    size_t offset = std::stoull(entry(tensor, "offset"));
    CHECK(offset % (bytes.size() >= 65536 ? 4096 : 64) == 0);
    REQUIRE(offset + bytes.size() <= data.size());
    CHECK(std::memcmp(data.data() + offset, bytes.data(), bytes.size()) == 0);
  }
}

TEST_CASE("many bytes of weights go beside the model by themselves", "[emit]") {
  TestFolder folder;
  HandGraph hand = weighty();
  EmitOptions options;
  options.output = folder / "net.onnx";
  options.external_above = 100000;
  REQUIRE(hand.emit(options).ok());
  CHECK(folder.names().size() == 2);
  CHECK(std::filesystem::file_size(options.output) < 10000);
}

TEST_CASE("external data that cannot be written leaves nothing", "[emit]") {
  TestFolder folder;
  std::filesystem::create_directory(folder / "net.onnx.data");
  HandGraph hand = weighty();
  EmitOptions options;
  options.output = folder / "net.onnx";
  options.external_data = true;
  CHECK(hand.emit(options).kind == EmitError::kFile);
  CHECK(folder.names() == std::vector<std::string>{"net.onnx.data"});
}

TEST_CASE("a stream takes no external data", "[emit]") {
  HandGraph hand = weighty();
  EmitOptions options;
  options.external_data = true;
  CHECK(hand.emit(options).kind == EmitError::kUsage);
}

}  // namespace nnscan
