"""Records that the product writes are read back as the same values, and look as people write them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.site import PROJECT

from generator.read.source import read_document
from generator.write.record import WIDTH, clean, write_record

RECORDS = sorted((PROJECT / "practices").glob("*/*.yml"))
TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(" \n:#-'\"[]{}&*!|>%@`~?,\t"), max_size=300)


def read(text: str) -> Any:
    document = read_document("x.yml", text.encode())
    assert not document.findings, (document.findings, text)
    return document.value


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_real_record_is_written_with_the_same_values(path: Path) -> None:
    values = read(path.read_text("utf-8"))
    assert read(write_record(values)) == values


@given(TEXT)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    """In a field, in a list, in a list of blocks, and two levels deep: four places with their own indentation."""
    cleaned = clean(text) or "x"
    values = {
        "titel": text or "x",
        "partners": [text or "x"],
        "lessen": [{"les": text or "x", "advies": "y"}],
        "kosten": {"bespaart": {"toelichting": text or "x"}},
    }
    if not clean(text):
        values = {"titel": "x"}
        assert read(write_record({**values, "partners": [text]})) == values
        return
    assert read(write_record(values)) == {
        "titel": cleaned,
        "partners": (cleaned,),
        "lessen": ({"les": cleaned, "advies": "y"},),
        "kosten": {"bespaart": {"toelichting": cleaned}},
    }


def test_what_is_empty_is_left_out_unless_a_record_must_have_it() -> None:
    text = write_record({"titel": "", "gemeenten": [], "partners": [], "periode": {"van": "", "tot": None}})
    assert text.split("\n")[1:] == ["gemeenten: []", ""]


def test_fields_come_in_the_order_of_the_model_with_unknown_ones_last() -> None:
    text = write_record({"eigen": "x", "bronnen": [{"soort": "artikel", "titel": "T"}], "titel": "Leertafel"})
    assert text.split("\n")[1:] == [
        "titel: Leertafel",
        "bronnen:",
        "  - titel: T",
        "    soort: artikel",
        "eigen: x",
        "",
    ]


def test_a_note_stands_above_its_field() -> None:
    text = write_record({"titel": "Leertafel", "soort": "aanpak"}, {"soort": "Kies: aanpak, methode. " * 8})
    lines = text.split("\n")
    assert lines[1] == "titel: Leertafel"
    assert lines[2].startswith("# Kies: ")
    assert lines[3].startswith("# ")
    assert "soort: aanpak" in lines
    assert read(text) == {"titel": "Leertafel", "soort": "aanpak"}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Huis van de Buurt", "titel: Huis van de Buurt"),
        ("WIJeindhoven: wat werkt", "titel: 'WIJeindhoven: wat werkt'"),
        ("Wijk #1", "titel: 'Wijk #1'"),
        ("- streepje", "titel: '- streepje'"),
        ("'t Huis: ja", """titel: "'t Huis: ja\""""),
        ("14 0317", "titel: 14 0317"),
        ("+31 317 492911", "titel: +31 317 492911"),
        ("18-/18+", "titel: 18-/18+"),
        ("https://www.huizen.nl/a#b", "titel: https://www.huizen.nl/a#b"),
    ],
)
def test_a_short_text_stands_on_the_line_of_its_field(text: str, written: str) -> None:
    assert write_record({"titel": text}).split("\n")[1] == written


def test_long_texts_are_folded_and_paragraphs_kept() -> None:
    text = write_record({"samenvatting": "woord " * 60, "aanpak": "Eerst dit.\n\n- dan dat\n- en dat"})
    assert "samenvatting: >-\n  woord woord" in text
    assert "aanpak: |-\n  Eerst dit.\n\n  - dan dat\n  - en dat\n" in text
    assert max(map(len, text.split("\n"))) <= WIDTH


def test_what_pasting_brings_along_is_cleaned() -> None:
    assert clean("\ufeffEen\u200b regel\r\n\u00a0 twee\x0bdrie\u00ad\t ") == "Een regel\n  twee\ndrie"
