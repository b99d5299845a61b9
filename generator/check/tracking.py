"""Addresses that tell a company who follows them: with a code for that behind the question mark, or by a detour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from generator.check.pasted import MOST_REMAINS
from generator.read.finding import Finding, finding
from generator.read.guard import position

_EQUALS = re.compile(
    r"=(?:(?<=clid=)|(?<=utm_source=)|(?<=utm_medium=)|(?<=utm_campaign=)|(?<=utm_content=)|(?<=utm_term=)|(?<=utm_id=)"
    r"|(?<=mc_cid=)|(?<=mc_eid=)|(?<=igshid=)|(?<=url=)|(?<=[?&]q=))"
)
"""An equals sign is rare in a record, so a search that begins with one is quick."""
_ADDRESS = re.compile(r"""https?://[^\s<>"'()\[\]]+""")
_CODE = re.compile(r"(?:utm_[a-z]+|[a-z]{1,4}clid|mc_[ce]id|igshid)=[^&#]*", re.ASCII)
_DETOUR = re.compile(
    r"https?://(?:[a-z0-9]+\.safelinks\.protection\.outlook\.com/(?:ap/[^?]*)?\?|www\.google\.(?:com|nl)/url\?)"
    r"(?:[^#]*&)?(?:url|q)=(https?%3A%2F%2F[^&#]+|https?://[^&#]+)"
)


def find_tracking(text: str) -> Iterator[Finding]:
    """Return a warning for each address that follows its readers, with the address as it should be."""
    addresses = _ADDRESS.finditer(text) if "?" in text and _EQUALS.search(text) else ()
    tracked = ((address, *_without_tracking(address[0])) for address in addresses)
    for address, part, clean in islice((one for one in tracked if one[1]), MOST_REMAINS):
        yield finding("volgcode", at=position(text, address.start()), deel=part, voorbeeld=clean)


def _without_tracking(address: str) -> tuple[str, str]:
    """Return what follows the reader, and the address without it; two empty texts when nothing does."""
    if detour := _DETOUR.match(address):
        target = unquote(detour[1]) if "%3A" in detour[1] else detour[1]
        return address.split("/")[2], _without_codes(target)[1] or target
    return _without_codes(address)


def _without_codes(address: str) -> tuple[str, str]:
    before, mark, rest = address.partition("?")
    query, hash_mark, fragment = rest.partition("#")
    parts = query.replace("&amp;", "&").split("&") if mark else []
    codes = [part for part in parts if _CODE.fullmatch(part)]
    if not codes:
        return "", ""
    kept = "&".join(part for part in parts if part not in codes)
    return codes[0], before + (f"?{kept}" if kept else "") + hash_mark + fragment
