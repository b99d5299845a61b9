"""The catalogue: every record, congress and register, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.parse.congress import Congress
from generator.parse.model import Practice
from generator.parse.reviewers import Reviewer
from generator.parse.vocabulary import Concept, Mention
from generator.read.source import SourceDocument
from generator.registers.registers import Registers

RESERVED_IDS = frozenset(("pagina", "index", "schil", "nieuw"))
"""Words that the site's own addresses use below /praktijken/ and /congressen/."""


@dataclass(frozen=True)
class Catalogue:
    """All that was read without an error. `known_ids` also holds ids whose record has errors or was not read."""

    registers: Registers = field(default_factory=Registers)
    practices: Mapping[str, Practice] = field(default_factory=dict)
    congresses: Mapping[str, Congress] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    concepts: tuple[Concept, ...] = ()
    reviewers: tuple[Reviewer, ...] = ()
    known_ids: frozenset[str] = frozenset()
    known_congresses: frozenset[str] = frozenset()
    documents: Mapping[str, SourceDocument] = field(default_factory=dict)
    congress_documents: Mapping[str, SourceDocument] = field(default_factory=dict)
    mentions_document: SourceDocument | None = None
    glossary_document: SourceDocument | None = None

    @cached_property
    def redirects(self) -> Mapping[str, str]:
        """Present id by former id."""
        return {old: id for id, practice in self.practices.items() for old in practice.oude_ids}
