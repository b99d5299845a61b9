"""What is searched: the texts of practices, the labels of their tags, their places and owners, and written pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from generator.analysis.corpus import Corpus, Matrix, count_words
from generator.analysis.memo import Memo
from generator.catalogue import Catalogue
from generator.parse.model import Practice
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
    added = _count_more(catalogue, practices, pages, extra)
    words, columns = _joined(texts.corpus, added)
    total = len(ids) + len(pages)
    counts = {name: _padded(matrix[order], (total, len(words))) for name, matrix in texts.corpus.counts.items()}
    counts |= {name: _moved(matrix, columns, len(words)) for name, matrix in added.counts.items() if name}
    named: Memo[tuple[str, ...]] = Memo(texts.analyser.phrases)
    of_tags = ((id for label in _labels(catalogue, practice) for id in named[label]) for practice in practices)
    phrases = [(*texts.phrases[row], *found) for row, found in zip(order, of_tags, strict=True)]
    return Documents(ids, practices, pages, [*phrases, *(() for _ in pages)], words, counts)


def _count_more(
    catalogue: Catalogue, practices: Sequence[Practice], pages: Sequence[WrittenPage], extra: Iterable[str]
) -> Corpus:
    """Count the words of what the texts for relations leave out."""
    other_names = _everyday_names(catalogue)
    no_pages = [""] * len(pages)
    return count_words(
        {
            "rest": [*(_rest(catalogue, practice) for practice in practices), *(page.text for page in pages)],
            "labels": [*(" ".join(_labels(catalogue, p)) for p in practices), *no_pages],
            "wet": [*(" ".join(_laws(catalogue, p)) for p in practices), *no_pages],
            "plaats": [*(" ".join(_places(catalogue, other_names, p)) for p in practices), *no_pages],
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


def _labels(catalogue: Catalogue, practice: Practice) -> Iterator[str]:
    registers = catalogue.registers
    for vocabulary, ids in (("themas", practice.themas), ("doelgroepen", practice.doelgroepen)):
        yield from (registers.term(vocabulary, id).naam for id in ids)


def _laws(catalogue: Catalogue, practice: Practice) -> Iterator[str]:
    for id in practice.wettelijk_kader:
        law = catalogue.registers.term("wetten", id)
        yield f"{law.naam} {law.text('afkorting')}"


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


def _places(catalogue: Catalogue, other_names: Mapping[str, Sequence[str]], practice: Practice) -> Iterator[str]:
    """Yield the names of places and organisations, former and everyday ones too, each once."""
    register = catalogue.registers.municipalities
    names: dict[str, None] = {}
    for code in practice.gemeenten:
        if town := register.resolve(code):
            names |= dict.fromkeys((town.naam, town.officiele_naam, town.provincie))
            names |= dict.fromkeys((*other_names.get(town.code, ()), *other_names.get(town.provincie, ())))
    yield from dict.fromkeys((*names, practice.eigenaar.naam, *practice.partners))
