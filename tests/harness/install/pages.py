"""What is installed for shells and man: completions asked of bash, fish and zsh themselves."""
from __future__ import annotations

import os
import pathlib
import pty
import select
import subprocess
import time

from harness import report
from harness.install.shell import environment, failure, run

# A line as it was typed so far, and words that must be offered for its end.
_ASKED = [
    ("nnscan che", ["check"]),
    ("nnscan lenet.py --emit ", ["onnx", "ssa", "json"]),
    ("nnscan lenet.py --init=r", ["random"]),
    ("nnscan lenet.py --fold", ["--fold-batch-norm"]),
    ("nnscan check --su", ["--summary"]),
    ("nnscan completions ", ["bash", "fish", "zsh"]),
    ("nnscan list le", ["lenet.py"]),
    ("nnscan list -I fo", ["folder"]),
]
_BASH = """
source "$1/bash-completion/completions/nnscan"
COMP_WORDBREAKS=' ='
read -ra COMP_WORDS <<<"${2//=/ = }"
[[ $2 == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_nnscan 2>/dev/null
printf '%s\\n' "${COMPREPLY[@]}"
"""
_FISH = 'source "$argv[1]/fish/vendor_completions.d/nnscan.fish"; complete -C "$argv[2]"'
_ZSH = """\
PS1='> '; fpath=({share}/zsh/site-functions $fpath)
autoload -Uz compinit; compinit -u -D; zstyle ':completion:*' menu no; print re'ady'
"""
_PATIENCE = 20  # seconds


def ask_bash(share: pathlib.Path, folder: pathlib.Path, line: str) -> str:
    return run(["bash", "-c", _BASH, "bash", share, line], cwd=folder).stdout


def ask_fish(share: pathlib.Path, folder: pathlib.Path, line: str) -> str:
    return run(["fish", "--no-config", "-c", _FISH, share, line], cwd=folder).stdout


def ask_zsh(share: pathlib.Path, folder: pathlib.Path, line: str, wanted: list[str]) -> str:
    """Zsh completes on a terminal only: the keys are typed, and what appears is read."""
    leader, terminal = pty.openpty()
    shell = subprocess.Popen(["zsh", "-f", "-i"], cwd=folder, start_new_session=True,
                             env=environment(TERM="dumb"), stdin=terminal, stdout=terminal,
                             stderr=terminal)
    os.close(terminal)

    def read_until(words: list[str]) -> str:
        seen, end = "", time.monotonic() + _PATIENCE
        while time.monotonic() < end and not all(word in seen for word in words):
            if select.select([leader], [], [], 0.1)[0]:
                seen += os.read(leader, 65536).decode(errors="replace")
        return seen

    try:
        os.write(leader, _ZSH.format(share=share).encode())
        read_until(["ready"])
        os.write(leader, line.encode() + b"\t\t")
        return read_until(wanted)
    finally:
        shell.kill()
        shell.wait()
        os.close(leader)


def check(suite: report.Suite, scratch: pathlib.Path, share: pathlib.Path) -> None:
    folder = scratch / "typed"
    (folder / "folder").mkdir(parents=True)
    (folder / "lenet.py").touch()
    for line, wanted in _ASKED:
        answers = {"bash": ask_bash(share, folder, line), "fish": ask_fish(share, folder, line),
                   "zsh": ask_zsh(share, folder, line, wanted)}
        problems = [f"{shell} does not offer {word}:\n{answer}"
                    for shell, answer in answers.items() for word in wanted if word not in answer]
        suite.add(f"shells complete {line!r}", problems)

    page = share / "man/man1/nnscan.1"
    shown = run(["man", "--warnings", "--local-file", page], MANWIDTH="100", MANPAGER="cat",
                MANROFFSEQ="")
    problems = failure(shown, says="EXIT STATUS")
    problems += [line for line in shown.stdout.splitlines() if "warning" in line.lower()]
    suite.add("the manual page, without roff's warnings", problems)
