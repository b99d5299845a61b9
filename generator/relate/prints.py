"""Fingerprints: 64 bits for whatever a result depends on, so that what an earlier run found can be known again.

They are the same in every run and on every machine, whichever number a row or column happens to have.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

import numpy as np

from generator.analysis.corpus import Matrix

BYTES = 16


def digest_texts(texts: Iterable[str]) -> np.ndarray:
    """Return a row of BYTES random-looking bytes for each text."""
    data = b"".join([blake2b(text.encode(), digest_size=BYTES).digest() for text in texts])
    return np.frombuffer(data, dtype=np.uint8).reshape(-1, BYTES)


def print_texts(texts: Iterable[str]) -> np.ndarray:
    """Return the fingerprint of each text."""
    return prints_of(digest_texts(texts))


def prints_of(digests: np.ndarray) -> np.ndarray:
    """Return the fingerprint of each row of `digest_texts`."""
    return np.ascontiguousarray(digests[:, :8]).view("<u8").ravel()


def mix(*values: np.ndarray) -> np.ndarray:
    """Return one fingerprint for each row of values; their order counts.

    The finaliser of splitmix64 (Steele, Lea and Flood, 2014), once per value.
    """
    mixed = np.zeros(len(values[0]), dtype=np.uint64)
    for value in values:
        mixed = mixed + value.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        mixed ^= mixed >> np.uint64(31)
    return mixed


def sum_prints(prints: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Return the fingerprint of each set of prints, in whichever order; set n runs from starts[n] to starts[n + 1]."""
    sums = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(prints, dtype=np.uint64)))
    return np.asarray(sums[starts[1:]] - sums[starts[:-1]])


def print_rows(matrix: Matrix, columns: np.ndarray) -> np.ndarray:
    """Return the fingerprint of each row of a matrix of whole numbers, of whose columns these are the prints."""
    return sum_prints(mix(columns[matrix.indices], matrix.data), matrix.indptr)
