"""PDFs of a congress, made by Typst: the same view gives the same bytes, with tags and bookmarks for who cannot see.

Typst gets the view as one JSON value; a template (`templates/*.typ`) places its texts and evaluates none of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from importlib.resources import files
from typing import Any, Literal

import typst

from generator.render.qr import QrCode, draw_svg
from generator.view.congress_types import HandoutView

ACCESSIBLE: Literal["ua-1"] = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tags, reading order, language and a title are required."""


def print_pdf(template: str, view: HandoutView, codes: Mapping[str, QrCode]) -> bytes:
    """Return a PDF made with a template of this package; without a code for an address it shows none."""
    return _compile(_source(template), {"view": json.dumps(_paper_view(view, codes), ensure_ascii=False)})


def _source(template: str) -> bytes:
    folder = files("generator").joinpath("templates")
    return b"".join(folder.joinpath(name).read_bytes() for name in ("papier.typ", template))


def _compile(source: bytes, inputs: dict[str, str]) -> bytes:
    """Compile as PDF/UA, or as plain tagged PDF when the text holds signs that no bundled font has."""
    compiler = typst.Compiler(ignore_system_fonts=True)
    try:
        made = compiler.compile(source, format="pdf", sys_inputs=inputs, pdf_standards=ACCESSIBLE)
    except typst.TypstError:
        made = compiler.compile(source, format="pdf", sys_inputs=inputs)
    assert isinstance(made, bytes)
    return made


def _paper_view(view: HandoutView, codes: Mapping[str, QrCode]) -> dict[str, Any]:
    code = codes.get(view.short_url)
    return {
        "title": view.titel,
        "author": "Gouden Praktijken",
        "description": view.samenvatting,
        "summary": view.samenvatting,
        "facts": [asdict(fact) for fact in view.facts],
        "notice": asdict(view.notice) if view.notice else None,
        "url": view.short_url,
        "code": draw_svg(code) if code else None,
        "sheets": [
            {**asdict(sheet), "code": draw_svg(found) if (found := codes.get(sheet.short_url)) else None}
            for sheet in view.sheets
        ],
    }
