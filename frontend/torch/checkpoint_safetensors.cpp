// safetensors: 8 bytes with the length of a JSON header, the header, the bytes of all tensors
// without gaps. https://github.com/huggingface/safetensors#format; as strict as its own reader.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "frontend/torch/checkpoint_strided.h"

namespace nnscan::checkpoint {
namespace {

constexpr size_t kLengthBytes = 8;
constexpr std::string_view kMetadata = "__metadata__";

struct TypeRow {
  const char* name;
  std::optional<DType> dtype;  // absent: known and not read
};
constexpr TypeRow kTypes[] = {
    {"BOOL", DType::kBool},    {"U8", DType::kUInt8},       {"I8", DType::kInt8},
    {"I16", DType::kInt16},    {"I32", DType::kInt32},      {"I64", DType::kInt64},
    {"F16", DType::kFloat16},  {"BF16", DType::kBFloat16},  {"F32", DType::kFloat32},
    {"F64", DType::kFloat64},  {"U16", std::nullopt},       {"U32", std::nullopt},
    {"U64", std::nullopt},     {"F8_E4M3", std::nullopt},   {"F8_E5M2", std::nullopt},
    {"F8_E8M0", std::nullopt}, {"F4", std::nullopt},        {"F6_E2M3", std::nullopt},
    {"F6_E3M2", std::nullopt}, {"C64", std::nullopt},
};

struct Entry {
  std::string key;
  const TypeRow* type = nullptr;
  std::vector<int64_t> shape;
  std::vector<uint64_t> offsets;
  bool has_shape = false;
};

// Receives the header's JSON piece by piece, so that its size and nesting cost nothing:
// {"key": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}, "__metadata__": {"a": "b"}}.
class HeaderReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit HeaderReader(const CheckpointLimits& limits) : limits_(limits) {}
  std::vector<Entry> entries;

  bool null() override { unexpected(); }
  bool boolean(bool) override { unexpected(); }
  bool number_integer(number_integer_t) override { unexpected(); }
  bool number_float(number_float_t, const string_t&) override { unexpected(); }
  bool binary(binary_t&) override { unexpected(); }
  bool number_unsigned(number_unsigned_t value) override;
  bool string(string_t& value) override;
  bool start_object(size_t) override;
  bool key(string_t& name) override;
  bool end_object() override;
  bool start_array(size_t) override;
  bool end_array() override;
  bool parse_error(size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    damaged(fmt::format("byte {} of its header is no JSON", position));
  }

 private:
  [[noreturn]] void unexpected() const {
    damaged(fmt::format("its header describes {} in a way that is not safetensors'",
                        entries.empty() ? "it" : quote(entries.back().key)));
  }

  const CheckpointLimits& limits_;
  int depth_ = 0;
  bool in_metadata_ = false;
  bool in_array_ = false;
  std::string field_;
};

bool HeaderReader::number_unsigned(number_unsigned_t value) {
  if (!in_array_) unexpected();
  Entry& entry = entries.back();
  if (field_ == "shape") {
    if (entry.shape.size() == kMaxRank || value > INT64_MAX) unexpected();
    entry.shape.push_back(static_cast<int64_t>(value));
  } else {
    if (entry.offsets.size() == 2) unexpected();
    entry.offsets.push_back(value);
  }
  return true;
}

bool HeaderReader::string(string_t& value) {
  if (depth_ != 2 || in_array_) unexpected();
  if (in_metadata_) return true;
  if (field_ != "dtype" || entries.back().type) unexpected();
  const auto row = std::ranges::find_if(kTypes, [&](const TypeRow& r) { return value == r.name; });
  if (row == std::end(kTypes)) {
    fail(Code::kUnsupported, fmt::format("checkpoint has {} of the unknown element type {}",
                                         quote(entries.back().key), quote(value)));
  }
  entries.back().type = row;
  return true;
}

bool HeaderReader::start_object(size_t) {
  if (++depth_ > 2) unexpected();
  return true;
}

bool HeaderReader::key(string_t& name) {
  if (depth_ == 2) {
    field_ = name;
    return true;
  }
  in_metadata_ = name == kMetadata;
  if (in_metadata_) return true;
  if (name.size() > limits_.key_bytes) {
    fail(Code::kLimit, fmt::format("checkpoint has a key of {} bytes", name.size()));
  }
  if (entries.size() == limits_.tensors) {
    fail(Code::kLimit, fmt::format("checkpoint holds more than {} tensors", limits_.tensors));
  }
  entries.emplace_back().key = std::move(name);
  return true;
}

bool HeaderReader::end_object() {
  if (--depth_ == 0 || in_metadata_) return true;
  const Entry& entry = entries.back();
  if (!entry.type || !entry.has_shape || entry.offsets.size() != 2) unexpected();
  return true;
}

bool HeaderReader::start_array(size_t) {
  if (depth_ != 2 || in_metadata_ || in_array_) unexpected();
  Entry& entry = entries.back();
  if (field_ == "shape" ? entry.has_shape : field_ != "data_offsets" || !entry.offsets.empty()) {
    unexpected();
  }
  if (field_ == "shape") entry.has_shape = true;
  in_array_ = true;
  return true;
}

bool HeaderReader::end_array() {
  in_array_ = false;
  return true;
}

void check_unique(const std::vector<Entry>& entries) {
  std::vector<std::string_view> keys;
  for (const Entry& entry : entries) keys.push_back(entry.key);
  std::ranges::sort(keys);
  const auto twice = std::ranges::adjacent_find(keys);
  if (twice != keys.end()) damaged(fmt::format("two tensors {}", quote(*twice)));
}

// In the order of their bytes, which must follow each other and fill the file.
void check_layout(const std::vector<Entry>& entries, uint64_t size) {
  uint64_t at = 0;
  for (const Entry& entry : entries) {
    if (entry.offsets[0] != at || entry.offsets[1] < at || entry.offsets[1] > size) {
      damaged(fmt::format("the bytes of {} lie outside their place", quote(entry.key)));
    }
    at = entry.offsets[1];
  }
  if (at != size) damaged(fmt::format("{} bytes belong to no tensor", size - at));
}

void check_types(const std::vector<Entry>& entries) {
  std::string unread;
  size_t count = 0;
  for (const Entry& entry : entries) {
    if (entry.type->dtype || ++count > 50) continue;
    unread += fmt::format("{}{} is {}", unread.empty() ? "" : ", ", quote(entry.key),
                          entry.type->name);
  }
  if (count == 0) return;
  fail(Code::kUnsupported,
       fmt::format("checkpoint has tensors that cannot be read: {}{}", unread,
                   count > 50 ? fmt::format(" and {} more", count - 50) : ""));
}

ConstantRef read_entry(const Entry& entry, const Window& data, CopyBudget& budget) {
  const Window bytes = *data.part(entry.offsets[0], entry.offsets[1] - entry.offsets[0]);
  ConstantRef out =
      read_strided({*entry.type->dtype, entry.shape, {}, 0}, bytes, budget, entry.key);
  if (out->byte_size() != bytes.size()) {
    damaged(fmt::format("{} has {} bytes instead of {}", quote(entry.key), bytes.size(),
                        out->byte_size()));
  }
  return out;
}

}  // namespace

bool is_safetensors(const Window& file, const CheckpointLimits& limits) {
  if (file.size() <= kLengthBytes || file.bytes[kLengthBytes] != std::byte{'{'}) return false;
  const auto length = load_le<uint64_t>(file.bytes.data());
  return length >= 2 && length <= limits.header_bytes;
}

Checkpoint read_safetensors(const Window& file, const CheckpointLimits& limits) {
  const auto length = load_le<uint64_t>(file.bytes.data());
  const std::optional<Window> header = file.part(kLengthBytes, length);
  if (!header) damaged("it ends inside its header");
  const Window data = *file.part(kLengthBytes + length, file.size() - kLengthBytes - length);

  HeaderReader reader(limits);
  const std::string_view text = header->text();
  nlohmann::json::sax_parse(text.begin(), text.end(), &reader);
  std::vector<Entry>& entries = reader.entries;
  check_unique(entries);
  std::ranges::stable_sort(entries, std::ranges::less(), &Entry::offsets);
  check_layout(entries, data.size());
  check_types(entries);
  Checkpoint out;
  CopyBudget budget(file.size(), limits);
  for (const Entry& entry : entries) {
    out.tensors.push_back({entry.key, read_entry(entry, data, budget)});
  }
  return out;
}

}  // namespace nnscan::checkpoint
