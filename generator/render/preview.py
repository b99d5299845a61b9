"""The picture that others show with a link to a practice (Open Graph): its title, place and evidence, 1200 by 630.

A picture is put together from bands of lines that are compressed apart: blank bands and those with words that many
practices share are compressed once, so that a picture costs little more than its title. A PNG allows that because its
data is one zlib stream, whose pieces may be flushed apart and whose checksum can be added up.
"""

from __future__ import annotations

import io
import struct
import unicodedata
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PIL import ImageFont

from generator.view.types import PREVIEW_HEIGHT as HEIGHT
from generator.view.types import PREVIEW_WIDTH as WIDTH
from generator.view.types import Preview

MARGIN = 80
Pixels = NDArray[np.uint8]
_ROW = WIDTH // 4
"""Bytes in a row of pixels: four share a byte."""

_PALETTE = bytes.fromhex("fffefb b9ac93 765300 23211d")
"""Paper, two steps between, and ink; the second step is the accent of the site."""

_INK, _ACCENT_BYTE = 3, 0b10101010
_BASE = 65521
"""The modulus of Adler-32 (RFC 1950)."""

_TITLE, _TITLE_SMALL, _WORDS = 70, 56, 38
_TOP, _ABOVE, _BETWEEN = 20, 48, 12
"""Rows of the bar at the top, below it, and between place and title."""
_MAX_LINES = 3


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows of pixels: compressed, with the checksum and length of what they were, and how many."""

    data: bytes
    adler: int
    length: int
    rows: int


class PreviewPainter:
    """Paints pictures in one typeface, for one site; keeps the glyphs and bands that it has made."""

    def __init__(self, site_name: str, regular: bytes, bold: bytes) -> None:
        """Take the name that stands below each picture, and the font files of the typeface."""
        fonts = {_TITLE: bold, _TITLE_SMALL: bold, _WORDS: regular}
        self._faces = {size: _Face(font, size) for size, font in fonts.items()}
        self._shared = cache(lambda text: self._text(_WORDS, [self._cut(_WORDS, text)]))
        self._blank = cache(lambda rows: _compress(_rows(rows)))
        self._foot = self._foot_band(site_name, _Face(bold, _WORDS))
        top = _rows(_TOP)
        top[:, 1:] = _ACCENT_BYTE
        self._top = _compress(top)

    def paint(self, preview: Preview) -> bytes:
        """Return the picture as PNG; the same words give the same bytes."""
        title = self._text(*self._wrap(unicodedata.normalize("NFKC", preview.title)))
        above = [self._top, self._blank(_ABOVE), self._shared(preview.place), self._blank(_BETWEEN), title]
        below = [self._shared(preview.evidence), self._foot]
        rest = HEIGHT - sum([band.rows for band in above]) - sum([band.rows for band in below])
        return _png([*above, self._blank(rest), *below])

    def _wrap(self, text: str) -> tuple[int, list[str]]:
        """Return the size of type and the lines of a title; one that stays too long ends in an ellipsis."""
        room = WIDTH - 2 * MARGIN
        for size in (_TITLE, _TITLE_SMALL):
            lines = self._faces[size].wrap(text, room)
            if len(lines) <= _MAX_LINES:
                return size, lines
        return size, [*lines[: _MAX_LINES - 1], self._cut(size, " ".join(lines[_MAX_LINES - 1 :]))]

    def _cut(self, size: int, text: str) -> str:
        room, face = WIDTH - 2 * MARGIN, self._faces[size]
        if face.width(text) <= room:
            return text
        while text and face.width(f"{text}…") > room:
            text = text[:-1]
        return f"{text.rstrip()}…"

    def _text(self, size: int, lines: Sequence[str]) -> _Band:
        face = self._faces[size]
        pixels = _rows(face.rows * len(lines))
        for number, line in enumerate(lines):
            face.draw(line, pixels[face.rows * number : face.rows * (number + 1), 1:])
        return _compress(pixels)

    def _foot_band(self, site_name: str, face: _Face) -> _Band:
        pixels = _rows(48 + face.rows + 34)
        pixels[22:25, 1 + MARGIN // 4 : -MARGIN // 4] = _ACCENT_BYTE
        face.draw(site_name, pixels[48:-34, 1:])
        return _compress(pixels)


class _Face:
    """A typeface at one size: glyphs as bytes of four pixels, for each of the four places in a byte."""

    def __init__(self, font: bytes, size: int) -> None:
        self._font = ImageFont.truetype(io.BytesIO(font), size, layout_engine=ImageFont.Layout.BASIC)
        self._ascent, descent = self._font.getmetrics()
        self.rows = self._ascent + descent
        self._length = cache(self._font.getlength)
        self._glyph = cache(self._render)
        self.width = cache(self._width)

    def _width(self, text: str) -> float:
        return sum([step for step, _ in self._steps(text)])

    def wrap(self, text: str, room: int) -> list[str]:
        """Break into lines at spaces; a word that is wider than the room is broken where it must."""
        lines, used, space = [""], 0.0, self._length(" ")
        for word in text.split():
            width = self.width(word)
            if lines[-1] and used + space + width <= room:
                lines[-1] += f" {word}"
                used += space + width
                continue
            lines += [word] if lines[-1] else []
            lines[-1] = word
            while self.width(lines[-1]) > room:
                fits = next(n for n in range(len(lines[-1]), 0, -1) if self.width(lines[-1][:n]) <= room)
                lines[-1:] = [lines[-1][:fits], lines[-1][fits:]]
            used = self.width(lines[-1])
        return lines

    def draw(self, text: str, pixels: Pixels) -> None:
        """Draw a line of text into rows of bytes."""
        place = float(MARGIN)
        for step, char in self._steps(text):
            at, quarter = divmod(round(place), 4)
            glyph, before, top = self._glyph(char, quarter)
            rows, columns = glyph.shape
            pixels[top : top + rows, at + before : at + before + columns] |= glyph
            place += step

    def _steps(self, text: str) -> list[tuple[float, str]]:
        """Return each character with how far the next one begins, which kerning may bring nearer."""
        pairs = [(self._length(one + other) - self._length(other), one) for one, other in pairwise(text)]
        return [*pairs, (self._length(text[-1]), text[-1])] if text else []

    def _render(self, char: str, quarter: int) -> tuple[Pixels, int, int]:
        """Return a glyph as bytes, at which byte from its place it begins, and its first row."""
        mask, (left, top) = self._font.getmask2(char, "L", anchor="ls")
        width, height = mask.size
        if not width or not height:
            return np.zeros((0, 0), np.uint8), 0, 0
        ramp = (np.frombuffer(bytes(mask), np.uint8).reshape(height, width).astype(np.uint16) * _INK + 127) // 255
        before, shift = divmod(left + quarter, 4)
        first = max(0, self._ascent + top)
        ramp = ramp[max(0, -(self._ascent + top)) :][: self.rows - first]
        padded = np.pad(ramp.astype(np.uint8), ((0, 0), (shift, -(shift + width) % 4)))
        packed = padded[:, ::4] << 6 | padded[:, 1::4] << 4 | padded[:, 2::4] << 2 | padded[:, 3::4]
        return packed.astype(np.uint8), before, first


def _rows(count: int) -> Pixels:
    """Return blank rows, each with the byte before it that says "not filtered"."""
    return np.zeros((count, _ROW + 1), np.uint8)


def _compress(rows: Pixels) -> _Band:
    raw = rows.tobytes()
    deflate = zlib.compressobj(1, zlib.DEFLATED, -15, 8, zlib.Z_RLE)
    data = deflate.compress(raw) + deflate.flush(zlib.Z_SYNC_FLUSH)
    return _Band(data, zlib.adler32(raw), len(raw), len(rows))


def _png(bands: Sequence[_Band]) -> bytes:
    """Join bands into a PNG with a palette (W3C PNG, 11.2)."""
    adler = _add_up((band.adler, band.length) for band in bands)
    data = b"\x78\x01" + b"".join([band.data for band in bands]) + b"\x03\x00" + struct.pack(">I", adler)
    return _HEAD + _chunk(b"IDAT", data) + _TAIL


def _add_up(sums: Iterable[tuple[int, int]]) -> int:
    """Return the Adler-32 of texts that follow one another, from that and the length of each."""
    low, high = 1, 0
    for adler, length in sums:
        one, two = adler & 0xFFFF, adler >> 16
        high = (high + two + length * (low - 1)) % _BASE
        low = (low + one - 1) % _BASE
    return high << 16 | low


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(data, zlib.crc32(kind)))


_HEAD = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, 2, 3, 0, 0, 0))
    + _chunk(b"PLTE", _PALETTE)
)
_TAIL = _chunk(b"IEND", b"")
