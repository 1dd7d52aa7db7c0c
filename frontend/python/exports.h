// Which file of a package offers a name by its `__all__`.
#pragma once

#include <string>

namespace nnscan::py {

// The dotted name, from the folder, of the file in or below it whose `__all__` lists `name`; empty
// if there is none. A path to a file stands for its folder. Folders whose name begins `name` are
// looked at first: `BertModel` is likely to come from `bert/`.
std::string exporting_module(const std::string& path, const std::string& name);

}  // namespace nnscan::py
