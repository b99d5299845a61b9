"""The pictures of earlier builds: in one file in the user's cache folder, always safe to delete."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from generator.publish.cache import keep
from generator.view.types import Preview

if TYPE_CHECKING:
    from generator.render.preview import PreviewPainter

_FONT = "AtkinsonHyperlegible-{}.ttf"
_KEY = 16
_ENTRY = struct.Struct(f">{_KEY}sI")
_SUM = struct.Struct(">I")


class PreviewCache:
    """Gives pictures, painted once for the same words. The library that paints is loaded when something is new."""

    def __init__(self, folder: Path | None, site_name: str) -> None:
        """Take the folder (None keeps nothing) and the name that pictures bear."""
        self._site_name = site_name
        self._made_with = _made_with(site_name)
        self._path = folder / f"voorbeelden-{self._made_with[:16]}.bin" if folder else None
        self._kept = dict(self._load())
        self._used: dict[bytes, bytes] = {}

    def paint(self, preview: Preview) -> bytes:
        """Return the picture as PNG; the same whether it was kept or is painted now."""
        words = "\0".join((self._made_with, preview.title, preview.place, preview.evidence))
        key = hashlib.blake2b(words.encode(), digest_size=_KEY).digest()
        picture = self._kept.get(key) or self._painter.paint(preview)
        self._used[key] = picture
        return picture

    def store(self) -> None:
        """Keep what was used when any of it is new; what no longer is used goes when it is the larger part."""
        if self._path is None or not self._used.keys() - self._kept.keys():
            return
        kept = self._kept if len(self._kept) <= 2 * len(self._used) else {}
        data = b"".join([_ENTRY.pack(key, len(png)) + png for key, png in sorted((kept | self._used).items())])
        keep(self._path, _SUM.pack(zlib.crc32(data)) + data)

    def _load(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield what is kept; nothing when there is no file, or one that was damaged."""
        try:
            data = self._path.read_bytes() if self._path else b""
        except OSError:
            return
        if len(data) < _SUM.size or _SUM.unpack_from(data)[0] != zlib.crc32(memoryview(data)[_SUM.size :]):
            return
        at = _SUM.size
        while at < len(data):
            key, length = _ENTRY.unpack_from(data, at)
            at += _ENTRY.size + length
            yield key, data[at - length : at]

    @cached_property
    def _painter(self) -> PreviewPainter:
        from generator.render.preview import PreviewPainter  # Pillow takes a while, and mostly nothing is new

        return PreviewPainter(self._site_name, _font("Regular"), _font("Bold"))


def _font(style: str) -> bytes:
    return files("generator").joinpath("fonts", _FONT.format(style)).read_bytes()


def _made_with(site_name: str) -> str:
    """Return a mark that changes with whatever makes the same words look otherwise."""
    source = Path(__file__).parents[1].joinpath("render", "preview.py").read_bytes()
    parts = (source, _font("Regular"), _font("Bold"), version("pillow").encode(), site_name.encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
