"""All registers together: what a record may refer to, and what was probably meant when it is not there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.registers.municipalities import Municipalities
from generator.registers.vocabularies import Term, Vocabulary

LIKELY = 60
"""Similarity (rapidfuzz ratio, 0-100) from which a suggestion helps more than it misleads."""


def suggest(value: str, candidates: Iterable[str]) -> str:
    """Return the candidate most like the value, or empty when none is near."""
    from rapidfuzz import fuzz, process  # only faulty records need it: keeps `check` quick

    found = process.extractOne(value, list(candidates), scorer=fuzz.ratio, score_cutoff=LIKELY)
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
        """Return (code, context) when the value is no id of the vocabulary."""
        terms = self.vocabularies[vocabulary]
        if value in terms:
            return None
        names = {term.naam.lower(): term.id for term in terms.values()}
        meant = names.get(value.lower()) or suggest(value, terms)
        return "onbekende-term", {"waarde": value, "lijst": vocabulary, "bedoeld": meant, "keuzes": tuple(terms)}

    def municipality_problem(self, code: str) -> tuple[str, dict[str, Any]] | None:
        """Return (code, context) when the value is no GM code, or one whose territory was split."""
        register = self.municipalities
        if register.resolve(code):
            return None
        if code in register.abolished:
            former = register.abolished[code]
            choices = tuple(f"{c} ({register.present[c].naam})" for c in former.successors)
            return "gesplitste-gemeente", {"waarde": code, "naam": former.naam, "keuzes": choices}
        name = code.lower() if code.lower() in register.by_name else suggest(code.lower(), register.by_name)
        meant = register.by_name.get(name, "")
        return "onbekende-gemeente", {"waarde": code, "bedoeld": meant, "naam": register.name(meant)}
