"""Dutch words: what shares a stem, what is taken apart, and which concepts a text names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.analysis.analyser import Analyser
from generator.analysis.glossary import GlossaryTerm

ROOT = Path(__file__).resolve().parents[1]
GLOSSARY = (
    GlossaryTerm("schuldhulpverlening", ("schuldhulpverlening", "schuldhulp", "schuldsanering"), (), ("shv",)),
    GlossaryTerm("respijtzorg", ("respijtzorg", "oppas aan huis")),
    GlossaryTerm("wijkteam", ("wijkteam", "sociaal team", "buurtteam")),
)
FAMILIES = (
    ("schuld", "schulden"),
    ("mantelzorger", "mantelzorgers"),
    ("verordening", "verordeningen"),
    ("wijkteam", "wijkteams"),
    ("inwoner", "inwoners"),
    ("vrijwilliger", "vrijwilligers"),
    ("indicatie", "indicaties"),
    ("huisuitzetting", "huisuitzettingen"),
    ("jongere", "jongeren"),
    ("gemeente", "gemeenten"),
)
COMPOUNDS = {
    "wijkteam": ("wijk", "team"),
    "schuldhulpverlening": ("schuld", "hulp", "verlening"),
    "gemeenteraad": ("gemeente", "raad"),
    "huurachterstand": ("huur", "achterstand"),
    "buurthuis": ("buurt", "huis"),
    "jeugdhulp": ("jeugd", "hulp"),
    "maatwerkbudget": ("maatwerk", "budget"),
}
WHOLE = ("gemeente", "organisatie", "inwoner", "dementie", "preventie", "indicatie", "consortium")


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(GLOSSARY)


def parts(analyser: Analyser, word: str) -> set[str]:
    return {feature.term for feature in analyser.word_features(word) if feature.kind == "part"}


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
def test_the_forms_of_a_word_share_a_stem(analyser: Analyser, family: tuple[str, ...]) -> None:
    assert len({analyser.stem(word) for word in family}) == 1


@pytest.mark.parametrize("compound", COMPOUNDS)
def test_a_compound_holds_the_stems_of_its_parts(analyser: Analyser, compound: str) -> None:
    assert {analyser.stem(part) for part in COMPOUNDS[compound]} <= parts(analyser, compound)


@pytest.mark.parametrize("word", WHOLE)
def test_a_word_that_is_no_compound_stays_whole(analyser: Analyser, word: str) -> None:
    assert parts(analyser, word) == set()


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Hulp bij schuldsanering", "schuldhulpverlening"),
        ("De SHV van de gemeente", "schuldhulpverlening"),
        ("een oppas aan huis voor wie mantelzorg geeft", "respijtzorg"),
        ("sociale teams in de wijk", "wijkteam"),
        ("buurtteams", "wijkteam"),
    ],
)
def test_a_text_names_a_concept_by_any_of_its_words(analyser: Analyser, text: str, concept: str) -> None:
    assert concept in analyser.concepts(text)


def test_a_text_about_something_else_names_no_concept(analyser: Analyser) -> None:
    assert analyser.concepts("De fontein op het plein is weer aan.") == ()


def test_two_processes_give_the_same_features() -> None:
    code = (
        "from generator.analysis.analyser import Analyser;"
        "print(Analyser().features('Wijkteams en schuldhulpverlening voor jongeren van 18 jaar'))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
