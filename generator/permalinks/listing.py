"""The list of published addresses, `schema/permalinks.txt`: read, grown, and compared with an earlier one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.read.finding import Finding, finding

PATH = "schema/permalinks.txt"
SECTIONS = ("congressen", "doelgroepen", "gemeenten", "praktijken", "themas")
"""Parts of the site whose addresses come from the data. All others are fixed in the code."""

HEAD = """\
# Elk adres dat ooit op de site stond, een per regel, op alfabet. Een adres blijft voor altijd werken.
# Hier komt alleen iets bij: `praktijken permalinks` doet dat na elke publicatie. Haal nooit een regel weg.
# Is een praktijk hernoemd, samengevoegd of ingetrokken? Zie CONTRIBUTING.md.
"""
_ADDRESS = re.compile(rf"(?:{'|'.join(SECTIONS)})/[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


def read_permalinks(text: str) -> tuple[Mapping[str, int], tuple[Finding, ...]]:
    """Return the line number of every address in the list, and what is wrong with other lines.

    Order and doubles do not matter, so that git may merge two branches by keeping the lines of both.
    """
    found: dict[str, int] = {}
    strange = []
    for number, line in enumerate(text.split("\n"), 1):
        if _ADDRESS.fullmatch(line.rstrip()):
            found.setdefault(line.rstrip(), number)
        elif line.strip() and not line.startswith("#"):
            strange.append(finding("adres-vorm", at=(number, 1), waarde=line.strip()))
    return found, tuple(strange)


def write_permalinks(addresses: Iterable[str]) -> str:
    """Return the text of the list that holds the given addresses."""
    return HEAD + "".join(f"{address}\n" for address in sorted(set(addresses)))


def lost_permalinks(before: str, now: str) -> tuple[str, ...]:
    """Return the addresses of an earlier list that the present one lacks."""
    kept = read_permalinks(now)[0]
    return tuple(address for address in sorted(read_permalinks(before)[0]) if address not in kept)
