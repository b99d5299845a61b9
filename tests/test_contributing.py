"""CONTRIBUTING.md keeps its word: its tables name all fields, and its examples are wrong and right as they say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple, get_args

import pytest
from support.examples import BASIS, PROJECT, lay_out

from generator.catalogue import Catalogue
from generator.check.checks import check_catalogue
from generator.load import load
from generator.parse.congress import Congress
from generator.parse.model import EvidenceLevel, Practice
from generator.parse.parser import parse
from generator.parse.rules import PRACTICE_RULES
from generator.read.source import read_document

TEXT = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
RECORD = (BASIS / "practices/huizen/buurtkamer.yml").read_text("utf-8")
NEIGHBOUR = RECORD.replace("titel: Buurtkamer", "titel: Leestafel")


class Section(NamedTuple):
    """The section of one code: its name, and the wrong and the right way with the kind of text they are."""

    code: str
    kind: str
    wrong: str
    right: str


_BLOCK = r"```(\w+)\n(.*?)\n```"
_SECTION = re.compile(rf"^### (\S+)\n\n.*?\nFout:\n\n{_BLOCK}\n\nGoed:\n\n{_BLOCK}", re.MULTILINE | re.DOTALL)
SECTIONS = [Section(m[1], m[2], m[3], m[5]) for m in _SECTION.finditer(TEXT)]
TRIED = [section for section in SECTIONS if section.kind == "yaml"]


def with_fields(fragment: str) -> str:
    """Return the record of the examples with the fields of a fragment in the place of its own."""
    names = set(re.findall(r"^([a-z_]+)", fragment, re.MULTILINE))
    blocks = re.split(r"^(?=[a-z_]+:)", RECORD, flags=re.MULTILINE)
    kept = [block for block in blocks if block.split(":")[0] not in names]
    replaced = [i for i, block in enumerate(blocks) if block.split(":")[0] in names]
    at = min(replaced[0] if replaced else len(kept) - 1, len(kept))
    return "".join((*kept[:at], fragment + "\n", *kept[at:]))


@pytest.fixture(scope="module")
def basis(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The catalogue of the examples, in which a practice has a neighbour that it may refer to."""
    root = tmp_path_factory.mktemp("basis")
    lay_out(BASIS, root)
    (root / "practices" / "huizen" / "leestafel.yml").write_text(NEIGHBOUR, "utf-8")
    return load(root)[0]


def codes_of(record: str, basis: Catalogue) -> set[str]:
    """Check a text as the practice `buurtkamer` of the catalogue; returns the codes of its problems."""
    document = read_document("practices/huizen/buurtkamer.yml", record.encode())
    practice, found = parse(document, Practice, basis.registers, PRACTICE_RULES)
    if practice is not None:
        practices = {**basis.practices, "buurtkamer": practice}
        documents = {**basis.documents, "buurtkamer": document}
        found = check_catalogue(replace(basis, practices=practices, documents=documents), date(2026, 11, 22))
    return {problem.code for problem in found if problem.place.path == document.path}


def test_each_section_has_a_wrong_and_a_right_way() -> None:
    assert [section.code for section in SECTIONS] == re.findall(r"^### (\S+)$", TEXT, re.MULTILINE)
    assert len(TRIED) > 50


@pytest.mark.parametrize("section", TRIED, ids=[section.code for section in TRIED])
def test_the_wrong_way_gives_the_code_and_the_right_way_nothing(section: Section, basis: Catalogue) -> None:
    assert codes_of(with_fields(section.wrong), basis) == {section.code}
    assert codes_of(with_fields(section.right), basis) == set()


def under(heading: str) -> str:
    """Return the text of one section of the first two levels."""
    return TEXT.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def test_the_example_to_copy_is_a_valid_practice(basis: Catalogue) -> None:
    found = re.search(_BLOCK, under("Een voorbeeld om over te nemen"), re.DOTALL)
    assert found is not None
    assert codes_of(found[2] + "\n", basis) == set()


def test_the_example_of_writing_is_valid(basis: Catalogue) -> None:
    found = re.search(_BLOCK, under("Zo schrijft u het op"), re.DOTALL)
    assert found is not None
    assert codes_of(with_fields(found[2]), basis) == set()


def test_the_example_on_the_site_is_a_valid_practice(tmp_path: Path) -> None:
    found = re.search(_BLOCK, (PROJECT / "docs" / "zelf-schrijven.md").read_text("utf-8"), re.DOTALL)
    assert found is not None
    lay_out(BASIS, tmp_path)
    path = tmp_path / "practices" / "alphen-aan-den-rijn" / "leertafel.yml"
    path.parent.mkdir()
    path.write_text(found[2] + "\n", "utf-8")
    assert load(tmp_path)[1] == ()


def test_the_table_of_fields_is_complete_and_says_what_is_required() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (ja|nee) \|", under("Wat vult u waar in?"), re.MULTILINE)
    required = {name: info.is_required() for name, info in Practice.model_fields.items()}
    assert {name: word == "ja" for name, word in rows} == required
    assert [word for _, word in rows] == sorted(word for _, word in rows), "what is required comes first"


def test_the_section_on_congresses_has_a_valid_example_and_all_fields(tmp_path: Path) -> None:
    text = under("Een congres aanmelden")
    found = re.search(_BLOCK, text, re.DOTALL)
    assert found is not None
    lay_out(BASIS, tmp_path)
    (tmp_path / "congresses").mkdir()
    (tmp_path / "congresses" / "dag-van-de-buurt.yml").write_text(found[2] + "\n", "utf-8")
    assert load(tmp_path)[1] == ()
    rows = re.findall(r"^\| `(\w+)` \| (ja|nee) \|", text, re.MULTILINE)
    assert {name: word == "ja" for name, word in rows} == {n: i.is_required() for n, i in Congress.model_fields.items()}


def test_the_table_of_evidence_has_each_level_in_order() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", under("Welk bewijsniveau kiest u?"), re.MULTILINE)
    assert rows == ["niveau", *get_args(EvidenceLevel)]


def test_links_within_the_text_lead_somewhere() -> None:
    anchors = {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= anchors
    for path in re.findall(r"\]\((?!#|https?:)([^)]+)\)", TEXT):
        assert (PROJECT / path).exists(), path
