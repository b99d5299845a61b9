"""What was probably meant by a name that somebody typed: the same words, or nearly so, and nothing else like it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.registers.municipalities import Municipalities
from generator.registers.registers import Registers
from generator.spreadsheet.layout import CHOICE, MUNICIPALITIES, Column
from generator.view.labels import ADOPTION_STATUSES, CERTAINTIES, EVIDENCE_LEVELS, KINDS, RECOGNITIONS, SOURCE_KINDS

SURE = 80
"""Similarity (rapidfuzz, 0-100) from which a name is taken for another. Measured on all closed lists, municipalities
and columns: it finds 98 of 100 names with one slip of the finger and 82 with two, none of them wrongly; of 3,150 names
from other lists it takes 7 for one of this list. From 72, where a question may still be asked, that is 20."""

AHEAD = 4
"""How much more alike than the next one it must be. Without it, three names with slips became another one."""

SLIPS = 3
"""How many letters may differ: `volwassenen` is 85 alike, but not a slip for `jongvolwassenen`."""

_LABELS = (KINDS, ADOPTION_STATUSES, EVIDENCE_LEVELS, RECOGNITIONS, SOURCE_KINDS, CERTAINTIES)


@dataclass(frozen=True, slots=True)
class Match:
    """What a text stands for; `certain` when it is a name of it, apart from capitals and signs."""

    value: str
    certain: bool


def fold(text: str) -> str:
    """Return a text as names are compared: small letters, one space for each sign between words."""
    for sign in ("_", "-", ".", "\u00a0", ":", "*"):
        text = text.replace(sign, " ")
    return " ".join(text.lower().replace("’", "'").split())


class Names:
    """The names of a list, each with its value; an empty value is a name that more than one thing has."""

    def __init__(
        self, certain: Iterable[tuple[str, str]], loose: Iterable[tuple[str, str]] = (), within: bool = True
    ) -> None:
        """`within` says whether a longer text may hold a name: that of a town is in too many other names."""
        self._within = within
        self._certain = _by_name(certain)
        self._all = _by_name(loose) | self._certain

    def find(self, text: str) -> Match | None:
        """Return what the text stands for, or None when that is unclear."""
        name = fold(text)
        if name in self._all:
            value = self._all[name]
            return Match(value, name in self._certain) if value else None
        value = (self._contained(name) if self._within else "") or self._alike(name)
        return Match(value, False) if value else None

    def _contained(self, name: str) -> str:
        """Return the value of the only name that stands whole in a longer text: `schulden en armoede`."""
        found = {value for other, value in self._certain.items() if len(other) > 5 and f" {other} " in f" {name} "}
        return found.pop() if len(found) == 1 else ""

    def _alike(self, name: str) -> str:
        from rapidfuzz import fuzz
        from rapidfuzz.distance import OSA

        scores: dict[str, float] = {}
        for other, value in self._all.items():
            if min(OSA.distance(name, other), OSA.distance(_sorted(name), _sorted(other))) > SLIPS:
                continue
            score = max(fuzz.ratio(name, other), fuzz.token_sort_ratio(name, other))
            scores[value] = max(score, scores.get(value, 0))
        first, second = [*sorted(scores.items(), key=lambda item: -item[1]), ("", 0), ("", 0)][:2]
        return first[0] if first[1] >= SURE and first[1] - second[1] >= AHEAD else ""


def _sorted(name: str) -> str:
    return " ".join(sorted(name.split()))


def _by_name(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in names:
        name = fold(name)
        found[name] = value if found.get(name, value) == value else ""
    return found


class Choices:
    """The names of every closed list, made when first asked for."""

    def __init__(self, registers: Registers) -> None:
        self._registers = registers
        self._made: dict[object, Names] = {}

    def find(self, column: Column, text: str) -> Match | None:
        """Return the id or code that a text stands for in a column with a closed list."""
        key = column.vocabulary or column.options
        if key not in self._made:
            self._made[key] = Names(*self._names(column), within=column.vocabulary != MUNICIPALITIES)
        return self._made[key].find(text)

    def shown(self, column: Column) -> Mapping[str, str]:
        """Return how each id or code of a column's list reads there, in the order of the list."""
        if column.vocabulary == MUNICIPALITIES:
            towns = self._registers.municipalities.present.values()
            return {town.code: town.naam for town in sorted(towns, key=lambda town: fold(town.naam))}
        if column.vocabulary:
            return {term.id: term.naam for term in self._registers.terms(column.vocabulary)}
        return {option: option for option in column.options} if column.kind == CHOICE else {}

    def label(self, column: Column, value: str) -> str:
        """Return how one value reads; a former municipality by its name, what is not in the list as it is."""
        if column.vocabulary == MUNICIPALITIES:
            name = self._registers.municipalities.name(value)
            found = self.find(column, name) if name else None
            return name if found and found.value == value else value
        return self.shown(column).get(value, value)

    def _names(self, column: Column) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        if column.vocabulary == MUNICIPALITIES:
            register = self._registers.municipalities
            return list(_towns(register)), list(_town_aliases(register))
        shown = self.shown(column)
        labels = [(labels[id], id) for labels in _LABELS if set(shown) <= set(labels) for id in shown]
        return [(name, id) for id in shown for name in (id, shown[id])], labels


def _towns(register: Municipalities) -> Iterator[tuple[str, str]]:
    for code in (*register.abolished, *register.present):
        yield code, code
    for name, meant in register.by_name.items():
        official = len(meant) == 1 and name == register.name(meant[0]).lower()
        if official:
            yield name, meant[0]


def _town_aliases(register: Municipalities) -> Iterator[tuple[str, str]]:
    """Give the other names of municipalities; that of a province, or of two municipalities, stands for none."""
    for name, meant in register.by_name.items():
        code = meant[0] if len(meant) == 1 and register.name(meant[0]) else ""
        yield name, code
        if code:
            yield f"gemeente {name}", code
