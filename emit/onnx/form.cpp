#include "emit/onnx/form.h"

#include <algorithm>

namespace nnscan {

const Attribute* Form::find(std::string_view name) const {
  for (const NamedAttribute& attribute : attributes)
    if (attribute.name == name) return &attribute.value;
  return nullptr;
}

std::string Form::string_or(std::string_view name, const std::string& fallback) const {
  const Attribute* found = find(name);
  return found ? std::get<std::string>(*found) : fallback;
}

int64_t Form::int_or(std::string_view name, int64_t fallback) const {
  const Attribute* found = find(name);
  return found ? std::get<int64_t>(*found) : fallback;
}

void Form::set(const std::string& name, Attribute value) {
  auto place = std::lower_bound(
      attributes.begin(), attributes.end(), name,
      [](const NamedAttribute& attribute, const std::string& n) { return attribute.name < n; });
  if (place != attributes.end() && place->name == name)
    place->value = std::move(value);
  else
    attributes.insert(place, {name, std::move(value)});
}

void Form::drop(std::string_view name) {
  std::erase_if(attributes,
                [&](const NamedAttribute& attribute) { return attribute.name == name; });
}

void Form::omit(size_t i) {
  if (i < inputs.size()) inputs[i] = std::monostate{};
  while (!inputs.empty() && std::holds_alternative<std::monostate>(inputs.back()))
    inputs.pop_back();
}

void Form::put(size_t i, Operand operand) {
  if (inputs.size() <= i) inputs.resize(i + 1);
  inputs[i] = std::move(operand);
}

}  // namespace nnscan
