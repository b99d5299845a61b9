"""Asking one line: with completion in a terminal, plainly where there is none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prompt_toolkit.completion import CompleteEvent, Completer, Completion
    from prompt_toolkit.document import Document

KEYS = "Enter: verder   <: vorige vraag   ?: uitleg en keuzes   Ctrl-C: stoppen zonder te schrijven"
Ask = Callable[[Sequence[str], bool], str]
"""Asks for one answer. Takes what may be completed, and whether there may be more, with `;` between them.

Raises EOFError when no answer will come any more, KeyboardInterrupt when somebody wants to stop.
"""


def open_console() -> Ask:
    """Return how to ask here."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _ask_plainly
    from prompt_toolkit import PromptSession  # takes a fifth of a second

    session: PromptSession[str] = PromptSession(complete_while_typing=True, bottom_toolbar=KEYS)
    return lambda choices, many: session.prompt("> ", completer=_completer(choices, many)).strip()


def say(text: str = "") -> None:
    """Print to stderr: stdout is for what can be used further."""
    print(text, file=sys.stderr, flush=True)


def _ask_plainly(choices: Sequence[str], many: bool) -> str:
    print("> ", end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()


def _completer(choices: Sequence[str], many: bool) -> Completer:
    from prompt_toolkit.completion import Completer, FuzzyWordCompleter
    from prompt_toolkit.document import Document

    class LastPart(Completer):
        """Completes what stands behind the last `;`."""

        def __init__(self) -> None:
            self._words = FuzzyWordCompleter(list(choices))

        def get_completions(self, document: Document, event: CompleteEvent) -> Iterator[Completion]:
            typed = document.text_before_cursor
            part = (typed.rpartition(";")[2] if many else typed).lstrip()
            if part or not typed:
                yield from self._words.get_completions(Document(part, len(part)), event)

    return LastPart()
