"""Texts and relations of a catalogue, from what the last run found where that still holds."""

from __future__ import annotations

import io
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from generator import relate
from generator.analysis.stems import Reading
from generator.catalogue import Catalogue
from generator.publish.cache import ANALYSIS, Code, keep, mark
from generator.relate.computed import Computed
from generator.relate.kept import pack_computed, pack_texts, unpack_computed, unpack_texts
from generator.relate.relate import relate_anew
from generator.relate.related import RelatedIndex
from generator.relate.text import CutTexts, Texts, glossary_terms, read_texts, town_words

_RELATIONS = Code((*ANALYSIS.folders, *relate.__path__), (*ANALYSIS.libraries, "numpy", "scipy", "sparse-dot-topn"))
_VOCABULARIES = ("themas", "doelgroepen", "wetten")
"""Their labels decide which words explain a likeness."""
_UNTRUSTED = (OSError, ValueError, LookupError, TypeError, EOFError, BadZipFile)
"""What reading a damaged file raises; a zip file knows by its checksums that it is damaged."""
FEW = 10
"""While no more than one in so many is new, nothing is written: to find those again costs less than to write all."""
_KEPT = 3
"""How many files stay: each other glossary, vocabulary or version of the code makes one of its own."""


class RelationsCache:
    """What the last run found, in one file per glossary, set of vocabularies and version of the code."""

    def __init__(self, folder: Path | None, catalogue: Catalogue) -> None:
        """Take the folder (None keeps nothing) and the catalogue on whose lists all that is kept depends."""
        terms = (term for name in _VOCABULARIES for term in catalogue.registers.terms(name))
        lists = (*glossary_terms(catalogue), *town_words(catalogue), *terms)
        self._path = folder / f"verwant-{mark(_RELATIONS, lists)}.npz" if folder else None
        self._loaded: tuple[CutTexts, Computed] | None = None

    def load(self) -> tuple[CutTexts, Computed] | None:
        """Return the texts and relations of an earlier run; None without a file, or with one that cannot be trusted."""
        if self._path is not None:
            with suppress(*_UNTRUSTED), np.load(io.BytesIO(self._path.read_bytes()), allow_pickle=False) as file:
                arrays = dict(file)
                self._loaded = unpack_texts(arrays), unpack_computed(arrays)
        return self._loaded

    def store(self, texts: CutTexts, computed: Computed) -> None:
        """Keep both for next runs, when enough is not in what was loaded."""
        if self._path is not None and _count_new(texts, computed, self._loaded) > len(texts.digests) / FEW:
            arrays: dict[str, Any] = {**pack_texts(texts), **pack_computed(computed)}
            written = io.BytesIO()
            np.savez(written, **arrays)
            keep(self._path, written.getbuffer())
            _clear(self._path.parent)


def relate_kept(
    catalogue: Catalogue, folder: Path | None, known: Mapping[str, Reading] | None = None
) -> tuple[Texts, RelatedIndex]:
    """Return the texts of a catalogue and what is like what.

    What an earlier run kept in `folder` makes it quicker and changes nothing; `known` are its readings of words.
    """
    relations = RelationsCache(folder, catalogue)
    earlier_texts, earlier = relations.load() or (None, None)
    texts = read_texts(catalogue, known, earlier_texts)
    related, computed = relate_anew(catalogue, texts, earlier)
    relations.store(texts, computed)
    return texts, related


def _count_new(texts: CutTexts, computed: Computed, loaded: tuple[CutTexts, Computed] | None) -> int:
    """Return how many texts and choices are not in what was loaded."""
    if loaded is None:
        return len(texts.digests) + 1
    old_texts, old = loaded
    return len({*texts.digests} - {*old_texts.digests}) + len(np.setdiff1d(computed.causes, old.causes))


def _clear(folder: Path) -> None:
    """Remove all but the last few files."""
    with suppress(OSError):
        files = sorted(folder.glob("verwant-*.npz"), key=lambda path: path.stat().st_mtime_ns)
        for path in files[:-_KEPT]:
            path.unlink(missing_ok=True)
