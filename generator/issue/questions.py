"""The questions of the issue form: which fields of the record it asks for, and how.

An issue form is flat and its answers are text, so a list is asked as lines, and a list of small records as
lines with `|` between the parts. Titles, help and choices come from the model and the registers: the form
cannot drift from what `check` accepts.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from types import UnionType
from typing import Any, Literal

from generator.parse.guide import field_at, fields_at
from generator.parse.model import Practice
from generator.read.finding import Loc
from generator.registers.registers import Registers
from generator.view import labels


class Kind(Enum):
    """How a question is asked, and how its answer is read."""

    LINE = "een regel"
    TEXT = "tekst"
    CHOICE = "een keuze"
    CHOICES = "meer keuzes"
    LIST = "een per regel"
    ROWS = "delen met | ertussen, een per regel"


SEPARATOR = "|"
"""Between the parts of a line."""

_WORDS: Mapping[Loc, Mapping[str, str]] = {
    ("soort",): labels.KINDS,
    ("status",): labels.STATUSES,
    ("bewijs", "niveau"): labels.EVIDENCE_LEVELS,
}
_VOCABULARIES: Mapping[Loc, str] = {
    ("themas",): "themas",
    ("doelgroepen",): "doelgroepen",
    ("wettelijk_kader",): "wetten",
}
_NOT_NEW = frozenset(("samengevoegd",))
"""What a practice that is filed for the first time cannot be."""


@dataclass(frozen=True)
class Question:
    """One question: the field that it fills, and what the model does not say about it.

    `needed` says whether the form insists on an answer, where that is not what the record does.
    """

    loc: Loc
    kind: Kind
    help: str = ""
    columns: tuple[str, ...] = ()
    example: str = ""
    needed: bool | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    """What can be chosen, by the word that the form shows for it."""

    @cached_property
    def id(self) -> str:
        """The name of the question in the address of a form that is filled in beforehand."""
        return "-".join(map(str, self.loc))

    @cached_property
    def label(self) -> str:
        """What stands above the answer, in the form and in the issue; no two questions share it."""
        titles = [_field(self.loc[: depth + 1]).title or "" for depth in range(len(self.loc))]
        return titles[0] if len(titles) == 1 else f"{titles[0]}: {titles[1][0].lower()}{titles[1][1:]}"

    @cached_property
    def description(self) -> str:
        """What to fill in, in one to three sentences."""
        text = self.help or _field(self.loc).description or ""
        return f"{text} {self._shape}".strip()

    @property
    def _shape(self) -> str:
        if self.kind is Kind.LIST:
            return "Eén per regel."
        if self.kind is not Kind.ROWS:
            return ""
        parts = f" {SEPARATOR} ".join(self.column_titles())
        return f"Eén per regel, met een streep tussen de delen: {parts}. Weet u een deel niet, laat het dan leeg."

    def column_titles(self) -> tuple[str, ...]:
        """Return what the parts of a line are called."""
        return tuple((_field((*self.loc, 0, name)).title or name).lower() for name in self.columns)

    @property
    def required(self) -> bool:
        """Tell whether GitHub must refuse an issue without an answer."""
        if self.needed is not None:
            return self.needed
        return all(_field(self.loc[: depth + 1]).is_required() for depth in range(len(self.loc)))


def _field(loc: Loc) -> Any:
    found = field_at(Practice, loc)
    assert found is not None, loc
    return found


_UNKNOWN_COSTS = "Wat er over geld bekend is, en waar dat staat. Weet u niets? Schrijf dan waarom niet."
_UNKNOWN_CONTACT = "Alleen als er geen e-mailadres, telefoonnummer of website is: waarom niet."
_AMOUNT = "In hele euro's, zonder punt of euroteken. Weet u het niet, laat dit dan leeg."

_ASKED: tuple[Question, ...] = (
    Question(("titel",), Kind.LINE),
    Question(("samenvatting",), Kind.TEXT),
    Question(("soort",), Kind.CHOICE),
    Question(("status",), Kind.CHOICE),
    Question(
        ("gemeenten",),
        Kind.LIST,
        "De gemeenten waar dit gebeurt: hun naam of GM-code. Laat dit leeg als de praktijk landelijk is.",
        example="Huizen",
        needed=False,
    ),
    Question(("eigenaar", "naam"), Kind.LINE),
    Question(("eigenaar", "soort"), Kind.CHOICE),
    Question(("partners",), Kind.LIST, example="Kwadraad"),
    Question(("periode", "van"), Kind.LINE),
    Question(("periode", "tot"), Kind.LINE, "Jaar waarin de praktijk stopte. Laat leeg als hij nog loopt."),
    Question(("themas",), Kind.CHOICES),
    Question(("doelgroepen",), Kind.CHOICES),
    Question(("wettelijk_kader",), Kind.CHOICES),
    Question(("trefwoorden",), Kind.LIST, "Woorden waarop een collega zou zoeken.", example="één opdracht"),
    Question(("aanleiding",), Kind.TEXT),
    Question(("doel",), Kind.TEXT),
    Question(("aanpak",), Kind.TEXT, "Wat er gedaan wordt, stap voor stap, zodat een ander het kan nadoen."),
    Question(("werkzame_elementen",), Kind.TEXT),
    Question(("randvoorwaarden",), Kind.TEXT),
    Question(("overdraagbaarheid",), Kind.TEXT),
    Question(("verantwoording",), Kind.TEXT),
    Question(("weerstand",), Kind.ROWS, columns=("wat", "hoe_overwonnen")),
    Question(
        ("resultaten",),
        Kind.ROWS,
        "Wat er bereikt is. De bron is precies een titel uit de vraag Bronnen.",
        ("uitspraak", "waarde", "eenheid", "jaar", "bron"),
        "Het wijkteam sloot matches. | 58 | matches | 2019 | Een jaar buurtkamer",
    ),
    Question(
        ("lessen",), Kind.ROWS, "Wat u anderen wilt meegeven. Verplicht als de praktijk gestopt is.", ("les", "advies")
    ),
    Question(
        ("bewijs", "niveau"), Kind.CHOICE, "Wat uw bronnen laten zien, streng gelezen. Twijfelt u? Kies het lagere."
    ),
    Question(("bewijs", "toelichting"), Kind.TEXT),
    Question(("kosten", "toelichting"), Kind.TEXT, _UNKNOWN_COSTS, needed=True),
    Question(("kosten", "eenmalig"), Kind.LINE, f"Kosten om te beginnen. {_AMOUNT}"),
    Question(("kosten", "jaarlijks"), Kind.LINE, f"Kosten per jaar. {_AMOUNT}"),
    Question(("kosten", "per_deelnemer"), Kind.LINE, f"Kosten per deelnemer. {_AMOUNT}"),
    Question(("kosten", "prijspeil"), Kind.LINE, "Jaar waarvoor de bedragen gelden. Nodig bij een bedrag."),
    Question(("kosten", "zekerheid"), Kind.CHOICE, "Hoe hard de bedragen zijn. Nodig bij een bedrag."),
    Question(
        ("kosten", "bron"),
        Kind.LINE,
        "Een titel uit de vraag Bronnen. Nodig bij een bedrag.",
        example="Een jaar buurtkamer",
    ),
    Question(("contact", "organisatie"), Kind.LINE),
    Question(("contact", "email"), Kind.LINE),
    Question(("contact", "telefoon"), Kind.LINE),
    Question(("contact", "website"), Kind.LINE, example="https://www.huizen.nl"),
    Question(("contact", "toelichting"), Kind.TEXT, _UNKNOWN_CONTACT),
    Question(
        ("overgenomen_door",),
        Kind.ROWS,
        "Gemeenten die dit overnamen. De bron is precies een titel uit de vraag Bronnen.",
        ("gemeente", "jaar", "aanpassing", "status", "bron"),
        "Utrecht | 2018 | Daar is het ook in de avond open. | lopend | Een jaar buurtkamer",
    ),
    Question(("materialen",), Kind.ROWS, columns=("titel", "url"), example="Handleiding | https://www.huizen.nl"),
    Question(
        ("zie_ook",),
        Kind.ROWS,
        "Verwante praktijken op deze site: het laatste deel van het adres van hun pagina, en waarom u ze noemt.",
        ("id", "reden"),
    ),
    Question(
        ("bronnen",),
        Kind.ROWS,
        "Waar dit op rust: minstens één artikel, verslag, raadsstuk of webpagina.",
        ("titel", "uitgever", "datum", "soort", "url"),
        "Een jaar buurtkamer | gemeente Huizen | 2024-05 | verslag | https://www.huizen.nl/verslag",
    ),
)


def ask(registers: Registers) -> tuple[Question, ...]:
    """Return the questions in the order of the form, with what can be chosen filled in from the registers."""
    return tuple(_with_options(question, registers) for question in _ASKED)


def choices_at(loc: Loc) -> tuple[str, ...]:
    """Return the values of a closed list of the model at `loc`; none where any text may stand."""
    parent, name = fields_at(Practice, loc[:-1]), str(loc[-1])
    return tuple(_literals(parent[name].annotation)) if name in parent else ()


def _with_options(question: Question, registers: Registers) -> Question:
    options: Mapping[str, str] = {}
    if question.loc in _VOCABULARIES:
        options = {term.naam: term.id for term in registers.terms(_VOCABULARIES[question.loc])}
    elif question.kind is Kind.CHOICE:
        words = _WORDS.get(question.loc, {})
        values = (value for value in choices_at(question.loc) if value not in _NOT_NEW)
        options = {words.get(value, value.capitalize()): value for value in values}
    return Question(
        question.loc, question.kind, question.help, question.columns, question.example, question.needed, options
    )


def _literals(annotation: Any) -> Iterator[str]:
    if typing.get_origin(annotation) is Literal:
        yield from map(str, typing.get_args(annotation))
    elif typing.get_origin(annotation) in (typing.Union, UnionType, typing.Annotated):
        for part in typing.get_args(annotation):
            yield from _literals(part)
