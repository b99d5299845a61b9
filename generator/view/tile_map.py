"""The map page: every municipality as a tile, and a table that says the same."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.registers.municipalities import Municipality
from generator.view.collections import Collection, Collections
from generator.view.context import ViewContext
from generator.view.tiles import place_tiles
from generator.view.types import CountedLink

SIDE = 34
"""A tile's side in pixels at the map's own size: more than the 24 that a finger needs (WCAG 2.5.8)."""

STEPS = (1, 2, 5, 10, 25, 50, 100, 250)
"""Numbers at which a shade may begin."""

SHADES = 4
NAME_LETTERS = 4


@dataclass(frozen=True, slots=True)
class TileView:
    """A municipality with practices: `x` and `y` in pixels, `shade` from 1 (few) to at most `SHADES`."""

    x: int
    y: int
    code: str
    short: str
    province: str
    link: CountedLink
    shade: int


@dataclass(frozen=True, slots=True)
class EmptyTileView:
    """A municipality without practices."""

    x: int
    y: int
    name: str


@dataclass(frozen=True, slots=True)
class ShadeView:
    """An entry of the legend, with the number of municipalities that have the shade."""

    shade: int
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class MissingView:
    """The municipalities of a province that have no practice."""

    province: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TileMapView:
    """The whole page. `borders` is an SVG path along coasts and between provinces."""

    side: int
    width: int
    height: int
    tiles: tuple[TileView, ...]
    empty: tuple[EmptyTileView, ...]
    borders: str
    starts: tuple[int, ...]
    """The number of practices at which each shade begins."""
    legend: tuple[ShadeView, ...]
    national: CountedLink | None
    missing: tuple[MissingView, ...]


def view_tile_map(context: ViewContext, collections: Collections) -> TileMapView:
    """Return the map of all present municipalities; `tiles` are sorted by province, then name."""
    present = context.catalogue.registers.municipalities.present
    places = place_tiles(tuple(present.values()))
    lists = {collection.url: collection for collection in collections.municipalities}
    towns = sorted(present.values(), key=lambda town: (town.provincie, town.slug))
    found = [(town, lists.pop(f"gemeenten/{town.slug}/", None)) for town in towns]
    starts = choose_steps(max((len(c.ids) for _, c in found if c), default=0))
    tiles = tuple(_tile(town, places[town.code], collection, starts) for town, collection in found if collection)
    rest = [town for town, collection in found if collection is None]
    national = next((collection.link() for collection in lists.values()), None)
    return TileMapView(
        side=SIDE,
        width=SIDE * (1 + max((x for x, _ in places.values()), default=0)),
        height=SIDE * (1 + max((y for _, y in places.values()), default=0)),
        tiles=tiles,
        empty=tuple(EmptyTileView(SIDE * places[t.code][0], SIDE * places[t.code][1], t.naam) for t in rest),
        borders=" ".join(_borders({places[town.code]: town.provincie for town in towns})),
        starts=starts,
        legend=_legend(tiles, starts),
        national=national,
        missing=_missing(rest),
    )


def choose_steps(most: int) -> tuple[int, ...]:
    """Return where each shade begins, given the largest number: 1, and the last few steps up to it."""
    reached = [step for step in STEPS if step <= most]
    return tuple(reached[:1] + reached[1:][-(SHADES - 1) :])


def _tile(town: Municipality, place: tuple[int, int], collection: Collection, starts: Sequence[int]) -> TileView:
    link = collection.link()
    short = re.sub(r"^'s-|[^\w]", "", town.naam)[:NAME_LETTERS]
    return TileView(
        SIDE * place[0], SIDE * place[1], town.code, short, town.provincie, link, bisect_right(starts, link.count)
    )


def _legend(tiles: Sequence[TileView], starts: Sequence[int]) -> tuple[ShadeView, ...]:
    ends = [start - 1 for start in starts[1:]]
    ranges = zip(starts, ends, strict=False)
    labels = ["1 praktijk" if end == 1 else f"{start} tot en met {end} praktijken" for start, end in ranges]
    labels += [f"{starts[-1]} of meer praktijken"] if starts else []
    shades = [tile.shade for tile in tiles]
    return tuple(ShadeView(number, label, shades.count(number)) for number, label in enumerate(labels, 1))


def _missing(towns: Sequence[Municipality]) -> tuple[MissingView, ...]:
    names: dict[str, list[str]] = {}
    for town in towns:
        names.setdefault(town.provincie, []).append(town.naam)
    return tuple(MissingView(province, tuple(found)) for province, found in names.items())


def _borders(provinces: Mapping[tuple[int, int], str]) -> Iterator[str]:
    """Yield a line along each side of a tile where another province, or nothing, begins."""
    for (x, y), province in sorted(provinces.items()):
        left, top = SIDE * x, SIDE * y
        if provinces.get((x + 1, y)) != province:
            yield f"M{left + SIDE} {top}v{SIDE}"
        if provinces.get((x, y + 1)) != province:
            yield f"M{left} {top + SIDE}h{SIDE}"
        if (x - 1, y) not in provinces:
            yield f"M{left} {top}v{SIDE}"
        if (x, y - 1) not in provinces:
            yield f"M{left} {top}h{SIDE}"
