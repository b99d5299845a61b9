"""How hard a Dutch text is to read, by measures that are simple enough to be told to its writer.

Flesch-Douma (W.H. Douma, "De leesbaarheid van landbouwbladen", Wageningen 1960):
206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence. Douma's table calls 60-70 "normaal" (about
12 years old), 70-80 "tamelijk gemakkelijk". Sentences are measured apart, since an average hides the long ones.
"""

from __future__ import annotations

import re

LONG_WORD = 5
"""Syllables from which a word is long; four is what everyday compounds have: onderstrepen, tussenvoegsel."""

_WORD = re.compile(r"[a-zà-ÿ]+(?:['’-][a-zà-ÿ]+)*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;:?!](?=\s|$)|\n")
_SYLLABLE = re.compile(r"ij|[aeiouyáàâéèêóòôúùû]+|[äëïöü]")


def words_of(text: str) -> list[str]:
    """Return the words of a text; numbers and signs are none."""
    return _WORD.findall(text)


def sentences_of(text: str) -> list[str]:
    """Return the parts of a text between pauses; a semicolon and a colon end one as a full stop does."""
    return [part.strip() for part in _SENTENCE_END.split(text) if words_of(part)]


def syllables(word: str) -> int:
    """Count the groups of vowels of a word; a diaeresis begins a group."""
    return max(1, len(_SYLLABLE.findall(word.lower())))


def reading_ease(text: str) -> float:
    """Return the Flesch-Douma score of a text of at least one word."""
    words = words_of(text)
    per_hundred = 100 * sum(map(syllables, words)) / len(words)
    return 206.84 - 0.77 * per_hundred - 0.93 * len(words) / len(sentences_of(text))
