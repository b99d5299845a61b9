"""`praktijken preview`: of two built sites, the pages that differ, to look at before something is merged."""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.changes import changed_pages

PAGES = "paginas.json"
_TO_A_PAGE = re.compile(r'href="(?!/|[a-z]+:)[^"#?]*/(?=["#?])')
_KEPT = ("index.html", "404.html")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the subcommand takes."""
    parser.add_argument("old", type=Path, metavar="OUD", help="de site zoals zij was")
    parser.add_argument("new", type=Path, metavar="NIEUW", help="de site zoals zij wordt")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="MAP", help="map voor het voorbeeld; mag nog niet bestaan"
    )
    parser.add_argument(
        "--pages", type=Path, required=True, metavar="BESTAND", help="bestand voor de lijst van pagina's (JSON)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Copy the new site without the pages that stayed the same, and list those that did not."""
    if missing := [str(folder) for folder in (options.old, options.new) if not (folder / "index.html").is_file()]:
        print(f"Hier staat geen gebouwde site: {', '.join(missing)}", file=sys.stderr)
        return 2
    if options.out.exists():
        print(f"{options.out} bestaat al; kies een andere map met --out.", file=sys.stderr)
        return 2
    old, new = _hashes(options.old), _hashes(options.new)
    for path in _worth_showing(old, new):
        target = options.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.endswith(".html"):
            target.write_text(open_from_disk((options.new / path).read_text("utf-8")), "utf-8", newline="\n")
        else:
            shutil.copyfile(options.new / path, target)
    pages = [{"pad": path, "soort": kind} for path, kind in changed_pages(old, new)]
    options.pages.write_text(json.dumps(pages, indent=1) + "\n", "utf-8", newline="\n")
    print(f"{len(pages)} pagina's verschillen; ze staan in {options.out}", file=sys.stderr)
    return 0


def open_from_disk(page: str) -> str:
    """Return a page whose links to other pages name the file: a disk, unlike a web server, shows a folder instead."""
    return _TO_A_PAGE.sub(r"\g<0>index.html", page)


def _worth_showing(old: dict[str, str], new: dict[str, str]) -> Iterator[str]:
    """Yield the files that a preview needs: what changed, and what pages are made of."""
    for path, hash in new.items():
        is_content = path.endswith(".html") or path.startswith("api/")
        if not is_content or path in _KEPT or old.get(path) != hash:
            yield path


def _hashes(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
