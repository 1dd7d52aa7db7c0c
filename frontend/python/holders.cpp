#include "frontend/python/holders.h"

#include <unordered_set>
#include <vector>

#include "frontend/python/dict_view.h"

namespace nnscan::py {

namespace {

// Everything that a module's variables lead to and that was made by an import.
class Walk {
 public:
  explicit Walk(const ModuleObj* module) {
    add(module->attrs);
    add(module->substitute);
    for (; !open_.empty();) {
      const Obj* object = open_.back();
      open_.pop_back();
      look_into(object);
    }
  }
  const std::unordered_set<const Obj*>& met() const { return met_; }

 private:
  void add(const Obj* object) {
    if (!object || object->birth != 0) return;
    switch (object->kind) {
      // Whoever imports a name is known by its text; nothing else is held by these.
      case Kind::kModule: case Kind::kLazy: case Kind::kNative: case Kind::kStr: case Kind::kBytes: case Kind::kDType: return;
      default: if (met_.insert(object).second) open_.push_back(object);
    }
  }
  void add(const Value& v) {
    if (v.is_object()) add(v.obj);
  }
  template <class Items>
  void add_all(const Items& items) {
    for (const auto& item : items) add(item);
  }
  void add(const Table& table) {
    for (const TableEntry& entry : table.entries())
      if (entry.live) add(entry.key), add(entry.value);
  }

  void look_into(const Obj* object) {
    if (object->kind != Kind::kClass) add(object->cls);
    switch (object->kind) {
      case Kind::kTuple: {
        auto* tuple = static_cast<const TupleObj*>(object);
        return add_all(tuple->items), add(tuple->attrs);
      }
      case Kind::kList: {
        auto* list = static_cast<const ListObj*>(object);
        return add_all(list->items), add(list->attrs);
      }
      case Kind::kDict: {
        auto* dict = static_cast<const DictObj*>(object);
        return add(dict->table), add(dict->attrs);
      }
      case Kind::kSet: {
        auto* set = static_cast<const SetObj*>(object);
        return add(set->table), add(set->attrs);
      }
      case Kind::kDictView: return add(static_cast<const DictViewObj*>(object)->dict);
      case Kind::kCell: return add(static_cast<const Cell*>(object)->value);
      case Kind::kFunction: {
        auto* function = static_cast<const FunctionObj*>(object);
        return add_all(function->defaults), add_all(function->captures), add(function->attrs);
      }
      case Kind::kBoundMethod: {
        auto* method = static_cast<const BoundMethodObj*>(object);
        return add(method->self), add(method->function);
      }
      case Kind::kClass: {
        auto* cls = static_cast<const ClassObj*>(object);
        return add(cls->attrs), add_all(cls->bases);
      }
      case Kind::kInstance: {
        auto* instance = static_cast<const InstanceObj*>(object);
        return add(instance->attrs), add(instance->payload);
      }
      case Kind::kProperty: {
        auto* property = static_cast<const PropertyObj*>(object);
        return add(property->getter), add(property->setter), add(property->deleter);
      }
      case Kind::kStaticMethod: return add(static_cast<const StaticMethodObj*>(object)->function);
      case Kind::kClassMethod: return add(static_cast<const ClassMethodObj*>(object)->function);
      case Kind::kTensor: return add(static_cast<const TensorBaseObj*>(object)->attrs);
      default: return;
    }
  }

  std::unordered_set<const Obj*> met_;
  std::vector<const Obj*> open_;
};

}  // namespace

Holders::Holders(const std::map<std::string, ModuleObj*>& modules, Wanted wanted) {
  for (const auto& [name, module] : modules) {
    const Walk walk(module);
    for (const Obj* object : walk.met())
      if (wanted(object)) known_[object].insert(module->name);
  }
}

const std::set<std::string>& Holders::of(const Obj* container) const {
  static const std::set<std::string> kNobody;
  auto known = known_.find(container);
  return known == known_.end() ? kNobody : known->second;
}

}  // namespace nnscan::py
