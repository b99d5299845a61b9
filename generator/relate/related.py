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
    "congres",
    "themas",
    "doelgroepen",
    "wet",
    "gemeente",
    "grootte",
    "woorden",
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


RelatedIndex = Mapping[str, tuple[Related, ...]]
