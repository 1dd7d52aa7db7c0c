// A function that somebody else owns, for as long as a call lasts: what a loop runs for each item.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace nnscan::py {

template <class Signature>
class FunctionRef;

template <class Result, class... A>
class FunctionRef<Result(A...)> {
 public:
  template <class F>
    requires(!std::is_same_v<std::remove_cvref_t<F>, FunctionRef> && std::is_invocable_r_v<Result, F&, A...>)
  FunctionRef(F&& function)
      : object_(const_cast<void*>(static_cast<const void*>(std::addressof(function)))), call_([](void* object, A... args) -> Result {
          auto& f = *static_cast<std::remove_reference_t<F>*>(object);
          if constexpr (std::is_void_v<Result>) f(std::forward<A>(args)...);
          else return f(std::forward<A>(args)...);
        }) {}
  Result operator()(A... args) const { return call_(object_, std::forward<A>(args)...); }

 private:
  void* object_;
  Result (*call_)(void*, A...);
};

}  // namespace nnscan::py
