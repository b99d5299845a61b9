"""Catalogue to search index: every file of it, as path and bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np

from generator.analysis.analyser import CONCEPT_PREFIX
from generator.analysis.corpus import Matrix, count_matrix
from generator.catalogue import Catalogue
from generator.relate.related import RelatedIndex
from generator.relate.text import Texts
from generator.search.cards import SHARD_SIZE, card_shards
from generator.search.facets import facets_file
from generator.search.fields import Documents, WrittenPage, gather_documents
from generator.search.glossary import glossary_file, glossary_labels
from generator.search.impacts import weigh, weigh_words
from generator.search.lexicon import lexicon_shards, make_entries, reversed_shards
from generator.search.postings import posting_shards
from generator.search.terms import Terms, find_terms, theme_term
from generator.view.types import CardView

FOLDER = "zoek"
PHRASE = 3.0
"""What a concept named in several words counts, as occurrences in the running text."""
TAG = 3.0
"""What a theme counts."""


@dataclass(frozen=True)
class SearchIndex:
    """The parts of the index by file name, and what a reader needs to know to find its way in them."""

    parts: Mapping[str, Any]
    manifest: Mapping[str, Any]


def build_index(
    catalogue: Catalogue,
    texts: Texts,
    cards: Mapping[str, CardView],
    related: RelatedIndex,
    pages: Sequence[WrittenPage] = (),
) -> SearchIndex:
    """Index all practices of a catalogue, whose texts these are, and the hand-written pages."""
    documents = gather_documents(catalogue, texts, pages, glossary_labels(catalogue))
    themes = [term.id for term in catalogue.registers.terms("themas")]
    terms = find_terms(documents.words, texts.analyser, [c.id for c in catalogue.concepts], themes)
    phrases, tags = _phrase_matrix(documents, terms), _tag_matrix(documents, terms)
    words = weigh_words(documents.counts)
    impacts = weigh(words, terms.matrix(), phrases, tags)
    seen = np.bincount(words.indices, minlength=words.shape[1])
    entries = make_entries(documents.words, terms, seen)
    lexicon, backwards, postings = lexicon_shards(entries), reversed_shards(entries), posting_shards(impacts)
    parts: dict[str, Any] = {f"w{number}": file for number, file in enumerate(lexicon.files)}
    parts |= {f"a{number}": file for number, file in enumerate(backwards.files)}
    parts |= {f"t{number}": file for number, file in enumerate(postings.files)}
    parts |= {
        f"k{number}": file for number, file in enumerate(card_shards([cards[id] for id in documents.ids], related))
    }
    parts["begrippen"] = glossary_file(catalogue, texts.analyser, terms.numbers, np.diff(impacts.matrix.indptr))
    parts["facetten"] = facets_file(catalogue, documents.practices)
    manifest = {
        "praktijken": len(documents.ids),
        "paginas": [[page.title, page.url] for page in pages],
        "kaarten": SHARD_SIZE,
        "woorden": lexicon.firsts,
        "achterwoorden": backwards.firsts,
        "termen": postings.firsts,
    }
    return SearchIndex(parts, manifest)


def index_files(index: SearchIndex) -> Iterator[tuple[str, bytes]]:
    """Yield each file: those named by the hash of all content may be kept for ever, the manifest may not."""
    texts = {name: _json(part) for name, part in index.parts.items()}
    digest = sha256()
    for name, text in sorted(texts.items()):
        digest.update(f"{name}\n".encode() + text)
    digest.update(_json(index.manifest))
    folder = digest.hexdigest()[:12]
    for name, text in texts.items():
        yield f"{FOLDER}/{folder}/{name}.json", text
    yield f"{FOLDER}/index.json", _json({"map": folder, **index.manifest})


def _phrase_matrix(documents: Documents, terms: Terms) -> Matrix:
    """Return how much each document names concepts in more than one word."""
    rows = [[terms.numbers[CONCEPT_PREFIX + id] for id in found] for found in documents.phrases]
    return count_matrix(rows, len(terms.numbers)) * np.float32(PHRASE)


def _tag_matrix(documents: Documents, terms: Terms) -> Matrix:
    rows = [[terms.numbers[theme_term(id)] for id in practice.themas] for practice in documents.practices]
    rows += [[] for _ in documents.pages]
    return count_matrix(rows, len(terms.numbers)) * np.float32(TAG)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
