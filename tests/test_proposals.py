"""What was probably meant by a refused value: right where it is certain, and nothing where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load import load
from generator.parse.proposals import propose
from generator.read.syntax import quoted
from generator.registers.registers import Registers, suggest


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("geen-bedrag", "€ 1.250,-", "1250"),
        ("geen-bedrag", "1.250.000 euro", "1250000"),
        ("geen-bedrag", "1250,00", "1250"),
        ("geen-bedrag", "1250.50", "1251"),
        ("geen-bedrag", "1,2 miljoen", "1200000"),
        ("geen-bedrag", "12 duizend", "12000"),
        ("geen-bedrag", "€ 10.000 - € 20.000", "{van: 10000, tot: 20000}"),
        ("geen-bedrag", "20.000 tot 10.000", ""),
        ("geen-bedrag", "ongeveer 5", "5"),
        ("geen-bedrag", "ca. € 5.000 per jaar", "5000"),
        ("geen-bedrag", "5.000 (raming)", "5000"),
        ("geen-bedrag", "5000 excl. btw", "5000"),
        ("geen-bedrag", "5k", "5000"),
        ("geen-bedrag", "2 ton", "200000"),
        ("geen-bedrag", "5-6k", "{van: 5000, tot: 6000}"),
        ("geen-bedrag", "tussen 10.000 en 20.000", "{van: 10000, tot: 20000}"),
        ("geen-bedrag", "5\u00a0000", "5000"),
        ("geen-bedrag", "max. 5000", ""),
        ("geen-bedrag", "vanaf 5000", ""),
        ("geen-bedrag", "5,000", ""),
        ("geen-bedrag", "5 of 6", ""),
        ("geen-bedrag", "-5", ""),
        ("geen-bedrag", "1.25.0", ""),
        ("geen-bedrag", "9" * 500, ""),
        ("geen-getal", "1,5", "1.5"),
        ("geen-getal", "1.250", "1250"),
        ("geen-getal", "0344", "344"),
        ("geen-getal", "ruim 58", "58"),
        ("geen-getal", "58 tot 60", ""),
        ("geen-getal", "1e5", ""),
        ("geen-getal", "12.5", ""),
        ("geen-getal", "-3", ""),
        ("geen-tijd", "9.30", "09:30"),
        ("geen-tijd", "9:30 uur", "09:30"),
        ("geen-tijd", "om 14 uur", "14:00"),
        ("geen-tijd", "van 9u30 tot 10.15 uur", "09:30-10:15"),
        ("geen-tijd", "09:30 – 10:15", "09:30-10:15"),
        ("geen-tijd", "10.15 - 9.30", ""),
        ("geen-tijd", "25.00", ""),
        ("geen-tijd", "9.75", ""),
        ("geen-tijd", "na de lunch", ""),
        ("geen-datum", "22-11-2026", "2026-11-22"),
        ("geen-datum", "22 November 2026", "2026-11-22"),
        ("geen-datum", "2026/1/5", "2026-01-05"),
        ("geen-datum", "2026-11-22T10:00", "2026-11-22"),
        ("geen-datum", "zondag 22 nov. 2026", "2026-11-22"),
        ("geen-datum", "November 22nd, 2026", "2026-11-22"),
        ("geen-datum", "11/22/2026", "2026-11-22"),
        ("geen-datum", "46348", "2026-11-22"),
        ("geen-datum", "22-11-26", ""),
        ("geen-datum", "12345", ""),
        ("geen-datum", "31-02-2026", ""),
        ("geen-datum", "11/2026", ""),
        ("geen-jaar", "sinds 2015", "2015"),
        ("geen-jaar", "2015-2019", ""),
        ("geen-jaar", "20150", ""),
        ("geen-url", "www.huizen.nl/a", "https://www.huizen.nl/a"),
        ("geen-url", "htpps://www.huizen.nl", "https://www.huizen.nl"),
        ("geen-url", "https:/www.huizen.nl/a", "https://www.huizen.nl/a"),
        ("geen-url", "<https://www.huizen.nl>", "https://www.huizen.nl"),
        ("geen-url", "[Huizen](https://www.huizen.nl)", "https://www.huizen.nl"),
        ("geen-url", "https://www.huizen.nl/café", "https://www.huizen.nl/caf%C3%A9"),
        ("geen-url", "https://www,huizen.nl", ""),
        ("geen-url", "https://gebruiker:geheim@huizen.nl", ""),
        ("geen-url", "ftp://huizen.nl", ""),
        ("geen-url", "javascript:alert(1)", ""),
        ("geen-url", "info@huizen.nl", ""),
        ("geen-email", "mailto:info@huizen.nl", "info@huizen.nl"),
        ("geen-email", "info @huizen.nl", "info@huizen.nl"),
        ("geen-email", "info [at] huizen.nl", "info@huizen.nl"),
        ("geen-email", "info@huizen.nl.", "info@huizen.nl"),
        ("geen-email", "info@huizen,nl", "info@huizen.nl"),
        ("geen-email", "[info@huizen.nl](mailto:info@huizen.nl)", "info@huizen.nl"),
        ("geen-email", "info@huizen", ""),
        ("geen-email", "a@b.nl, c@d.nl", ""),
        ("geen-telefoon", "(035) 528 19 11", "035 528 19 11"),
        ("geen-telefoon", "035-5281911 (balie)", "035-5281911"),
        ("geen-telefoon", "geen", ""),
        ("geen-id", "Tom in de Buurt.yml", "tom-in-de-buurt"),
        ("geen-id", "https://x.nl/praktijken/leertafel/", "leertafel"),
        ("keuze", "x", ""),
    ],
)
def test_meaning_of_a_value(code: str, typed: str, meant: str) -> None:
    assert propose(code, typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mei 2024", "2024-05"),
        ("05-2024", "2024-05"),
        ("2024-1", "2024-01"),
        ("13-2024", ""),
        ("voorjaar 2024", "2024"),
        ("ca. 2024", "2024"),
    ],
)
def test_a_date_of_a_source_may_lack_its_day(typed: str, meant: str) -> None:
    assert propose("geen-datum", typed, whole_day=False) == meant
    assert propose("geen-datum", typed) == ""


@pytest.mark.parametrize(
    ("line", "better"),
    [
        ("titel: Een: twee", 'titel: "Een: twee"'),
        ('  - titel: Een "twee"', "- titel: 'Een \"twee\"'"),
        ("titel: 's Middags", 'titel: "\'s Middags"'),
        ("titel: 'Thema's'", 'titel: "Thema\'s"'),
        (r'titel: "C:\schijf"', r"titel: 'C:\schijf'"),
        ("titel: 'a' en \"b\"", ""),
        ("Een twee: drie", ""),
        ("titel: " + "x" * 80, ""),
    ],
)
def test_quotes_around_a_value(line: str, better: str) -> None:
    assert quoted(line) == better


def test_a_suggestion_is_near_or_not_made() -> None:
    assert suggest("samenvating", ["samenvatting", "soort"]) == "samenvatting"
    assert suggest("LOPEND", ["pilot", "lopend"]) == "lopend"
    assert suggest("loopt", ["pilot", "lopend"]) == ""
    assert suggest("x", []) == ""
    assert suggest("gestart", ["gestopt", "lopend"]) == ""


@pytest.fixture(scope="module")
def registers() -> Registers:
    """The real registers."""
    root = Path(__file__).resolve().parents[1]
    return load(root, [root / "practices" / "huizen"])[0].registers


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Den Bosch", "GM0796"),
        ("den bosh", "GM0796"),
        ("'s-Hertogenbosch", "GM0796"),
        ("Den Haag", "GM0518"),
        ("’s-Gravenhage", "GM0518"),
        ("gemeente Nuenen", "GM0820"),
        ("Sneek", "GM1900"),
        ("Winschoten", "GM1895"),  # one letter from Bunschoten, but its own name goes first
        ("Groningen", "GM0014"),  # also a province
        ("Weesp", "GM0457"),  # abolished, and still an answer
        ("344", "GM0344"),
    ],
)
def test_a_name_of_a_municipality_gives_its_code(typed: str, code: str, registers: Registers) -> None:
    problem = registers.municipality_problem(typed)
    assert problem is not None
    assert problem[1]["bedoeld"] == code
    assert problem[1]["naam"] == registers.municipalities.name(code) != ""


@pytest.mark.parametrize(
    ("typed", "possible"),
    [
        ("Friesland", "de provincie Fryslân"),
        ("Fryslân", "de provincie Fryslân"),
        ("Zeeland", "de provincie Zeeland"),
        ("Bergen", "GM0373 (Bergen (NH)) of GM0893 (Bergen (L))"),
        ("Antwerpen", ""),
        ("Veluwe", ""),
    ],
)
def test_a_name_that_gives_no_single_code_proposes_none(typed: str, possible: str, registers: Registers) -> None:
    problem = registers.municipality_problem(typed)
    assert problem == ("onbekende-gemeente", {"waarde": typed, "mogelijk": possible})


def test_no_date_is_proposed_that_would_be_refused_again() -> None:
    assert propose("geen-datum", "1 mei 1726") == propose("geen-datum", "2462-11-22") == ""
