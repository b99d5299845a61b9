"""The border between record text and the Markdown of a forge.

Escaping is not enough there: a forge turns @name, #12, hashes and addresses into links after it has read the
Markdown, whatever backslash stands before them. In a code span it leaves them alone.
"""

from __future__ import annotations

import re

from generator.messages import visible

SHOWN_LENGTH = 200
_TICKS = re.compile("`+")


def code(text: str, length: int = SHOWN_LENGTH) -> str:
    """Return text as a code span on one line that nothing in it can end."""
    plain = " ".join(visible(text).split())
    shown = plain if len(plain) <= length else plain[: length - 1] + "…"
    fence = "`" * (max((len(run) for run in _TICKS.findall(shown)), default=0) + 1)
    pad = " " if len(fence) > 1 or not shown else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def table_cell(text: str) -> str:
    """Return text as a code span for a table, where a bar would start the next column even in code."""
    return code(text.replace("|", "¦"))


def one_line(text: str, length: int) -> str:
    """Return text for a title, which is no Markdown: on one line, and calling nobody."""
    plain = " ".join(visible(text).split()).replace("@", "(at)")
    return plain if len(plain) <= length else plain[: length - 1] + "…"
