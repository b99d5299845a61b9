"""Make a catalogue of many records: copies of the real ones under other ids, with references kept inside a copy.

Usage: python benchmarks/copies.py FOLDER COUNT
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCRATCH = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where benchmarks write: in memory if that can be. A disk has a price of its own, and it differs by the minute: ext4
without a journal passes by all that was deleted minutes ago, which made 60,000 files cost 7 s instead of 1 s."""
_REFERENCE = re.compile(r"^[ -]*(?:id|vervangen_door): [a-z0-9-]+$", re.MULTILINE)


def make_copies(target: Path, count: int, root: Path = ROOT) -> None:
    """Write at least `count` records (whole sets, so that references hold) and the schema folder."""
    sources = sorted((root / "practices").glob("*/*.yml"))
    about_the_originals = shutil.ignore_patterns("vermeldingen.yml", "permalinks.txt", "ingetrokken.yml")
    shutil.copytree(root / "schema", target / "schema", ignore=about_the_originals)
    rounds = -(-count // len(sources))
    for number in range(rounds):
        for path in sources:
            text = _REFERENCE.sub(rf"\g<0>-{number}", path.read_text("utf-8"))
            folder = target / "practices" / path.parent.name
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{path.stem}-{number}.yml").write_text(text, "utf-8")


if __name__ == "__main__":
    make_copies(Path(sys.argv[1]), int(sys.argv[2]))
