"""Files to a folder, swapped in whole: a failure or a kill leaves the old site as it was."""

from __future__ import annotations

import ctypes
import glob
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.render.output import OutputFile

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def write_files(folder: Path, files: Iterable[OutputFile]) -> int:
    """Write files below a folder and return how many; each directory is made once."""
    made: set[str] = set()
    count = 0
    for file in files:
        path = f"{folder}/{file.path}"
        parent = path[: path.rindex("/")]
        if parent not in made:
            _make_folder(parent)
            made.add(parent)
        _write(path, file.data)
        count += 1
    return count


def _write(path: str, data: bytes) -> None:
    """Write a file. `open` asks the system three more questions, which is a third of what a small file costs."""
    file = os.open(path, _WRITING, 0o666)
    try:
        written = os.write(file, data)
        while written < len(data):
            written += os.write(file, data[written:])
    finally:
        os.close(file)


def _make_folder(path: str) -> None:
    """Make a folder, and those above it only when they lack: nearly always the one above is there."""
    try:
        os.mkdir(path)
    except FileExistsError:
        if not os.path.isdir(path):
            raise
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)


def unfit_target(target: Path) -> str:
    """Say in Dutch why a folder must not be replaced by a site; empty when it may.

    Only an empty folder or an earlier site may go: `--out .` must never cost anyone their records.
    """
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        return f"{target} is geen gewone map; kies een andere met --out."
    known = {"index.html", "404.html", "_headers"}
    if target.is_dir() and any(target.iterdir()) and not known <= {path.name for path in target.iterdir()}:
        return f"{target} is geen eerder gebouwde site en wordt niet overschreven; kies een andere map met --out."
    return ""


@contextmanager
def fresh_folder(target: Path) -> Iterator[Path]:
    """Give an empty folder beside the target, and put it in the target's place when all went well.

    On any error the new folder goes and the target stays untouched. Leftovers of a killed run are cleared.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear_leftovers(target)
    new = Path(tempfile.mkdtemp(prefix=f".{target.name}.nieuw-{os.getpid()}-", dir=target.parent))
    new.chmod(0o755)
    try:
        yield new
        _swap(new, target)
    finally:
        _remove(new)


def _remove(folder: Path) -> None:
    """Remove what is there of a folder, in half the time of `rmtree`, which mistrusts whoever else writes there."""
    try:
        folders = [os.fspath(folder)]
        for path in folders:
            for entry in list(os.scandir(path)):
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    os.unlink(entry.path)
        for path in reversed(folders):
            os.rmdir(path)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)


def _clear_leftovers(target: Path) -> None:
    """Remove the new folders of builds that were killed; one of a build that still runs is let alone."""
    for folder in target.parent.glob(f".{glob.escape(target.name)}.nieuw-*-*"):
        process = folder.name.split("-")[-2]
        if process.isdigit() and not _runs(int(process)):
            _remove(folder)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _swap(new: Path, target: Path) -> None:
    """Put the new folder in the target's place; in one step where the system can."""
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        old = Path(tempfile.mkdtemp(prefix=f".{target.name}.oud-", dir=target.parent))
        target.rename(old / "site")
        new.rename(target)
        _remove(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically (Linux renameat2); False where that is not to be had."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    return bool(renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)
