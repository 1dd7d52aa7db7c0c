// The class complex, and the module cmath as far as constants and polar forms go.
#include <cmath>

#include "frontend/python/native_table.h"
#include "frontend/python/wide.h"

namespace nnscan::py {

namespace {

std::complex<double> number_of(Interp& in, const Value& v) {
  if (auto* c = get_if<ComplexObj>(v)) return c->number;
  if (v.is_number()) return v.as_double();
  if (is(v, Kind::kBigInt)) return double_of(in, v);
  Value out;
  if (v.is_object() && !is(v, Kind::kStr))
    for (const char* name : {"__complex__", "__float__", "__index__"})
      if (in.try_special(v, in.symbol(name), {}, out)) return number_of(in, out);
  in.raise(in.types.type_error, "complex() first argument must be a string or a number, not '" + in.type_name(v) + "'");
}

// "1+2j", "-j", "(3e2-1j)", "inf"; false if it is none of these.
bool parse(std::string text, std::complex<double>& out) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') text = text.substr(1, text.size() - 2);
  bool imaginary = !text.empty() && (text.back() == 'j' || text.back() == 'J');
  if (imaginary) text.pop_back();
  // The sign that opens the last part, unless it belongs to an exponent.
  size_t at = text.size();
  while (at-- > 0)
    if ((text[at] == '+' || text[at] == '-') && (at == 0 || (text[at - 1] != 'e' && text[at - 1] != 'E'))) break;
  if (at == std::string::npos) at = 0;
  auto real = [](const std::string& part, double& value) {
    char* end = nullptr;
    value = std::strtod(part.c_str(), &end);
    return !part.empty() && *end == 0 && part.find_first_of("xX") == std::string::npos;
  };
  double re = 0, im = 0;
  if (!imaginary) {
    if (!real(text, re)) return false;
  } else {
    std::string last = text.substr(at);
    if (last.empty() || last == "+" || last == "-") last += "1";
    if (!real(last, im) || (at > 0 && !real(text.substr(0, at), re))) return false;
  }
  out = {re, im};
  return true;
}

Value complex_new(Interp& in, const Args& args) {
  Parameters p(in, {args.positional.subspan(1), args.keywords}, "complex", {"real", "imag"});
  if (as<ClassObj>(args[0]) != in.types.complex)
    return in.refuse(Code::kUnsupportedConstruct, "a subclass of `complex` is not supported");
  for (size_t i : {0, 1})
    if (p.has(i) && p[i].is_symbolic())
      return in.refuse(Code::kDynamicPython, "a complex number of parts that are known only when the model runs");
  if (p.has(0) && is(p[0], Kind::kStr)) {
    std::complex<double> value;
    if (!parse(text_of(in, p[0]), value)) in.raise(in.types.value_error, "complex() arg is a malformed string");
    return complex_value(in, value);
  }
  std::complex<double> re = p.has(0) ? number_of(in, p[0]) : 0, im = p.has(1) ? number_of(in, p[1]) : 0;
  if (!p.has(1)) return complex_value(in, re);
  bool plain = !(p.has(0) && is(p[0], Kind::kComplex)) && !is(p[1], Kind::kComplex);
  return complex_value(in, plain ? std::complex<double>(re.real(), im.real())
                                 : std::complex<double>(re.real() - im.imag(), re.imag() + im.real()));
}

ComplexObj* self(const Args& a) { return as<ComplexObj>(a[0]); }

constexpr NativeRow kComplexRows[] = {
    {"__new__", complex_new, 1, 3, true},
    {"__init__", [](Interp&, const Args&) { return Value::none(); }, 1, -1, true},
    {"conjugate", [](Interp& in, const Args& a) { return complex_value(in, std::conj(self(a)->number)); }, 1, 1},
    {"__complex__", [](Interp&, const Args& a) { return a[0]; }, 1, 1},
};

using Function = std::complex<double> (*)(const std::complex<double>&);

template <Function f>
Value apply(Interp& in, const Args& a) { return complex_value(in, f(number_of(in, a[0]))); }

constexpr NativeRow kCmathRows[] = {
    {"exp", apply<std::exp<double>>, 1, 1}, {"sqrt", apply<std::sqrt<double>>, 1, 1},
    {"sin", apply<std::sin<double>>, 1, 1}, {"cos", apply<std::cos<double>>, 1, 1},
    {"log", apply<std::log<double>>, 1, 1},
    {"phase", [](Interp& in, const Args& a) { return Value::of(std::arg(number_of(in, a[0]))); }, 1, 1},
    {"polar", [](Interp& in, const Args& a) {
       std::complex<double> c = number_of(in, a[0]);
       return in.tuple({Value::of(std::abs(c)), Value::of(std::arg(c))}); }, 1, 1},
    {"rect", [](Interp& in, const Args& a) {
       double length = number_of(in, a[0]).real(), angle = number_of(in, a[1]).real();
       return complex_value(in, {length * std::cos(angle), length * std::sin(angle)}); }, 2, 2},
};

void add_part(Interp& in, const char* name, NativeFn getter) {
  Value get = in.native(name, getter, 1, 1);
  in.put(in.types.complex->attrs, in.symbol(name),
         Value::of(in.make<PropertyObj>(in.types.property, get, Value::none(), Value::none())));
}

}  // namespace

void install_complex(Interp& in) {
  add_methods(in, in.types.complex, kComplexRows);
  as<NativeObj>(*in.find(in.types.complex->attrs, in.names().new_))->binds = false;
  add_part(in, "real", [](Interp&, const Args& a) { return Value::of(self(a)->number.real()); });
  add_part(in, "imag", [](Interp&, const Args& a) { return Value::of(self(a)->number.imag()); });
  in.native_modules["cmath"] = [](Interp& interp, ModuleObj* module) {
    add_functions(interp, module->attrs, kCmathRows);
    interp.put(module->attrs, interp.symbol("pi"), Value::of(M_PI));
    interp.put(module->attrs, interp.symbol("e"), Value::of(M_E));
    interp.put(module->attrs, interp.symbol("inf"), Value::of(INFINITY));
  };
}

}  // namespace nnscan::py
