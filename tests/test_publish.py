"""Building and swapping: the old site stays whole whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.cli import main
from generator.publish.folder import fresh_folder, unfit_target, write_files
from generator.render.output import OutputFile

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A catalogue of a few real records, free to be broken."""
    root = tmp_path / "catalogus"
    shutil.copytree(ROOT / "practices" / "huizen", root / "practices" / "huizen")
    shutil.copytree(ROOT / "practices" / "wageningen", root / "practices" / "wageningen")
    for record in (root / "practices").rglob("*.yml"):
        lines = record.read_text("utf-8").split("\n")
        record.write_text("\n".join(without_blocks(lines, "zie_ook", "gebaseerd_op")), "utf-8")
    return root


def without_blocks(lines: list[str], *keys: str) -> list[str]:
    """Leave out top-level keys with all that is indented below them."""
    kept, dropping = [], False
    for line in lines:
        if line and not line[0].isspace():
            dropping = line.startswith(tuple(f"{key}:" for key in keys)) or (dropping and line.startswith("-"))
        if not dropping:
            kept.append(line)
    return kept


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_another_catalogue_builds_with_the_projects_own_frame(catalogue: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit" / "site"
    assert main(["build", "--root", str(catalogue), "--out", str(out)]) == 0
    assert (out / "praktijken" / "geheugenhuis" / "index.html").is_file()
    assert (out / "api" / "v1" / "praktijken" / "samen-wageningen.json").is_file()
    assert not (out / "schil").exists()


def test_a_record_with_an_error_leaves_the_old_site_untouched(
    catalogue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "site"
    assert main(["build", "--root", str(catalogue), "--out", str(out)]) == 0
    before = snapshot(out)
    record = catalogue / "practices" / "huizen" / "geheugenhuis.yml"
    record.write_text(record.read_text("utf-8").replace("titel:", "tietel:", 1), "utf-8")
    capsys.readouterr()
    assert main(["build", "--root", str(catalogue), "--out", str(out)]) == 1
    printed = capsys.readouterr()
    assert "practices/huizen/geheugenhuis.yml:2:1: fout[onbekend-veld]" in printed.out
    assert "bedoelde u 'titel'" in printed.out
    assert "niet gebouwd" in printed.err
    assert snapshot(out) == before
    assert leftovers(tmp_path) == []


def test_a_rebuild_removes_the_page_of_a_removed_record(catalogue: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert main(["build", "--root", str(catalogue), "--out", str(out)]) == 0
    (catalogue / "practices" / "wageningen" / "samen-wageningen.yml").unlink()
    assert main(["build", "--root", str(catalogue), "--out", str(out)]) == 0
    assert not (out / "praktijken" / "samen-wageningen").exists()
    assert leftovers(tmp_path) == []


def test_a_folder_that_is_no_site_is_never_overwritten(
    catalogue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    precious = catalogue / "practices"
    before = snapshot(precious)
    assert main(["build", "--root", str(catalogue), "--out", str(precious)]) == 2
    assert "wordt niet overschreven" in capsys.readouterr().err
    assert snapshot(precious) == before


def test_a_killed_build_leaves_the_old_site(catalogue: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert main(["build", "--root", str(catalogue), "--out", str(out)]) == 0
    before = snapshot(out)
    command = [sys.executable, "-m", "generator.cli", "build", "--root", str(catalogue), "--out", str(out)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not leftovers(tmp_path) and process.poll() is None:
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert process.returncode == -signal.SIGKILL, "the build was done before it could be killed"
    assert snapshot(out) == before
    assert leftovers(tmp_path), "the kill came before the new folder existed"
    assert main(["build", "--root", str(catalogue), "--out", str(out)]) == 0
    assert leftovers(tmp_path) == [], "the next build clears what a killed one left"


def test_an_error_while_writing_leaves_the_target_and_no_leftover(tmp_path: Path) -> None:
    target = tmp_path / "site"
    write_files(target, [OutputFile("index.html", b"oud")])
    with pytest.raises(NotADirectoryError), fresh_folder(target) as folder:
        write_files(folder, [OutputFile("index.html", b"nieuw"), OutputFile("index.html/kan/niet", b"")])
    assert snapshot(target) == {"index.html": b"oud"}
    assert leftovers(tmp_path) == []


def test_what_an_old_site_links_to_outlives_it(tmp_path: Path) -> None:
    (tmp_path / "elders" / "map").mkdir(parents=True)
    (tmp_path / "elders" / "map" / "brief.txt").write_text("bewaar mij")
    target = tmp_path / "site"
    write_files(target, [OutputFile("oud/index.html", b"oud")])
    (target / "oud" / "map").symlink_to(tmp_path / "elders")
    (target / "nergens").symlink_to(tmp_path / "weg")
    with fresh_folder(target) as folder:
        write_files(folder, [OutputFile("index.html", b"nieuw")])
    assert snapshot(target) == {"index.html": b"nieuw"}
    assert leftovers(tmp_path) == []
    assert (tmp_path / "elders" / "map" / "brief.txt").read_text() == "bewaar mij"


def test_only_an_empty_folder_or_an_earlier_site_may_be_replaced(tmp_path: Path) -> None:
    assert unfit_target(tmp_path / "nieuw") == ""
    (tmp_path / "leeg").mkdir()
    assert unfit_target(tmp_path / "leeg") == ""
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").write_text("bewaar mij")
    assert "vol" in unfit_target(tmp_path / "vol")
    (tmp_path / "link").symlink_to(tmp_path / "vol")
    assert unfit_target(tmp_path / "link")
