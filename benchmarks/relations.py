"""Measure analysis and relations alone: CPU seconds cold and after one changed record, and how far memory grows.

Usage: python benchmarks/relations.py [COUNT ...]     (default: 1000 10000)

Each count is measured three times, each time in a process of its own: on copies of the real records, of which most are
near-copies of each other; on mixed ones, which share sentences and tags with many but are near to none; and on wordy
ones, which have many words of their own besides.
"""

from __future__ import annotations

import gc
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from copies import ROOT

from generator.catalogue import Catalogue
from generator.load import load
from generator.parse.model import Practice
from generator.publish.cache import ReadingsCache
from generator.publish.relations import relate_kept
from generator.relate.text import glossary_terms, town_words

FIELDS = ("samenvatting", "aanleiding", "doel", "aanpak", "werkzame_elementen")
SOURCES = 6
"""From how many records a mixed one takes its sentences."""
COMPOUNDS, OWN = 80_000, 25
"""How many compounds are made, and how many of them a wordy record has; some occur in many records, most in few."""


def make_copied(practices: Mapping[str, Practice]) -> Iterator[tuple[str, Practice]]:
    """Yield copies for ever, with what people tied left out."""
    number = 0
    while True:
        for id, practice in practices.items():
            yield f"{id}-{number}", _untied(practice)
        number += 1


def make_mixed(practices: Mapping[str, Practice]) -> Iterator[tuple[str, Practice]]:
    """Yield records for ever that each take sentences, title and tags of others; always the same ones."""
    choose = random.Random(10)
    pool = list(practices.values())
    sentences = [[s for name in FIELDS for s in _sentences(getattr(practice, name))] for practice in pool]
    for id, practice in make_copied(practices):
        chosen = choose.sample(range(len(pool)), SOURCES)
        one, other = pool[chosen[0]], pool[chosen[1]]
        made = {
            name: " ".join(choose.choice(sentences[choose.choice(chosen)]) for _ in _sentences(text))
            for name in FIELDS
            if (text := getattr(practice, name))
        }
        made |= {"titel": choose.choice(pool).titel, "gemeenten": one.gemeenten}
        made |= {"trefwoorden": tuple(dict.fromkeys(choose.choice(pool[n].trefwoorden or ("wijk",)) for n in chosen))}
        for name in ("themas", "doelgroepen"):
            both = [values for values in (getattr(one, name), getattr(other, name)) if values]
            made[name] = tuple(dict.fromkeys(choose.choice(values) for values in both))
        yield id, practice.model_copy(update=made)


def make_wordy(practices: Mapping[str, Practice]) -> Iterator[tuple[str, Practice]]:
    """Yield mixed records with compounds of their own besides, so that there are as many words as in as many texts."""
    choose = random.Random(20)
    texts = " ".join(practice.samenvatting for practice in practices.values()).lower()
    words = sorted(set(re.findall(r"[a-z]{4,9}", texts)))
    compounds = ["".join(choose.sample(words, 2)) for _ in range(COMPOUNDS)]
    for id, practice in make_mixed(practices):
        own = " ".join(compounds[int(COMPOUNDS * choose.random() ** 3)] for _ in range(OWN))
        yield id, practice.model_copy(update={"aanpak": f"{practice.aanpak or ''} {own}."})


MAKERS = {"copies": make_copied, "mixed": make_mixed, "wordy": make_wordy}


def measure(kind: str, count: int) -> None:
    """Print one line: of a cold run, of one after a record changed, and how far the peak of memory grew."""
    gc.disable()  # as the command does
    catalogue, _ = load(ROOT)
    catalogue = replace(catalogue, practices=dict(islice(MAKERS[kind](catalogue.practices), count)), documents={})
    with tempfile.TemporaryDirectory() as name:
        before = _peak()
        cold = _seconds(catalogue, Path(name))
        growth = _peak() - before
        first, practice = next(iter(catalogue.practices.items()))
        edited = practice.model_copy(update={"samenvatting": practice.samenvatting + " Bewoners kiezen zelf."})
        warm = _seconds(replace(catalogue, practices={**catalogue.practices, first: edited}), Path(name))
    print(f"{count:6d} {kind:6} cold {cold:5.2f} s, one changed {warm:5.2f} s, peak {_peak()} MB: {growth} MB more")


def _seconds(catalogue: Catalogue, folder: Path) -> float:
    """Return the CPU seconds of the step as a build does it, reading and writing of the cache included."""
    start = time.process_time()
    readings = ReadingsCache(folder, glossary_terms(catalogue), town_words(catalogue))
    texts, _ = relate_kept(catalogue, folder, readings.load())
    readings.store(texts.analyser.readings)
    return time.process_time() - start


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _untied(practice: Practice) -> Practice:
    return practice.model_copy(update={"zie_ook": (), "gebaseerd_op": (), "vervangen_door": None})


def _sentences(text: str | None) -> Sequence[str]:
    return re.split(r"(?<=[.!?])\s+", text) if text else ()


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] in MAKERS:
        measure(sys.argv[1], int(sys.argv[2]))
    else:
        for count in sys.argv[1:] or ("1000", "10000"):
            for kind in MAKERS:
                subprocess.run([sys.executable, __file__, kind, count], check=True)
