"""Counting words: what is in which text, and how often."""

from __future__ import annotations

from generator.analysis.corpus import count_words


def counted(fields: dict[str, list[str]], field: str) -> list[dict[str, float]]:
    corpus = count_words(fields)
    rows = corpus.counts[field].toarray()
    return [{word: row[number] for number, word in enumerate(corpus.words) if row[number]} for row in rows]


def test_every_text_has_the_counts_of_its_own_words() -> None:
    texts = ["De buurt, de Buurt!", "", "18-/18+ in de buurt"]
    expected = [{"de": 2, "buurt": 2}, {}, {"18min": 1, "18plus": 1, "in": 1, "de": 1, "buurt": 1}]
    assert counted({"titel": texts}, "titel") == expected


def test_fields_share_one_vocabulary_and_keep_their_own_counts() -> None:
    fields = {"titel": ["buurt", "schuld"], "kern": ["schuld schuld", "wmo"]}
    assert counted(fields, "titel") == [{"buurt": 1}, {"schuld": 1}]
    assert counted(fields, "kern") == [{"schuld": 2}, {"wmo": 1}]
    weighted = count_words(fields).weighted({"titel": 3, "kern": 1}).toarray()
    assert weighted.tolist() == [[3, 2, 0], [0, 3, 1]]


def test_texts_without_a_word_and_no_texts_at_all_are_fine() -> None:
    assert count_words({"titel": ["", "..."]}).counts["titel"].shape == (2, 1)
    assert count_words({"titel": []}).words == ()
