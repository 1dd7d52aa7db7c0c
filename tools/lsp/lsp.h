// `nnscan lsp`: a language server on standard input and output (docs/lsp.md).
#pragma once

namespace nnscan::lsp {

// Until the client says `exit`, or closes the input. 0: it had said `shutdown` before.
int run();

}  // namespace nnscan::lsp
