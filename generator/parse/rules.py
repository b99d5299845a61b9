"""Rules over more than one field of a record, on the raw mapping so that they always get to speak."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.read.finding import Finding, Loc, finding
from generator.registers.registers import suggest

Raw = Mapping[str, Any]
_COUNT = re.compile(r"\d{1,15}")
AMOUNTS = ("eenmalig", "jaarlijks", "per_deelnemer")
FIGURES = (*AMOUNTS, "fte", "vrijwilligersuren_per_week")
ENOUGH = (*FIGURES, "deelnemers_per_jaar", "bespaart")
ORIGIN = {
    "prijspeil": "prijspeil: 2024",
    "zekerheid": "zekerheid: geraamd",
    "bron": "bron: een titel uit de lijst bronnen",
}
"""What belongs to an amount, with an example of each."""


def lessons_of_stopped(raw: Raw) -> Iterator[Finding]:
    """A stopped practice must say what was learned."""
    if raw.get("status") == "gestopt" and not raw.get("lessen"):
        yield finding("gestopt-zonder-lessen", ("status",))


def successor_of_merged(raw: Raw) -> Iterator[Finding]:
    """A merged practice must say what it went into."""
    if raw.get("status") == "samengevoegd" and not raw.get("vervangen_door"):
        yield finding("samengevoegd-zonder-opvolger", ("status",))


def period_in_order(raw: Raw) -> Iterator[Finding]:
    """A practice cannot end before it began."""
    yield from _in_order(raw.get("periode"), ("periode",), "periode-omgekeerd")


def ranges_in_order(raw: Raw) -> Iterator[Finding]:
    """The upper bound of an amount is not below the lower one."""
    costs = _mapping(raw.get("kosten"))
    for name in AMOUNTS:
        yield from _in_order(costs.get(name), ("kosten", name), "bereik-omgekeerd")
    saving = _mapping(costs.get("bespaart"))
    yield from _in_order(saving.get("bedrag"), ("kosten", "bespaart", "bedrag"), "bereik-omgekeerd")


def costs_complete(raw: Raw) -> Iterator[Finding]:
    """Costs are known with an origin, or unknown with an explanation; never both, never neither."""
    costs = raw.get("kosten")
    if not isinstance(costs, dict):
        return
    given = tuple(name for name in FIGURES if name in costs)
    if costs.get("bekend") == "nee":
        if given:
            yield finding("kosten-tegenspraak", ("kosten", "bekend"), velden=given)
        if "toelichting" not in costs:
            example = "Geen bron noemt bedragen."
            yield finding("toelichting-ontbreekt", ("kosten", "bekend"), voorbeeld=example)
        return
    if costs.get("bekend", "ja") == "ja" and not any(name in costs for name in ENOUGH):
        yield finding("kosten-leeg", ("kosten",), "key")
    absent = tuple(name for name in ORIGIN if name not in costs)
    amount = next((name for name in AMOUNTS if name in costs), None)
    if amount and absent:
        yield finding(
            "bedrag-zonder-herkomst",
            ("kosten", amount),
            "key",
            velden=absent,
            voorbeeld="\n".join(ORIGIN[name] for name in absent),
        )


def contact_reachable(raw: Raw) -> Iterator[Finding]:
    """There is a way to reach someone, or an explanation why not."""
    contact = raw.get("contact")
    if not isinstance(contact, dict):
        return
    if contact.get("bekend") == "nee":
        if "toelichting" not in contact:
            example = "De bronnen noemen geen adres."
            yield finding("toelichting-ontbreekt", ("contact", "bekend"), voorbeeld=example)
    elif contact.get("bekend", "ja") == "ja" and not {"email", "telefoon", "website"} & set(contact):
        yield finding("contact-leeg", ("contact",), "key")


def figures_have_units(raw: Raw) -> Iterator[Finding]:
    """A figure without a unit says nothing."""
    for index, result in enumerate(mappings(raw.get("resultaten"))):
        if "waarde" in result and "eenheid" not in result:
            yield finding("eenheid-ontbreekt", ("resultaten", index, "waarde"))


def sources_listed(raw: Raw) -> Iterator[Finding]:
    """Whatever names a source names one of the record's own list."""
    titles = tuple(str(source.get("titel")) for source in mappings(raw.get("bronnen")))
    for loc, title in _named_sources(raw):
        if isinstance(title, str) and title not in titles:
            yield finding("onbekende-bron", loc, waarde=title, bedoeld=suggest(title, titles))


def _named_sources(raw: Raw) -> Iterator[tuple[Loc, Any]]:
    for name in ("resultaten", "overgenomen_door"):
        for index, item in enumerate(mappings(raw.get(name))):
            yield (name, index, "bron"), item.get("bron")
    costs = _mapping(raw.get("kosten"))
    yield ("kosten", "bron"), costs.get("bron")
    yield ("kosten", "bespaart", "bron"), _mapping(costs.get("bespaart")).get("bron")


def _in_order(value: Any, loc: Loc, code: str) -> Iterator[Finding]:
    if not isinstance(value, dict):
        return
    low, high = (str(value.get(key, "")) for key in ("van", "tot"))
    if _COUNT.fullmatch(low) and _COUNT.fullmatch(high) and int(high) < int(low):
        yield finding(code, (*loc, "tot"), van=low, tot=high)


def _mapping(value: Any) -> Raw:
    return value if isinstance(value, dict) else {}


def mappings(value: Any) -> tuple[Raw, ...]:
    """Return a raw list as records; none when it is no list."""
    return tuple(map(_mapping, value)) if isinstance(value, tuple) else ()


PRACTICE_RULES: tuple[Callable[[Raw], Iterator[Finding]], ...] = (
    lessons_of_stopped,
    successor_of_merged,
    period_in_order,
    ranges_in_order,
    costs_complete,
    contact_reachable,
    figures_have_units,
    sources_listed,
)
