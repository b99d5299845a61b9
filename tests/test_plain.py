"""The quick way to read: it gives what the YAML parser gives, or leaves the file to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from support.examples import PROJECT

from generator.read.guard import scan_characters
from generator.read.plain import read_plain

RECORDS = sorted((PROJECT / "practices").rglob("*.yml"))
CONCEPTS = PROJECT / "schema" / "vocabularies" / "begrippen.yml"

READ = {
    "namen en waarden": "a: x\nb: y z\n",
    "zonder einde van de laatste regel": "a: x\nb:\n  - y",
    "opmerkingen op eigen regels": "# een\n\na: x\n  # twee\n\n# drie\nb: y\n# vier\n",
    "tekens midden in een tekst": "a: x:y#z- [w] 'v'\nb: http://x.nl/#y\nc: 12:30\nd: R&D*2 (!)\n",
    "spaties achter een waarde": "a: x  \nb: 'y'  \nc:  \n  d: z\n",
    "tekst die op een getal of antwoord lijkt": "a: 0344\nb: no\nc: 2019-05-30\nd: =\ne: 1e3\n",
    "aanhalingstekens": 'a: \'x: "y" # z\'\nb: "it\'s"\n',
    "gevouwen tekst": "a: >-\n  x\n  y \n\n  z\n\n\n  w\n\nb: >\n    v\n",
    "letterlijke tekst": "a: |\n  x\n    y\n  \n\n  - z: # w\nb: |-\n v\n\n",
    "lijsten": "a:\n  - x\n  - 'y'\n  -  z\n  - >-\n    v\nb: []\nc: [x, y z,\n  v]\n",
    "blokken in een lijst": "a:\n  - x: 1\n    y:\n      - 2\n  - x: |\n      3\n    y: 4\nb: 5\n",
    "blokken in blokken": "a:\n  b:\n    c: x\n  d: y\ne: z\n",
    "een lijst van blokken": "- a: x\n  b: [y]\n- a: z\n",
}
LEFT = {
    "leeg": "",
    "alleen opmerkingen": "# x\n",
    "tekst": "x\n",
    "leeg veld": "a:\nb: x\n",
    "leeg veld aan het eind": "a: x\nb:\n",
    "leeg deel": "a:\n  -\n",
    "niets": "a: ~\n",
    "niets tussen aanhalingstekens": "a: ' '\n",
    "niets tussen haken": "a: [x, ]\n",
    "dubbel veld": "a: x\nb: y\na: z\n",
    "opmerking achter een waarde": "a: x # y\n",
    "opmerking achter aanhalingstekens": "a: 'x' # y\n",
    "tekst over meer regels": "a: x\n  y\n",
    "tekst over meer regels, als een veld": "a: x\n  y: z\n",
    "tekst over meer regels, als een lijst": "a: x\n  - y\n",
    "tekst over meer regels in een lijst": "a:\n  - x\n    - y\n",
    "dubbele punt in een tekst": "a: x: y\n",
    "dubbele punt aan het eind": "a: x:\n",
    "escape": 'a: "x\\u200b"\n',
    "aanhalingsteken midden in een tekst": "a: 'x''y'\n",
    "tekst na aanhalingstekens": "a: 'x' y\n",
    "anker": "a: &x y\n",
    "label": "a: !x y\n",
    "samenvoegen": "<<: x\n",
    "accolades": "a: {b: x}\n",
    "lijst in een lijst": "a:\n  - - x\n",
    "lijst met velden tussen haken": "a: [b: x]\n",
    "begin van een document": "---\na: x\n",
    "einde van een document tussen haken": "a: [x,\n... ,y]\n",
    "kop van een blok die meer zegt": "a: |2\n    x\nb: >+\n  y\n",
    "blok dat niet inspringt": "a: >-\nb: x\n",
    "blok in een lijst dat niet inspringt": "a:\n  - x: >-\n    y\n",
    "blok met een wit begin": "a: |\n\n  x\n",
    "gevouwen tekst met een inspringing": "a: >-\n  x\n    y\n",
    "gevouwen tekst met een inspringing en een hekje": "a: >-\n  x\n   # y\n",
    "gevouwen tekst met een regel van spaties": "a: >-\n  x\n  \n  y\n",
    "blok waarvan een regel naar links staat": "a:\n  b: |\n    x\n   y\n",
    "te ver naar rechts": "a: x\n b: y\n",
    "tussen twee niveaus": "a:\n    b: x\n  c: y\n",
    "lijst zonder inspringing": "a:\n- x\n",
    "te diep": "".join(f"{' ' * depth}a:\n" for depth in range(14)) + " " * 14 + "a: x\n",
    "naam die te lang is": "a" * 1100 + ": x\n",
    "naam met een hoofdletter": "A: x\n",
}


def parsed(text: str) -> Any:
    """Read by the YAML parser, as text, with the blanks around each value left out."""
    return _stripped(yaml.load(text, Loader=yaml.CBaseLoader))


def _stripped(value: Any) -> Any:
    if isinstance(value, dict):
        return [(_stripped(key), _stripped(below)) for key, below in value.items()]  # the order counts too
    return tuple(map(_stripped, value)) if isinstance(value, list | tuple) else value.strip()


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_what_is_plain_is_read_as_the_parser_reads_it(text: str) -> None:
    value = read_plain(text)
    assert value is not None
    assert _stripped(value) == parsed(text)


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_may_mean_something_else_is_left_to_the_parser(text: str) -> None:
    assert read_plain(text) is None


@pytest.mark.parametrize("path", [*RECORDS, CONCEPTS], ids=lambda path: path.stem)
def test_records_and_concepts_are_read_the_quick_way(path: Path) -> None:
    text = path.read_text("utf-8")
    assert _stripped(read_plain(text)) == parsed(text)


MARKS = [*"\n:#-|>'\"[]{},&*!%@?~\\", ": ", " #", "- ", "  ", "\n\n", "\n  ", "\n- ", "x"]
PIECES = st.sampled_from([*READ.values(), *LEFT.values(), *MARKS])


@settings(max_examples=400, deadline=None, derandomize=True, database=None)
@given(
    st.lists(PIECES, min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 300), PIECES | st.text(max_size=3)), max_size=4),
)
def test_whatever_is_read_is_what_the_parser_reads(pieces: list[str], typed: list[tuple[int, str]]) -> None:
    text = "".join(pieces)
    for number, mark in typed:
        place = number % (len(text) + 1)
        text = text[:place] + mark + text[place:]
    text = text.encode("utf-8", "ignore").decode().replace("\r", "").replace("\t", " ")
    if not scan_characters(text.encode(), text) and (value := read_plain(text)) is not None:
        assert _stripped(value) == parsed(text)
