// `_yaml`: the native part of the prelude's `yaml`.
#include "frontend/python/native_table.h"
#include "frontend/python/yaml_reader.h"

namespace nnscan::py {

namespace {

// (value, None, 0), or (None, message, line).
Value load(Interp& in, const Args& a) {
  yaml::Reader reader(in, text_of(in, a[0]));
  try {
    return in.tuple({reader.document(), Value::none(), Value::of(0)});
  } catch (yaml::Problem& problem) {
    return in.tuple({Value::none(), in.str(problem.message), Value::of(problem.line)});
  }
}

constexpr NativeRow kYamlRows[] = {{"load", load, 1, 1}};

}  // namespace

void install_yaml(Interp& in) {
  in.native_modules["_yaml"] = [](Interp& interp, ModuleObj* module) { add_functions(interp, module->attrs, kYamlRows); };
}

}  // namespace nnscan::py
