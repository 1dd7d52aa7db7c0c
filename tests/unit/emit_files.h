// A folder of a test's own, and what lies in it.
#pragma once

#include <onnx/onnx_pb.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace nnscan::emit_test {

class TestFolder {
 public:
  TestFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "nnscan-test-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~TestFolder() { std::filesystem::remove_all(path_); }

  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path_))
      names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  std::string path_;
};

inline std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline onnx::ModelProto parsed(const std::string& path) {
  onnx::ModelProto model;
  if (!model.ParseFromString(content(path))) model.set_doc_string("does not parse");
  return model;
}

inline std::string ops(const onnx::GraphProto& graph) {
  std::string text;
  for (const auto& node : graph.node()) text += (text.empty() ? "" : " ") + node.op_type();
  return text;
}

}  // namespace nnscan::emit_test
