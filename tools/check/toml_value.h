// Values of a TOML file, each read as one type. What is wrong with one is printed, at its place.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <toml++/toml.h>

namespace nnscan::check {

class TomlFile {
 public:
  // `path`: where it is, for messages and for what is relative to its folder.
  explicit TomlFile(const std::string& path);

  // Parses it; null: an error was printed.
  const toml::table* parse();
  void fail(const toml::source_region& at, const std::string& message,
            const std::string& hint = "");
  bool good() const { return good_; }
  const std::string& folder() const { return folder_; }
  std::string resolve(const std::string& path) const;

 private:
  std::string path_, folder_, shown_;
  toml::table table_;
  bool good_ = true;
};

// One value, under its key. A value of another type is a problem, and then nothing is read.
struct TomlValue {
  TomlFile& file;
  std::string key;
  const toml::node& node;

  void text(std::string& out) const;
  void flag(bool& out) const;
  void seconds(double& out) const;  // more than none
  std::vector<std::string> texts() const;
  const toml::table* table() const;
  template <class Int>
  void integer(int64_t lowest, int64_t highest, Int& out) const {
    if (const int64_t* value = integer_between(lowest, highest)) out = static_cast<Int>(*value);
  }

  void fail(const std::string& message) const { file.fail(node.source(), message); }

 private:
  const int64_t* integer_between(int64_t lowest, int64_t highest) const;
  void wrong_type(const char* wanted) const;
};

}  // namespace nnscan::check
