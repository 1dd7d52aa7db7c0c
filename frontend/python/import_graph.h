// Which modules a module can lay hands on when it is imported, from the texts of their files alone.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nnscan::py {

class ImportGraph {
  static constexpr uint32_t kNone = UINT32_MAX;
  struct Reference {
    uint32_t module;
    bool is_whole = false;  // the module itself, by which all below it is reached
    uint32_t name = kNone;  // else, of `from module import name`, that name's node
  };

 public:
  struct Source {
    std::string text;
    bool is_package = false;
  };
  // The file of a module by its dotted name; nothing where there is none that is looked into.
  using Find = std::function<std::optional<Source>(const std::string& module)>;
  explicit ImportGraph(Find find) : find_(std::move(find)) {}

  // Modules that are there. What has run is not run again, though others may reach through it.
  void note_loaded(const std::string& module, bool has_run);

  // Looks for what may change the contents of some modules.
  class Search {
   public:
    Search(ImportGraph& graph, const std::set<std::string>& holders);
    // Whether importing the module may: one that it makes run names a holder, or one that names one,
    // and so on. Nothing may be loaded between two questions.
    bool may_change(const std::string& module);

   private:
    enum Mark : uint8_t { kHolder = 1, kAboveHolder = 2, kClear = 4, kMet = 8 };
    uint8_t& marks(uint32_t id);
    void visit(uint32_t id);
    bool leads_to_holder(const Reference& reference);
    bool leads_to_holder(uint32_t id);

    ImportGraph& graph_;
    std::vector<uint8_t> marks_;   // by module
    std::vector<uint32_t> met_, open_;
  };

 private:
  // A module, or a name of one, "module:name".
  struct Node {
    std::string name;
    uint32_t parent = kNone;  // of a name: its module
    bool is_name = false;
    bool is_read = false, is_loaded = false, has_run = false;
    bool finds_modules = false;   // by names that its text need not hold
    bool finds_names = false;     // of its own in the same way, from modules below it: `__getattr__`
    bool may_be_package = true;   // folders without a file of their own are some
    std::vector<Reference> references;
    // Of a module: what the names lead to that nothing but import statements bind.
    std::unordered_map<std::string, std::vector<Reference>> imported;
  };
  uint32_t id_of(const std::string& module);
  uint32_t id_of_name(uint32_t module, std::string_view name);
  Node& read(uint32_t id);
  void read_name(Node& node);
  void read_text(Node& node, const Source& source);

  Find find_;
  std::deque<Node> nodes_;
  std::unordered_map<std::string, uint32_t> ids_;
  std::map<std::string, uint32_t> loaded_;
};

}  // namespace nnscan::py
