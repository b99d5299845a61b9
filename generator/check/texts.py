"""What the text of one file holds that does not belong there, whatever its fields are: also where it has errors."""

from __future__ import annotations

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
    """Return what is personal or was pasted along in the text of a file, once for each field in which it stands."""
    found = [*find_personal_data(text), *find_paste_remains(text), *find_chat_marks(text), *find_tracking(text)]
    if not found:
        return []
    locs = find_locs(text, [one.at for one in found if isinstance(one.at, tuple)])
    placed = (replace(one, loc=loc) for one, loc in zip(found, locs, strict=True))
    return list({_sameness(one): one for one in reversed(list(placed))}.values())[::-1]


def _sameness(found: Finding) -> tuple[object, ...]:
    """Return what two findings share that say the same; of tags, the first in a field tells it all."""
    return (found.code, found.loc, "" if found.code == "html-in-tekst" else found.context)


def find_in_refused(document: SourceDocument) -> list[Diagnostic]:
    """Return the same of a record with errors; nothing of a file that is no text, or a page and no record."""
    text, unreadable = decode(document.data)
    foreign = any(one.code == "andere-opmaak" for one in document.findings)
    return [] if unreadable or foreign else [to_diagnostic(document, one) for one in find_in_text(text)]
