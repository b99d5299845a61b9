"""The words for closed values as data, so that scripts in the browser use those of `view.labels`."""

from __future__ import annotations

from pydantic_core import to_json

from generator.render.exports import API
from generator.render.output import OutputFile, text_file
from generator.view.context import NATIONAL, ViewContext
from generator.view.labels import (
    CERTAINTIES,
    EVIDENCE_LEVELS,
    KINDS,
    NOT_KNOWN,
    PROSE_SECTIONS,
    RECOGNITIONS,
    SOURCE_KINDS,
    STATUSES,
)

VOCABULARIES = ("themas", "doelgroepen", "wetten", "databanken")


def render_labels(context: ViewContext) -> OutputFile:
    """Make the file that says how every closed value of a record reads; evidence levels go from weak to strong."""
    registers = context.catalogue.registers
    labels = {
        "niet_bekend": NOT_KNOWN,
        "landelijk": NATIONAL,
        "velden": PROSE_SECTIONS,
        "soort": KINDS,
        "status": STATUSES,
        "bewijs": EVIDENCE_LEVELS,
        "erkenning": RECOGNITIONS,
        "soort_bron": SOURCE_KINDS,
        "zekerheid": CERTAINTIES,
    }
    labels |= {name: {term.id: term.naam for term in registers.terms(name)} for name in VOCABULARIES}
    return text_file(f"{API}/labels.json", to_json(labels).decode() + "\n")
