#include "frontend/syntax/unicode.h"

#include <algorithm>
#include <iterator>

namespace nnscan::syntax {
namespace {

struct Range {
  uint32_t first, last;
};

// Letters that NFKC leaves alone whatever stands around them: no compatibility forms, no
// combining marks. https://www.unicode.org/charts/normalization/
constexpr Range kNormalLetters[] = {
    {0xc0, 0xd6},     {0xd8, 0xf6},     {0xf8, 0x131},    {0x134, 0x13e},   {0x141, 0x148},
    {0x14a, 0x17e},   {0x180, 0x1c3},   {0x1cd, 0x1f0},   {0x1f4, 0x2af},   {0x370, 0x373},
    {0x386, 0x386},   {0x388, 0x38a},   {0x38c, 0x38c},   {0x38e, 0x3a1},   {0x3a3, 0x3cf},
    {0x3d7, 0x3ef},   {0x400, 0x481},   {0x48a, 0x52f},   {0x531, 0x556},   {0x561, 0x586},
    {0x5d0, 0x5ea},   {0x620, 0x63f},   {0x641, 0x64a},   {0x10d0, 0x10fa}, {0x1e00, 0x1e99},
    {0x1ea0, 0x1eff}, {0x3041, 0x3096}, {0x30a1, 0x30fa}, {0x3105, 0x312f}, {0x4e00, 0x9fff},
    {0xac00, 0xd7a3},
};

struct NamedCharacter {
  std::string_view name;
  uint32_t character;
};
// What `\N{...}` is used for in practice; sorted by name.
constexpr NamedCharacter kNamedCharacters[] = {
    {"ALMOST EQUAL TO", 0x2248},
    {"BULLET", 0x2022},
    {"CHECK MARK", 0x2713},
    {"COPYRIGHT SIGN", 0xa9},
    {"DEGREE SIGN", 0xb0},
    {"DIGIT ONE", 0x31},
    {"DIGIT ZERO", 0x30},
    {"EM DASH", 0x2014},
    {"EN DASH", 0x2013},
    {"EURO SIGN", 0x20ac},
    {"FULL STOP", 0x2e},
    {"GREEK CAPITAL LETTER DELTA", 0x394},
    {"GREEK CAPITAL LETTER OMEGA", 0x3a9},
    {"GREEK CAPITAL LETTER SIGMA", 0x3a3},
    {"GREEK SMALL LETTER ALPHA", 0x3b1},
    {"GREEK SMALL LETTER BETA", 0x3b2},
    {"GREEK SMALL LETTER DELTA", 0x3b4},
    {"GREEK SMALL LETTER EPSILON", 0x3b5},
    {"GREEK SMALL LETTER GAMMA", 0x3b3},
    {"GREEK SMALL LETTER LAMDA", 0x3bb},
    {"GREEK SMALL LETTER MU", 0x3bc},
    {"GREEK SMALL LETTER PI", 0x3c0},
    {"GREEK SMALL LETTER RHO", 0x3c1},
    {"GREEK SMALL LETTER SIGMA", 0x3c3},
    {"GREEK SMALL LETTER TAU", 0x3c4},
    {"GREEK SMALL LETTER THETA", 0x3b8},
    {"GREATER-THAN OR EQUAL TO", 0x2265},
    {"HORIZONTAL ELLIPSIS", 0x2026},
    {"INFINITY", 0x221e},
    {"LEFT SINGLE QUOTATION MARK", 0x2018},
    {"LEFT DOUBLE QUOTATION MARK", 0x201c},
    {"LESS-THAN OR EQUAL TO", 0x2264},
    {"MICRO SIGN", 0xb5},
    {"MIDDLE DOT", 0xb7},
    {"MULTIPLICATION SIGN", 0xd7},
    {"NO-BREAK SPACE", 0xa0},
    {"NOT EQUAL TO", 0x2260},
    {"NULL", 0x0},
    {"PLUS-MINUS SIGN", 0xb1},
    {"RIGHT SINGLE QUOTATION MARK", 0x2019},
    {"RIGHT DOUBLE QUOTATION MARK", 0x201d},
    {"RIGHTWARDS ARROW", 0x2192},
    {"SNOWMAN", 0x2603},
    {"SPACE", 0x20},
    {"SUPERSCRIPT TWO", 0xb2},
    {"ZERO WIDTH SPACE", 0x200b},
};

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// Reads one character at `at`, which moves past it; kNoCharacter if it is not well-formed.
uint32_t next_character(std::string_view text, size_t& at) {
  auto byte = [&](size_t i) -> uint32_t { return static_cast<uint8_t>(text[i]); };
  uint32_t lead = byte(at);
  if (lead < 0x80) return ++at, lead;
  int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
  if (lead < 0xc2 || lead > 0xf4 || at + more >= text.size()) return kNoCharacter;
  uint32_t value = lead & (0x3f >> more);
  for (int i = 1; i <= more; ++i) {
    if ((byte(at + i) & 0xc0) != 0x80) return kNoCharacter;
    value = value << 6 | (byte(at + i) & 0x3f);
  }
  constexpr uint32_t kSmallest[] = {0, 0x80, 0x800, 0x10000};
  bool bad = value < kSmallest[more] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff);
  if (bad) return kNoCharacter;
  at += more + 1;
  return value;
}

}  // namespace

void append_utf8(uint32_t c, std::string& out) {
  auto tail = [&](int shift) { out += static_cast<char>(0x80 | (c >> shift & 0x3f)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xc0 | c >> 6);
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xe0 | c >> 12);
    tail(6), tail(0);
  } else {
    out += static_cast<char>(0xf0 | c >> 18);
    tail(12), tail(6), tail(0);
  }
}

bool is_ascii(std::string_view text) {
  auto plain = [](char c) { return static_cast<uint8_t>(c) < 0x80; };
  return std::all_of(text.begin(), text.end(), plain);
}

size_t find_bad_utf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    size_t begin = at;
    if (next_character(text, at) == kNoCharacter) return begin;
  }
  return std::string_view::npos;
}

bool is_normal_name(std::string_view name) {
  for (size_t at = 0; at < name.size();) {
    uint32_t c = next_character(name, at);
    if (c < 0x80) continue;
    bool normal = std::any_of(std::begin(kNormalLetters), std::end(kNormalLetters),
                              [&](Range r) { return c >= r.first && c <= r.last; });
    if (!normal) return false;
  }
  return true;
}

uint32_t character_by_name(std::string_view name) {
  auto same = [&](const NamedCharacter& row) {
    return row.name.size() == name.size() &&
           std::equal(name.begin(), name.end(), row.name.begin(),
                      [](char a, char b) { return upper(a) == b; });
  };
  auto row = std::find_if(std::begin(kNamedCharacters), std::end(kNamedCharacters), same);
  return row == std::end(kNamedCharacters) ? kNoCharacter : row->character;
}

}  // namespace nnscan::syntax
