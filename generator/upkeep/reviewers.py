"""Whom GitHub asks about a folder of practices: the accounts in CODEOWNERS."""

from __future__ import annotations

import re
from collections.abc import Mapping

_FOLDER = re.compile(r"/practices/([a-z0-9-]+)/\s+(.+)")
_ACCOUNT = re.compile(r"@[A-Za-z0-9-]+(?:/[A-Za-z0-9._-]+)?")


def read_codeowners(text: str) -> Mapping[str, tuple[str, ...]]:
    """Return the accounts by folder: as on GitHub the last line about it counts. What is no account is left out."""
    found = {}
    for line in text.splitlines():
        if rule := _FOLDER.fullmatch(line.partition("#")[0].strip()):
            found[rule[1]] = tuple(word for word in rule[2].split() if _ACCOUNT.fullmatch(word))
    return found
