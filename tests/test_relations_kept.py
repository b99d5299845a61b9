"""What an earlier run found of texts and relations makes the next one quicker, and never another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from generator.catalogue import Catalogue
from generator.load import load
from generator.parse.model import Practice
from generator.publish.relations import relate_kept
from generator.relate.computed import compute_neighbours
from generator.relate.peers import make_peers
from generator.relate.text import Texts, read_texts

ROOT = Path(__file__).resolve().parents[1]
COLLECTION = ROOT / "benchmarks" / "zie_ook" / "collectie"
WORDS = ("fietsen koken", "tuin muziek", "krant kaart", "boom brug", "trein theater")

Practices = Mapping[str, Practice]
Change = Callable[[Practices], Practices]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Some six hundred practices: the real and the made-up ones, a few times each, with other words besides."""
    real, made = load(ROOT)[0], load(COLLECTION)[0]
    practices = {
        f"{id}-{number}": practice.model_copy(update={"aanleiding": f"{words} {practice.aanleiding or ''}"})
        for number, words in enumerate(WORDS)
        for id, practice in (real.practices | made.practices).items()
    }
    return replace(real, practices=practices, congresses={})


def edit(practices: Practices, id: str, **update: object) -> Practices:
    return {**practices, id: practices[id].model_copy(update=update)}


def change_words(practices: Practices) -> Practices:
    return edit(practices, "leertafel-0", samenvatting="Bewoners repareren samen zonnepanelen aan een lange tafel.")


def change_tags(practices: Practices) -> Practices:
    return edit(practices, "geheugenhuis-1", themas=("eenzaamheid",), trefwoorden=("bewoners", "telraam"))


def change_town(practices: Practices) -> Practices:
    return edit(practices, "wat-telt-2", gemeenten=("GM0344",))


def change_evidence(practices: Practices) -> Practices:
    evidence = practices["tom-in-de-buurt-3"].bewijs
    return edit(practices, "tom-in-de-buurt-3", bewijs=evidence.model_copy(update={"niveau": "effectonderzoek"}))


def replace_one(practices: Practices) -> Practices:
    first, *others = practices
    return {"aaa": practices[first], **{id: practices[id] for id in others}}


def add_a_copy(practices: Practices) -> Practices:
    return {**practices, "zzz": practices["buurt-in-bloei-4"]}


def remove_one(practices: Practices) -> Practices:
    return {id: practice for id, practice in practices.items() if id != "samen-wageningen-2"}


EDITS = (change_words, change_tags, change_town, change_evidence)
CHANGES = (*EDITS, replace_one, add_a_copy, remove_one)
"""One practice more or less among six hundred shifts how rare things are; an edit does so for a few words only."""


def assert_same_texts(one: Texts, other: Texts) -> None:
    assert (one.ids, one.digests, list(one.phrases)) == (other.ids, other.digests, list(other.phrases))
    assert one.corpus.words == other.corpus.words
    for field, counts in one.corpus.counts.items():
        for part in ("indptr", "indices", "data"):
            assert np.array_equal(getattr(counts, part), getattr(other.corpus.counts[field], part)), field


def test_one_change_after_another_gives_what_a_first_run_gives(catalogue: Catalogue, tmp_path: Path) -> None:
    relate_kept(catalogue, tmp_path)
    practices: Practices = catalogue.practices
    for change in CHANGES:
        practices = change(practices)
        changed = replace(catalogue, practices=practices)
        texts, index = relate_kept(changed, tmp_path)
        fresh_texts, fresh = relate_kept(changed, None)
        assert_same_texts(texts, fresh_texts)
        assert index == fresh, change.__name__


@pytest.mark.parametrize("change", EDITS)
def test_what_did_not_change_is_not_worked_out_again(catalogue: Catalogue, change: Change) -> None:
    changed = replace(catalogue, practices=change(catalogue.practices))
    earlier = compute_neighbours(catalogue, read_texts(catalogue), make_peers(catalogue))
    later = compute_neighbours(changed, read_texts(changed), make_peers(changed), earlier=earlier)
    old = {id(found) for found in earlier.neighbours}
    again = sum(id(found) not in old for found in later.neighbours)
    assert 0 < again < len(later.neighbours) / 2


def kept_file(folder: Path) -> Path:
    (found,) = folder.glob("verwant-*.npz")
    return found


DAMAGE: Mapping[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut off": lambda data: data[: len(data) // 2],
    "one bit": lambda data: data[:50_000] + bytes([data[50_000] ^ 1]) + data[50_001:],
    "text": lambda data: b"geen cijfers",
    "an array": lambda data: b"\x93NUMPY\x01\x00" + data,
    "a pickle": lambda data: b"cos\nsystem\n(S'false'\ntR.",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file_counts_as_none_and_is_replaced(
    catalogue: Catalogue, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    few = replace(catalogue, practices=dict(list(catalogue.practices.items())[:121]))
    _, expected = relate_kept(few, tmp_path)
    whole = kept_file(tmp_path).read_bytes()
    kept_file(tmp_path).write_bytes(damage(whole))
    assert relate_kept(few, tmp_path)[1] == expected
    assert kept_file(tmp_path).read_bytes() == whole


def test_nothing_is_written_when_nothing_changed(catalogue: Catalogue, tmp_path: Path) -> None:
    few = replace(catalogue, practices=dict(list(catalogue.practices.items())[:50]))
    relate_kept(few, tmp_path)
    before = kept_file(tmp_path).stat().st_mtime_ns
    relate_kept(few, tmp_path)
    assert kept_file(tmp_path).stat().st_mtime_ns == before


def test_catalogues_without_or_with_one_practice_are_kept_too(catalogue: Catalogue, tmp_path: Path) -> None:
    for count in (0, 1, 0, 3, 1, 0):
        few = replace(catalogue, practices=dict(list(catalogue.practices.items())[:count]))
        assert relate_kept(few, tmp_path)[1] == relate_kept(few, None)[1]


def test_other_labels_are_another_file_and_only_the_last_few_stay(catalogue: Catalogue, tmp_path: Path) -> None:
    few = replace(catalogue, practices=dict(list(catalogue.practices.items())[:3]))
    for count in range(1, 6):
        relate_kept(replace(few, concepts=few.concepts[:count]), tmp_path)
        assert len(list(tmp_path.glob("verwant-*.npz"))) == min(count, 3)
