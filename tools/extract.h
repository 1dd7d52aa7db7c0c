// The commands of the executable. Each returns the process's exit status: 0 done, 1 the source
// cannot be exported, 2 wrong usage or a file that cannot be read or written.
#pragma once

#include <string>
#include <vector>

#include "frontend/session.h"

namespace nnscan {

struct ExtractOptions {
  std::string file, entry;
  std::string format = "onnx", output;
  std::vector<std::string> inputs, sets;
  std::string weights, init = "inputs";
  std::string messages = "text";
  bool external_data = false, fold_batch_norm = false;
  bool partial = false;  // of a refused model, write what is known; only `view` does
  Options analysis;
};

int extract(const ExtractOptions& options);
int list(const std::string& file, const Options& options);
int ops(const std::string& format, const Options& options);
int run_program(const std::string& file, const Options& options);

}  // namespace nnscan
