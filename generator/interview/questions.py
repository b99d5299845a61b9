"""The questions about a new practice, in an order in which people can answer them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.read.finding import Loc
from generator.spreadsheet.layout import CHOICE, Column, Path, plan_sheets

Answers = Mapping[Loc, str]
"""What was typed, by the place in the record. An empty text is a question that was passed over."""

YES, NO = "ja", "nee"
MORE = "?"
"""The last step of the place of a question whether there is one more block."""

_START = (
    *("titel", "samenvatting", "eigenaar.naam", "eigenaar.soort", "gemeenten", "soort", "status", "vervangen_door"),
    *("themas", "doelgroepen", "aanleiding", "doel", "aanpak", "werkzame_elementen", "randvoorwaarden"),
    *("overdraagbaarheid", "verantwoording", "periode.van", "periode.tot"),
)
_EVIDENCE = ("bewijs.niveau", "bewijs.toelichting")
_AMOUNTS = ("kosten.eenmalig", "kosten.jaarlijks", "kosten.per_deelnemer")
_COSTS = (*_AMOUNTS, "kosten.fte", "kosten.vrijwilligersuren_per_week", "kosten.deelnemers_per_jaar")
_ORIGIN = ("kosten.prijspeil", "kosten.zekerheid", "kosten.bron")
_CONTACT = ("contact.organisatie", "contact.afdeling", "contact.email", "contact.telefoon", "contact.website")
_END = ("partners", "trefwoorden", "wettelijk_kader")

BLOCKS: Mapping[str, str] = {
    "bronnen": "nog een bron",
    "weerstand": "iets dat tegenzat",
    "resultaten": "een resultaat",
    "lessen": "een les",
    "materialen": "een handleiding, formulier of film",
}
"""The lists of blocks that are asked about, with how one of them is called."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `column` describes the field; for a question whether there is more it only offers yes and no."""

    loc: Loc
    column: Column
    required: bool

    @property
    def is_more(self) -> bool:
        return self.loc[-1] == MORE


def next_question(answers: Answers) -> Question | None:
    """Return the first question that has no answer yet; None when all were asked.

    Which questions there are depends on the answers: of unknown costs no amount is asked.
    """
    return next((question for question in ask(answers) if question.loc not in answers), None)


def ask(answers: Answers) -> Iterator[Question]:
    """Give all questions that the answers so far lead to, in order."""
    yield from _fields(answers, _START)
    yield from _blocks(answers, "bronnen", needed=True)
    yield from _fields(answers, _EVIDENCE)
    yield from _blocks(answers, "weerstand")
    yield from _blocks(answers, "resultaten")
    yield from _blocks(answers, "lessen", needed=answers.get(("status",), "") == "gestopt")
    yield from _known(answers, "kosten", _COSTS)
    if any(answers.get(_loc(name)) for name in _COSTS):
        yield from _fields(answers, _ORIGIN, required=any(answers.get(_loc(name)) for name in _AMOUNTS))
    yield from _known(answers, "contact", _CONTACT)
    yield from _blocks(answers, "materialen")
    yield from _fields(answers, _END)


def never_asked() -> tuple[str, ...]:
    """Return the names of the fields of a practice that no question is about."""
    asked = {question.loc[0] for question in ask({})} | {"vervangen_door", "toegevoegd_op"}
    names = dict.fromkeys((plan.path or column.path)[0] for plan in plan_sheets() for column in plan.columns)
    return tuple(name for name in names if name not in asked)


def _fields(answers: Answers, names: tuple[str, ...], required: bool | None = None) -> Iterator[Question]:
    columns = {column.name: column for column in plan_sheets()[0].columns}
    for name in names:
        column = columns[name]
        if name == "vervangen_door" and answers.get(("status",)) != "samengevoegd":
            continue
        if name == "periode.tot" and not answers.get(("periode", "van")):
            continue
        needed = column.required if required is None else required
        yield Question(column.path, column, needed or name == "vervangen_door")


def _known(answers: Answers, block: str, names: tuple[str, ...]) -> Iterator[Question]:
    """Ask first whether anything is known; if not, only why."""
    known, why = f"{block}.bekend", f"{block}.toelichting"
    yield from _fields(answers, (known,), required=True)
    if answers.get(_loc(known)) == NO:
        yield from _fields(answers, (why,), required=True)
    elif answers.get(_loc(known)):
        yield from _fields(answers, (*names, why))


def _blocks(answers: Answers, name: str, needed: bool = False) -> Iterator[Question]:
    """Ask for blocks until there are no more; `needed` is at least one."""
    columns = next(plan.columns for plan in plan_sheets() if plan.path == (name,))
    number = 0
    while True:
        if number or not needed:
            yield _more(name, number)
            if answers.get((name, number, MORE)) != YES:
                return
        yield from (Question((name, number, *column.path), column, column.required) for column in columns)
        if any((name, number, *column.path) not in answers for column in columns):
            return
        number += 1


def _more(name: str, number: int) -> Question:
    words = BLOCKS[name]
    title = f"Wilt u {words} toevoegen?" if not number or words.startswith("nog") else f"Nog {words} toevoegen?"
    column = Column((name, MORE), title, "", "", True, CHOICE, options=(YES, NO))
    return Question((name, number, MORE), column, True)


def _loc(name: str) -> Path:
    return tuple(name.split("."))
