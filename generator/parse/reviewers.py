"""Who reads along with the practices of one owner: schema/beoordelaars.yml, and GitHub's CODEOWNERS made from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from generator.parse.fields import Distinct, Id
from generator.parse.model import Record, about

Account = Annotated[str, Field(pattern=r"^@[A-Za-z0-9-]+(?:/[A-Za-z0-9._-]+)?$", examples=["@gemeente-huizen/team"])]


class Reviewer(Record):
    """The accounts that GitHub asks to read what changes in one folder of practices/."""

    map: Id = about("Map", "De map onder practices/, met de naam van de gemeente of organisatie.", "huizen")
    accounts: Annotated[tuple[Account, ...], Distinct] = about(
        "Accounts", "Accounts of teams op GitHub, elk met een @ ervoor.", ["@gemeente-huizen/team"], min_length=1
    )


_HEAD = """\
# Wie meeleest als er iets verandert in de map van een gemeente of organisatie.
# Gemaakt uit schema/beoordelaars.yml met `praktijken schema`; wijzig dat bestand, niet dit.
"""


def codeowners_text(reviewers: Iterable[Reviewer]) -> str:
    """Return the text of `.github/CODEOWNERS`: a line for each folder that has reviewers, sorted.

    Of two lines about one folder GitHub would only see the last, so they are put together.
    """
    accounts: dict[str, list[str]] = {}
    for reviewer in reviewers:
        accounts.setdefault(reviewer.map, []).extend(reviewer.accounts)
    lines = (f"/practices/{map}/ {' '.join(dict.fromkeys(named))}\n" for map, named in sorted(accounts.items()))
    return _HEAD + "".join(lines)
