// Which modules hold a container that was made while they were imported: in their variables, classes and
// objects. Functions are looked into for what they keep themselves, not for the globals of their module.
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "frontend/python/object.h"

namespace nnscan::py {

class Holders {
 public:
  // `wanted` says of which containers this is to be known.
  using Wanted = bool (*)(const Obj* container);
  Holders(const std::map<std::string, ModuleObj*>& modules, Wanted wanted);
  // Names of modules; none where nobody holds it whom this could see.
  const std::set<std::string>& of(const Obj* container) const;

 private:
  std::unordered_map<const Obj*, std::set<std::string>> known_;
};

}  // namespace nnscan::py
