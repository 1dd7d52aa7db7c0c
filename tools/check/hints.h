// Hints of the analysis speak of the options of an export; a check has settings in their place.
#pragma once

#include "tools/check/report.h"

namespace nnscan::check {

// `declare it: --input 'x:float32[N]'` becomes `declare it: inputs = ["x:float32[N]"]`, with the entry
// that this belongs to in the settings.
void speak_of_settings(Report& report);

}  // namespace nnscan::check
