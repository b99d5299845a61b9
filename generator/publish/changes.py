"""Changed source files to disk: all of them, or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_changes(root: Path, files: Mapping[str, bytes | None]) -> None:
    """Write each file below `root` (None removes it). On any failure, an interrupt too, all is put back as it was.

    Everything that can fail for want of room or rights is done first, beside the files. Raises OSError.
    """
    before = {path: (root / path).read_bytes() if (root / path).exists() else None for path in files}
    ready: dict[str, Path] = {}
    done: list[str] = []
    try:
        for path, data in files.items():
            if data is not None:
                ready[path] = _write_beside(root / path, data)
        for path in sorted(files, key=lambda path: (files[path] is None, path)):  # what goes, goes last
            done.append(path)
            if path in ready:
                ready[path].replace(root / path)
            else:
                (root / path).unlink(missing_ok=True)
    except BaseException:
        for path in done:
            _put_back(root / path, before[path])
        raise
    finally:
        for temporary in ready.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _write_beside(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.nieuw")
    temporary.write_bytes(data)
    if path.exists():
        shutil.copymode(path, temporary)
    return temporary


def _put_back(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    elif not path.exists() or path.read_bytes() != data:
        path.write_bytes(data)
