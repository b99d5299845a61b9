"""Numbers as short text, five bits to a sign; `zoek/lezen.js` reads it back."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

import numpy as np

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_SIGNS = np.frombuffer(ALPHABET.encode(), dtype=np.uint8)
_MORE = 32


def encode(number: int) -> str:
    """Return a natural number as signs, lowest five bits first; the sixth bit says that more follow."""
    signs = ""
    while number >= _MORE:
        signs += ALPHABET[_MORE | number & 31]
        number >>= 5
    return signs + ALPHABET[number]


def encode_signed(number: int) -> str:
    """Return a whole number as signs."""
    return encode(number * 2 if number >= 0 else -number * 2 - 1)


def encode_all(numbers: np.ndarray, starts: Sequence[int]) -> list[str]:
    """Return one text for each stretch of an array of natural numbers: from each start to the next."""
    sizes = np.ones(len(numbers), dtype=np.int64)
    for bits in (5, 10, 15, 20):
        sizes += numbers >= (1 << bits)
    ends = np.concatenate(([0], np.cumsum(sizes)))
    signs = np.zeros(int(ends[-1]), dtype=np.uint8)
    for place in range(int(sizes.max(initial=0))):
        part = sizes > place
        value = (numbers[part] >> (5 * place)) & 31
        signs[ends[:-1][part] + place] = np.where(sizes[part] > place + 1, value | _MORE, value)
    text: str = _SIGNS[signs].tobytes().decode()
    borders = [int(ends[start]) for start in starts]
    return [text[start:end] for start, end in itertools.pairwise(borders)]


def encode_levels(levels: np.ndarray) -> str:
    """Return numbers below 64 as one sign each."""
    text: str = _SIGNS[levels].tobytes().decode()
    return text


def encode_column(numbers: Sequence[int]) -> list[str]:
    """Return natural numbers as texts of one sign each: all lowest six bits, then all that come next, and so on.

    Apart they compress to less than side by side, because the high bits of many are alike.
    """
    rest = np.array(numbers, dtype=np.int64)
    texts = [encode_levels(rest & 63)]
    while (rest := rest >> 6).any():
        texts.append(encode_levels(rest & 63))
    return texts


def front_coded(words: Iterable[str]) -> list[str]:
    """Return sorted words, each as how many letters it shares with the one before (a sign) and the rest."""
    coded = []
    before = ""
    for word in words:
        shared = 0
        for one, other in zip(before, word, strict=False):
            if one != other or shared == 63:
                break
            shared += 1
        coded.append(ALPHABET[shared] + word[shared:])
        before = word
    return coded
