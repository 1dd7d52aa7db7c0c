// What a class or function is called with, as text that is equal for calls that it cannot tell apart.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "frontend/python/interp.h"

namespace nnscan::torch {

// Values count with their types: 1, 1.0 and True are three. Objects that are older than `since` count by
// identity, younger ones by what they hold, so that a dict or a `partial` made for each call is the same as
// the one before; how these share and contain one another counts as well.
class CopyKey {
 public:
  CopyKey(const py::Interp& in, const py::ClassObj* module_class, uint32_t since) : in_(in), module_class_(module_class), since_(since) {}
  // False where an argument is of a kind that is not looked into: tensors, modules, generators, and what holds
  // many others.
  bool add(const py::Obj* callee, const py::Args& args);

  const std::string& text() const { return text_; }
  // The young objects among the arguments and in them, in the order in which they were met.
  const std::vector<py::Obj*>& objects() const { return objects_; }
  // Nothing but numbers, strings and tuples of them: no object of the program.
  bool is_plain() const { return is_plain_; }

 private:
  template <class T>
  void append(T value) {
    text_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  bool add(const py::Value& v);
  bool add_young(py::Obj* object);
  bool add_table(const py::Table& table, bool with_values);
  bool add_attributes(py::DictObj* attributes);
  bool add_function(const py::FunctionObj* function);

  const py::Interp& in_;
  const py::ClassObj* module_class_;
  uint32_t since_;
  std::string text_;
  std::vector<py::Obj*> objects_;
  bool is_plain_ = true;
};

}  // namespace nnscan::torch
