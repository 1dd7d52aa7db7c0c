// How messages name files.
#pragma once

#include <string>

namespace nnscan {

// Relative to the working directory, where the file is not further off than its parent folder.
std::string shown_path(const std::string& path);

}  // namespace nnscan
