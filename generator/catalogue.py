"""The catalogue: every record, congress and register, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.parse.congress import Congress
from generator.parse.history import Change
from generator.parse.model import Practice
from generator.parse.reviewers import Reviewer
from generator.parse.vocabulary import Concept, Mention, Withdrawn
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
    withdrawn: tuple[Withdrawn, ...] = ()
    published: Mapping[str, int] = field(default_factory=dict)
    """Every address that was ever on the site, with its line in schema/permalinks.txt."""
    claimed: frozenset[str] = frozenset()
    """Addresses that a record with errors seems to have as former ids; they are not lost."""
    changes: tuple[Change, ...] = ()
    known_ids: frozenset[str] = frozenset()
    known_congresses: frozenset[str] = frozenset()
    documents: Mapping[str, SourceDocument] = field(default_factory=dict)
    congress_documents: Mapping[str, SourceDocument] = field(default_factory=dict)
    mentions_document: SourceDocument | None = None
    glossary_document: SourceDocument | None = None
    withdrawn_document: SourceDocument | None = None

    @cached_property
    def redirects(self) -> Mapping[str, str]:
        """Present id by former id."""
        return {old: id for id, practice in self.practices.items() for old in practice.oude_ids}

    @cached_property
    def kept(self) -> Mapping[str, str]:
        """The address of the record or entry that keeps alive each address of a former or withdrawn one."""
        found = {f"praktijken/{old}": f"praktijken/{id}" for old, id in self.redirects.items()}
        for id, congress in self.congresses.items():
            found |= {f"congressen/{old}": f"congressen/{id}" for old in congress.oude_ids}
        for entry in self.withdrawn:
            section = entry.adres.partition("/")[0]
            found |= {f"{section}/{id}": entry.adres for id in entry.oude_ids} | {entry.adres: entry.adres}
        return found

    @cached_property
    def successors(self) -> Mapping[str, str]:
        """The practice that a replaced one leads to in the end, by id; those that lead in a circle are left out."""
        return self._replacements[0]

    @cached_property
    def circles(self) -> frozenset[str]:
        """The practices that replace each other in a circle."""
        return self._replacements[1]

    @cached_property
    def _replacements(self) -> tuple[Mapping[str, str], frozenset[str]]:
        return follow_links({id: p.vervangen_door for id, p in self.practices.items() if p.vervangen_door})


def follow_links(links: Mapping[str, str]) -> tuple[Mapping[str, str], frozenset[str]]:
    """Follow each link to its end: returns the last of every chain, by its first, and all that lie on a circle."""
    ends: dict[str, str | None] = {}
    circles: set[str] = set()
    for first in links:
        passed: dict[str, int] = {}
        current = first
        while current in links and current not in passed and current not in ends:
            passed[current] = len(passed)
            current = links[current]
        if current in passed:
            circles |= {id for id, number in passed.items() if number >= passed[current]}
        end = None if current in passed else ends.get(current, current)
        ends |= dict.fromkeys(passed, end)
    return {id: end for id, end in ends.items() if end is not None}, frozenset(circles)
