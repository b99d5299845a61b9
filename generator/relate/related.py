"""What "zie ook" is made of: for each practice its neighbours, each with reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a reader should follow a link: its kind, and the text, ids or words that fill the sentence."""

    kind: ReasonKind
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """One neighbour. `score` runs from 0 to 1; `authored` ones were written by a person and score 1."""

    id: str
    score: float
    reasons: tuple[Reason, ...]
    authored: bool = False


RelatedIndex = Mapping[str, tuple[Related, ...]]
