"""The closed lists that records choose from: themes, target groups, laws and databanks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a vocabulary. `extra` holds what only one vocabulary has (bwb, iv3, ...)."""

    id: str
    naam: str
    omschrijving: str
    extra: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """Return an extra value as text, or empty when absent, `geen` or `onbekend`."""
        value = self.extra.get(key, "")
        return value if isinstance(value, str) and value not in ("geen", "onbekend") else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return an extra list, or nothing when absent or `geen`."""
        value = self.extra.get(key, ())
        return value if isinstance(value, tuple) else ()


Vocabulary = Mapping[str, Term]
