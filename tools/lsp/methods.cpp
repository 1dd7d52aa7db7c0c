#include <algorithm>

#include "tools/lsp/server.h"

namespace nnscan::lsp {

namespace {

constexpr bool kRequest = true, kNotification = false;

constexpr Method kMethods[] = {
    {"initialize", initialize, kRequest},
    {"initialized", initialized, kNotification},
    {"shutdown", shutdown, kRequest},
    {"exit", leave, kNotification},
    {"$/setTrace", set_trace, kNotification},
    {"$/cancelRequest", cancel_request, kNotification},
    {"textDocument/didOpen", did_open, kNotification},
    {"textDocument/didChange", did_change, kNotification},
    {"textDocument/didSave", did_save, kNotification},
    {"textDocument/didClose", did_close, kNotification},
    {"workspace/didChangeConfiguration", did_change_configuration, kNotification},
    {"workspace/didChangeWatchedFiles", did_change_watched_files, kNotification},
    {"workspace/didChangeWorkspaceFolders", did_change_workspace_folders, kNotification},
    {"window/workDoneProgress/cancel", cancel_progress, kNotification},
    {"textDocument/inlayHint", inlay_hint, kRequest},
    {"textDocument/hover", hover, kRequest},
    {"textDocument/codeLens", code_lens, kRequest},
    {"textDocument/documentSymbol", document_symbol, kRequest},
    {"textDocument/definition", definition, kRequest},
    {"textDocument/codeAction", code_action, kRequest},
    {"textDocument/diagnostic", document_diagnostic, kRequest},
    {"workspace/diagnostic", workspace_diagnostic, kRequest},
    {"workspace/executeCommand", execute_command, kRequest},
    {"nnscan/graph", graph, kRequest},
    {"nnscan/entries", entries, kRequest},
};

}  // namespace

const Method* find_method(const std::string& name) {
  auto at = std::find_if(std::begin(kMethods), std::end(kMethods),
                         [&](const Method& m) { return name == m.name; });
  return at == std::end(kMethods) ? nullptr : at;
}

}  // namespace nnscan::lsp
