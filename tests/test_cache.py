"""What is kept between runs: it may be lost, damaged or in the way, but never change what is built."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.analysis.analyser import Analyser
from generator.analysis.glossary import GlossaryTerm
from generator.analysis.stems import Reading
from generator.publish.cache import ReadingsCache, cache_folder

TERMS = (GlossaryTerm("wijkteam", ("wijkteam", "buurtteam")),)
READINGS = {"wijkteams": Reading("wijkteam", ("wijk", "team")), "én": Reading("en"), "18plus": Reading("18plus")}


def kept(folder: Path | None, terms: tuple[GlossaryTerm, ...] = TERMS) -> ReadingsCache:
    return ReadingsCache(folder, terms, ("huizen",))


def only_file(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def test_readings_come_back_as_they_were(tmp_path: Path) -> None:
    kept(tmp_path / "new").store(READINGS)
    assert kept(tmp_path / "new").load() == READINGS


def test_readings_of_another_glossary_are_not_used(tmp_path: Path) -> None:
    kept(tmp_path).store(READINGS)
    assert kept(tmp_path, ()).load() == {}


@pytest.mark.parametrize("damaged", [b"", b"[", b"\xff\xfe", b"null", b"[1]", b'[["a"]]', b'[["a","b",3,4]]', b"{}"])
def test_a_damaged_file_counts_as_none_and_is_replaced(tmp_path: Path, damaged: bytes) -> None:
    kept(tmp_path).store(READINGS)
    only_file(tmp_path).write_bytes(damaged)
    cache = kept(tmp_path)
    assert cache.load() == {}
    cache.store(READINGS)
    assert kept(tmp_path).load() == READINGS


def test_a_place_that_cannot_be_written_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = kept(tmp_path / "file" / "below")
    assert cache.load() == {}
    cache.store(READINGS)
    kept(None).store(READINGS)
    assert kept(None).load() == {}


def test_nothing_is_written_when_nothing_is_new(tmp_path: Path) -> None:
    kept(tmp_path).store(READINGS)
    before = only_file(tmp_path).stat().st_mtime_ns
    cache = kept(tmp_path)
    cache.store(cache.load())
    assert only_file(tmp_path).stat().st_mtime_ns == before


def test_the_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PRAKTIJKEN_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "gouden-praktijken"
    monkeypatch.setenv("PRAKTIJKEN_CACHE", str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own"
    monkeypatch.setenv("PRAKTIJKEN_CACHE", "")
    assert cache_folder() is None


def test_kept_readings_give_the_same_features_without_the_word_list(tmp_path: Path) -> None:
    """Reading the word list is most of the work of a small catalogue; the second run can do without."""
    text = "Sociale wijkteams helpen mensen met schulden"
    first = Analyser(TERMS, ("huizen",))
    expected = first.features(text)
    kept(tmp_path).store(first.readings)
    script = (
        "import sys; from pathlib import Path\n"
        "from tests.test_cache import TERMS, kept; from generator.analysis.analyser import Analyser\n"
        f"analyser = Analyser(TERMS, ('huizen',), kept(Path({str(tmp_path)!r})).load())\n"
        f"print([tuple(f) for f in analyser.features({text!r})], 'simplemma' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"{[tuple(feature) for feature in expected]} False"
