"""The municipality register: present municipalities and what became of abolished ones."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

SIZE_CLASSES: Mapping[str, str] = {
    "tot-20000": "tot 20.000 inwoners",
    "20000-50000": "20.000 tot 50.000 inwoners",
    "50000-100000": "50.000 tot 100.000 inwoners",
    "100000-150000": "100.000 tot 150.000 inwoners",
    "150000-250000": "150.000 tot 250.000 inwoners",
    "vanaf-250000": "250.000 inwoners of meer",
}


@lru_cache(maxsize=10_000)
def slugify(name: str) -> str:
    """Make the lowercase ascii form of a name that folders and addresses use."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name.lower()).strip("-")


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality of today. `slug` is its folder and its address."""

    code: str
    naam: str
    officiele_naam: str
    provincie: str
    grootteklasse: str
    breedtegraad: float
    lengtegraad: float
    tooi: str
    slug: str


@dataclass(frozen=True, slots=True)
class Abolished:
    """A former municipality and the present ones it went into; more than one means it was split."""

    code: str
    naam: str
    ingangsdatum: str
    successors: tuple[str, ...]
    split: bool


@dataclass(frozen=True)
class Municipalities:
    """The register, by GM code."""

    present: Mapping[str, Municipality] = field(default_factory=dict)
    abolished: Mapping[str, Abolished] = field(default_factory=dict)
    nicknames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What people type as a name and what they mean by it: GM codes, or a province."""

    def resolve(self, code: str) -> Municipality | None:
        """Return the municipality of today for a present or abolished code; None when unknown or split."""
        if code in self.present:
            return self.present[code]
        former = self.abolished.get(code)
        return self.present.get(former.successors[0]) if former and not former.split else None

    def name(self, code: str) -> str:
        """Return the name that belongs to a code, present or abolished; empty when there is none."""
        return self.present[code].naam if code in self.present else self.former_name(code)

    def former_name(self, code: str) -> str:
        """Return the name under which an abolished code was known, or empty for a present one."""
        return self.abolished[code].naam if code in self.abolished else ""

    @cached_property
    def by_name(self) -> Mapping[str, tuple[str, ...]]:
        """What a lowercase name may stand for: GM codes, present or abolished, or a province.

        A municipality goes before the province of the same name, and a register before a nickname.
        """
        names = {name.lower(): meant for name, meant in self.nicknames.items()}
        names |= {town.provincie.lower(): (town.provincie,) for town in self.present.values()}
        names |= {former.naam.lower(): (former.code,) for former in self.abolished.values()}
        names |= {town.officiele_naam.lower(): (town.code,) for town in self.present.values()}
        return names | {town.naam.lower(): (town.code,) for town in self.present.values()}

    @cached_property
    def by_slug(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of today for everything that may ever have been the address of a municipality.

        A present name goes before an abolished one, and that before a nickname: a municipality that changed its name
        but not its code keeps its old address through bijnamen.csv. More than one code means that it was divided.
        """
        named = {name: tuple(code for code in meant if code in self.present) for name, meant in self.nicknames.items()}
        found = {slugify(name): codes for name, codes in named.items() if codes}
        for former in self.abolished.values():
            found[slugify(former.naam)] = tuple(code for code in former.successors if code in self.present)
        return found | {town.slug: (town.code,) for town in self.present.values()}


def read_municipalities(present: str, abolished: str, nicknames: str = "") -> Municipalities:
    """Make the register from the texts of gemeenten.csv, herindelingen.csv and bijnamen.csv.

    Raises KeyError for a missing column and ValueError for a coordinate that is no number.
    """
    towns = {row["code"]: _municipality(row) for row in csv.DictReader(io.StringIO(present))}
    rows: dict[str, list[Mapping[str, str]]] = {}
    for row in csv.DictReader(io.StringIO(abolished)):
        rows.setdefault(row["oude_code"], []).append(row)
    meant: dict[str, tuple[str, ...]] = {}
    for row in csv.DictReader(io.StringIO(nicknames)):
        meant[row["bijnaam"]] = (*meant.get(row["bijnaam"], ()), row["bedoeld"])
    return Municipalities(towns, {code: _abolished(code, parts) for code, parts in rows.items()}, meant)


def _municipality(row: Mapping[str, str]) -> Municipality:
    return Municipality(
        code=row["code"],
        naam=row["naam"],
        officiele_naam=row["officiele_naam"],
        provincie=row["provincie"],
        grootteklasse=row["grootteklasse"],
        breedtegraad=float(row["breedtegraad"]),
        lengtegraad=float(row["lengtegraad"]),
        tooi=row["tooi"],
        slug=slugify(row["naam"]),
    )


def _abolished(code: str, rows: Sequence[Mapping[str, str]]) -> Abolished:
    successors = tuple(row["nieuwe_code"] for row in rows)
    split = any(row["gesplitst"] == "ja" for row in rows)
    return Abolished(code, rows[0]["oude_naam"], rows[0]["ingangsdatum"], successors, split)
