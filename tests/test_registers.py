"""The registers and vocabularies in schema/ are complete, closed and consistent."""

import csv
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

SCHEMA = Path(__file__).resolve().parents[1] / "schema"
VOCABULARIES = ("databanken", "doelgroepen", "themas", "wetten")

GEMEENTE_COLUMNS = [
    "code",
    "naam",
    "officiele_naam",
    "provincie",
    "grootteklasse",
    "breedtegraad",
    "lengtegraad",
    "tooi",
]
HERINDELING_COLUMNS = ["oude_code", "oude_naam", "ingangsdatum", "nieuwe_code", "gesplitst"]
BIJNAAM_COLUMNS = ["bijnaam", "bedoeld"]
COMMON_KEYS = ["id", "naam", "omschrijving"]
EXTRA_KEYS = {
    "databanken": ["beheerder", "url", "niveaus"],
    "doelgroepen": ["tooi"],
    "themas": ["tooi", "iv3", "wetten", "waarde"],
    "wetten": ["afkorting", "bwb"],
}
ENTRY_COUNTS = {"doelgroepen": (12, 20), "themas": (12, 25)}

# How many municipalities of 2026 fall in each class: a wrong bound or a slipped row shows here.
SIZE_CLASSES = {
    "tot-20000": 66,
    "20000-50000": 179,
    "50000-100000": 65,
    "100000-150000": 14,
    "150000-250000": 14,
    "vanaf-250000": 4,
}
PROVINCES = {
    "Drenthe": 12,
    "Flevoland": 6,
    "Fryslân": 18,
    "Gelderland": 51,
    "Groningen": 10,
    "Limburg": 31,
    "Noord-Brabant": 56,
    "Noord-Holland": 44,
    "Overijssel": 25,
    "Utrecht": 26,
    "Zeeland": 13,
    "Zuid-Holland": 50,
}
# The European Netherlands, a tenth of a degree wide of the outermost municipalities.
LATITUDES = (50.7, 53.6)
LONGITUDES = (3.3, 7.3)
# The middle of five cities, far apart: points that were shifted by a row end up elsewhere.
LANDMARKS = {
    "GM0014": (53.22, 6.57),
    "GM0344": (52.09, 5.12),
    "GM0518": (52.08, 4.31),
    "GM0772": (51.44, 5.48),
    "GM0935": (50.85, 5.69),
}
SPLIT = {
    "GM0053": {"GM1966", "GM1969"},
    "GM0140": {"GM0080", "GM1900", "GM1949"},
    "GM0788": {"GM0757", "GM0824", "GM0855", "GM0865"},
    "GM1671": {"GM0796", "GM0828"},
}
# The task fields of the social domain and public health, in the Iv3 division as of 2025.
# fmt: off
IV3_CODES = frozenset(
    {
        "6.1", "6.21", "6.22", "6.23", "6.3", "6.4", "6.5", "6.60", "6.711", "6.712", "6.713",
        "6.714", "6.751", "6.752", "6.753", "6.761", "6.762", "6.763", "6.791", "6.792", "6.811",
        "6.812", "6.821", "6.822", "6.91", "6.92", "7.1",
    }
)
# fmt: on
REQUIRED_THEMES = frozenset(
    {
        "burgerparticipatie",
        "dementie",
        "eenzaamheid",
        "huisvesting",
        "inkoop-en-bekostiging",
        "jeugd-naar-volwassen",
        "mantelzorg",
        "preventie",
        "schulden",
        "verantwoording",
        "wijkteams",
    }
)
BWB = {
    "jeugdwet": "BWBR0034925",
    "participatiewet": "BWBR0015703",
    "wgs": "BWBR0031331",
    "wmo-2015": "BWBR0035362",
    "wpg": "BWBR0024705",
}
VALUES = {"bestaanszekerheid", "gezond-samenleven", "kansengelijkheid", "geen"}
LEVELS = [
    "goed_beschreven",
    "goed_onderbouwd",
    "eerste_aanwijzingen",
    "goede_aanwijzingen",
    "sterke_aanwijzingen",
]
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
TOOI_CONCEPT = re.compile(r"https://identifier\.overheid\.nl/tooi/def/thes/top/c_[0-9a-f]{8}")
SENTENCES = re.compile(r"[A-Z][^.?!]*[.?!](?: [A-Z][^.?!]*[.?!])?")


def rows(name: str) -> list[dict[str, str]]:
    with (SCHEMA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def header(name: str) -> list[str]:
    return (SCHEMA / name).read_text(encoding="utf-8").split("\n", 1)[0].split(",")


def entries(name: str) -> list[dict[str, Any]]:
    text = (SCHEMA / "vocabularies" / f"{name}.yml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = yaml.safe_load(text)
    return found


def tally(values: list[str]) -> dict[str, int]:
    return {value: values.count(value) for value in values}


def register_files() -> list[Path]:
    return sorted([*SCHEMA.glob("*.csv"), *(SCHEMA / "vocabularies").glob("*.yml")])


# -- every file ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", register_files(), ids=lambda path: path.name)
def test_file_is_plain_utf8_with_unix_lines(path: Path) -> None:
    content = path.read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert not content.endswith(b"\n\n")
    content.decode("utf-8")


# -- municipalities -----------------------------------------------------------------------------


def test_gemeenten_columns() -> None:
    assert header("gemeenten.csv") == GEMEENTE_COLUMNS
    assert all(None not in row and all(row.values()) for row in rows("gemeenten.csv"))


def test_gemeenten_are_342_unique_sorted_codes() -> None:
    codes = [row["code"] for row in rows("gemeenten.csv")]
    assert len(codes) == 342
    assert len(set(codes)) == 342
    assert codes == sorted(codes)
    assert all(re.fullmatch(r"GM\d{4}", code) for code in codes)


def test_gemeenten_names_are_unique_and_trimmed() -> None:
    for column in ("naam", "officiele_naam"):
        names = [row[column] for row in rows("gemeenten.csv")]
        assert len(set(names)) == len(names)
        assert all(name == name.strip() for name in names)


def test_preferred_name_differs_from_the_official_one_in_the_hague_only() -> None:
    differing = {
        (row["code"], row["naam"], row["officiele_naam"])
        for row in rows("gemeenten.csv")
        if row["naam"] != row["officiele_naam"]
    }
    assert differing == {("GM0518", "Den Haag", "'s-Gravenhage")}


def test_size_classes_are_closed_and_filled_as_counted() -> None:
    assert tally([row["grootteklasse"] for row in rows("gemeenten.csv")]) == SIZE_CLASSES


def test_provinces_are_the_twelve_and_filled_as_counted() -> None:
    assert tally([row["provincie"] for row in rows("gemeenten.csv")]) == PROVINCES


def test_points_lie_in_the_netherlands() -> None:
    outside = [
        row["code"]
        for row in rows("gemeenten.csv")
        if not LATITUDES[0] < float(row["breedtegraad"]) < LATITUDES[1]
        or not LONGITUDES[0] < float(row["lengtegraad"]) < LONGITUDES[1]
    ]
    assert outside == []


def test_points_belong_to_their_own_municipality() -> None:
    points = {row["code"]: (float(row["breedtegraad"]), float(row["lengtegraad"])) for row in rows("gemeenten.csv")}
    assert len(set(points.values())) == len(points)
    for code, landmark in LANDMARKS.items():
        assert points[code] == pytest.approx(landmark, abs=0.06)


def test_tooi_address_follows_the_code() -> None:
    base = "https://identifier.overheid.nl/tooi/id/gemeente/"
    for row in rows("gemeenten.csv"):
        assert row["tooi"] == base + row["code"].lower()


# -- mergers ------------------------------------------------------------------------------------


def test_herindelingen_columns() -> None:
    assert header("herindelingen.csv") == HERINDELING_COLUMNS
    assert all(None not in row and all(row.values()) for row in rows("herindelingen.csv"))


def test_herindelingen_are_84_codes_sorted_without_repeats() -> None:
    keys = [(row["oude_code"], row["nieuwe_code"]) for row in rows("herindelingen.csv")]
    assert len(set(keys)) == len(keys)
    assert keys == sorted(keys)
    assert len({old for old, _ in keys}) == 84


def test_abolished_codes_are_no_longer_valid() -> None:
    valid = {row["code"] for row in rows("gemeenten.csv")}
    assert {row["oude_code"] for row in rows("herindelingen.csv")} & valid == set()


def test_successors_exist() -> None:
    valid = {row["code"] for row in rows("gemeenten.csv")}
    assert {row["nieuwe_code"] for row in rows("herindelingen.csv")} - valid == set()


def test_only_the_four_split_municipalities_are_marked_as_split() -> None:
    successors: defaultdict[str, set[str]] = defaultdict(set)
    marks: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows("herindelingen.csv"):
        successors[row["oude_code"]].add(row["nieuwe_code"])
        marks[row["oude_code"]].add(row["gesplitst"])
    assert {old: new for old, new in successors.items() if len(new) > 1} == SPLIT
    assert marks == {old: {"ja" if old in SPLIT else "nee"} for old in successors}


def test_one_abolished_municipality_has_one_name_and_one_date() -> None:
    facts: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows("herindelingen.csv"):
        facts[row["oude_code"]].add((row["oude_naam"], row["ingangsdatum"]))
        assert re.fullmatch(r"20(1[5-9]|2[0-6])-(0[1-9]|1[0-2])-[0-3]\d", row["ingangsdatum"])
    assert all(len(fact) == 1 for fact in facts.values())


# -- nicknames ----------------------------------------------------------------------------------


def test_bijnamen_columns() -> None:
    assert header("bijnamen.csv") == BIJNAAM_COLUMNS
    assert all(None not in row and all(row.values()) for row in rows("bijnamen.csv"))


def test_nicknames_are_sorted_without_repeats() -> None:
    lines = [(row["bijnaam"], row["bedoeld"]) for row in rows("bijnamen.csv")]
    assert len(set(lines)) == len(lines) == 80
    assert lines == sorted(lines)


def test_nicknames_mean_a_municipality_of_today_or_a_province() -> None:
    known = {row["code"] for row in rows("gemeenten.csv")} | PROVINCES.keys()
    assert {row["bedoeld"] for row in rows("bijnamen.csv")} - known == set()


def test_a_nickname_is_no_name_that_a_register_has() -> None:
    names = {row[column].lower() for row in rows("gemeenten.csv") for column in ("naam", "officiele_naam", "provincie")}
    names |= {row["oude_naam"].lower() for row in rows("herindelingen.csv")}
    assert {row["bijnaam"].lower() for row in rows("bijnamen.csv")} & names == set()


# -- vocabularies -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", VOCABULARIES)
def test_vocabulary_has_no_anchors_aliases_or_tags(name: str) -> None:
    text = (SCHEMA / "vocabularies" / f"{name}.yml").read_text(encoding="utf-8")
    forbidden = (yaml.AnchorToken, yaml.AliasToken, yaml.TagToken)
    assert not any(isinstance(token, forbidden) for token in yaml.scan(text))


@pytest.mark.parametrize("name", VOCABULARIES)
def test_vocabulary_keys(name: str) -> None:
    for entry in entries(name):
        assert list(entry) == COMMON_KEYS + EXTRA_KEYS[name], entry["id"]


@pytest.mark.parametrize("name", VOCABULARIES)
def test_vocabulary_ids_are_unique_sorted_slugs(name: str) -> None:
    ids = [entry["id"] for entry in entries(name)]
    assert len(set(ids)) == len(ids)
    assert ids == sorted(ids)
    assert all(SLUG.fullmatch(identifier) for identifier in ids)


@pytest.mark.parametrize("name", VOCABULARIES)
def test_vocabulary_names_are_unique_and_descriptions_short(name: str) -> None:
    found = entries(name)
    assert len({entry["naam"] for entry in found}) == len(found)
    for entry in found:
        assert entry["naam"][0].isupper(), entry["id"]
        assert SENTENCES.fullmatch(entry["omschrijving"]), entry["id"]


@pytest.mark.parametrize("name", sorted(ENTRY_COUNTS))
def test_vocabulary_stays_short(name: str) -> None:
    least, most = ENTRY_COUNTS[name]
    assert least <= len(entries(name)) <= most


@pytest.mark.parametrize("name", ["doelgroepen", "themas"])
def test_tooi_concept_has_the_shape_of_the_official_list(name: str) -> None:
    for entry in entries(name):
        assert entry["tooi"] == "geen" or TOOI_CONCEPT.fullmatch(entry["tooi"]), entry["id"]


def test_required_themes_are_present() -> None:
    assert REQUIRED_THEMES - {entry["id"] for entry in entries("themas")} == set()


def test_iv3_codes_are_text_from_the_official_list() -> None:
    for theme in entries("themas"):
        if theme["iv3"] == "geen":
            continue
        assert theme["iv3"] == sorted(set(theme["iv3"])), theme["id"]
        assert set() < set(theme["iv3"]) <= IV3_CODES, theme["id"]


def test_themes_name_known_laws() -> None:
    known = {entry["id"] for entry in entries("wetten")}
    for theme in entries("themas"):
        assert theme["wetten"] == sorted(set(theme["wetten"])), theme["id"]
        assert set(theme["wetten"]) <= known, theme["id"]


def test_theme_values_are_closed_and_each_used() -> None:
    assert {entry["waarde"] for entry in entries("themas")} == VALUES


def test_laws_carry_the_confirmed_bwb_number_or_say_unknown() -> None:
    found = {entry["id"]: entry["bwb"] for entry in entries("wetten")}
    assert {law: found.get(law) for law in BWB} == BWB
    assert {found[law] for law in found.keys() - BWB.keys()} <= {"onbekend"}


def test_databanks_grant_known_levels_from_low_to_high() -> None:
    for databank in entries("databanken"):
        levels = databank["niveaus"]
        assert levels, databank["id"]
        assert levels == [level for level in LEVELS if level in levels], databank["id"]


def test_databank_addresses_are_secure_or_unknown() -> None:
    for databank in entries("databanken"):
        assert databank["url"] == "onbekend" or databank["url"].startswith("https://")
