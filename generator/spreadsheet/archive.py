"""The zip in which XLSX and ODS keep their parts, opened with a limit on all that comes out of it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from xml.etree import ElementTree

from generator.spreadsheet.table import UnreadableError

MAX_FILE = 10 * 1024 * 1024
MAX_UNPACKED = 40 * 1024 * 1024
"""Measured: a workbook with the 35 real records is 80 kB and unpacks to 450 kB."""
_MEDDLED = re.compile(rb"<!DOCTYPE|<!ENTITY|\A(?:\xff\xfe|\xfe\xff|.?\x00)", re.DOTALL)
"""What makes an XML parser do more than read; an encoding in which it could hide included."""
_STEP = 1024 * 1024
_TOO_LARGE = "het is te groot; haal lege rijen en afbeeldingen weg, of verdeel de praktijken over meer bestanden"


def unpack(data: bytes) -> Mapping[str, bytes]:
    """Return the parts of a zip by name. Raises UnreadableError for what is no zip, or larger than can be meant.

    The sizes that a zip gives of itself may lie, so what comes out is counted.
    """
    parts: dict[str, bytes] = {}
    left = MAX_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                parts[entry.filename] = _read(archive, entry, left)
                left -= len(parts[entry.filename])
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        raise UnreadableError("het bestand is beschadigd of heeft een wachtwoord") from None
    return parts


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    found = bytearray()
    with archive.open(entry) as part:
        while chunk := part.read(_STEP):
            found += chunk
            if len(found) > most:
                raise UnreadableError(_TOO_LARGE)
    if entry.filename.endswith((".xml", ".rels")) and _MEDDLED.search(found):
        raise UnreadableError("er staat iets in dat in een rekenblad niet hoort")
    return bytes(found)


def read_xml(parts: Mapping[str, bytes], name: str) -> ElementTree.Element:
    """Parse one part. Raises UnreadableError when it lacks or is no XML."""
    try:
        return ElementTree.fromstring(parts[name])
    except (KeyError, ElementTree.ParseError):
        raise UnreadableError("het bestand is beschadigd") from None


def refuse_large(data: bytes) -> None:
    """Raise UnreadableError for a file that is too large to look at."""
    if len(data) > MAX_FILE:
        raise UnreadableError(_TOO_LARGE)
