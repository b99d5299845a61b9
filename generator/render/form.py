"""The form /insturen/: its page, and what its scripts need to know of the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from generator.catalogue import RESERVED_IDS, Catalogue
from generator.check.pasted import ENTITIES
from generator.check.personal_data import ROLES
from generator.messages import WORDINGS
from generator.parse.answers import NATIONWIDE, NO_ANSWER, ONGOING
from generator.parse.fields import ID_MAX, ID_PATTERN, NO_TEXT
from generator.parse.form import form_model
from generator.parse.rules import AMOUNTS, ENOUGH, FIGURES, ORIGIN
from generator.registers.municipalities import Municipalities
from generator.render.output import OutputFile, text_file
from generator.search.fields import WrittenPage
from generator.view.form_texts import FORM_CODES, FORM_TIPS, STEPS, WITHOUT_PROPOSAL

FORM_URL = "insturen/"
FORM_TITLE = "Een praktijk insturen"
FORM_DESCRIPTION = "Stuur een praktijk in of verbeter er een: met het formulier, een rekenblad of een bestand."


def form_files(catalogue: Catalogue) -> Iterator[OutputFile]:
    """Yield the data of the form: the model with its words, and the practices that there are."""
    yield text_file(f"{FORM_URL}model.json", _json(form_data(catalogue)))
    yield text_file(f"{FORM_URL}praktijken.json", _json(_practices(catalogue)))


def form_page() -> WrittenPage:
    """Return the form as search knows it."""
    text = " ".join((FORM_DESCRIPTION, *(f"{step.heading} {step.introduction}" for step in STEPS)))
    return WrittenPage(FORM_URL, FORM_TITLE, text)


def form_data(catalogue: Catalogue) -> dict[str, Any]:
    """Return what the form's scripts check and write with: fields, words, municipalities and names in rules."""
    return {
        "velden": form_model(catalogue.registers),
        "woorden": {code: _wording(code) for code in FORM_CODES},
        "gemeenten": _municipalities(catalogue.registers.municipalities),
        "regels": {"bedragen": AMOUNTS, "cijfers": FIGURES, "genoeg": ENOUGH, "herkomst": ORIGIN},
        "antwoorden": {
            "geen_tekst": sorted(NO_TEXT),
            "geen_antwoord": sorted(NO_ANSWER),
            "nog_bezig": sorted(ONGOING),
            "landelijk": sorted(NATIONWIDE),
        },
        "teksten": {"tekencodes": ENTITIES, "afdelingen": sorted(ROLES)},
        "bestandsnaam": {"patroon": ID_PATTERN, "max": ID_MAX, "bezet": sorted(RESERVED_IDS)},
    }


def _wording(code: str) -> dict[str, str]:
    wording = WORDINGS[code]
    tip = FORM_TIPS.get(code, wording.tip)
    sure = "" if code in WITHOUT_PROPOSAL else wording.sure
    return {"bericht": wording.message, "tip": tip, "zeker": sure, "soort": wording.severity.value}


def _municipalities(register: Municipalities) -> dict[str, Any]:
    """Return names by code and codes by name; a split municipality with the codes of its successors."""
    return {
        "nu": {code: town.naam for code, town in register.present.items()},
        "opgeheven": {code: former.naam for code, former in register.abolished.items()},
        "gesplitst": {
            code: former.successors for code, former in register.abolished.items() if register.resolve(code) is None
        },
        "namen": register.by_name,
    }


def _practices(catalogue: Catalogue) -> dict[str, Any]:
    """Return the title of every practice by its id, and the ids that now lead to another."""
    titles = {id: practice.titel for id, practice in sorted(catalogue.practices.items())}
    return {"titels": titles, "oude_ids": sorted(catalogue.redirects)}


def _json(data: Any) -> str:
    return to_json(data).decode() + "\n"
