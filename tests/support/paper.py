"""Reading PDFs as a printer and a telephone do: pages, text, where things stand, and what QR codes say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import zxingcpp

POINTS_PER_MM = 72 / 25.4
A4, A6 = (210, 297), (105, 148)


@dataclass(frozen=True)
class Code:
    """A QR code on paper: what it says and how wide it is, without its white edge."""

    text: str
    width_mm: float


@dataclass(frozen=True)
class Sheet:
    """A page: its size in whole millimetres, its text on one line, and its codes as a poor printer shows them."""

    size: tuple[int, int]
    text: str
    codes: tuple[Code, ...]
    outside: tuple[str, ...]
    """Signs that stand (partly) outside the page."""


def read_sheets(source: Path | bytes) -> list[Sheet]:
    """Read all pages of a PDF."""
    with open_pdf(source) as document:
        return [_sheet(page) for page in document]


@contextmanager
def open_pdf(source: Path | bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF for as long as the block runs."""
    document = pypdfium2.PdfDocument(source)
    try:
        yield document
    finally:
        document.close()


def bookmarks(source: Path | bytes) -> list[str]:
    """Return the titles of the bookmarks, in order."""
    with open_pdf(source) as document:
        return [entry.get_title() for entry in document.get_toc()]


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    size = round(page.get_width() / POINTS_PER_MM), round(page.get_height() / POINTS_PER_MM)
    text = page.get_textpage()
    words = " ".join(text.get_text_bounded().split())
    return Sheet(size, words, tuple(_codes(page)), tuple(_outside(page, text)))


def _codes(page: pypdfium2.PdfPage, resolution: int = 150) -> Iterator[Code]:
    picture = page.render(scale=resolution / 72, grayscale=True).to_numpy().squeeze()
    for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode):
        corners = found.position
        yield Code(found.text, (corners.top_right.x - corners.top_left.x) / resolution * 25.4)


def _outside(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Iterator[str]:
    width, height = page.get_size()
    for number in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(number)
        if left < -0.5 or bottom < -0.5 or right > width + 0.5 or top > height + 0.5:
            yield text.get_text_range(number, 1)
