"""The frame of the site: readable colours, and nothing that points at a file or anchor that is not there."""

import re
from itertools import product
from pathlib import Path

import material
import pytest

from generator.view.labels import EVIDENCE_LEVELS

ROOT = Path(__file__).resolve().parents[1]
OVERRIDES = ROOT / "site_overrides"
TOKENS = (OVERRIDES / "assets/css/tokens.css").read_text("utf-8")
PAIR = re.compile(r"--gp-kleur-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
COLOURS = {name: pair for name, *pair in PAIR.findall(TOKENS)}

SURFACES = ("vlak", "vlak-zacht", "vlak-sterk", "accent-zacht")
MESSAGES = ("goed", "let-op", "fout", "uitleg")
READABLE = [
    *product(("tekst", "tekst-zacht", "accent", "accent-sterk"), SURFACES),
    *product(MESSAGES, SURFACES[:3]),
    *((text, f"{message}-vlak") for message in MESSAGES for text in (message, "tekst", "accent")),
    *product(("op-accent",), ("accent-vlak", "accent-vlak-sterk")),
    *product(("tekst", "accent"), ("markering",)),
    *product(("tekst",), ("kaart-1", "kaart-2")),
    *product(("op-accent",), ("kaart-3", "kaart-4")),
]
"""Text on a surface: WCAG 1.4.3 asks 4.5:1."""

VISIBLE = [*product(("lijn-sterk", "focus"), SURFACES), ("accent-vlak", "vlak")]
"""Bounds of controls and the focus ring: WCAG 1.4.11 asks 3:1."""


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_have_contrast(scheme: int) -> None:
    wanted = [(*pair, 4.5) for pair in READABLE] + [(*pair, 3.0) for pair in VISIBLE]
    short = [(a, b) for a, b, least in wanted if contrast(COLOURS[a][scheme], COLOURS[b][scheme]) < least]
    assert not short


def test_every_colour_has_a_light_and_a_dark_side() -> None:
    assert set(re.findall(r"--gp-kleur-([\w-]+):", TOKENS)) == set(COLOURS)


@pytest.mark.parametrize("sheet", sorted((OVERRIDES / "assets/css").glob("*.css")), ids=lambda path: path.name)
def test_style_sheets_use_tokens_that_exist(sheet: Path) -> None:
    used = set(re.findall(r"var\((--gp-[\w-]+)", sheet.read_text("utf-8")))
    assert used <= set(re.findall(r"(--gp-[\w-]+):", TOKENS))


def test_the_frame_links_to_files_that_exist() -> None:
    frame = (OVERRIDES / "base.html").read_text("utf-8")
    linked = re.findall(r"\{\{ root \}\}(assets/[\w./-]+)", frame)
    assert len(linked) > 5
    assert [path for path in linked if not (OVERRIDES / path).is_file()] == []


def test_material_still_has_the_style_sheet_that_mkdocs_yml_names() -> None:
    named = re.search(r"^  material_css: (\S+)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert named
    assert (Path(material.__path__[0]) / "templates" / named[1]).is_file()


def test_every_evidence_level_is_explained_under_its_own_anchor() -> None:
    explained = re.findall(r'<h3 id="(\w+)">\d\. (.+)</h3>', (ROOT / "docs/over.md").read_text("utf-8"))
    assert explained == list(EVIDENCE_LEVELS.items())


def test_the_frame_needs_no_inline_script_or_style() -> None:
    for template in OVERRIDES.glob("*.html"):
        text = re.sub(r"\{#.*?#\}", "", template.read_text("utf-8"), flags=re.DOTALL)
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", text), template.name
        assert not re.search(r'<script(?! src="| type="module" src="| type="application/ld\+json")', text), (
            template.name
        )
