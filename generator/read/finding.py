"""A problem before it has words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Loc = tuple[str | int, ...]
Value = str | None | tuple["Value", ...] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem before it has words: diagnostic code, where, and what fills its message.

    `loc` is the path of keys and indexes; `at` says which part of it is meant: the `value`, the `key`,
    or an exact (line, column).
    """

    code: str
    loc: Loc = ()
    context: tuple[tuple[str, Any], ...] = ()
    at: str | tuple[int, int] = "value"


def finding(code: str, loc: Loc = (), at: str | tuple[int, int] = "value", **context: Any) -> Finding:
    """Make a Finding from keyword context."""
    return Finding(code, loc, tuple(context.items()), at)
