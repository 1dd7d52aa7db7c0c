// How classes that need arguments are made elsewhere in the sources.
#pragma once

#include "tools/check/verdicts.h"

namespace nnscan::check {

// For each open class the calls of its name in `files`, as jobs for the files that hold them: their
// names decide what the arguments mean, and those that name what only a function knows are left
// out. In its own file, the call by default is one more. `unsaved` stands for the text of files, by
// path.
std::vector<Job> uses_of(const std::vector<Verdicts::Open>& open, const std::vector<SourcePath>& files,
                         const std::map<std::string, std::string>& unsaved = {});

}  // namespace nnscan::check
