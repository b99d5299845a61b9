"""`praktijken comment`: the comment on a proposal, out of what a run without any rights found out about it.

The archive was made where contributed files and code ran, so it may hold anything: of it are read two files, up
to a size, and of those only what has the form that it must have.
"""

from __future__ import annotations

import argparse
import sys
import zipfile
import zlib
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.comments import Page, Problem, comment_text

PROBLEMS, PAGES = "problemen.json", "paginas.json"
MAX_BYTES = 2_000_000
"""Of the archive, and of each file in it."""
UNREADABLE = (OSError, EOFError, ValueError, ValidationError, RuntimeError, zipfile.BadZipFile, zlib.error)
"""What reading an archive raises when it is broken, encrypted, or packed in a way that Python does not know."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the subcommand takes."""
    parser.add_argument("archive", type=Path, metavar="ZIP", help=f"zipbestand met {PROBLEMS} en {PAGES}")
    parser.add_argument("--download", default="", metavar="ADRES", help="waar het voorbeeld te downloaden is")
    parser.add_argument("--site", default="", metavar="ADRES", help="waar het voorbeeld op het web staat")
    parser.add_argument("--out", type=Path, required=True, metavar="BESTAND", help="bestand voor de reactie")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the comment. Returns 1, and writes nothing, when the archive is not what it must be."""
    try:
        if options.archive.stat().st_size > MAX_BYTES:
            raise ValueError("too large")
        with zipfile.ZipFile(options.archive) as archive:
            found = _read(archive, PROBLEMS)
            problems = TypeAdapter(list[Problem]).validate_json(found or b"")
            listed = _read(archive, PAGES)
            pages = None if listed is None else TypeAdapter(list[Page]).validate_json(listed)
    except UNREADABLE:
        print("De melding van de controle is niet te lezen; er komt geen reactie.", file=sys.stderr)
        return 1
    options.out.write_text(comment_text(problems, pages, options.download, options.site), "utf-8", newline="\n")
    return 0


def _read(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Return what is in a file of the archive, None when there is none. Raises ValueError when it is too large."""
    if name not in archive.namelist():
        return None
    with archive.open(name) as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ValueError("too large")
    return data
