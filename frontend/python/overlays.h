// Overlays: modules of installed libraries, or names of them, that are not interpreted but replaced
// by a file of the prelude (`_overlays/` and the module's path). Only what carries no numbers is
// replaced: plumbing that looks at source text, documentation or the machine. Each row of the
// table (overlays.cpp) names the versions of the package that its stand-in was compared with.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace nnscan::py {

struct Overlay {
  std::string_view module;  // "transformers.utils.auto_docstring"
  std::string_view oldest;  // "4.57": major and minor
  std::string_view newest;
  bool whole;               // else only the names in the stand-in's `__all__`
};

std::span<const Overlay> overlays();
const Overlay* find_overlay(std::string_view module);

// Whether the stand-in was compared with this version, or with one before and one after it.
bool covers(const Overlay& overlay, std::string_view version);

// The version of a package below a folder: what its `__init__.py` or `_version.py` says, else the
// name of its `.dist-info`; empty if nothing says it.
std::string installed_version(const std::string& root, const std::string& package);

}  // namespace nnscan::py
