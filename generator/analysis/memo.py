"""A function that remembers, as a dictionary: a known key costs no Python call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Memo(dict[str, T]):
    """Values by text, made at the first look-up."""

    def __init__(self, make: Callable[[str], T]) -> None:
        """Take the function that makes the value of a key; it must give the same for the same key."""
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> T:
        value = self[key] = self._make(key)
        return value
