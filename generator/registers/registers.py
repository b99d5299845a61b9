"""All registers together: what a record may refer to, and what was probably meant when it is not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.registers.municipalities import Municipalities
from generator.registers.vocabularies import Term, Vocabulary

LIKELY = 72
"""Similarity (rapidfuzz ratio, 0-100) from which a suggestion helps more than it misleads.

Measured on fields, vocabularies and municipalities: with one typing error it finds all that 60 finds, with two all
but four in a hundred. Between 60 and 72 lie answers that mislead: Vlieland for Friesland, gestopt for gestart.
"""


def suggest(value: str, candidates: Iterable[str]) -> str:
    """Return the candidate most like the value, or empty when none is near."""
    from rapidfuzz import fuzz, process  # only faulty records need it: keeps `check` quick

    found = process.extractOne(value, list(candidates), scorer=fuzz.ratio, processor=str.lower, score_cutoff=LIKELY)
    return found[0] if found else ""


@dataclass(frozen=True)
class Registers:
    """Vocabularies by name, and the municipalities; implements `generator.parse.fields.Terms`."""

    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    municipalities: Municipalities = field(default_factory=Municipalities)

    def terms(self, vocabulary: str) -> tuple[Term, ...]:
        """Return the terms of a vocabulary in the order of its file; none when it was not read."""
        return tuple(self.vocabularies.get(vocabulary, {}).values())

    def term(self, vocabulary: str, id: str) -> Term:
        """Return a term that a checked record refers to. Raises KeyError for any other."""
        return self.vocabularies[vocabulary][id]

    def term_problem(self, vocabulary: str, value: str) -> tuple[str, dict[str, Any]] | None:
        """Return (code, context) when the value is no id of the vocabulary.

        A vocabulary that could not be read has its own problem and refuses nothing.
        """
        terms = self.vocabularies[vocabulary]
        if value in terms or not terms:
            return None
        names = {term.naam.lower(): term.id for term in terms.values()}
        meant = names.get(value.lower()) or suggest(value, terms)
        return "onbekende-term", {"waarde": value, "lijst": vocabulary, "bedoeld": meant, "keuzes": tuple(terms)}

    def municipality_problem(self, code: str) -> tuple[str, dict[str, Any]] | None:
        """Return (code, context) when the value is no GM code, or one whose territory was split.

        A register that could not be read has its own problem and refuses nothing.
        """
        register = self.municipalities
        if register.resolve(code) or not register.present:
            return None
        if code in register.abolished:
            former = register.abolished[code]
            choices = tuple(f"{c} ({register.name(c)})" for c in former.successors)
            return "gesplitste-gemeente", {"waarde": code, "naam": former.naam, "keuzes": choices}
        meant = self._municipalities_meant(code)
        if len(meant) == 1 and (name := register.name(meant[0])):
            return "onbekende-gemeente", {"waarde": code, "bedoeld": meant[0], "naam": name}
        shown = (f"{one} ({name})" if (name := register.name(one)) else f"de provincie {one}" for one in meant)
        return "onbekende-gemeente", {"waarde": code, "mogelijk": " of ".join(shown)}

    def _municipalities_meant(self, text: str) -> tuple[str, ...]:
        """Return what a name, a number or a code that was typed otherwise may stand for; nothing when unclear."""
        register = self.municipalities
        digits = re.fullmatch(r"(?:gm)? ?(\d{1,4})", text.lower(), re.ASCII)
        if digits:
            code = f"GM{digits[1]:0>4}"
            return (code,) if register.name(code) else ()
        name = text.lower().replace("’", "'").removeprefix("gemeente ")
        return register.by_name.get(name) or register.by_name.get(suggest(name, register.by_name), ())
