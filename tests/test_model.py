"""The record model: what a field accepts, what it makes of it, and that its own documentation is true."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from support.examples import BASIS, PROJECT, lay_out

from generator.cli import main
from generator.load import load
from generator.parse.congress import Congress
from generator.parse.guide import dotted
from generator.parse.model import Practice
from generator.parse.parser import parse
from generator.parse.rules import PRACTICE_RULES
from generator.parse.schema import schema_texts
from generator.read.source import read_document
from generator.registers.registers import Registers

RECORD = (BASIS / "practices/huizen/buurtkamer.yml").read_text("utf-8")


@pytest.fixture(scope="module")
def registers() -> Registers:
    return load(PROJECT, [PROJECT / "practices" / "none"])[0].registers


def read(text: str, registers: Registers) -> tuple[Practice | None, list[tuple[str, str]]]:
    """Return the practice and the code and field of each problem."""
    practice, found = parse(read_document("p.yml", text.encode()), Practice, registers, PRACTICE_RULES)
    return practice, [(d.code, d.field) for d in found]


def changed(old: str, new: str) -> str:
    assert old in RECORD
    return RECORD.replace(old, new, 1)


def records_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from records_in(part)


def all_fields(model: type[BaseModel], path: str) -> Iterator[tuple[str, FieldInfo]]:
    """Every field of a record and of the records in it, with the path at which it stands."""
    for name, info in model.model_fields.items():
        yield f"{path}.{name}", info
        for inner in records_in(info.annotation):
            yield from all_fields(inner, f"{path}.{name}")


FIELDS = [*all_fields(Practice, "praktijk"), *all_fields(Congress, "congres")]


@pytest.mark.parametrize(("path", "info"), FIELDS, ids=[path for path, _ in FIELDS])
def test_each_field_says_what_goes_in_it(path: str, info: FieldInfo) -> None:
    assert info.title, path
    if "jaarlijks." in path or "eenmalig." in path or "per_deelnemer." in path or "bedrag." in path:
        return  # the bounds of a range need no more than a title
    assert info.description
    assert info.description.endswith("."), "a full sentence, for it is shown as one"


def test_each_example_is_a_value_that_its_field_accepts(registers: Registers) -> None:
    """Tips tell people to type the examples of the model, so these must be right."""
    checked = 0
    for path, info in FIELDS:
        for example in info.examples or ():
            typed = tuple(map(str, example)) if isinstance(example, list) else str(example)
            if path.endswith((".samenvatting", ".aanpak")) and len(str(typed)) < 80:
                continue
            kind = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
            try:
                TypeAdapter(kind).validate_python(typed, context=registers)
            except ValidationError as error:
                pytest.fail(f"{path}: {error}")
            checked += 1
    assert checked > 60


def test_schema_files_are_those_of_the_model(registers: Registers) -> None:
    for name, text in schema_texts(registers).items():
        assert (PROJECT / "schema" / name).read_text("utf-8") == text, "run: praktijken schema"


def test_a_practice_is_frozen(registers: Registers) -> None:
    practice, found = read(RECORD, registers)
    assert found == []
    assert practice is not None
    with pytest.raises(ValidationError, match="frozen"):
        practice.titel = "Anders"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        practice.bewijs.niveau = "effectonderzoek"  # type: ignore[misc]


COSTS = "  jaarlijks: {typed}\n  prijspeil: 2024\n  zekerheid: geraamd\n  bron: Een jaar buurtkamer\n"
PLACES = {
    "kosten.jaarlijks": ("  bekend: nee\n", COSTS),
    "kosten.fte": ("  bekend: nee", "  fte: {typed}"),
    "kosten.deelnemers_per_jaar": ("  bekend: nee", "  deelnemers_per_jaar: {typed}"),
    "kosten.bekend": ("bekend: nee", "bekend: {typed}"),
    "periode.van": ("themas:", "periode:\n  van: {typed}\nthemas:"),
    "bronnen[1].datum": ("2024-05", "{typed}"),
    "toegevoegd_op": ("2026-11-22", "{typed}"),
    "contact.telefoon": ("14 035", "{typed}"),
    "contact.website": ("telefoon: 14 035", "website: {typed}"),
    "contact.email": ("telefoon: 14 035", "email: {typed}"),
    "oude_ids[1]": ("toegevoegd_op", "oude_ids: ['{typed}']\ntoegevoegd_op"),
    "gemeenten[1]": ("GM0406", "{typed}"),
}


def value_at(practice: BaseModel, field: str) -> Any:
    value: Any = practice
    for step in field.replace("[1]", ".0").split("."):
        value = value[int(step)] if step.isdigit() else getattr(value, step)
    return value


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("kosten.jaarlijks", "0", 0),
        ("kosten.jaarlijks", "58000000", 58_000_000),
        ("kosten.fte", "1.5", 1.5),
        ("kosten.fte", "2", 2),
        ("kosten.fte", "0.125", 0.125),
        ("kosten.bekend", "nee", "nee"),
        ("periode.van", "2015", 2015),
        ("periode.van", "onbekend", "onbekend"),
        ("bronnen[1].datum", "2024", "2024"),
        ("bronnen[1].datum", "2024-02-29", "2024-02-29"),
        ("bronnen[1].datum", "onbekend", "onbekend"),
        ("toegevoegd_op", "2024-02-29", date(2024, 2, 29)),
        ("contact.telefoon", "0344 12 34 56", "0344 12 34 56"),
        ("contact.telefoon", "+31 35 528 19 11", "+31 35 528 19 11"),
        ("contact.website", "https://www.huizen.nl/a-b_c?d=%20#e", "https://www.huizen.nl/a-b_c?d=%20#e"),
        ("contact.email", "info@huizen.nl", "info@huizen.nl"),
        ("oude_ids[1]", "no", "no"),
        ("oude_ids[1]", "0344", "0344"),
    ],
)
def test_a_field_makes_its_own_kind_of_text(field: str, typed: str, value: Any, registers: Registers) -> None:
    old, new = PLACES[field]
    practice, found = read(changed(old, new.replace("{typed}", typed)), registers)
    assert found == []
    assert practice is not None
    made = value_at(practice, field)
    assert (made, type(made)) == (value, type(value))


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("kosten.jaarlijks", "9" * 5000, "geen-bedrag"),
        ("kosten.jaarlijks", "-1", "geen-bedrag"),
        ("kosten.jaarlijks", "1.250", "geen-bedrag"),
        ("kosten.jaarlijks", "1e6", "geen-bedrag"),
        ("kosten.jaarlijks", "٣", "geen-bedrag"),
        ("kosten.jaarlijks", "0344", "geen-bedrag"),
        ("kosten.jaarlijks", "[1, 2]", "meer-dan-een"),
        ("kosten.jaarlijks", "{van: 1, tot: veel}", "geen-bedrag"),
        ("kosten.fte", "nan", "geen-getal"),
        ("kosten.fte", "1.250", "geen-getal"),
        ("kosten.fte", "1,5", "geen-getal"),
        ("kosten.fte", "-1", "te-klein"),
        ("kosten.fte", "{a: b}", "geen-tekst"),
        ("kosten.deelnemers_per_jaar", "1.5", "geen-getal"),
        ("kosten.bekend", "no", "keuze"),
        ("kosten.bekend", "false", "keuze"),
        ("periode.van", "20:15", "geen-jaar"),
        ("periode.van", "15", "geen-jaar"),
        ("periode.van", "2015-01-01", "geen-jaar"),
        ("periode.van", "٢٠١٥", "geen-jaar"),
        ("bronnen[1].datum", "2023-02-30", "dag-bestaat-niet"),
        ("bronnen[1].datum", "2024-13", "geen-datum"),
        ("bronnen[1].datum", "0000", "geen-datum"),
        ("toegevoegd_op", "2023-02-30", "dag-bestaat-niet"),
        ("toegevoegd_op", "onbekend", "niet-ingevuld"),
        ("toegevoegd_op", "9999-01-01", "geen-datum"),
        ("contact.telefoon", "20:23", "geen-telefoon"),
        ("contact.website", "http://localhost/", "niet-openbaar"),
        ("contact.website", "https://127.0.0.1/", "geen-url"),
        ("contact.website", "https://u:p@huizen.nl/", "geen-url"),
        ("contact.website", "https://huizen.nl:8080/", "geen-url"),
        ("contact.website", "javascript:alert(1)", "geen-url"),
        ("contact.website", "//huizen.nl/", "geen-url"),
        ("contact.website", "https://huizen.nl/" + "a" * 500, "te-lang"),
        ("contact.email", "a@b", "geen-email"),
        ("oude_ids[1]", "../../etc/passwd", "geen-id"),
        ("oude_ids[1]", "a--b", "geen-id"),
        ("gemeenten[1]", "GM9999", "onbekende-gemeente"),
    ],
)
def test_a_field_refuses_what_it_could_misread(field: str, typed: str, code: str, registers: Registers) -> None:
    old, new = PLACES[field]
    practice, found = read(changed(old, new.replace("{typed}", typed)), registers)
    assert practice is None
    assert [c for c, _ in found] == [code], "one mistake, one problem"
    assert found[0][1].startswith(field)


def test_an_unknown_amount_is_never_nought(registers: Registers) -> None:
    practice, _ = read(RECORD, registers)
    assert practice is not None
    assert practice.kosten.jaarlijks is None
    assert practice.kosten.bekend == "nee"


def test_a_mistyped_name_is_one_problem_and_not_also_a_missing_field(registers: Registers) -> None:
    _, found = read(changed("  soort: gemeente", "  sort: gemeente"), registers)
    assert found == [("onbekend-veld", "eigenaar.sort")]


def test_a_list_is_not_too_short_because_its_items_are_wrong(registers: Registers) -> None:
    _, found = read(changed("[wijkteams]", "[wijkteam]"), registers)
    assert found == [("onbekende-term", "themas[1]")]


def test_the_name_of_a_bound_is_no_part_of_the_path(registers: Registers) -> None:
    """Unions put names of their own in the paths of pydantic; here a field even has such a name."""
    saving = "  bespaart:\n    toelichting: Minder ritten met de taxi.\n    bron: Een jaar buurtkamer\n"
    _, found = read(changed("  toelichting: Geen bron noemt bedragen.\n", saving), registers)
    assert ("ontbrekend-veld", "kosten.bespaart.bedrag") in found
    _, found = read(changed("  bekend: nee\n", COSTS.replace("{typed}", "{van: 1}")), registers)
    assert found == [("ontbrekend-veld", "kosten.jaarlijks.tot")]


def test_rules_speak_even_when_other_fields_are_wrong(registers: Registers) -> None:
    wrong = changed("status: lopend", "status: gestopt").replace("telefoon: 14 035", "afdeling: w")
    _, found = read(wrong.replace("soort: voorziening", "soort: iets"), registers)
    assert set(found) == {
        ("keuze", "soort"),
        ("te-kort", "contact.afdeling"),
        ("gestopt-zonder-lessen", "status"),
        ("contact-leeg", "contact"),
    }


def test_problems_of_all_files_are_reported_at_once(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(BASIS, tmp_path)
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "practices" / "huizen"
    (folder / "een.yml").write_text(changed("status: lopend", "status: x").replace("14 035", "x"), "utf-8")
    (folder / "twee.yml").write_text(changed("titel: Buurtkamer", "titel: 'x"), "utf-8")
    (folder / "drie.yml").write_text(changed("naam: gemeente Huizen", "naam: gemeente Utrecht"), "utf-8")
    assert main(["check"]) == 1
    report = capsys.readouterr().out
    assert [line.split(": fout[")[0] for line in report.splitlines() if "fout[" in line] == [
        "practices/huizen/drie.yml:9:9",
        "practices/huizen/een.yml:6:9",
        "practices/huizen/een.yml:21:13",
        "practices/huizen/twee.yml:1:8",
    ]


def test_paths_count_from_one() -> None:
    assert dotted(("resultaten", 1, "bron")) == "resultaten[2].bron"
    assert dotted((0, "praktijk")) == "[1].praktijk"
    assert dotted(()) == ""
