"""What the text of one file holds that does not belong there, whatever its fields are: also where it has errors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.check.chat import find_chat_marks
from generator.check.pasted import find_paste_remains
from generator.check.personal_data import find_personal_data
from generator.check.tracking import find_tracking
from generator.diagnostics import Diagnostic
from generator.parse.parser import to_diagnostic
from generator.read.finding import Finding
from generator.read.guard import decode
from generator.read.source import SourceDocument
from generator.read.whereabouts import find_locs


def find_in_text(text: str) -> list[Finding]:
    """Return what is personal or was pasted along in the text of a file, each with the field in which it stands."""
    found = [*find_personal_data(text), *find_paste_remains(text), *find_chat_marks(text), *find_tracking(text)]
    if not found:
        return []
    locs = find_locs(text, [one.at for one in found if isinstance(one.at, tuple)])
    return [replace(one, loc=loc) for one, loc in zip(found, locs, strict=True)]


def find_beside(document: SourceDocument, told: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return what the text of a record with errors holds besides: on other lines, or in other cells, than was told."""
    text, unreadable = decode(document.data)
    if unreadable:
        return []
    known = set(map(_spot, told))
    found = (to_diagnostic(document, one) for one in find_in_text(text))
    return [one for one in found if _spot(one) not in known]


def _spot(one: Diagnostic) -> tuple[int, int]:
    return one.place.line, one.place.column if one.place.sheet else 0
