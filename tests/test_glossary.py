"""The glossary: every word leads to one concept, every reference leads somewhere, and people find their words in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import Stemmer
import yaml

from generator.check.glossary import check_glossary
from generator.messages import WORDINGS
from generator.parse.parser import parse, to_diagnostic
from generator.parse.vocabulary import Concept
from generator.read import source
from generator.read.finding import Finding, finding
from generator.read.source import SourceDocument, read_document

VOCABULARIES = Path(__file__).resolve().parents[1] / "schema" / "vocabularies"
PATH = VOCABULARIES / "begrippen.yml"
KEYS = ["id", "naam", "omschrijving", "synoniemen", "afkortingen", "verwant", "thema", "wet"]
MOST_BYTES = 256_000
"""A record may be 64 kB; the glossary holds hundreds of concepts in one file and gets more room."""

SENTENCES = re.compile(r"[A-ZÉ][^.!?]*[.](?: [A-ZÉ][^.!?]*[.])?")
ABBREVIATION = re.compile(r"[a-z][a-z0-9]{1,5}")
PROPER_NAMES = {
    "Alzheimer Café",
    "Housing First",
    "Informatiepunt Digitale Overheid",
    "Jeugdwet",
    "Nederlands leren",
    "Participatiewet",
    "Veilig Thuis",
    "Wet gemeentelijke schuldhulpverlening",
    "Wet maatschappelijke ondersteuning",
    "Wmo-vervoer",
}
EVERYWHERE = frozenset(
    """aanpak activiteit begeleiding beleid bewoner buurt burger cliënt contact dienst domein doelgroep financiering
    geld gemeente gesprek gezin hulp inkomen inwoner jeugd jongere kind kosten mensen ondersteuning onderwijs opvang
    organisatie ouder plan praktijk probleem professional project regeling regels resultaat samen samenwerking school
    sociaal steun stad team voorziening vraag welzijn werk wet wijk wonen woning zorg""".split()
)
"""Words that occur in nearly every record: as a synonym they would drag in everything."""

# What citizens and civil servants type, and the concept that they mean.
TYPED = {
    "18-/18+": "overgang-naar-volwassenheid",
    "ambulante begeleiding": "individuele-begeleiding",
    "bewindvoerder": "beschermingsbewind",
    "bijstandsuitkering": "bijstand",
    "buurtkamer": "ontmoetingsplek",
    "buurtteam": "wijkteam",
    "deurwaarder": "deurwaarder",
    "digibeet": "digitale-inclusie",
    "eenzame ouderen": "eenzaamheid",
    "geen geld": "armoede",
    "ggz": "ggz",
    "hulp bij het huishouden": "huishoudelijke-hulp",
    "huurachterstand": "betalingsachterstand",
    "inburgeraar": "statushouder",
    "lvb": "licht-verstandelijke-beperking",
    "nieuwkomer": "statushouder",
    "oppas voor mijn zieke man": "respijtzorg",
    "papieren rompslomp": "formulierenhulp",
    "pgb": "persoonsgebonden-budget",
    "poh-jeugd": "praktijkondersteuner-jeugd",
    "rood staan": "geldzorgen",
    "schuldhulp": "schuldhulpverlening",
    "schuldsanering": "schuldhulpverlening",
    "scootmobiel": "hulpmiddelen",
    "thuiszorg": "wijkverpleging",
    "uit huis gezet": "huisuitzetting",
    "vergeetachtig": "dementie",
    "wgs": "wgs",
    "wmo": "wmo",
    "wsnp": "wettelijke-schuldsanering",
}


def read(data: bytes) -> SourceDocument:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "MAX_BYTES", MOST_BYTES)
        return read_document("schema/vocabularies/begrippen.yml", data, yaml.SequenceNode)


def ids(vocabulary: str) -> tuple[str, ...]:
    text = (VOCABULARIES / f"{vocabulary}.yml").read_text("utf-8")
    return tuple(entry["id"] for entry in yaml.safe_load(text))


THEMES, LAWS = ids("themas"), ids("wetten")
DOCUMENT = read(PATH.read_bytes())
PARSED, PROBLEMS = parse(DOCUMENT, tuple[Concept, ...], None)
CONCEPTS: tuple[Concept, ...] = PARSED or ()


def labels(concept: Concept) -> Iterator[str]:
    yield concept.naam
    yield from concept.synoniemen
    yield from concept.afkortingen


def words_of(concepts: tuple[Concept, ...]) -> Mapping[str, str]:
    return {word.casefold(): concept.id for concept in concepts for word in labels(concept)}


# -- the file -----------------------------------------------------------------------------------


def test_every_concept_is_well_formed() -> None:
    assert [f"{p.place.line}: {p.code} {p.field}: {p.message}" for p in PROBLEMS] == []


def test_words_and_references_hold_over_the_whole_file() -> None:
    found = [to_diagnostic(DOCUMENT, item) for item in check_glossary(CONCEPTS, THEMES, LAWS)]
    assert [f"{d.place.line}: {d.code} {d.message}" for d in found] == []


def test_the_glossary_covers_the_domain() -> None:
    assert len(CONCEPTS) >= 150
    assert {concept.thema for concept in CONCEPTS} >= set(THEMES), "a theme without a concept"
    assert {concept.wet for concept in CONCEPTS} >= set(LAWS), "a law without a concept"


def test_concepts_stand_in_order_with_their_keys_in_order() -> None:
    assert isinstance(DOCUMENT.value, tuple)
    assert [concept.id for concept in CONCEPTS] == sorted(concept.id for concept in CONCEPTS)
    assert [entry["id"] for entry in DOCUMENT.value if isinstance(entry, dict) and list(entry) != KEYS] == []


def test_descriptions_are_one_or_two_sentences() -> None:
    assert [c.id for c in CONCEPTS if not SENTENCES.fullmatch(c.omschrijving) or len(c.omschrijving) > 200] == []


def test_names_are_lowercase_unless_they_are_proper_names() -> None:
    assert {c.naam for c in CONCEPTS if c.naam[0] != c.naam[0].lower()} == PROPER_NAMES


def test_abbreviations_are_short_and_lowercase() -> None:
    assert [a for c in CONCEPTS for a in c.afkortingen if not ABBREVIATION.fullmatch(a)] == []


def test_no_label_is_a_word_that_fits_everywhere() -> None:
    assert set(words_of(CONCEPTS)) & EVERYWHERE == set()


def test_every_concept_has_relatives_other_than_itself() -> None:
    assert [c.id for c in CONCEPTS if not c.verwant or c.id in c.verwant] == []


def test_no_inflection_is_claimed_by_two_concepts() -> None:
    """`schuld` and `schulden` are one word to whoever searches."""
    stemmer = Stemmer.Stemmer("dutch_porter")
    claims: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for word, id in words_of(CONCEPTS).items():
        claims[tuple(stemmer.stemWords(re.findall(r"\w+", word)))].add(id)
    assert {stems: owners for stems, owners in claims.items() if len(owners) > 1} == {}


@pytest.mark.parametrize(("typed", "meant"), TYPED.items())
def test_what_people_type_leads_to_what_they_mean(typed: str, meant: str) -> None:
    assert words_of(CONCEPTS).get(typed) == meant


# -- the check ----------------------------------------------------------------------------------


def concept(
    id: str,
    naam: str = "",
    synoniemen: tuple[str, ...] = (),
    afkortingen: tuple[str, ...] = (),
    verwant: tuple[str, ...] = (),
    thema: str = "geen",
    wet: str = "geen",
) -> Concept:
    return Concept(
        id=id,
        naam=naam or id,
        omschrijving="Een begrip om mee te toetsen.",
        synoniemen=synoniemen,
        afkortingen=afkortingen,
        verwant=verwant,
        thema=thema,
        wet=wet,
    )


def check(*concepts: Concept) -> tuple[Finding, ...]:
    return check_glossary(concepts, ("schulden", "dementie"), ("wgs",))


def test_nothing_is_wrong_with_concepts_that_keep_apart() -> None:
    assert not check(
        concept("schulden", "schulden", ("schuldenlast",), (), ("dementie",), "schulden", "wgs"),
        concept("dementie", "dementie", ("Alzheimer",), ("alz",), ("schulden",), "dementie"),
    )


def test_an_id_that_occurs_twice_is_found_at_the_second() -> None:
    found = check(concept("schulden", "schulden"), concept("schulden", "schuld"))
    assert found == (finding("dubbele-waarde", (1, "id"), waarde="schulden"),)


def test_an_unknown_relative_is_found_with_what_was_meant() -> None:
    (found,) = check(concept("schulden", verwant=("dementie", "schulde")), concept("dementie"))
    assert (found.code, found.loc) == ("onbekende-term", (0, "verwant", 1))
    assert dict(found.context)["bedoeld"] == "schulden"


@pytest.mark.parametrize(
    ("wrong", "field", "choices"),
    [
        (concept("a", thema="schuldn"), "thema", ("schulden", "dementie", "geen")),
        (concept("a", wet="wgss"), "wet", ("wgs", "geen")),
    ],
)
def test_an_unknown_theme_or_law_is_found_with_the_choices(wrong: Concept, field: str, choices: tuple[str]) -> None:
    (found,) = check(wrong)
    assert (found.code, found.loc) == ("onbekende-term", (0, field))
    assert dict(found.context)["keuzes"] == choices


def test_a_vocabulary_that_could_not_be_read_refuses_nothing() -> None:
    assert not check_glossary((concept("a", thema="schulden", wet="wgs"),), (), ())


@pytest.mark.parametrize(
    ("second", "loc"),
    [
        (concept("b", synoniemen=("nieuw", "Schuldhulp")), (1, "synoniemen", 1)),
        (concept("b", afkortingen=("SHV",)), (1, "afkortingen", 0)),
        (concept("b", synoniemen=("shv",)), (1, "synoniemen", 0)),
        (concept("b", naam="Hulp bij schulden"), (1, "naam")),
    ],
)
def test_a_word_that_another_concept_has_is_found_whatever_its_capitals(
    second: Concept, loc: tuple[str | int, ...]
) -> None:
    (found,) = check(concept("a", "hulp bij schulden", ("schuldhulp",), ("shv",)), second)
    assert (found.code, found.loc) == ("dubbele-waarde", loc)
    assert dict(found.context)["ander"] == "a"


def test_a_synonym_that_is_the_name_of_a_later_concept_is_found_at_the_synonym() -> None:
    (found,) = check(concept("a", synoniemen=("dementie",)), concept("b", "dementie"))
    assert (found.code, found.loc) == ("dubbele-waarde", (0, "synoniemen", 0))
    assert dict(found.context)["ander"] == "b"


def test_a_concept_that_repeats_its_own_name_is_found() -> None:
    (found,) = check(concept("a", "schuldhulp", ("Schuldhulp",)))
    assert found.loc == (0, "synoniemen", 0)


# -- the way from file to message ---------------------------------------------------------------

ENTRY = """\
- id: schulden
  naam: schulden
  omschrijving: Meer moeten betalen dan u heeft.
  synoniemen: [schuldenlast]
  afkortingen: []
  verwant: []
  thema: schulden
  wet: wgs
"""


def codes(text: str) -> list[tuple[str, int, str]]:
    _, problems = parse(read(text.encode()), tuple[Concept, ...], None)
    return [(problem.code, problem.place.line, problem.field) for problem in problems]


def test_an_entry_as_in_the_guide_has_no_problems() -> None:
    assert codes(ENTRY) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("  wet: wgs\n", "", ("ontbrekend-veld", 1, "[1].wet")),
        ("synoniemen:", "synonymen:", ("onbekend-veld", 4, "[1].synonymen")),
        ("[schuldenlast]", "schuldenlast", ("geen-lijst", 4, "[1].synoniemen")),
        ("[schuldenlast]", "[last, last]", ("dubbele-waarde", 4, "[1].synoniemen[2]")),
        ("id: schulden", "id: De Schulden", ("geen-id", 1, "[1].id")),
        ("verwant: []", "verwant: [Rood staan]", ("geen-id", 6, "[1].verwant[1]")),
    ],
)
def test_a_wrong_entry_is_refused_at_its_place(old: str, new: str, problem: tuple[str, int, str]) -> None:
    assert old in ENTRY
    assert codes(ENTRY.replace(old, new, 1)) == [problem]


def test_a_finding_points_at_its_line_and_reads_as_dutch() -> None:
    document = read(ENTRY.replace("verwant: []", "verwant: [schuld]").encode())
    concepts, _ = parse(document, tuple[Concept, ...], None)
    (found,) = check_glossary(concepts or (), THEMES, LAWS)
    told = to_diagnostic(document, found)
    assert (told.place.line, told.field) == (6, "[1].verwant[1]")
    assert told.message == "'schuld' staat niet in de lijst begrippen; bedoelde u 'schulden'?"
    assert told.tip == "schrijf: schulden"


def test_the_check_uses_codes_that_have_words() -> None:
    found = check(concept("a", synoniemen=("a",), verwant=("x",), thema="y", wet="z"), concept("a", "b"))
    assert {item.code for item in found} == {"dubbele-waarde", "onbekende-term"}
    assert {item.code for item in found} <= WORDINGS.keys()
