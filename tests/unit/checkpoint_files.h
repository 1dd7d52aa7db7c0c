// Writes small weight files for the tests: pickles opcode by opcode, archives, safetensors.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "frontend/torch/checkpoint.h"

namespace nnscan::test {

using namespace std::string_literals;

template <class T>
std::string le(T value) {
  std::string out(sizeof value, '\0');
  std::memcpy(out.data(), &value, sizeof value);
  return out;
}

template <class T>
std::string bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

inline std::span<const std::byte> as_bytes(const std::string& text) {
  return std::as_bytes(std::span<const char>(text));
}

// Pickle pieces. Each pushes one value.
inline std::string global(std::string_view module, std::string_view name) {
  return "c" + std::string(module) + "\n" + std::string(name) + "\n";
}
inline std::string str(std::string_view text) {
  return "X" + le<uint32_t>(static_cast<uint32_t>(text.size())) + std::string(text);
}
inline std::string num(int64_t value) { return "\x8a\x08" + le(value); }
inline std::string tuple(std::initializer_list<std::string> items) {
  std::string out = "(";
  for (const std::string& item : items) out += item;
  return out + "t";
}
inline std::string ints(std::initializer_list<int64_t> values) {
  std::string out = "(";
  for (const int64_t value : values) out += num(value);
  return out + "t";
}
inline std::string call(const std::string& function, const std::string& arguments) {
  return function + arguments + "R";
}
inline std::string dict(std::initializer_list<std::pair<std::string, std::string>> items) {
  std::string out = "}(";
  for (const auto& [key, value] : items) out += str(key) + value;
  return out + "u";
}
inline std::string ordered_dict(std::initializer_list<std::pair<std::string, std::string>> items) {
  return call(global("collections", "OrderedDict"), ")") + dict(items).substr(1);
}
inline std::string pickle(const std::string& value) { return "\x80\x02" + value + "."; }

inline std::string storage(std::string_view type, std::string_view key, int64_t count,
                           const std::string& view = "") {
  return tuple({str("storage"), global("torch", type), str(key), str("cpu"), num(count), view}) +
         "Q";
}
inline std::string tensor(const std::string& storage, int64_t offset,
                          std::initializer_list<int64_t> shape,
                          std::initializer_list<int64_t> strides) {
  return call(global("torch._utils", "_rebuild_tensor_v2"),
              tuple({storage, num(offset), ints(shape), ints(strides), "\x89",
                     call(global("collections", "OrderedDict"), ")")}));
}

// A zip archive of stored records; `wide`: with its numbers where those beyond 4 GiB go.
inline std::string zip(const std::vector<std::pair<std::string, std::string>>& records,
                       bool wide = false) {
  std::string out, directory;
  for (const auto& [name, content] : records) {
    const auto size = static_cast<uint32_t>(content.size());
    const auto at = static_cast<uint32_t>(out.size());
    const std::string start = le<uint16_t>(20) + le<uint16_t>(0) + le<uint16_t>(0) +
                              le<uint32_t>(0) + le<uint32_t>(0);
    const std::string length = le(static_cast<uint16_t>(name.size()));
    const std::string extra = le<uint16_t>(7) + le<uint16_t>(1) + "x" + le<uint16_t>(1) +
                              le<uint16_t>(24) + le<uint64_t>(size) + le<uint64_t>(size) +
                              le<uint64_t>(at);
    const std::string sizes = le(size) + le(size);
    directory += "PK\x01\x02" + le<uint16_t>(20) + start + (wide ? le(~0u) + le(~0u) : sizes) +
                 length + le(static_cast<uint16_t>(wide ? extra.size() : 0)) + le<uint16_t>(0) +
                 le<uint16_t>(0) + le<uint16_t>(0) + le<uint32_t>(0) + le(wide ? ~0u : at) + name +
                 (wide ? extra : "");
    out += "PK\x03\x04" + start + sizes + length + le<uint16_t>(0) + name + content;
  }
  const auto count = static_cast<uint16_t>(records.size());
  return out + directory + "PK\x05\x06" + le<uint32_t>(0) + le(count) + le(count) +
         le(static_cast<uint32_t>(directory.size())) + le(static_cast<uint32_t>(out.size())) +
         le<uint16_t>(0);
}

// What torch.save writes: `value` is a pickle piece, the storages their keys and bytes.
using StorageBytes = std::vector<std::pair<std::string, std::string>>;
inline std::string torch_zip(const std::string& value, const StorageBytes& storages) {
  std::vector<std::pair<std::string, std::string>> records = {{"archive/data.pkl", pickle(value)}};
  for (const auto& [key, bytes] : storages) records.emplace_back("archive/data/" + key, bytes);
  records.emplace_back("archive/version", "3\n");
  return zip(records);
}

// The same in the old format; the counts are those that lie before the bytes.
struct LegacyStorage {
  std::string key;
  uint64_t count;
  std::string bytes;
};
inline std::string torch_legacy(const std::string& value,
                                const std::vector<LegacyStorage>& storages,
                                const std::string& little_endian = "\x88") {
  std::string keys = "](";
  std::string data;
  for (const LegacyStorage& storage : storages) {
    keys += str(storage.key);
    data += le(storage.count) + storage.bytes;
  }
  return pickle("\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19") + pickle("M\xe9\x03") +
         pickle(dict({{"protocol_version", "M\xe9\x03"}, {"little_endian", little_endian}})) +
         pickle(value) + pickle(keys + "e") + data;
}

inline std::string safetensors(std::string_view header, std::string_view data) {
  return le<uint64_t>(header.size()) + std::string(header) + std::string(data);
}

inline std::variant<Checkpoint, CheckpointError> read(std::string file,
                                                      const CheckpointLimits& limits = {}) {
  auto owner = std::make_shared<std::string>(std::move(file));
  return read_checkpoint_bytes(as_bytes(*owner), owner, limits);
}

// One line a checkpoint: `a f32[2] 1 2; b i64[] 7`, or the error's message.
inline std::string text(const ConstantRef& data) {
  std::string out = std::string(info(data->dtype()).letter) + "[";
  for (size_t i = 0; i < data->rank(); ++i) {
    out += (i ? "," : "") + std::to_string(data->shape()[i]);
  }
  out += "]";
  for (int64_t i = 0; i < data->numel(); ++i) {
    const double value = data->as_double(i);
    const bool whole = value == static_cast<double>(static_cast<int64_t>(value));
    out += " " + (whole ? std::to_string(static_cast<int64_t>(value)) : std::to_string(value));
  }
  return out;
}
inline std::string text(const std::variant<Checkpoint, CheckpointError>& result) {
  if (const auto* error = std::get_if<CheckpointError>(&result)) return error->message;
  const auto& checkpoint = std::get<Checkpoint>(result);
  std::string out = checkpoint.container.empty() ? "" : checkpoint.container + ": ";
  for (const CheckpointTensor& tensor : checkpoint.tensors) {
    if (&tensor != checkpoint.tensors.data()) out += "; ";
    out += tensor.key + " " + text(tensor.data);
  }
  return out;
}

}  // namespace nnscan::test
