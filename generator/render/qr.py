"""QR codes of addresses as the path of an SVG: segno draws one of each version, the others are made from its modules.

A QR code is linear: two codes of one version, level and mask differ in the modules of the bits in which their texts
differ, and in those of the error words of that difference (ISO/IEC 18004: Reed-Solomon, placing and masking are all
exclusive-ors). So finders, format and mask are segno's, and ten thousand codes are worked out together, as arrays. The
modules are those that segno would draw for each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, product
from typing import Any

import numpy as np
import segno
from numpy.typing import NDArray
from segno import consts

LEVEL = "m"
"""Error correction: 15 % of a code may be dirty or torn, the usual choice for print."""
MASK = 3
"""One mask for all: choosing the least blotchy of eight takes five times as long, and readers decode any."""
QUIET = 4
"""Modules of white around a code, as the standard asks."""

Words = NDArray[np.uint8]
_BATCH = 512
_TABLES: Any = consts
"""Of the standard, as segno has them, without types."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code to draw as `<path d="..." stroke="...">` in a view box of `size` by `size`, quiet zone included."""

    text: str
    size: int
    path: str


def draw_codes(texts: Iterable[str]) -> dict[str, QrCode]:
    """Return the code of each text. Raises ValueError for a text that is no ASCII or does not fit in a code."""
    by_version: dict[int, list[str]] = defaultdict(list)
    for text in dict.fromkeys(texts):
        if not text.isascii():
            raise ValueError(f"not an address in ASCII: {text!r}")
        by_version[_version(len(text))].append(text)
    return {code.text: code for version, alike in by_version.items() for code in _draw(version, alike)}


def draw_svg(code: QrCode) -> str:
    """Return a code as an SVG file of its own."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.size} {code.size}">'
        f'<path fill="#fff" d="M0 0h{code.size}v{code.size}H0z"/><path stroke="#000" d="{code.path}"/></svg>\n'
    )


@cache
def _version(length: int) -> int:
    """Return the smallest version that holds a text of some length."""
    for version in range(1, 41):
        if _length_bytes(version) + 1 + length <= sum(_blocks(version)[0]):
            return version
    raise ValueError(f"too long for a QR code: {length} characters")


def _draw(version: int, texts: Sequence[str]) -> Iterator[QrCode]:
    """Yield the codes of texts that all are of one version."""
    code = segno.make_qr(texts[0], version=version, mode="byte", error=LEVEL, boost_error=False, mask=MASK)
    first = np.frombuffer(b"".join(code.matrix), dtype=np.uint8)
    places, start = _places(version), _data_words(version, texts[:1])
    for begin in range(0, len(texts), _BATCH):
        batch = texts[begin : begin + _BATCH]
        bits = np.unpackbits(_message(version, _data_words(version, batch) ^ start), axis=1)
        modules = np.repeat(first[None], len(batch), axis=0)
        modules[:, places[: bits.shape[1]]] ^= bits
        yield from _codes(batch, modules.reshape(len(batch), len(code.matrix), -1))


def _places(version: int) -> NDArray[np.intp]:
    """Return where the bits of the message stand: up and down in pairs of columns, from the right (7.7.3)."""
    free = _free(version)
    width = len(free)
    numbers = np.arange(width * width).reshape(width, width)
    found = []
    for turn, right in enumerate((*range(width - 1, 6, -2), *range(5, 0, -2))):
        pair = (slice(None, None, 1 if turn % 2 else -1), (right, right - 1))
        found.append(numbers[pair][free[pair]])
    return np.concatenate(found)


def _free(version: int) -> NDArray[np.bool_]:
    """Return which modules are of no finder, timing, alignment, format or version pattern (6.3)."""
    width = 17 + 4 * version
    free = np.ones((width, width), dtype=bool)
    free[:9, :9] = free[:9, -8:] = free[-8:, :9] = free[6] = free[:, 6] = False
    centres: Sequence[int] = _TABLES.ALIGNMENT_POS[version - 2] if version > 1 else ()
    for row, column in product(centres, repeat=2):
        if {row, column} != {centres[0], centres[-1]}:  # at those corners stand finders
            free[row - 2 : row + 3, column - 2 : column + 3] = False
    if version > 6:
        free[:6, -11:-8] = free[-11:-8, :6] = False
    return free


def _length_bytes(version: int) -> int:
    """Return in how many bytes the length of a text is told."""
    return 1 if version < 10 else 2


def _blocks(version: int) -> tuple[list[int], int]:
    """Return how many data words there are in each block of a version, and how many error words in any of them."""
    kinds = _TABLES.ECC[version][consts.ERROR_LEVEL_M]
    return [kind.num_data for kind in kinds for _ in range(kind.num_blocks)], kinds[0].num_total - kinds[0].num_data


def _data_words(version: int, texts: Sequence[str]) -> Words:
    """Return a row of data words per text: the mode (4 bits), the length, the text, the end, and padding (7.4).

    The end is four bits; like segno it takes a word more, of which readers see nothing.
    """
    room, told = sum(_blocks(version)[0]), _length_bytes(version)
    rows = []
    for text in texts:
        bits = ((0b0100 << 8 * told | len(text)) << 8 * len(text) | int.from_bytes(text.encode(), "big")) << 4
        rows.append((bits.to_bytes(told + 1 + len(text), "big") + b"\0" + b"\xec\x11" * room)[:room])
    return np.frombuffer(b"".join(rows), dtype=np.uint8).reshape(-1, room)


def _message(version: int, data: Words) -> Words:
    """Return data words with their error words, in the order in which they are placed: a word of each block (7.6)."""
    lengths, words = _blocks(version)
    products = _products(max(lengths), words)
    blocks = np.split(np.arange(sum(lengths)), list(accumulate(lengths))[:-1])
    errors = np.stack([_error_words(data[:, block], products) for block in blocks], axis=2)
    order = [block[place] for place in range(max(lengths)) for block in blocks if place < len(block)]
    return np.concatenate((data[:, order], errors.reshape(len(data), -1)), axis=1)


def _error_words(block: Words, products: Words) -> Words:
    found = np.zeros((len(block), products.shape[2]), dtype=np.uint8)
    for column, by_value in zip(block.T, products[-block.shape[1] :], strict=True):
        found ^= by_value[column]
    return found


@cache
def _products(length: int, words: int) -> Words:
    """Return the error words that a data word gives, by its place in a block of this length and its value (7.5)."""
    powers, logs = np.array(consts.GALIOS_EXP, dtype=np.uint8), np.array(consts.GALIOS_LOG)
    last = powers[logs[:, None] + np.array(consts.GEN_POLY[words])]
    last[0] = 0
    found = [last]
    for _ in range(1, length):
        before = found[-1]
        found.append(np.pad(before[:, 1:], ((0, 0), (0, 1))) ^ last[before[:, 0]])
    return np.array(found[::-1])


def _codes(texts: Sequence[str], modules: Words) -> Iterator[QrCode]:
    """Yield the codes of squares of modules: a line along each run of dark ones, from the end of the run before."""
    width = modules.shape[1]
    line = width + 1
    # A white column after each row keeps runs apart, so that all can be found in one flat array.
    flat = np.pad(modules, ((0, 0), (0, 0), (0, 1))).astype(np.int8).ravel()
    edges = np.diff(flat, prepend=np.int8(0))
    start, end = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    row = start // line
    down, right = np.diff(row), start[1:] - end[:-1] - line * np.diff(row)
    keys = np.where(down < width, (down * 2 * width + right + width) * line + (end - start)[1:], 0)
    steps = np.zeros(int(keys.max()) + 1, dtype=object)
    for key in np.flatnonzero(np.bincount(keys)):
        place, length = divmod(int(key), line)
        steps[key] = f"m{place % (2 * width) - width} {place // (2 * width)}h{length}"
    pieces = steps[keys].tolist()
    bounds = np.searchsorted(row, np.arange(len(texts) + 1) * width).tolist()
    for number, text in enumerate(texts):
        # The first run is the upper edge of the finder pattern, seven modules in any code.
        path = f"M{QUIET} {QUIET}.5h7" + "".join(pieces[bounds[number] : bounds[number + 1] - 1])
        yield QrCode(text, width + 2 * QUIET, path)
