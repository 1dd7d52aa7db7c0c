// File URIs and paths.
#pragma once

#include <string>

namespace nnscan::lsp {

// The path of a `file:` URI. Of any other, such as `untitled:Untitled-1`, a path that no file has,
// which tells it from others.
std::string path_of(const std::string& uri);
std::string uri_of(const std::string& path);
bool is_file_uri(const std::string& uri);

}  // namespace nnscan::lsp
