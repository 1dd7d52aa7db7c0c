// Numbers are written seven bits to the byte, low ones first. Those of 32 bits are one too large,
// so that `kNoIndex` and invalid ids, which are frequent, are a single zero.
//
//     layout, number of names, each name's length and text, the tree's fields in order
#include "frontend/syntax/packed.h"

#include <bit>
#include <unordered_map>
#include <utility>

#include "frontend/syntax/packed_fields.h"

namespace nnscan::syntax {
namespace {

template <class T, template <class...> class Of>
inline constexpr bool kIsOf = false;
template <template <class...> class Of, class... Arguments>
inline constexpr bool kIsOf<Of<Arguments...>, Of> = true;
template <class T, template <class...> class Of>
concept AnyOf = kIsOf<std::remove_const_t<T>, Of>;

template <class T>
concept Index = Is<T, uint32_t>;
template <class T>
concept Scalar = (std::is_integral_v<T> || std::is_enum_v<T>) && !Index<T>;

// How each type of field is taken apart, over a Self that has
//     uint64_t number(uint64_t)   the number to go on with: the one given, or the one read
//     size_t count(size_t)        likewise, of items that follow
//     text, symbol, file          a string, an index of the SymbolTable, the tree's file
// A writer sees constant fields, a reader fills them.
template <class Self>
class Codec {
 public:
  template <class... Fields>
  void operator()(Fields&... of) {
    (field(of), ...);
  }

 private:
  Self& self() { return static_cast<Self&>(*this); }

  template <class T, class Value>
  static void set(T& to, Value value) {
    if constexpr (!std::is_const_v<T>) to = static_cast<T>(value);
  }

  template <Scalar T>
  void field(T& x) {
    set(x, self().number(static_cast<uint64_t>(x)));
  }
  template <Index T>
  void field(T& x) {
    set(x, static_cast<uint32_t>(self().number(x + 1u)) - 1u);
  }
  template <Is<double> T>
  void field(T& x) {
    set(x, std::bit_cast<double>(self().number(std::bit_cast<uint64_t>(x))));
  }
  void field(Is<std::string> auto& x) { self().text(x); }
  void field(Is<Symbol> auto& x) { self().symbol(x.index); }
  void field(Is<FileId> auto& x) { self().file(x); }
  void field(Is<ExprId> auto& x) { field(x.index); }

  template <AnyOf<std::vector> T>
  void field(T& x) {
    size_t count = self().count(x.size());
    if constexpr (!std::is_const_v<T>) x.resize(count);
    for (auto& item : x) field(item);
  }
  template <class IdT, class T>
  void field(const Store<IdT, T>& x) {
    self().count(x.size());
    for (const T& item : x) field(item);
  }
  template <class IdT, class T>
  void field(Store<IdT, T>& x) {
    for (size_t left = self().count(0); left > 0; --left) {
      T item{};
      field(item);
      x.add(std::move(item));
    }
  }
  void field(AnyOf<std::pair> auto& x) { (*this)(x.first, x.second); }
  template <AnyOf<std::optional> T>
  void field(T& x) {
    bool present = self().number(x.has_value()) != 0;
    if constexpr (!std::is_const_v<T>)
      if (present) x.emplace();
    if (present) field(*x);
  }
  template <class T>
  void field(const std::unique_ptr<T>& x) {
    field(std::as_const(*x));
  }
  template <class T>
  void field(std::unique_ptr<T>& x) {
    x = std::make_unique<T>();
    field(*x);
  }
  template <class... Options>
  void field(const std::variant<Options...>& x) {
    self().number(x.index());
    std::visit([&](const auto& held) { field(held); }, x);
  }
  template <class... Options>
  void field(std::variant<Options...>& x) {
    uint64_t index = self().number(0), at = 0;
    ((at++ == index ? field(x.template emplace<Options>()) : void()), ...);
  }
  template <class Part>
    requires requires(Self& code, Part& part) { fields(code, part); }
  void field(Part& x) {
    fields(self(), x);
  }
};

void append_number(std::string& out, uint64_t n) {
  for (; n >= 0x80; n >>= 7) out += static_cast<char>(n | 0x80);
  out += static_cast<char>(n);
}

void append_text(std::string& out, std::string_view text) {
  append_number(out, text.size());
  out += text;
}

class Writer : public Codec<Writer> {
 public:
  explicit Writer(const SymbolTable& symbols) : symbols_(symbols) {}

  uint64_t number(uint64_t n) {
    append_number(body_, n);
    return n;
  }
  size_t count(size_t n) { return number(n); }
  void text(const std::string& text) { append_text(body_, text); }
  void file(const FileId& file) { number(file.valid()); }
  // 0: none; else one more than the place in the table of names.
  void symbol(const uint32_t& index) {
    if (index == Symbol::kNone) return (void)number(0);
    auto [at, is_new] = places_.emplace(index, names_.size());
    if (is_new) names_.push_back(index);
    number(at->second + 1);
  }

  std::string finish() const {
    std::string out;
    append_number(out, kPackedLayout);
    append_number(out, names_.size());
    for (uint32_t index : names_) append_text(out, symbols_.text(Symbol{index}));
    return out + body_;
  }

 private:
  const SymbolTable& symbols_;
  std::string body_;
  std::vector<uint32_t> names_;
  std::unordered_map<uint32_t, size_t> places_;
};

// What does not fit leaves zeros behind, and is known at the end.
class Reader : public Codec<Reader> {
 public:
  Reader(std::string_view bytes, FileId file) : bytes_(bytes), file_(file) {}

  bool whole() const { return !broken_ && at_ == bytes_.size(); }

  uint64_t number(uint64_t) {
    uint64_t n = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (at_ == bytes_.size()) return fail();
      auto byte = static_cast<uint8_t>(bytes_[at_++]);
      n |= static_cast<uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return n;
    }
    return fail();
  }
  // Nothing is larger than the bytes that are left, as every item takes one.
  size_t count(size_t) {
    uint64_t n = number(0);
    return n <= bytes_.size() - at_ ? n : fail();
  }
  void text(std::string& text) { text = view(); }
  void file(FileId& file) { file = number(0) ? file_ : FileId{}; }
  void symbol(uint32_t& index) {
    uint64_t place = number(0);
    if (place > names_.size()) place = fail();
    index = place == 0 ? Symbol::kNone : names_[place - 1].index;
  }
  void names(SymbolTable& symbols) {
    names_.resize(count(0));
    for (Symbol& name : names_) name = symbols.intern(view());
  }

 private:
  std::string_view view() {
    size_t size = count(0);
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }
  uint32_t fail() {
    broken_ = true;
    return 0;
  }

  std::string_view bytes_;
  FileId file_;
  size_t at_ = 0;
  bool broken_ = false;
  std::vector<Symbol> names_;
};

}  // namespace

std::string pack(const Tree& tree, const SymbolTable& symbols) {
  Writer writer(symbols);
  writer(tree);
  return writer.finish();
}

std::unique_ptr<Tree> unpack(std::string_view bytes, FileId file, SymbolTable& symbols) {
  Reader reader(bytes, file);
  if (reader.number(0) != kPackedLayout) return nullptr;
  reader.names(symbols);
  auto tree = std::make_unique<Tree>();
  reader(*tree);
  return reader.whole() ? std::move(tree) : nullptr;
}

}  // namespace nnscan::syntax
