"""What is searched: the texts of practices, the labels of their tags, their places and owners, and written pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

import numpy as np
from scipy import sparse

from generator.analysis.corpus import Corpus, Matrix, count_words
from generator.analysis.memo import Memo
from generator.catalogue import Catalogue
from generator.parse.model import Practice
from generator.registers.municipalities import Municipalities
from generator.registers.registers import Registers
from generator.relate.text import Texts


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A hand-written page of the site: its address from the root, title and text."""

    url: str
    title: str
    text: str


@dataclass(frozen=True)
class Documents:
    """Everything that is searched: the practices in the order of `ids`, then `pages`; a row each in every field."""

    ids: Sequence[str]
    practices: Sequence[Practice]
    pages: Sequence[WrittenPage]
    phrases: Sequence[tuple[str, ...]]
    words: Sequence[str]
    counts: Mapping[str, Matrix]

    @property
    def total(self) -> int:
        """How many documents there are."""
        return len(self.ids) + len(self.pages)


def gather_documents(
    catalogue: Catalogue, texts: Texts, pages: Sequence[WrittenPage], extra: Iterable[str]
) -> Documents:
    """Return the texts with what is searched besides; `extra` is text whose words must be known.

    Practices on one subject stand together: their results then share files, and gaps between numbers stay small.
    """
    order = sorted(range(len(texts.ids)), key=lambda row: _subject(catalogue.practices[texts.ids[row]], texts.ids[row]))
    ids = [texts.ids[row] for row in order]
    practices = [catalogue.practices[id] for id in ids]
    labels = cache(partial(_labels, catalogue.registers))
    added = _count_more(catalogue, practices, pages, extra, labels)
    words, columns = _joined(texts.corpus, added)
    total = len(ids) + len(pages)
    counts = {name: _padded(matrix[order], (total, len(words))) for name, matrix in texts.corpus.counts.items()}
    counts |= {name: _moved(matrix, columns, len(words)) for name, matrix in added.counts.items() if name}
    named: Memo[tuple[str, ...]] = Memo(texts.analyser.phrases)
    of_tags = cache(lambda *tags: tuple(id for label in labels(*tags) for id in named[label]))
    both = zip(order, practices, strict=True)
    phrases = [(*texts.phrases[row], *of_tags(p.themas, p.doelgroepen)) for row, p in both]
    return Documents(ids, practices, pages, [*phrases, *(() for _ in pages)], words, counts)


def _count_more(
    catalogue: Catalogue,
    practices: Sequence[Practice],
    pages: Sequence[WrittenPage],
    extra: Iterable[str],
    labels: Callable[..., Sequence[str]],
) -> Corpus:
    """Count the words of what the texts for relations leave out."""
    laws = cache(partial(_laws, catalogue.registers))
    towns = cache(partial(_town_names, catalogue.registers.municipalities, _everyday_names(catalogue)))
    no_pages = [""] * len(pages)
    return count_words(
        {
            "rest": [*(_rest(catalogue, practice) for practice in practices), *(page.text for page in pages)],
            "labels": [*(" ".join(labels(p.themas, p.doelgroepen)) for p in practices), *no_pages],
            "wet": [*(laws(p.wettelijk_kader) for p in practices), *no_pages],
            "plaats": [*(" ".join(_places(towns(p.gemeenten), p)) for p in practices), *no_pages],
            "paginatitel": [*("" for _ in practices), *(page.title for page in pages)],
            "": extra,
        }
    )


def _subject(practice: Practice, id: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    return (practice.themas, practice.doelgroepen, id)


def _joined(one: Corpus, other: Corpus) -> tuple[Sequence[str], np.ndarray]:
    """Return the words of both, those of the first in their order, and where those of the second are now."""
    numbers = {word: number for number, word in enumerate(one.words)}
    columns = np.array([numbers.setdefault(word, len(numbers)) for word in other.words], dtype=np.int32)
    return tuple(numbers), columns


def _padded(counts: Matrix, shape: tuple[int, int]) -> Matrix:
    wide = sparse.csr_array(counts)
    wide.resize(shape)
    return wide


def _moved(counts: Matrix, columns: np.ndarray, width: int) -> Matrix:
    return sparse.csr_array((counts.data, columns[counts.indices], counts.indptr), shape=(counts.shape[0], width))


def _rest(catalogue: Catalogue, practice: Practice) -> str:
    """Return the prose beside the core of the story, and who took the practice over."""
    parts = [practice.randvoorwaarden, practice.overdraagbaarheid, practice.verantwoording]
    for resistance in practice.weerstand:
        parts += (resistance.wat, resistance.hoe_overwonnen)
    parts += (result.uitspraak for result in practice.resultaten)
    for lesson in practice.lessen:
        parts += (lesson.les, lesson.advies)
    parts += (catalogue.registers.municipalities.name(adoption.gemeente) for adoption in practice.overgenomen_door)
    return " ".join(filter(None, parts))


def _labels(registers: Registers, themes: Sequence[str], groups: Sequence[str]) -> Sequence[str]:
    vocabularies = (("themas", themes), ("doelgroepen", groups))
    return [registers.term(vocabulary, id).naam for vocabulary, ids in vocabularies for id in ids]


def _laws(registers: Registers, ids: Sequence[str]) -> str:
    laws = [registers.term("wetten", id) for id in ids]
    return " ".join(f"{law.naam} {law.text('afkorting')}" for law in laws)


def _everyday_names(catalogue: Catalogue) -> Mapping[str, Sequence[str]]:
    """Return what municipalities (by code) and provinces (by name) are or were called besides: Den Bosch, Veghel."""
    names: dict[str, list[str]] = {}
    for former in catalogue.registers.municipalities.abolished.values():
        for successor in former.successors:
            names.setdefault(successor, []).append(former.naam)
    for nickname, meant in catalogue.registers.municipalities.nicknames.items():
        for place in meant:
            names.setdefault(place, []).append(nickname)
    return names


def _town_names(
    register: Municipalities, other_names: Mapping[str, Sequence[str]], codes: Sequence[str]
) -> Sequence[str]:
    """Return the names of municipalities and their provinces, former and everyday ones too."""
    names: list[str] = []
    for code in codes:
        if town := register.resolve(code):
            names += (town.naam, town.officiele_naam, town.provincie)
            names += (*other_names.get(town.code, ()), *other_names.get(town.provincie, ()))
    return names


def _places(towns: Sequence[str], practice: Practice) -> Iterable[str]:
    """Return the names of places and organisations, each once."""
    return dict.fromkeys((*towns, practice.eigenaar.naam, *practice.partners))
