// Looks on while a model is analysed, and remembers what an editor shows: what values the program's
// names have, what is called, which module was made at which line.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "frontend/python/interp.h"
#include "frontend/python/observer.h"
#include "tools/lsp/shape.h"

namespace nnscan::lsp {

class Watch : public py::Observer {
 public:
  explicit Watch(py::Interp& in) : in_(in) {}

  // A name that somebody asks about: what value it has when the statement around the place begins.
  struct Wanted {
    std::string path;  // of the file
    uint32_t offset = 0;
    std::string name;
  };
  void want(Wanted name) { wanted_ = std::move(name); }

  struct Assigned {
    Span span;
    char kind;  // '=' assignment, 'r' return, 'p' parameter
    Shape shape;
    uint32_t context;
  };
  struct Called {
    Span span;
    uint32_t callee;  // in callees()
    std::vector<Shape> arguments;
    Shape result;
    uint32_t context;
    const py::Obj* module = nullptr;  // that was called, or made
  };
  // What a call calls.
  struct Callee {
    std::string name;       // "torch.nn.functional.relu", "torch.nn.Conv2d", "Block"
    std::string signature;  // "relu(input, inplace=False)"; empty: not known
    Span defined;           // of the program's own
    bool torch = false;
    bool is_class = false;  // a module is made
  };
  // From where: the calls, outermost first, and the module whose forward it is in.
  struct Context {
    std::vector<Span> calls;
    std::string module;
    size_t inside = 0;  // so many of the last calls are of functions, inside of that forward
  };

  const std::vector<Assigned>& assigned() const { return assigned_; }
  const std::vector<Called>& called() const { return called_; }
  const std::vector<Callee>& callees() const { return callees_; }
  const std::vector<Context>& contexts() const { return contexts_; }
  // Of each module, where it was first made an attribute of another.
  const std::map<const py::Obj*, Span>& made() const { return made_; }
  // What the wanted name was, by statements: the smallest one is what it is read in.
  const std::vector<Assigned>& read() const { return read_; }
  // Where the names stand of the program's functions that ran.
  const std::map<std::pair<uint32_t, uint32_t>, Span>& entered() const { return ran_; }

  void entered(const py::Frame& frame) override;
  void reached(const py::Frame& frame, Span statement) override;
  void assigned(Span target, const py::Value& owner, const py::Value& v) override;
  void returned(Span expression, const py::Value& v) override;
  void called(Span call, const py::Value& callee, const py::Args& args,
              const py::Value& result) override;
  size_t mark() const override {
    return assigned_.size() << 42 | called_.size() << 21 | read_.size();  // each below 2^21
  }
  void forget(size_t mark) override;

 private:
  uint32_t context();
  uint32_t callee_of(const py::Value& callee, const py::Value& result);
  Callee describe(const py::Value& callee);
  std::string signature(const py::FunctionObj* function, const std::string& name, bool bound);
  void note(Span span, char kind, const py::Value& v);
  bool is_module(const py::Value& v);

  py::Interp& in_;
  std::optional<Wanted> wanted_;
  std::vector<Assigned> assigned_, read_;
  std::vector<Called> called_;
  std::vector<Callee> callees_;
  std::vector<Context> contexts_;
  std::map<std::pair<std::string, std::vector<std::pair<uint32_t, uint32_t>>>, uint32_t>
      context_ids_;
  std::map<const void*, uint32_t> callee_ids_;
  std::map<const py::Obj*, Span> made_;
  std::map<std::pair<uint32_t, uint32_t>, Span> ran_;
};

}  // namespace nnscan::lsp
