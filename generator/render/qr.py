"""QR codes of addresses, drawn by segno as the path of an SVG; thousands of them at the price of hundreds.

A QR code is linear: at a given version, level and mask, changing one bit of the text turns over the same modules
whatever the rest of the text is (ISO/IEC 18004: Reed-Solomon, placing and masking are all exclusive-ors). So when
many addresses are asked for, segno draws one code per length and one per bit in which the addresses differ, and the
others are exclusive-ors of those. With few addresses it draws each. Either way the modules are those of segno.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import segno

LEVEL = "m"
"""Error correction: 15 % of a code may be dirty or torn, the usual choice for print."""
MASK = 3
"""One mask for all: choosing the least blotchy of eight takes five times as long, and readers decode any."""
QUIET = 4
"""Modules of white around a code, as the standard asks."""

Bits = np.ndarray
_BATCH = 512


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code to draw as `<path d="..." stroke="...">` in a view box of `size` by `size`, quiet zone included."""

    text: str
    size: int
    path: str


def draw_codes(texts: Iterable[str]) -> dict[str, QrCode]:
    """Return the code of each text. Raises ValueError for a text that is no ASCII or does not fit in a code."""
    by_length: dict[int, list[str]] = defaultdict(list)
    for text in dict.fromkeys(texts):
        if not text.isascii():
            raise ValueError(f"not an address in ASCII: {text!r}")
        by_length[len(text)].append(text)
    by_width: dict[int, list[tuple[str, Bits]]] = defaultdict(list)
    for _, alike in sorted(by_length.items()):
        first = _modules(alike[0])
        by_width[len(first)].append((alike[0], first))
    found: dict[str, QrCode] = {}
    for width, firsts in by_width.items():
        for batch, modules in _all_modules(by_length, firsts):
            found |= zip(batch, _codes(batch, modules.reshape(-1, width, width)), strict=True)
    return found


def draw_svg(code: QrCode) -> str:
    """Return a code as an SVG file of its own."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.size} {code.size}">'
        f'<path fill="#fff" d="M0 0h{code.size}v{code.size}H0z"/><path stroke="#000" d="{code.path}"/></svg>\n'
    )


def _modules(text: str) -> Bits:
    """Return the code of a text as segno draws it: a square of 0 and 1, without the quiet zone."""
    code = segno.make_qr(text, mode="byte", error=LEVEL, boost_error=False, mask=MASK)
    return np.frombuffer(b"".join(code.matrix), dtype=np.uint8).reshape(len(code.matrix), -1)


def _all_modules(
    by_length: dict[int, list[str]], firsts: Sequence[tuple[str, Bits]]
) -> Iterator[tuple[list[str], Bits]]:
    """Yield texts in batches with their modules, from the first text of each length; all are of one version."""
    longest = max(len(text) for text, _ in firsts)
    differences = {text: _differences(text, by_length[len(text)]) for text, _ in firsts}
    used = np.zeros((longest, 8), dtype=bool)
    for text, found in differences.items():
        used[: len(text)] |= np.unpackbits(np.bitwise_or.reduce(found, axis=0)[:, None], axis=1).astype(bool)
    count = sum(map(len, differences.values()))
    flips = _flips(*next(first for first in firsts if len(first[0]) == longest), used) if used.sum() < count else None
    for text, first in firsts:
        alike = by_length[len(text)]
        for start in range(0, len(alike), _BATCH):
            batch = alike[start : start + _BATCH]
            if flips is None:
                yield batch, np.array([_modules(other) for other in batch])
            else:
                yield batch, _combined(first, differences[text][start : start + _BATCH], flips)


def _differences(text: str, others: Sequence[str]) -> Bits:
    """Return the bits in which texts of one length differ from the first: a row of bytes for each."""
    rows = np.frombuffer("".join(others).encode(), dtype=np.uint8).reshape(len(others), len(text))
    return rows ^ np.frombuffer(text.encode(), dtype=np.uint8)


def _flips(text: str, first: Bits, used: Bits) -> Bits:
    """Return for each place in the text and each byte which modules turn over, packed; none where it is not used."""
    flips = np.zeros((len(text), 256, (first.size + 7) // 8), dtype=np.uint8)
    values = np.arange(256)
    for place, bit in np.argwhere(used):
        weight = 128 >> int(bit)
        flipped = text[:place] + chr(ord(text[place]) ^ weight) + text[place + 1 :]
        flips[place, (values & weight) > 0] ^= np.packbits(_modules(flipped) ^ first)
    return flips


def _combined(first: Bits, differences: Bits, flips: Bits) -> Bits:
    packed = np.repeat(np.packbits(first)[None], len(differences), axis=0)
    for place in range(differences.shape[1]):
        packed ^= flips[place][differences[:, place]]
    return np.unpackbits(packed, axis=1, count=first.size)


def _codes(texts: Sequence[str], modules: Bits) -> Iterator[QrCode]:
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
