"""Real editors, set up as docs/editors.md says: neovim's own client, and Emacs with eglot."""
from __future__ import annotations

import json
import os
import re
import subprocess

from harness.lsp.scratch import NET, Cases, Scratch, holds, line_of, same
from harness.tool import ROOT

case = Cases()

PAGE = ROOT / "docs/editors.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(), re.DOTALL)


def environment(s: Scratch) -> dict[str, str]:
    """Whose `nnscan` is the one under test, and whose home is empty."""
    home = s.folder / "home"
    (home / "bin").mkdir(parents=True, exist_ok=True)
    if not (home / "bin/nnscan").exists():
        (home / "bin/nnscan").symlink_to(s.tool.path)
    return {**os.environ, "HOME": str(home), "PATH": f"{home}/bin:{os.environ['PATH']}", "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_DATA_HOME": str(home / ".data"), "XDG_STATE_HOME": str(home / ".state"), "XDG_CACHE_HOME": str(home / ".cache"),
            "XDG_RUNTIME_DIR": str(home), "TERM": "xterm"}


NEOVIM = r'''
local out = {}
local function wait(what, holds)
  if not vim.wait(30000, holds, 20) then error('waited in vain: ' .. what) end
end
local function run()
  local buffer = vim.api.nvim_get_current_buf()
  wait('the client', function() return #vim.lsp.get_active_clients() > 0 and vim.lsp.buf_get_clients(buffer)[vim.g.nnscan] end)
  local function diagnostics() return vim.diagnostic.get(buffer) end
  wait('a diagnostic', function() return #diagnostics() > 0 end)
  out.diagnostics = vim.tbl_map(function(d) return { line = d.lnum, code = d.code or d.user_data.lsp.code } end, diagnostics())
  local function hints() return vim.api.nvim_buf_get_extmarks(buffer, vim.api.nvim_get_namespaces().nnscan, 0, -1, { details = true }) end
  wait('hints', function() return #hints() > 0 end)
  out.hints = vim.tbl_map(function(m) return { m[2], m[4].virt_text[1][1] } end, hints())
  -- An edit that mends it.
  for at, text in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local begin, finish = text:find('nn.Linear(17', 1, true)
    if begin then vim.api.nvim_buf_set_text(buffer, at - 1, begin - 1, at - 1, finish, { 'nn.Linear(16' }) end
  end
  wait('no diagnostic', function() return #diagnostics() == 0 end)
  local function ask(method, params) return vim.lsp.buf_request_sync(buffer, method, params, 20000)[vim.g.nnscan].result end
  local line, column
  for at, text in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local begin = text:find('self.conv(x)', 1, true)
    if begin then line, column = at, begin + 5 end
  end
  vim.api.nvim_win_set_cursor(0, { line, column })
  out.hover = ask('textDocument/hover', vim.lsp.util.make_position_params()).contents.value
  vim.lsp.buf.definition()
  wait('the definition', function() return vim.api.nvim_win_get_cursor(0)[1] ~= line end)
  out.definition = vim.api.nvim_win_get_cursor(0)[1] - 1
  out.symbols = #ask('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() })
  vim.lsp.codelens.refresh()
  wait('lenses', function() return #vim.lsp.codelens.get(buffer) > 0 end)
  out.lenses = vim.tbl_map(function(l) return l.command.title end, vim.lsp.codelens.get(buffer))
  local client = vim.lsp.get_client_by_id(vim.g.nnscan)
  client.stop()
  wait('the end', function() return client.is_stopped() end)
  out.stopped = true
end
local ok, problem = pcall(run)
if not ok then out.problem = problem end
vim.fn.writefile({ vim.fn.json_encode(out) }, 'out.json')
vim.cmd('qall!')
'''


@case("neovim shows diagnostics, hints, hovers, lenses, and follows edits")
def neovim(s: Scratch) -> None:
    s.write("net.py", NET.replace("nn.Linear(16, classes)", "nn.Linear(17, classes)"))
    s.write("home/.config/nvim/init.lua", "\n".join(blocks("lua")))
    s.write("drive.lua", NEOVIM)
    done = subprocess.run(["nvim", "--headless", "net.py", "-c", "luafile drive.lua"], cwd=s.folder, env=environment(s),
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    assert (s.folder / "out.json").exists(), done.stderr + done.stdout
    out = json.loads((s.folder / "out.json").read_text())
    same(out.get("problem"), None, "a problem")
    same({(d["line"], d["code"]) for d in out["diagnostics"]}, {(line_of(NET, "return self.head"), "NN401")}, "diagnostics")
    assert [line_of(NET, "pooled = "), ": float32[N, 16]"] in out["hints"], out["hints"]
    holds(out["hover"], "torch.nn.Conv2d", "224 parameters")
    same(out["definition"], line_of(NET, "self.conv = "), "the definition's line")
    assert any("parameters" in title for title in out["lenses"]), out["lenses"]
    same(out.get("stopped"), True, "it stopped")


EMACS = r'''
(require 'json)
(defvar out nil)
(defun keep (key value) (push (cons key value) out))
(defun wait-for (what holds)
  (let ((end (+ (float-time) 30)))
    (while (and (not (funcall holds)) (< (float-time) end)) (accept-process-output nil 0.05))
    (unless (funcall holds) (error "waited in vain: %s" what))))
(setq eglot-sync-connect 20 eglot-autoreconnect nil)
(condition-case problem
    (with-current-buffer (find-file-noselect "net.py")
      (setq-local project-find-functions (list (lambda (_) (cons 'transient default-directory))))
      (unless (eq major-mode 'python-mode) (python-mode))
      (unless (eglot-current-server)
        (apply #'eglot (eglot--guess-contact)))
      (wait-for "the server" (lambda () (eglot-current-server)))
      (wait-for "a diagnostic" (lambda () (flymake-start) (flymake-diagnostics)))
      (keep 'diagnostic (flymake-diagnostic-text (car (flymake-diagnostics))))
      (goto-char (point-min))
      (search-forward "nn.Linear(17")
      (replace-match "nn.Linear(16")
      (eglot--signal-textDocument/didChange)
      (wait-for "no diagnostic" (lambda () (flymake-start) (not (flymake-diagnostics))))
      (goto-char (point-min))
      (search-forward "self.conv(x)")
      (backward-char 5)
      (keep 'hover (plist-get (plist-get (jsonrpc-request (eglot-current-server) :textDocument/hover
                                                          (eglot--TextDocumentPositionParams)) :contents) :value))
      (xref-find-definitions (xref-backend-identifier-at-point 'eglot))
      (keep 'definition (1- (line-number-at-pos)))
      (eglot-shutdown (eglot-current-server) nil 20)
      (keep 'stopped t))
  (error (keep 'problem (error-message-string problem))))
(with-temp-file "out.json" (insert (json-encode out)))
'''


@case("Emacs shows diagnostics and hovers with eglot, and follows edits")
def emacs(s: Scratch) -> None:
    s.write("net.py", NET.replace("nn.Linear(16, classes)", "nn.Linear(17, classes)"))
    s.write("init.el", "(package-initialize)\n" + blocks("elisp")[0])
    s.write("drive.el", EMACS)
    done = subprocess.run(["emacs", "--batch", "-l", "init.el", "-l", "drive.el"], cwd=s.folder, env=environment(s),
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    assert (s.folder / "out.json").exists(), done.stderr[-3000:]
    out = json.loads((s.folder / "out.json").read_text())
    same(out.get("problem"), None, "a problem")
    holds(out["diagnostic"], "NN401")
    holds(out["hover"], "torch.nn.Conv2d")
    same(out["definition"], line_of(NET, "self.conv = "), "the definition's line")
    same(out["stopped"], True, "it stopped")
