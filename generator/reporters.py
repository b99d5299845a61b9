"""How problems are shown: as text for people, as workflow commands for GitHub, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Protocol

from generator.diagnostics import Diagnostic, Place, Severity
from generator.messages import visible


class Reporter(Protocol):
    """Makes a report of problems."""

    def __call__(self, diagnostics: Iterable[Diagnostic], guide: str = "") -> str:
        """Return the report; `guide` is the address of CONTRIBUTING.md, or empty."""


def as_text(diagnostics: Iterable[Diagnostic], guide: str = "") -> str:
    """`pad:regel:kolom: fout[code] veld: bericht` and the tip on the next line, with below it what to paste."""
    return "".join(f"{_headline(d)}\n  tip: {_indented(d.tip)}\n" for d in diagnostics)


def as_github(diagnostics: Iterable[Diagnostic], guide: str = "") -> str:
    """Workflow commands, so that each problem shows on its own line of the pull request, with where it is explained.

    Errors come first: GitHub shows ten of each kind per step, fifty per job.
    """
    ordered = sorted(diagnostics, key=lambda d: d.severity is not Severity.ERROR)
    return "".join(f"{_command(d, guide)}\n" for d in ordered)


def as_json(diagnostics: Iterable[Diagnostic], guide: str = "") -> str:
    """A list of objects, one per problem, with the fields that ARCHITECTURE.md names."""
    return json.dumps([_to_dict(d) for d in diagnostics], ensure_ascii=False, indent=2) + "\n"


REPORTERS: Mapping[str, Reporter] = {"text": as_text, "github": as_github, "json": as_json}


def summarise(diagnostics: Iterable[Diagnostic]) -> str:
    """Count errors and warnings in one Dutch line; says that all is well when there are none."""
    severities = [d.severity for d in diagnostics]
    errors, warnings = (severities.count(kind) for kind in (Severity.ERROR, Severity.WARNING))
    if not severities:
        return "Geen problemen gevonden."
    return f"{_count(errors, 'fout', 'fouten')}, {_count(warnings, 'waarschuwing', 'waarschuwingen')}."


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _headline(d: Diagnostic) -> str:
    field = f" {d.field}:" if d.field else ""
    return f"{_place(d.place)}: {d.severity.value}[{d.code}]{field} {d.message}"


def _place(place: Place) -> str:
    """Say where: as editors do, or for a cell as people do (`lijst.xlsx, blad Bronnen, rij 4, kolom F`)."""
    path = visible(place.path)
    if place.sheet:
        return f"{path}, blad {visible(place.sheet)}, rij {place.line}, kolom {_letters(place.column)}"
    return f"{path}:{place.line}:{place.column}"


def _letters(column: int) -> str:
    """Return the letters above a column of a spreadsheet: 1 is A, 27 is AA."""
    before, last = divmod(column - 1, 26)
    return (_letters(before) if before else "") + chr(ord("A") + last)


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")


def _command(d: Diagnostic, guide: str) -> str:
    level = "error" if d.severity is Severity.ERROR else "warning"
    place = f"file={_property(visible(d.place.path))},line={d.place.line},col={d.place.column}"
    title = _property(f"{d.code}: {d.field}" if d.field else d.code)
    explained = f"{guide}#{d.code}" if guide else f"CONTRIBUTING.md, onder {d.code}"
    text = f"{d.message}\nTip: {d.tip}\nUitleg: {explained}"
    return f"::{level} {place},title={title}::{_data(text)}"


def _data(text: str) -> str:
    """Escape what the runner would read as an end of the command (its ActionCommand.cs undoes just these)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape what the runner would read as the end of a property or of all properties."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _to_dict(d: Diagnostic) -> dict[str, str | int]:
    return {
        "code": d.code,
        "ernst": d.severity.value,
        "pad": visible(d.place.path),
        "regel": d.place.line,
        "kolom": d.place.column,
        **({"blad": visible(d.place.sheet)} if d.place.sheet else {}),
        "veld": d.field,
        "bericht": d.message,
        "tip": d.tip,
    }
