"""Practices that look like another one: a variant, an adoption, or the same thing written down twice?

Compared is what records tell, not where they come from: sources, contact and costs are alike in many. The
other records are not parsed: a record in ten thousand has to be checked within a second, and one of them
may hold anything. Their fields are cut out of the text instead, which cannot fail.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.diagnostics import Diagnostic
from generator.parse.parser import to_diagnostic
from generator.read.finding import Finding, finding
from generator.read.guard import MAX_BYTES
from generator.registers.municipalities import Municipalities

ALIKE = 65
"""token_set_ratio of two texts from which a question helps, when title and summary are alike too. Measured on the
595 pairs of 35 real records: three lie above it (66.8 at most), and they name each other; no other pair reaches 64.
A copy with half of its words replaced and its sentences shuffled scores 73 or more."""

HEADS_ALIKE = 55
"""The same of title and summary. A short record shares many common words with a long one: with the 86 short records
of benchmarks/zie_ook, pairs that had nothing to do with each other scored up to 67 on the text, but 49 here; a copy
with half of its words replaced scores 60 or more."""

ALIKE_ALONE = 75
"""The same of two texts, when title and summary were written anew."""

SAME = 85
"""ratio (which minds the order of the text) from which two texts are almost certainly one."""

CANDIDATES = 50
"""How many others are compared in full; title and summary choose them."""

MAX_PAIRS = 200_000
"""More than this is no longer a look at what changed, and takes seconds."""

MAX_TEXT = 8_000
"""How many characters of a text are compared; twice what the longest real record tells."""

_PROSE = (
    "titel",
    "samenvatting",
    "aanleiding",
    "doel",
    "aanpak",
    "werkzame_elementen",
    "randvoorwaarden",
    "overdraagbaarheid",
    "verantwoording",
)
_TITLE = re.compile(rb"^titel:(.*(?:\n[ ].*)*)", re.MULTILINE)
_SUMMARY = re.compile(rb"^samenvatting:(.*(?:\n[ ].*)*)", re.MULTILINE)
_HEAD_BYTES = 4_000
"""Where title and summary are looked for; they come first, and together they are far smaller."""
_FIELD = re.compile(r"^([a-z_]+):", re.MULTILINE)
_REFERENCE = re.compile(r"\bid: *[\"']?([a-z0-9-]+)")
_ID = re.compile(r"[a-z0-9-]*[a-z0-9]")
_CODE = re.compile(r"GM\d{4}")
_FOLDED = re.compile(r"[>|][-+\d]* ")

Fields = Mapping[str, str]


class _Likeness(NamedTuple):
    """How much another record is alike; the greatest comes first when sorted, then the first id."""

    same: float
    alike: float
    id: str
    fields: Fields

    def order(self) -> tuple[float, float, str]:
        return -self.same, -self.alike, self.id


def find_duplicates(
    catalogue: Catalogue, chosen: Collection[str], texts: Mapping[str, bytes]
) -> tuple[Diagnostic, ...]:
    """Warn for each chosen practice that looks like another one, naming the one it looks like most.

    `texts` holds the files of all practices by id, those chosen included. Practices of which one names the
    other, or that say to be based on the same one, raise no question. Only for what a person changed: comparing all
    with all grows with the square, so for more than MAX_PAIRS pairs nothing is compared.
    """
    if not chosen or len(chosen) * len(texts) > MAX_PAIRS:
        return ()
    heads = {id: head for id, data in texts.items() if (head := _head(data))}
    return tuple(
        to_diagnostic(catalogue.documents[id], found)
        for id in sorted(chosen)
        for found in _findings(catalogue.registers.municipalities, id, heads, texts)
    )


def _findings(
    municipalities: Municipalities, id: str, heads: Mapping[str, str], texts: Mapping[str, bytes]
) -> Iterator[Finding]:
    likenesses = list(_likenesses(id, heads, texts))
    if likenesses:
        nearest = min(likenesses, key=_Likeness.order)
        title = _plain(nearest.fields.get("titel", "")) or nearest.id
        place = _place(municipalities, nearest.fields)
        sure = nearest.same >= SAME
        yield finding("lijkt-op", ("titel",), ander=nearest.id, eigen=id, titel=title, plaats=place, zeker=sure)


def _likenesses(id: str, heads: Mapping[str, str], texts: Mapping[str, bytes]) -> Iterator[_Likeness]:
    from rapidfuzz import fuzz, process  # only records that are named need it

    own = _fields(texts[id])
    told = _told(own)
    near = process.extract(heads.get(id, ""), heads, scorer=fuzz.token_set_ratio, processor=None, limit=CANDIDATES + 1)
    for _, heads_alike, other in near:
        fields = _fields(texts[other])
        if other == id or _is_answered(id, own, other, fields):
            continue
        theirs = _told(fields)
        alike = fuzz.token_set_ratio(told, theirs)
        if alike >= (ALIKE if heads_alike >= HEADS_ALIKE else ALIKE_ALONE):
            yield _Likeness(fuzz.ratio(told, theirs), alike, other, fields)


def _head(data: bytes) -> str:
    """Return title and summary in lower case, by the quickest way that works for nearly all records."""
    top = data[:_HEAD_BYTES]
    title, summary = _TITLE.search(top), _SUMMARY.search(top)
    return (title[1] + b" " + summary[1]).decode("utf-8", "ignore").lower() if title and summary else ""


def _fields(data: bytes) -> dict[str, str]:
    """Cut a record at what looks like the name of a field; the values are as typed."""
    parts = _FIELD.split(data[:MAX_BYTES].decode("utf-8", "ignore"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _told(fields: Fields) -> str:
    """Return what a record tells in one line, in the order of the model."""
    return " ".join(_plain(fields[name]) for name in _PROSE if name in fields)[:MAX_TEXT].lower()


def _plain(value: str) -> str:
    """Return a text as typed on one line, without the signs that set it apart."""
    return _FOLDED.sub("", " ".join(value.split()), count=1).strip("\"'")


def _is_answered(id: str, own: Fields, other: str, theirs: Fields) -> bool:
    """Tell whether the records say themselves how they belong together."""
    shared = _references(own, "gebaseerd_op") & _references(theirs, "gebaseerd_op")
    return other in _named(own) or id in _named(theirs) or bool(shared)


def _named(fields: Fields) -> set[str]:
    """Return the ids of the practices that a record refers to, and those that it had itself."""
    present = {id for name in ("vervangen_door", "oude_ids") for id in _ID.findall(fields.get(name, ""))}
    return present | _references(fields, "zie_ook") | _references(fields, "gebaseerd_op")


def _references(fields: Fields, name: str) -> set[str]:
    return set(_REFERENCE.findall(fields.get(name, "")))


def _place(municipalities: Municipalities, fields: Fields) -> str:
    """Say in a few words where a practice is."""
    towns = (municipalities.resolve(code) for code in _CODE.findall(fields.get("gemeenten", "")))
    names = list(dict.fromkeys(town.naam for town in towns if town))
    if len(names) > 3:
        return f"{names[0]}, {names[1]} en {len(names) - 2} andere gemeenten"
    return ", ".join(names) or "landelijk"
