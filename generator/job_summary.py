"""All problems as one Markdown page for GitHub: it shows ten annotations per step and kind, and drops the rest.

Record text is hostile: whatever comes from a file is shown so that it can be neither Markdown nor HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.diagnostics import Diagnostic
from generator.messages import visible

MAX_BYTES = 1_000_000
"""GitHub drops a summary of more than 1 MiB as a whole ("supports content up to a size of 1024k")."""

_ROOM_FOR_END = 200
_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")
"""Every sign that may begin something in Markdown or HTML; as the number of a character it means nothing."""


def summarise_job(diagnostics: Iterable[Diagnostic], counted: str, guide: str, most: int = MAX_BYTES) -> str:
    """Write a Markdown page with a table for each file; what does not fit in `most` bytes is counted.

    `counted` is the line that says how many problems there are, `guide` the address of CONTRIBUTING.md, or empty.
    """
    parts = [f"## Controle van de praktijken\n\n{counted}\n"]
    left, hidden = most - len(parts[0].encode()) - _ROOM_FOR_END, 0
    for part in _parts(diagnostics, guide):
        left -= len(part.encode())
        if left < 0:  # and stays so: what follows is left out too
            hidden += 1
        else:
            parts.append(part)
    if hidden:
        parts.append(f"\nNog {hidden} meldingen passen hier niet. Ze staan in het verslag van de controle.\n")
    return "".join(parts)


def _parts(diagnostics: Iterable[Diagnostic], guide: str) -> Iterator[str]:
    """Yield the rows, the first of each table with the head of that table."""
    for path, problems in groupby(diagnostics, key=lambda d: d.place.path):
        head = f"\n### {_code(path)}\n\n|Regel|Melding|Wat u kunt doen|Uitleg|\n|---:|---|---|---|\n"
        for number, d in enumerate(problems):
            yield (head if number == 0 else "") + _row(d, guide)


def _row(d: Diagnostic, guide: str) -> str:
    message = f"{d.severity.value}: {_code(f'{d.field}: {d.message}' if d.field else d.message)}"
    tip = "<br>".join(map(_harmless, d.tip.split("\n")))
    shown = f"<pre>{tip}</pre>" if "\n" in d.tip else f"<code>{tip}</code>"
    return f"| {d.place.line} | {message} | {shown} | {_link(d.code, guide)} |\n"


def _link(code: str, guide: str) -> str:
    return f"[{code}]({guide}#{code})" if guide else code


def _code(text: str) -> str:
    """Show a text as code, in which GitHub looks for no mentions and numbers of issues."""
    return f"<code>{_harmless(text)}</code>"


def _harmless(text: str) -> str:
    """Return the text so that it is shown as it is, on one line."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", visible(text.replace("\r", "\n")))
