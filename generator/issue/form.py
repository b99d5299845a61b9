"""The questions as GitHub's issue form: the text of `.github/ISSUE_TEMPLATE/praktijk.yml`.

GitHub's rules, from its pages on the syntax of issue forms and on their validation errors: ids hold letters,
digits, `-` and `_`; ids and labels are unique; options are unique texts, and none of them is "None".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from generator.issue.questions import SEPARATOR, Kind, Question
from generator.parse.guide import example_value
from generator.parse.model import Practice

LABEL = "praktijk"
"""The label that the form gives an issue; the workflow looks at issues with it only."""

CONSENT_LABEL = "Tot slot"
"""The heading below which the boxes stand."""

_HEAD = "# Gemaakt uit het model met `praktijken schema`; wijzig generator/issue/, niet dit bestand.\n"
_INTRODUCTION = """\
Vul in wat u weet; alleen vragen met een sterretje zijn verplicht. U hoeft niet te kunnen programmeren. Binnen een
paar minuten staat er een reactie onder uw bericht: uw praktijk is klaar om na te lezen, of er staat welke vraag u
nog verbetert.

**Let op:** alles wat u instuurt, is meteen openbaar en blijft bewaard. Noem geen inwoners en geef geen privéadressen
of mobiele nummers. Schrijf in uw eigen woorden."""
_CONSENT = (
    "Ik mag deze tekst delen, en iedereen mag hem gebruiken met naamsvermelding (CC BY 4.0).",
    "Er staan geen namen, adressen of telefoonnummers van privépersonen in.",
)
_TYPES = {
    Kind.LINE: "input",
    Kind.TEXT: "textarea",
    Kind.LIST: "textarea",
    Kind.ROWS: "textarea",
    Kind.CHOICE: "dropdown",
    Kind.CHOICES: "dropdown",
}


def form_text(questions: Sequence[Question]) -> str:
    """Return the YAML of the issue form. The same questions give the same bytes."""
    form = {
        "name": "Een praktijk insturen",
        "description": "Vertel wat uw gemeente deed. U hoeft niet te kunnen programmeren.",
        "title": "Praktijk: ",
        "labels": [LABEL],
        "body": [_introduction(), *map(_element, questions), _consent()],
    }
    return _HEAD + yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=110)


def _introduction() -> dict[str, Any]:
    return {"type": "markdown", "attributes": {"value": _INTRODUCTION}}


def _consent() -> dict[str, Any]:
    options = [{"label": text, "required": True} for text in _CONSENT]
    return {"type": "checkboxes", "id": "akkoord", "attributes": {"label": CONSENT_LABEL, "options": options}}


def _element(question: Question) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": question.label, "description": question.description}
    if question.options:
        attributes["multiple"] = question.kind is Kind.CHOICES
        attributes["options"] = list(question.options)
    elif placeholder := _placeholder(question):
        attributes["placeholder"] = f"Bijvoorbeeld: {placeholder}"
    return {
        "type": _TYPES[question.kind],
        "id": question.id,
        "attributes": attributes,
        "validations": {"required": question.required},
    }


def _placeholder(question: Question) -> str:
    if question.example:
        return question.example
    if question.columns:
        parts = (example_value(Practice, (*question.loc, 0, name)) for name in question.columns)
        return f" {SEPARATOR} ".join(parts)
    example = example_value(Practice, question.loc)
    return "" if "..." in example else example
