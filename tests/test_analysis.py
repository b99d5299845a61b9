"""Dutch words: how texts are cut into them, what they are made of, and which concepts they name."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.analysis.analyser import CONCEPT_PREFIX, Analyser, Feature
from generator.analysis.glossary import GlossaryTerm
from generator.analysis.stems import Morphology
from generator.analysis.tokens import STOP_WORDS, expand, fold, words

HERE = Path(__file__).parent
LEAST_HELD_OUT = 46
"""Of the fifty compounds that were put aside before the splitter was tuned."""

GLOSSARY = (
    GlossaryTerm("beschermd-wonen", ("beschermd wonen", "beschermde woonvorm")),
    GlossaryTerm("wonen", ("wonen", "huisvesting")),
    GlossaryTerm("schuldhulp", ("schuldhulpverlening", "schuldhulp", "schuldsanering"), ("schulden",), ("Wgs", "shv")),
    GlossaryTerm("schulden", ("schulden", "problematische schulden"), ("schuldhulp",)),
    GlossaryTerm("ggz", ("geestelijke gezondheidszorg",), (), ("ggz",)),
    GlossaryTerm("pgb", ("persoonsgebonden budget",), (), ("pgb",)),
    GlossaryTerm("huis-van-de-buurt", ("Huis van de Buurt", "buurthuis")),
    GlossaryTerm("mantelzorg", ("mantelzorg",)),
    GlossaryTerm("overgang-18", ("18-/18+", "overgang naar volwassenheid")),
    GlossaryTerm("respijtzorg", ("respijtzorg", "oppas aan huis")),
    GlossaryTerm("wijkteam", ("wijkteam", "sociaal team", "buurtteam"), (), ("WIJ",)),
)


def rows(name: str) -> list[list[str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def of_kind(kind: str) -> list[tuple[str, list[str]]]:
    return [(word, expected.split("+")) for found, word, expected in rows("analysis_woorden.csv") if found == kind]


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    return Morphology()


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(GLOSSARY, ("Zwolle", "Huizen", "Eindhoven"))


def expected_parts(morphology: Morphology, parts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(morphology.stem, parts)))


# -- words of a text ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeugd 18-/18+, 18-min/18-plus en 18- en 18+", "jeugd 18min 18plus 18min 18plus en 18min en 18plus"),
        ("65-plussers, 27+ers en 12-jarigen", "65plus 27plus en 12 jarigen"),
        ("e-health en E\u2011health", "ehealth en ehealth"),
        ("wmo-2015, Wmo 2015 en 2015-2018", "wmo 2015 wmo 2015 en 2015 2018"),
        ("wijk- en buurtteams", "wijk en buurtteams"),
        ("GGZ-instelling en co-creatie", "ggz-instelling en co-creatie"),
        ("(zorg)organisaties en/of t/m 24/7", "zorg organisaties en of 24"),
        ("thema’s, foto's en zo'n", "thema's foto's en zo'n"),
        ("€ 309.586 en 3,5 procent van 18 tot 27", "en procent van 18 tot 27"),
        ("Coo\u0308rdinatie \u201eÉÉN\u201d", "coördinatie één"),
        ("impact040 en COVID-19", "impact040 en covid 19"),
        (" \n\t - -- … ", ""),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert words(text) == expected.split()


def test_fold_takes_accents_off_and_nothing_else() -> None:
    assert [fold(word) for word in ("coördinatie", "één", "cliënt", "wijk")] == ["coordinatie", "een", "client", "wijk"]


def test_stop_words_are_few_and_spare_those_that_carry_meaning_here() -> None:
    assert len(STOP_WORDS) < 170
    assert not STOP_WORDS & {"samen", "eigen", "alleen", "zelf", "thuis", "meer"}
    assert all(expand(word) in ((word,), ()) for word in STOP_WORDS)


# -- words and their parts ----------------------------------------------------------------------


def test_the_lists_are_large_enough_and_apart() -> None:
    tuned = {word for _, word, _ in rows("analysis_woorden.csv")}
    held_out = {word for word, _ in rows("analysis_achtergehouden.csv")}
    assert len(of_kind("samenstelling")) >= 150
    assert len(of_kind("heel")) >= 40
    assert len(held_out) == 50
    assert not tuned & held_out


def test_compounds_are_cut_into_their_parts(morphology: Morphology) -> None:
    found = {word: morphology.read(word).parts for word, _ in of_kind("samenstelling")}
    expected = {word: expected_parts(morphology, parts) for word, parts in of_kind("samenstelling")}
    assert {word: (parts, expected[word]) for word, parts in found.items() if parts != expected[word]} == {}


def test_other_words_stay_whole(morphology: Morphology) -> None:
    assert {word: morphology.read(word).parts for word, _ in of_kind("heel") if morphology.read(word).parts} == {}


def test_held_out_compounds(morphology: Morphology) -> None:
    """Compounds from texts that played no part in tuning. Whoever tunes on them must put fifty others aside."""
    cases = [(word, parts.split("+")) for word, parts in rows("analysis_achtergehouden.csv")]
    wrong = [word for word, parts in cases if morphology.read(word).parts != expected_parts(morphology, parts)]
    assert len(cases) - len(wrong) >= LEAST_HELD_OUT, wrong


def test_words_of_one_family_share_a_stem(morphology: Morphology) -> None:
    split = []
    for first, others in of_kind("familie"):
        stems = {morphology.stem(word) for member in (first, *others) for word in words(member)}
        if len(stems) > 1:
            split.append((first, stems))
    assert split == []


def test_words_that_mean_something_else_have_another_stem(morphology: Morphology) -> None:
    pairs = [(word, other) for word, others in of_kind("verschil") for other in others]
    assert [pair for pair in pairs if morphology.stem(pair[0]) == morphology.stem(pair[1])] == []


def test_groups_are_the_smaller_compounds_inside(morphology: Morphology) -> None:
    reading = morphology.read("schuldhulpverlening")
    assert reading.groups == (morphology.stem("schuldhulp"), morphology.stem("hulpverlening"))
    assert morphology.read("wijkteam").groups == ()


def test_a_hyphen_is_a_boundary(morphology: Morphology) -> None:
    assert morphology.read("ggz-instelling").parts == ("ggz", morphology.stem("instelling"))
    assert morphology.read("re-integratie") == morphology.read("reïntegratie")
    assert morphology.stem("co-creatie") == morphology.stem("cocreatie")


def test_names_are_no_forms_of_other_words() -> None:
    morphology = Morphology(names=("eindhoven", "zwolle", "huizen"))
    assert morphology.read("eindhoven") == ("eindhoven", (), ())
    assert morphology.stem("zwolle") == "zwolle"
    assert morphology.stem("huizen") == "huis"


# -- concepts -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Problematische schuld, ook zonder schuldhulp", "schulden schuldhulp"),
        ("Wonen: beschermde woonvormen en beschermd wonen", "wonen beschermd-wonen"),
        ("De WGS en pgb's", "schuldhulp pgb"),
        ("Hulp bij schuldsanering door de SHV", "schuldhulp schulden"),
        ("een oppas aan huis voor wie mantelzorg geeft", "respijtzorg mantelzorg"),
        ("sociale teams in de wijk", "wijkteam"),
        ("wij werken in het Huis van de Buurt", "huis-van-de-buurt"),
        ("De fontein op het plein is weer aan.", ""),
        ("GGZ-instellingen en mantelzorgondersteuning", "ggz mantelzorg"),
        ("de overgang 18-min/18-plus", "overgang-18"),
        ("de overgang naar een baan", ""),
        ("", ""),
    ],
)
def test_concepts_in_order_of_appearance(analyser: Analyser, text: str, expected: str) -> None:
    assert analyser.concepts(text) == tuple(expected.split())


def test_the_longest_label_wins(analyser: Analyser) -> None:
    found = analyser.features("beschermd wonen")
    assert Feature(f"{CONCEPT_PREFIX}beschermd-wonen", "concept") in found
    assert Feature(f"{CONCEPT_PREFIX}wonen", "concept") not in found
    assert analyser.phrases("wonen, beschermd wonen") == ("beschermd-wonen",)


def test_features_of_a_compound(analyser: Analyser) -> None:
    found = analyser.word_features("mantelzorgondersteuning")
    assert [feature.kind for feature in found] == ["stem", "part", "part", "within"]
    assert found[1] == Feature(analyser.stem("mantelzorg"), "part")
    assert found[-1].term == f"{CONCEPT_PREFIX}mantelzorg"


def test_features_of_a_text_are_those_of_its_words(analyser: Analyser) -> None:
    assert analyser.features("De wijkteams van Zwolle in 2015") == [
        *analyser.word_features("wijkteams"),
        Feature("zwolle", "stem"),
        Feature("2015", "number"),
    ]


def test_related_concepts(analyser: Analyser) -> None:
    assert analyser.related["schulden"] == ("schuldhulp",)


# -- always the same, and quick -----------------------------------------------------------------

FINGERPRINT = """
import hashlib, sys
sys.path[:0] = sys.argv[1:]
from test_analysis import GLOSSARY, rows
from generator.analysis.analyser import Analyser
analyser = Analyser(GLOSSARY, {"zwolle", "huizen", "eindhoven"})
text = " ".join(row[1] for row in rows("analysis_woorden.csv"))
print(hashlib.sha256(repr((analyser.features(text), analyser.concepts(text))).encode()).hexdigest())
"""


def fingerprint(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", FINGERPRINT, str(HERE), str(HERE.parent)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_two_processes_give_the_same() -> None:
    assert fingerprint("1") == fingerprint("2")


def test_the_order_of_the_glossary_does_not_matter(analyser: Analyser) -> None:
    text = " ".join(word for _, word, _ in rows("analysis_woorden.csv")) + " geestelijke gezondheidszorg"
    assert Analyser(GLOSSARY[::-1], ("Eindhoven", "Zwolle", "Huizen")).features(text) == analyser.features(text)


def test_nothing_heavy_is_loaded_before_the_first_unknown_word(analyser: Analyser) -> None:
    analyser.features("Wijkteams helpen bij schulden.")
    known = {word: tuple(reading) for word, reading in analyser.readings.items()}
    script = f"""
import sys
sys.path.insert(0, sys.argv[1])
from generator.analysis.analyser import Analyser
from generator.analysis.stems import Reading
analyser = Analyser((), ("Zwolle", "Huizen", "Eindhoven"), {{w: Reading(*r) for w, r in {known!r}.items()}})
assert analyser.features("Schulden? Wijkteams helpen.")
assert not {{"simplemma", "Stemmer"}} & set(sys.modules), "loaded for known words"
assert analyser.features("Buurtkamers")
assert {{"simplemma", "Stemmer"}} <= set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", script, str(HERE.parent)], check=True)


def test_a_word_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    analyser = Analyser(GLOSSARY)
    text = "Schuldhulpverlening, mantelzorgondersteuning en beschermd wonen."
    first = analyser.features(text)

    def refuse(self: Morphology, word: str) -> None:
        pytest.fail(f"{word} is worked out again")

    monkeypatch.setattr(Morphology, "_new_reading", refuse)
    assert analyser.features(text.upper()) == first
