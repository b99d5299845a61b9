"""QR codes: those made together are those that segno makes alone, and a reader reads them."""

from __future__ import annotations

import random
import re

import numpy as np
import pytest
import segno
import zxingcpp

from generator.render.qr import LEVEL, MASK, QUIET, QrCode, draw_codes

SITE = "https://voorbeeld.test/p/"


def paint(code: QrCode) -> np.ndarray:
    """Follow the path as a browser does; returns the modules, dark is 1, quiet zone included."""
    modules = np.zeros((code.size, code.size), dtype=np.uint8)
    x = y = 0
    for step, first, second in re.findall(r"([Mmh])(-?\d+)(?: (-?[\d.]+))?", code.path):
        if step == "h":
            modules[y, x : x + int(first)] = 1
            x += int(first)
        else:
            x, y = (int(first), int(float(second))) if step == "M" else (x + int(first), y + int(second))
    return modules


def addresses(count: int) -> list[str]:
    """Make addresses of all lengths that ids can have, the same ones each time."""
    chance = random.Random(11)
    signs = "abcdefghijklmnopqrstuvwxyz0123456789-"
    made = {f"{SITE}{''.join(chance.choices(signs, k=chance.randint(1, 60)))}/" for _ in range(count)}
    return sorted(made)


@pytest.mark.parametrize("count", [1, 20, 3000], ids=["one", "few", "many"])
def test_codes_made_together_are_those_of_segno(count: int) -> None:
    texts = addresses(count)
    codes = draw_codes(texts)
    assert set(codes) == set(texts)
    for text in texts[:: max(1, count // 60)]:
        alone = segno.make_qr(text, mode="byte", error=LEVEL, boost_error=False, mask=MASK)
        expected = np.pad(np.array([list(row) for row in alone.matrix]), QUIET)
        assert np.array_equal(paint(codes[text]), expected), text


@pytest.mark.parametrize("length", [1, 14, 62, 84, 106, 122, 180, 213, 287, 450, 1000, 2331])
def test_any_length_gives_the_code_of_segno(length: int) -> None:
    """The longest has versions of more than one length of block, alignment patterns in a grid, and version patterns."""
    texts = ["a" * length, "".join(random.Random(length).choices("abcdefghijklmnopqrstuvwxyz0123456789-/", k=length))]
    codes = draw_codes(texts)
    alone = segno.make_qr(texts[1], mode="byte", error=LEVEL, boost_error=False, mask=MASK)
    assert np.array_equal(paint(codes[texts[1]]), np.pad(np.array([list(row) for row in alone.matrix]), QUIET))


def test_a_reader_reads_them() -> None:
    texts = addresses(600)
    codes = draw_codes(texts)
    for text in texts[::30]:
        picture = np.repeat(np.repeat(255 * (1 - paint(codes[text])), 3, axis=0), 3, axis=1).astype(np.uint8)
        assert [found.text for found in zxingcpp.read_barcodes(picture)] == [text]


def test_what_is_no_address_is_refused() -> None:
    assert draw_codes([]) == {}
    with pytest.raises(ValueError, match="ASCII"):
        draw_codes(["https://voorbeeld.test/p/café/"])
    with pytest.raises(ValueError, match="too long"):
        draw_codes(["a" * 2332])
