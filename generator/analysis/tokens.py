"""The words of a text, in one spelling: how they are cut, folded and stopped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from generator.analysis.memo import Memo

STOP_WORDS = frozenset(
    """aan al als an ben bent bij bijvoorbeeld ca daar dan dat de deze die dit door dus een eens en er etc ge geen had
    hadden heb hebben hebt heeft hem hen het hier hij hoe hun ie iets ik in is ja je jij jou jouw jullie kan kon
    konden kun kunnen kunt maar me mee men met mij mijn moest moesten moet moeten mocht mochten mag mogen na naar
    niet niets nog nu of om omdat onder ons onze ook op over te tegen ten ter toch toen tot tussen uit uw vaak van
    vanaf vanuit via voor waar waarbij waarin waarmee waren was wat we wel welk welke werd werden wie wij wil willen
    wilde word worden wordt zal ze zich zij zijn zo zou zouden zodat zoals zullen zonder dus echter hoewel terwijl
    toe waardoor daardoor daarbij daarmee daarom daarvoor waarvoor daarin daarvan waarvan hierbij hiermee www http
    https""".split()
)
"""Words that only hold sentences together. Short on purpose: samen, eigen, alleen and zelf carry meaning here."""

_AGE = re.compile(r"(?<!\d)(\d{1,3})(?:-?(min|plus)|([-+]))(?:e?rs?|sers?|s)?(?!\w)")
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)+")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_INITIAL = re.compile(r"(?<!\w)[^\W\d]-(?=[^\W\d]{3})")
_SPELLING = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "\xad": None, "ĳ": "ij"})
_SIGNS = {"-": "min", "+": "plus"}


def runs(text: str) -> list[str]:
    """Return the runs without spaces, lowercase and NFC, in order, with the punctuation that clings to them."""
    return unicodedata.normalize("NFC", text).lower().split()


def words(text: str) -> list[str]:
    """Return all words of a text in order, stop words included.

    Each distinct run is taken apart once; after that a word costs a look-up.
    """
    return list(chain.from_iterable(map(_EXPANDED.__getitem__, runs(text))))


def expand(run: str) -> tuple[str, ...]:
    """Return the words in a lowercase run: `18-/18+` holds `18min` and `18plus`, `wmo-2015` holds `wmo` and `2015`.

    A hyphen between letters stays (`ggz-instelling`): it marks a compound. After one initial it goes (`e-health` is
    `ehealth`). Amounts and decimals (`309.586`, `3,5`) hold no words.
    """
    spelled = _INITIAL.sub(lambda match: match[0][0], _AMOUNT.sub(" ", run.translate(_SPELLING)))
    ages = _AGE.sub(lambda match: f" {match[1]}{match[2] or _SIGNS[match[3]]} ", spelled)
    return tuple(part for word in _WORD.findall(ages) for part in _parts(word))


def fold(word: str) -> str:
    """Return the word without accents: `coördinatie` and `coordinatie` are one word to a reader who types."""
    if word.isascii():
        return word
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _parts(word: str) -> Iterator[str]:
    """Cut at hyphens beside a number; drop what is left of one letter, and numbers longer than a year."""
    pieces = re.split(r"(?<=\d)-|-(?=\d)", word)
    for piece in pieces:
        if len(piece) > 1 and not (piece.isdigit() and len(piece) > 4):
            yield piece


_EXPANDED: Memo[tuple[str, ...]] = Memo(expand)
