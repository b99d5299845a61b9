"""What "zie ook" is made of: for each practice its neighbours, each with reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

ReasonKind = Literal[
    "uit_de_bron",
    "gebaseerd_op",
    "basis_van",
    "vervangen_door",
    "vervangt",
    "overgenomen_door",
    "overgenomen_van",
    "bewijs",
    "themas",
    "doelgroepen",
    "wet",
    "gemeente",
    "grootte",
    "woorden",
    "begrip",
    "congres",
]


class Reason(NamedTuple):
    """Why a reader should follow a link: its kind, and the text, ids or words that fill the sentence."""

    kind: ReasonKind
    values: tuple[str, ...]


class Related(NamedTuple):
    """One neighbour. `score` runs from 0 to 1; `authored` ones were written by a person and score 1."""

    id: str
    score: float
    reasons: tuple[Reason, ...]
    authored: bool = False


class Neighbours(NamedTuple):
    """What a practice leads to: its "zie ook", and two neighbours that answer a question of their own.

    `stronger` is the nearest with the same goal and stronger evidence; `like_sized` the nearest in another municipality
    of the same size. Either may be in `shown` too; they are never the same practice.
    """

    shown: tuple[Related, ...] = ()
    stronger: Related | None = None
    like_sized: Related | None = None


RelatedIndex = Mapping[str, Neighbours]
