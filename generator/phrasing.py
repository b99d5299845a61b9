"""Parts of sentences that messages share, and how a value from a stranger is shown in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import Severity

SHOWN_LENGTH = 80

INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffc\ufffe\uffff]"
)
"""Characters that hide or turn text around; only tab and newline are left of the control characters.

The joiner U+200D is not among them: emoji are made with it."""

_PARTIAL_DATE = "jaar, jaar-maand of jaar-maand-dag: 2019, 2019-05 of 2019-05-30; of onbekend"


WRITE = "schrijf: {voorstel}"
"""The tip of a finding that knows what to type."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The Dutch words of one code. `sure` is the tip when the finding knows what to type (`voorstel`)."""

    message: str
    tip: str
    sure: str = ""
    severity: Severity = Severity.ERROR


def visible(text: str) -> str:
    """Return the text on one line, with a mark where an invisible character stands.

    `##[` may begin a command of GitHub's runner anywhere on a line, so it is taken apart.
    """
    line = " ".join(text.split()) if "\n" in text or "\t" in text else text
    return INVISIBLE.sub("�", line).replace("##[", "## [")


class Words(dict[str, str]):
    """Context of a message; what was not given reads as empty."""

    def __missing__(self, key: str) -> str:
        return ""


def phrases(words: Words, path: str) -> dict[str, str]:
    """Return the parts of sentences that are there or not, depending on what the finding knows."""
    meant, name, example = words["bedoeld"], words["naam"], _pasted(words["voorbeeld"])
    shown = f"{meant} ({name})" if name else f"'{meant}'" if meant else words["mogelijk"]
    return {
        "bedoelde_u": f"; bedoelde u {shown}?" if shown else "",
        "voorstel": words["voorstel"] or meant,
        "lijkt": "is bijna zeker dubbel met" if words["zeker"] else "lijkt sterk op",
        "anders": _otherwise(bool(words["mag_onbekend"]), bool(words["mag_weg"])),
        "voorbeeld": example,
        "bijvoorbeeld": f"; bijvoorbeeld:{example}" if example else "",
        "na": f" na '{words['ervoor']}'" if words["ervoor"] else "",
        "datumvorm": _PARTIAL_DATE if words["deel"] else "jaar-maand-dag, bijvoorbeeld 2026-11-22",
        "plek": _where(words, path),
        "invulling": _filled_in(words["voorbeeld"]),
        "lijstblad": words["veld"].rpartition(".")[2].replace("_", " ").capitalize(),
    }


def _filled_in(example: str) -> str:
    """Return what stands behind the field in an example of one line: that goes in a cell."""
    name, colon, value = example.partition(": ")
    return (value if colon and " " not in name else example).strip("[]")


def _pasted(example: str) -> str:
    """Set an example apart from the words before it: several lines, to paste, get lines of their own."""
    return f"\n{example}" if "\n" in example else f" {example}" if example else ""


def _otherwise(may_be_unknown: bool, may_go: bool) -> str:
    """Say what else may be done with an empty field."""
    unknown, gone = "schrijf onbekend als niemand het weet", "haal de regel weg"
    if may_be_unknown and may_go:
        return f", {unknown}, of {gone}"
    return f", of {unknown if may_be_unknown else gone}" if may_be_unknown or may_go else ""


def _where(words: Words, path: str) -> str:
    """Say where a missing line goes, or (for a file at the wrong place) in which folder."""
    if words["naam"]:
        folder = "congresses" if path.startswith("congresses/") else "practices/naam-van-de-eigenaar"
        return f"{folder}/{words['naam']}"
    parent = words["ouder"]
    return f"dit toe bij {parent}, recht onder de andere regels" if parent else "dit toe, zonder spaties ervoor"


def shown(key: str, value: Any) -> str:
    """Write a value of a context in a message: cut when it is long, except for an example to paste."""
    if key == "voorbeeld" and isinstance(value, str):
        return "\n".join(map(visible, value.split("\n")))
    if isinstance(value, tuple | list):
        return ", ".join(shown(key, item) for item in value)
    if value is False or value is None:
        return ""
    text = visible(str(value))
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"
