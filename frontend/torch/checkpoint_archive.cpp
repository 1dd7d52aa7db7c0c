#include "frontend/torch/checkpoint_archive.h"

#include <fmt/format.h>
#include <minizip/unzip.h>

#include <algorithm>

namespace nnscan::checkpoint {
namespace {

constexpr uint64_t kElsewhere = 0xffffffff;  // the value is in the extra field
constexpr uint32_t kStored = 0;
constexpr uint32_t kDeflated = 8;
// What deflate reaches at best; a record that claims more lies about its size.
constexpr uint64_t kMaxDeflateRatio = 1032;

// minizip reads through these, so that it sees the mapping instead of a second descriptor.
struct Stream {
  std::span<const std::byte> bytes;
  uint64_t at = 0;
};

voidpf stream_open(voidpf opaque, const void*, int) { return opaque; }
uLong stream_read(voidpf, voidpf stream, void* to, uLong size) {
  auto* s = static_cast<Stream*>(stream);
  const uint64_t length = std::min<uint64_t>(size, s->bytes.size() - s->at);
  if (length > 0) std::memcpy(to, s->bytes.data() + s->at, length);
  s->at += length;
  return static_cast<uLong>(length);
}
uLong stream_write(voidpf, voidpf, const void*, uLong) { return 0; }
ZPOS64_T stream_tell(voidpf, voidpf stream) { return static_cast<Stream*>(stream)->at; }
long stream_seek(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  auto* s = static_cast<Stream*>(stream);
  const uint64_t base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                        : origin == ZLIB_FILEFUNC_SEEK_CUR ? s->at
                                                           : s->bytes.size();
  if (offset > s->bytes.size() - base) return -1;
  s->at = base + offset;
  return 0;
}
int stream_close(voidpf, voidpf) { return 0; }
int stream_error(voidpf, voidpf) { return 0; }

// The handle, with its stream behind it.
struct Zip {
  Stream stream;
  unzFile handle = nullptr;
  ~Zip() {
    if (handle) unzClose(handle);
  }
};

// The archive's last record, a comment behind it at most. minizip would make do without its end.
bool has_end_record(const Window& file) {
  constexpr size_t kFixed = 22;
  constexpr size_t kLongestComment = 0xffff;
  const std::string_view text = file.text();
  const std::string_view end =
      text.substr(text.size() - std::min(text.size(), kFixed + kLongestComment));
  const size_t at = end.rfind("PK\x05\x06");
  if (at == std::string_view::npos || end.size() - at < kFixed) return false;
  const auto* comment = reinterpret_cast<const std::byte*>(end.data()) + at + kFixed - 2;
  return load_le<uint16_t>(comment) <= end.size() - at - kFixed;
}

std::shared_ptr<void> open_zip(const Window& file) {
  if (!has_end_record(file)) damaged("it starts as a zip archive and ends early");
  auto zip = std::make_shared<Zip>();
  zip->stream.bytes = file.bytes;
  zlib_filefunc64_def functions{stream_open, stream_read,  stream_write, stream_tell,
                                stream_seek, stream_close, stream_error, &zip->stream};
  zip->handle = unzOpen2_64("", &functions);
  if (!zip->handle) damaged("its directory cannot be found");
  return zip;
}

unzFile handle_of(const std::shared_ptr<void>& zip) { return static_cast<Zip*>(zip.get())->handle; }

}  // namespace

Archive::Archive(Window file, const CheckpointLimits& limits)
    : file_(std::move(file)), zip_(open_zip(file_)) {
  const unzFile zip = handle_of(zip_);
  std::string name(limits.key_bytes, '\0');
  int status = unzGoToFirstFile(zip);
  for (; status == UNZ_OK; status = unzGoToNextFile(zip)) {
    unz_file_info64 info;
    unz64_file_pos position;
    if (unzGetCurrentFileInfo64(zip, &info, name.data(), name.size(), nullptr, 0, nullptr, 0) !=
            UNZ_OK ||
        unzGetFilePos64(zip, &position) != UNZ_OK || info.size_filename > name.size()) {
      damaged("its directory cannot be read");
    }
    if (records_.size() >= limits.tensors) {
      fail(Code::kLimit, fmt::format("checkpoint has more than {} records", limits.tensors));
    }
    const std::string key = name.substr(0, info.size_filename);
    if (records_.empty()) first_name_ = key;
    const Record record{position.pos_in_zip_directory, position.num_of_file,
                        static_cast<uint32_t>(info.compression_method), (info.flag & 1) != 0};
    // Which of two wins differs between programs.
    if (!records_.emplace(key, record).second) damaged(fmt::format("two records {}", quote(key)));
  }
  if (status != UNZ_END_OF_LIST_OF_FILE) damaged("its directory cannot be read");
  folder_ = first_name_.substr(0, first_name_.find('/'));
}

void Archive::read_wide(Window extra, Place& place) {
  constexpr uint16_t kZip64 = 1;
  while (extra.size() >= 4) {
    const auto id = load_le<uint16_t>(extra.bytes.data());
    std::optional<Window> field = extra.part(4, load_le<uint16_t>(extra.bytes.data() + 2));
    if (!field) return;
    extra.bytes = extra.bytes.subspan(4 + field->size());
    if (id != kZip64) continue;
    for (uint64_t* value : {&place.size, &place.compressed_size, &place.header}) {
      if (*value != kElsewhere || field->size() < sizeof *value) continue;
      place.wide = true;
      *value = load_le<uint64_t>(field->bytes.data());
      field->bytes = field->bytes.subspan(sizeof *value);
    }
  }
}

// minizip 1.1 misreads what lies beyond 4 GiB where `long` has 64 bits: the true values are in an
// extra field. So the entries are read here.
std::optional<Archive::Place> Archive::read_entry(const Window& file, uint64_t at) {
  constexpr size_t kFixed = 46;
  const std::optional<Window> entry = file.part(at, kFixed);
  if (!entry || !entry->text().starts_with("PK\x01\x02")) return std::nullopt;
  const std::byte* const fields = entry->bytes.data();
  Place place{load_le<uint32_t>(fields + 24), load_le<uint32_t>(fields + 20),
              load_le<uint32_t>(fields + 42), false};
  const uint64_t name = load_le<uint16_t>(fields + 28);
  const auto extra = file.part(at + kFixed + name, load_le<uint16_t>(fields + 30));
  if (!extra) return std::nullopt;
  read_wide(*extra, place);
  return place;
}

std::optional<Window> Archive::stored_bytes(const Window& file, const Place& place) {
  constexpr size_t kFixed = 30;
  const std::optional<Window> header = file.part(place.header, kFixed);
  if (!header || !header->text().starts_with("PK\x03\x04") ||
      place.size != place.compressed_size) {
    return std::nullopt;
  }
  const std::byte* const fields = header->bytes.data();
  return file.part(place.header + kFixed + load_le<uint16_t>(fields + 26) +
                       load_le<uint16_t>(fields + 28), place.size);
}

std::optional<Window> Archive::read(const std::string& name, CopyBudget& budget) const {
  const auto found = records_.find(name);
  if (found == records_.end()) return std::nullopt;
  const Record& record = found->second;
  if (record.encrypted || (record.method != kStored && record.method != kDeflated)) {
    fail(Code::kUnsupported,
         fmt::format("checkpoint record {} is {}", quote(name),
                     record.encrypted ? "encrypted" : "compressed in an unknown way"));
  }
  const std::optional<Place> place = read_entry(file_, record.entry);
  if (!place) damaged("its directory cannot be read");
  if (record.method == kDeflated) return inflate(name, record, *place, budget);
  const std::optional<Window> bytes = stored_bytes(file_, *place);
  if (!bytes) damaged(fmt::format("record {} is cut short", quote(name)));
  return bytes;
}

// Closing a record after its last byte checks its checksum.
Window Archive::inflate(const std::string& name, const Record& record, const Place& place,
                        CopyBudget& budget) const {
  if (place.wide) {
    fail(Code::kUnsupported,
         fmt::format("checkpoint record {} is compressed in an archive of over 4 GiB", quote(name)),
         "save it again with `torch.save`, which does not compress");
  }
  const uint64_t size = place.size;
  if (place.compressed_size > file_.size() || size / kMaxDeflateRatio > place.compressed_size) {
    damaged(fmt::format("record {} has an impossible size", quote(name)));
  }
  budget.take(size, name);
  const unzFile zip = handle_of(zip_);
  const unz64_file_pos position{record.entry, record.index};
  if (unzGoToFilePos64(zip, &position) != UNZ_OK || unzOpenCurrentFile(zip) != UNZ_OK) {
    damaged(fmt::format("record {} cannot be read", quote(name)));
  }
  auto data = std::make_shared<std::vector<std::byte>>(size);
  uint64_t at = 0;
  while (at < size) {
    const auto chunk = static_cast<unsigned>(std::min<uint64_t>(size - at, 1u << 24));
    const int length = unzReadCurrentFile(zip, data->data() + at, chunk);
    if (length <= 0) break;
    at += static_cast<unsigned>(length);
  }
  if (unzCloseCurrentFile(zip) != UNZ_OK || at != size) {
    damaged(fmt::format("record {} is cut short or was changed", quote(name)));
  }
  return {std::span<const std::byte>(*data), data};
}

}  // namespace nnscan::checkpoint
