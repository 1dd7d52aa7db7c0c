// A zip archive in mapped memory. Records that are stored lie in the file as they are and are
// borrowed; deflated ones are inflated into memory of their own, within the copy budget.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "frontend/torch/checkpoint_bytes.h"

namespace nnscan::checkpoint {

class Archive {
 public:
  // Reads the directory. Throws kMalformed, kLimit.
  Archive(Window file, const CheckpointLimits& limits);

  // The folder that holds everything: the first record's.
  const std::string& folder() const { return folder_; }
  bool has(const std::string& name) const { return records_.contains(name); }
  const std::string& first_name() const { return first_name_; }
  // The content of a record, if there is one of this name. No checksum of stored records: it
  // would cost more than everything else, and PyTorch can be told to write none.
  std::optional<Window> read(const std::string& name, CopyBudget& budget) const;

 private:
  struct Record {
    uint64_t entry;  // where the directory describes it
    uint64_t index;
    uint32_t method;
    bool encrypted;
  };
  struct Place {  // the rest, read when it is wanted
    uint64_t size;
    uint64_t compressed_size;
    uint64_t header;  // offset of the record's own header
    bool wide;        // some value did not fit 32 bits
  };
  static void read_wide(Window extra, Place& place);
  static std::optional<Place> read_entry(const Window& file, uint64_t at);
  static std::optional<Window> stored_bytes(const Window& file, const Place& place);
  Window inflate(const std::string& name, const Record& record, const Place& place,
                 CopyBudget& budget) const;

  Window file_;
  std::shared_ptr<void> zip_;
  std::map<std::string, Record, std::less<>> records_;
  std::string folder_;
  std::string first_name_;
};

}  // namespace nnscan::checkpoint
