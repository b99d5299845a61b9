"""Practices go through a spreadsheet and come back as they were; what people type into one is understood or named."""

from __future__ import annotations

import io
import re
import types
import typing
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from pydantic import BaseModel
from support.examples import BASIS, lay_out
from support.site import PROJECT

from generator.catalogue import Catalogue
from generator.cli import main
from generator.diagnostics import Diagnostic
from generator.load import load
from generator.messages import WORDINGS
from generator.parse.model import Practice
from generator.parse.parser import parse
from generator.parse.rules import PRACTICE_RULES
from generator.read.source import read_document
from generator.sheet_messages import CELL_TIPS, SHEET_WORDINGS
from generator.spreadsheet.document import RowDocument
from generator.spreadsheet.layout import plan_sheets
from generator.spreadsheet.reading import read_tables
from generator.spreadsheet.rows import RowReader
from generator.spreadsheet.values import join_list, split_list
from generator.spreadsheet.workbook import write_template, write_workbook
from generator.write.record import write_record

TODAY = date(2026, 11, 22)
ROW: Mapping[str, Any] = {
    "titel": "Naaiatelier",
    "samenvatting": "Buurtgenoten herstellen kleding voor elkaar. Wie wil leren naaien, krijgt les van vrijwilligers.",
    "soort": "voorziening",
    "status": "lopend",
    "gemeenten": "Huizen",
    "eigenaar.naam": "gemeente Huizen",
    "eigenaar.soort": "gemeente",
    "themas": "Sociale basis",
    "doelgroepen": "Buurtbewoners",
    "aanpak": "Vrijwilligers zetten elke donderdag de machines klaar. Kapotte kleding gaat heel mee naar huis.",
    "bewijs.niveau": "praktijkverhaal",
    "bewijs.toelichting": "De wethouder vertelt het zelf. Cijfers ontbreken.",
    "kosten.bekend": "nee",
    "kosten.toelichting": "Geen bron noemt bedragen.",
    "contact.telefoon": "14 035",
    "bronnen.1.titel": "Naald en draad",
    "bronnen.1.uitgever": "gemeente Huizen",
    "bronnen.1.datum": "2024-05",
    "bronnen.1.soort": "verslag",
}
"""A row with all that a practice must have."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(PROJECT)[0]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue with one practice, as the working folder."""
    lay_out(BASIS, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def workbook(**sheets: list[list[Any]]) -> bytes:
    """Make an XLSX file of sheets by name."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book: Any) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def sheet_of(*rows: Mapping[str, Any]) -> list[list[Any]]:
    names = list(dict.fromkeys(name for row in rows for name in row))
    return [names, *([row.get(name) for name in names] for row in rows)]


def read(catalogue: Catalogue, data: bytes, name: str = "blad.xlsx") -> tuple[list[RowDocument], list[Diagnostic]]:
    reader = RowReader(name, catalogue.registers, TODAY)
    return list(reader.read(read_tables(name, data))), reader.problems


def read_one(catalogue: Catalogue, **changed: Any) -> tuple[Practice | None, list[Diagnostic]]:
    """Read a row in which some cells are changed; returns the practice with all problems."""
    row = {**ROW, **{name.replace("__", "."): value for name, value in changed.items()}}
    (document,), problems = read(catalogue, workbook(Praktijken=sheet_of(row)))
    practice, refused = parse(document, Practice, catalogue.registers)
    return practice, [*problems, *refused]


def filled(annotation: Any, name: str = "") -> Any:
    """Make a value of a type of the model, as the text of a record; every field of a block gets one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {key: field_value(info, key) for key, info in annotation.model_fields.items()}
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Literal:
        return parts[0]
    if origin in (typing.Union, types.UnionType):
        return filled(next(part for part in parts if part is not type(None)), name)
    if origin is typing.Annotated:
        return filled(parts[0], name)
    if origin is tuple:
        return [filled(parts[0], name)] * 1
    return {int: "2024", date: "2024-05-30"}.get(annotation, f"tekst van {name} = 1; 'twee' \"drie\"")


TERMS = {
    "gemeenten": ["GM0406", "GM0003"],
    "gemeente": "GM1884",
    "themas": ["wijkteams", "schulden"],
    "doelgroepen": ["ouderen"],
    "wettelijk_kader": ["wmo-2015"],
    "databank": "movisie-effectieve-sociale-interventies",
    "website": "https://www.huizen.nl",
    "url": "https://www.huizen.nl/a?b=1",
    "email": "info@huizen.nl",
    "telefoon": "035 528 19 11",
    "datum": "2024-05-30",
    "id": "leertafel",
    "vervangen_door": "leertafel",
    "oude_ids": ["naaikamer", "naaihuis"],
    "samenvatting": "=SOM(A1) is hier gewone tekst;\n\n- een streepje\n- en nog een, om aan tachtig tekens te komen.",
    "partners": ["Versa; Welzijn", 'De "Brug"', "=1+1"],
    "prijspeil": "onbekend",
    "fte": "1.5",
    "waarde": "-0.25",
    "jaarlijks": {"van": "10000", "tot": "20000"},
}
"""Values that the type alone does not give."""


def field_value(info: Any, name: str) -> Any:
    return TERMS[name] if name in TERMS else filled(info.annotation, name)


def every_field() -> dict[str, Any]:
    """Return a record that has every field of the model; lists of blocks have two."""
    record = {name: field_value(info, name) for name, info in Practice.model_fields.items()}
    record["lessen"] = [*record["lessen"], {"les": "Alleen een les, zonder advies."}]
    return record


def test_every_field_of_the_model_has_a_place_in_the_spreadsheet(catalogue: Catalogue) -> None:
    """A field that is new in the model and that no column carries, makes the round trip lose it."""
    document = read_document("practices/x/naaiatelier.yml", write_record(every_field()).encode())
    practice, problems = parse(document, Practice, catalogue.registers)
    assert practice is not None, problems
    assert all(value not in (None, ()) for value in flat(practice.model_dump())), "the record must have every field"
    (again,), guesses = read(catalogue, write_workbook(catalogue.registers, {"naaiatelier": practice}))
    assert guesses == []
    assert parse(again, Practice, catalogue.registers) == (practice, ())
    assert again.path.endswith("/naaiatelier.yml")


def flat(value: Any, last: bool = False) -> list[Any]:
    """Return the values in a record, but of a list only those of its first block."""
    if isinstance(value, dict):
        return [one for part in value.values() for one in flat(part)]
    if isinstance(value, tuple) and value and isinstance(value[0], dict):
        return flat(value[0])
    return [value]


def test_the_real_records_come_back_as_they_were(catalogue: Catalogue) -> None:
    data = write_workbook(catalogue.registers, catalogue.practices)
    documents, problems = read(catalogue, data)
    assert problems == []
    back = {document.path: parse(document, Practice, catalogue.registers)[0] for document in documents}
    assert back == {catalogue.documents[id].path: practice for id, practice in catalogue.practices.items()}
    assert len(back) > 30


def test_numbered_columns_hold_all_lists_too(catalogue: Catalogue) -> None:
    """One sheet is enough, so that a CSV file can hold everything."""
    row = {**ROW, "themas.2": "Schulden", "themas": None, "themas.7": "Dementie; Mantelzorg"}
    row |= {"lessen.4.les": "Begin klein en bouw uit.", "lessen.2.les": "Zorg voor koffie.", "lessen.2.advies": None}
    (document,), problems = read(catalogue, workbook(Blad1=sheet_of(row)))
    practice, refused = parse(document, Practice, catalogue.registers)
    assert (problems, refused) == ([], ())
    assert practice is not None
    assert practice.themas == ("schulden", "dementie", "mantelzorg")
    assert [lesson.les for lesson in practice.lessen] == ["Zorg voor koffie.", "Begin klein en bouw uit."]


@pytest.mark.parametrize("parts", [["a", "b"], ["a; b", "c"], ['"x" y', "z"], ["een\ntwee"], ['a"b', ";"], ["18-/18+"]])
def test_a_list_in_a_cell_comes_back(parts: list[str]) -> None:
    assert split_list(join_list(parts)) == parts


def test_a_list_may_be_written_as_people_do() -> None:
    assert split_list(" a ;b\nc;\n") == ["a", "b", "c"]
    assert split_list('"a" b; c') == ['"a" b', "c"]


def test_the_template_is_the_same_each_time_and_ready_to_fill_in(catalogue: Catalogue) -> None:
    data = write_template(catalogue.registers)
    assert write_template(catalogue.registers) == data
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Uitleg", *(plan.name for plan in plan_sheets()), "Keuzelijsten"]
    sheet = book["Praktijken"]
    assert sheet.freeze_panes == "B2"
    lists = {check.formula1: str(check.sqref) for check in sheet.data_validations.dataValidation if check.formula1}
    headings = {cell.value: cell.column_letter for cell in sheet[1]}
    for name in ("soort *", "status *", "gemeenten *", "themas *", "doelgroepen *", "bewijs.niveau *"):
        assert any(cells.startswith(f"{headings[name]}2:") for cells in lists.values()), name
    explained = {row[1] for row in book["Uitleg"].iter_rows(values_only=True)}
    assert {column.name for plan in plan_sheets() for column in plan.columns} <= explained
    documents, problems = read(catalogue, data)
    assert documents == []
    assert {problem.code for problem in problems} == {"voorbeeldrij", "geen-praktijken"}


def test_the_example_becomes_a_good_record_without_its_mark(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "--template", "blad.xlsx"]) == 0
    book = load_workbook("blad.xlsx")
    for sheet in book.worksheets[1:-1]:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if isinstance(cell.value, str):
                cell.value = cell.value.replace("Voorbeeld: Buurtkamer", "Naaiatelier")
    book.save("blad.xlsx")
    assert main(["import", "blad.xlsx"]) == 0, capsys.readouterr().out
    assert main(["check"]) == 0
    assert (root / "practices/huizen/naaiatelier.yml").read_text("utf-8").startswith("# yaml-language-server")


@pytest.mark.parametrize(
    ("changed", "field", "expected", "guess"),
    [
        ({"kosten__bekend": "", "kosten__eenmalig": 5.0}, "kosten.eenmalig", 5, ""),
        ({"kosten__bekend": "", "kosten__eenmalig": "€ 1.250,-"}, "kosten.eenmalig", 1250, "1250"),
        ({"kosten__bekend": "", "kosten__fte": "1,5"}, "kosten.fte", 1.5, "1.5"),
        ({"toegevoegd_op": date(2024, 5, 30)}, "toegevoegd_op", date(2024, 5, 30), ""),
        ({"toegevoegd_op": "30-5-2024"}, "toegevoegd_op", date(2024, 5, 30), "2024-05-30"),
        ({"contact__telefoon": 355281911}, "contact.telefoon", "0355281911", "0355281911"),
        ({"contact__telefoon": "355281911"}, "contact.telefoon", "0355281911", "0355281911"),
        ({"aanleiding": "Een regel._x000D_\nNog een."}, "aanleiding", "Een regel.\nNog een.", ""),
        ({"contact__telefoon": 140355}, "contact.telefoon", "140355", ""),
        ({"periode__van": 2019.0}, "periode.van", 2019, ""),
        ({"periode__van": "Onbekend"}, "periode.van", "onbekend", ""),
        ({"themas": "Schulden en armoede"}, "themas", ("schulden",), "schulden"),
        ({"themas": "jeugd en gezin, Dementie"}, "themas", ("jeugd-en-gezin", "dementie"), ""),
        ({"gemeenten": "Den Bosch; Huizen"}, "gemeenten", ("GM0796", "GM0406"), "GM0796 ('s-Hertogenbosch)"),
        ({"gemeenten": "Landelijk"}, "gemeenten", (), ""),
        ({"gemeenten": "GM0406"}, "gemeenten", ("GM0406",), ""),
        ({"status": "LOPEND "}, "status", "lopend", ""),
        ({"status": "Geborgd in beleid"}, "status", "geborgd", "geborgd"),
        ({"bewijs__niveau": "eigen cijfers"}, "bewijs.niveau", "eigen_cijfers", ""),
        ({"titel": "=Naai atelier"}, "titel", "=Naai atelier", ""),
        ({"titel": "\u00a0Naaiatelier\u200b "}, "titel", "Naaiatelier", ""),
    ],
)
def test_what_people_type_is_understood_and_guesses_are_shown(
    catalogue: Catalogue, changed: dict[str, Any], field: str, expected: Any, guess: str
) -> None:
    if str(changed.get("titel", "")).startswith("="):
        book = load_workbook(io.BytesIO(workbook(Praktijken=sheet_of(ROW))))
        book["Praktijken"]["A2"].value = changed["titel"]
        book["Praktijken"]["A2"].data_type = "s"
        (document,), problems = read(catalogue, saved(book))
        practice = parse(document, Practice, catalogue.registers)[0]
    else:
        practice, problems = read_one(catalogue, **changed)
    value: Any = practice
    for name in field.split("."):
        value = getattr(value, name)
    assert value == expected
    assert [problem.message.partition(" gelezen als ")[2] for problem in problems] == ([guess] if guess else [])


@pytest.mark.parametrize("text", ["Zorg", "Groningen en Drenthe", "Friesland", "Alphen", "xyz"])
def test_an_unclear_municipality_is_not_guessed(catalogue: Catalogue, text: str) -> None:
    practice, problems = read_one(catalogue, gemeenten=text)
    assert practice is None
    assert [problem.code for problem in problems] == ["onbekende-gemeente"]


def test_municipalities_may_be_parted_by_slashes(catalogue: Catalogue) -> None:
    practice, problems = read_one(catalogue, gemeenten="Huizen / Blaricum/Laren")
    assert practice is not None
    assert (practice.gemeenten, problems) == (("GM0406", "GM0376", "GM0417"), [])


def test_less_than_a_euro_is_not_read_as_free(catalogue: Catalogue) -> None:
    """A share of a budget that lost its percent sign, say: 0 would mean that it costs nothing."""
    practice, problems = read_one(catalogue, kosten__bekend=None, kosten__jaarlijks=0.15)
    assert practice is None
    assert "geen-bedrag" in [problem.code for problem in problems]
    assert "gelezen-als" not in [problem.code for problem in problems]


def test_a_row_that_names_no_practice_is_said_to_be_empty(catalogue: Catalogue) -> None:
    sources = [["praktijk", "titel"], [None, "Jaarverslag"]]
    _, problems = read(catalogue, workbook(Praktijken=sheet_of(ROW), Bronnen=sources))
    assert [(p.code, p.field, p.place.sheet, p.place.line) for p in problems] == [
        ("leeg-veld", "praktijk", "Bronnen", 2)
    ]


def test_what_only_looks_like_a_name_is_not_guessed(catalogue: Catalogue) -> None:
    """`volwassenen` is nearly all of `jongvolwassenen`, and means somebody else."""
    practice, problems = read_one(catalogue, doelgroepen="volwassenen")
    assert practice is None
    assert [problem.code for problem in problems] == ["onbekende-term"]


def test_a_guess_on_another_sheet_names_its_field_without_a_number(catalogue: Catalogue) -> None:
    sources = [["praktijk", "titel", "datum"], ["Naaiatelier", "Jaarverslag", "maart 2025"]]
    _, problems = read(catalogue, workbook(Praktijken=sheet_of(ROW), Bronnen=sources))
    assert [(p.field, p.place.sheet, p.place.line, p.message) for p in problems] == [
        ("bronnen.datum", "Bronnen", 2, "'maart 2025' gelezen als 2025-03")
    ]


def test_a_percentage_is_a_hundredth_of_what_is_shown(catalogue: Catalogue) -> None:
    row = {**ROW, "resultaten.1.uitspraak": "Ruim de helft komt terug.", "resultaten.1.waarde": 0.58}
    row |= {"resultaten.1.eenheid": "procent", "resultaten.1.bron": "Naald en draad"}
    book = load_workbook(io.BytesIO(workbook(Praktijken=sheet_of(row))))
    cell = next(cell for cell in book["Praktijken"][2] if cell.value == 0.58)
    cell.number_format = "0%"
    (document,), problems = read(catalogue, saved(book))
    practice = parse(document, Practice, catalogue.registers)[0]
    assert practice is not None
    assert practice.resultaten[0].waarde == 58
    assert [problem.message for problem in problems] == ["'58%' gelezen als 58"]


@pytest.mark.parametrize(("kept", "outcome"), [("<v>7</v>", 7), ("<v></v>", None), ("", None)])
def test_a_formula_counts_for_what_it_came_to(catalogue: Catalogue, kept: str, outcome: int | None) -> None:
    """What the spreadsheet worked out last; a cell of which it never did is no empty cell."""
    data = workbook(Praktijken=sheet_of({**ROW, "kosten.bekend": None, "kosten.fte": "=3+4"}))
    data = edited(
        data, "xl/worksheets/sheet1.xml", rb"(<f>3\+4</f>)<v ?/>|(<f>3\+4</f>)<v></v>", b"<f>3+4</f>" + kept.encode()
    )
    (document,), problems = read(catalogue, data)
    practice = parse(document, Practice, catalogue.registers)[0]
    assert practice is not None
    assert practice.kosten.fte == outcome
    assert [(problem.code, problem.field) for problem in problems] == ([] if outcome else [("celfout", "kosten.fte")])


def edited(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Replace something in one part of a zip."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(found, "w") as target:
        for entry in source.namelist():
            part = source.read(entry)
            if entry == name:
                part, count = re.subn(old, new, part)
                assert count == 1
            target.writestr(entry, part)
    return found.getvalue()


def test_each_problem_names_sheet_row_and_column(catalogue: Catalogue) -> None:
    rows = [["Mijn praktijken"], [], *sheet_of({**ROW, "samenvatting": "Te kort."})]
    sources = [["praktijk", "titel"], [], ["Naaiatelier", "N"]]
    (document,), _ = read(catalogue, workbook(Praktijken=rows, Bronnen=sources))
    _, problems = parse(document, Practice, catalogue.registers)
    places = {p.field: (p.code, p.place.sheet, p.place.line, p.place.column) for p in problems}
    assert places["samenvatting"] == ("te-kort", "Praktijken", 4, 2)
    assert places["bronnen[2].titel"] == ("te-kort", "Bronnen", 3, 2)
    assert places["bronnen[2].soort"][1:3] == ("Bronnen", 3)


def test_nothing_that_lacks_speaks_of_lines_and_dashes(catalogue: Catalogue) -> None:
    """An empty row but for its title gives each missing field its own message, in words that fit a cell."""
    (document,), _ = read(catalogue, workbook(Praktijken=[["titel", "lessen.1.les"], ["Naaiatelier", "x"]]))
    _, problems = parse(document, Practice, catalogue.registers, PRACTICE_RULES)
    fields = {problem.field for problem in problems}
    assert {"samenvatting", "gemeenten", "eigenaar.naam", "bewijs.niveau", "kosten", "contact", "bronnen"} <= fields
    for problem in problems:
        assert not re.search(r"regel|spaties|streepje|onderaan|\[\]|\.yml", problem.tip), problem


def ods(*rows: str, style: str = "") -> bytes:
    names = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text", "style")}
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in names.items())
    body = (
        f'<office:spreadsheet><table:table table:name="Praktijken">{"".join(rows)}</table:table></office:spreadsheet>'
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"<office:document-content {spaces}>{style}{body}</office:document-content>")
    return data.getvalue()


def ods_cell(text: str, value: str = "") -> str:
    return f"<table:table-cell {value}><text:p>{text}</text:p></table:table-cell>"


def ods_row(values: list[str], repeated: int = 1) -> str:
    cells = "".join(value if value.startswith("<") else ods_cell(value) for value in values)
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'


def test_an_ods_file_gives_the_same(catalogue: Catalogue) -> None:
    row = {
        **ROW,
        "contact.telefoon": ods_cell("355281911", 'office:value-type="float" office:value="355281911"'),
        "toegevoegd_op": ods_cell("30-5-24", 'office:value-type="date" office:date-value="2024-05-30T00:00:00"'),
        "aanleiding": ods_cell(
            "Eerste <text:span>alinea</text:span>.</text:p><text:p/><text:p>En<text:s text:c='2'/>nog."
        ),
        "doel": "<table:table-cell><office:annotation><text:p>Let op!</text:p></office:annotation></table:table-cell>",
    }
    empty = '<table:table-cell table:number-columns-repeated="16000"/>'
    data = ods(ods_row([*row, empty]), ods_row(list(row.values())), ods_row([empty], 1_048_570))
    (document,), _ = read(catalogue, data, "blad.ods")
    practice, problems = parse(document, Practice, catalogue.registers)
    assert practice is not None, problems
    assert practice.contact.telefoon == "0355281911"
    assert practice.toegevoegd_op == date(2024, 5, 30)
    assert practice.aanleiding == "Eerste alinea.\n\nEn  nog."
    assert practice.doel is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_csv_is_read_in_every_dialect(catalogue: Catalogue, encoding: str, sign: str) -> None:
    row = {**ROW, "titel": "Café Eén", "aanleiding": 'Zij zei: "ja";\nen toen, één jaar later, ook nog.'}
    lines = (sign.join('"' + str(value).replace('"', '""') + '"' for value in line) for line in sheet_of(row))
    (document,), _ = read(catalogue, "\r\n".join(lines).encode(encoding), "blad.csv")
    practice, problems = parse(document, Practice, catalogue.registers)
    assert practice is not None, problems
    assert (practice.titel, practice.aanleiding) == (row["titel"], row["aanleiding"])


def zip_of(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", part)
    return data.getvalue()


HOSTILE: Mapping[str, Callable[[], tuple[str, bytes]]] = {
    "bomb": lambda: ("x.xlsx", zip_of(xl__workbook=bytes(50_000_000))),
    "entities": lambda: (
        "x.ods",
        ods("").replace(b"<office:doc", b"<office:doc")[:0] + zip_of(content=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"),
    ),
    "text as xlsx": lambda: ("x.xlsx", b"titel;soort"),
    "half a file": lambda: ("x.xlsx", workbook(Praktijken=sheet_of(ROW))[:2000]),
    "not utf-8, not dutch": lambda: ("x.csv", bytes(range(128, 256)) * 3),
    "rows without end": lambda: ("x.ods", ods(ods_row(["titel"], 1_000_000))),
    "too large": lambda: ("x.csv", b"a;b\n" * 4_000_000),
    "quote without end": lambda: ("x.csv", b'titel;soort\n"' + b"a" * 200_000),
    "empty": lambda: ("x.csv", b""),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_no_spreadsheet_is_refused_in_words(root: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    name, data = HOSTILE[kind]()
    (root / name).write_bytes(data)
    assert main(["import", name]) == 1
    printed = capsys.readouterr()
    assert "fout[rekenblad-onleesbaar]" in printed.out
    assert printed.err == "1 fout, 0 waarschuwingen.\nEr is niets geschreven.\n"


def test_far_cells_and_wrong_sizes_take_no_memory(catalogue: Catalogue) -> None:
    """A sheet may claim to be of any size, and merge a billion cells."""
    book = load_workbook(io.BytesIO(workbook(Praktijken=sheet_of(ROW))))
    book["Praktijken"].cell(1_048_576, 16_384, "ver weg")
    merged = b'</sheetData><mergeCells><mergeCell ref="A9:XFD1048576"/></mergeCells>'
    data = edited(saved(book), "xl/worksheets/sheet1.xml", b"</sheetData>", merged)
    (document,), problems = read(catalogue, data)
    assert document.path == "practices/huizen/naaiatelier.yml"
    assert [(problem.code, problem.place.line) for problem in problems] == [("samengevoegde-cellen", 9)]


def test_a_title_twice_is_named_even_where_the_first_row_is_wrong(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = {name: value for name, value in ROW.items() if not name.startswith("bronnen.")}
    rows = sheet_of({**own, "samenvatting": "Te kort."}, {**ROW, "titel": "naaiatelier"})
    sources = [["praktijk", "titel", "uitgever", "datum", "soort"]]
    sources += [["Naaiatelier", "Naald en draad", "gemeente Huizen", "2024-05", "verslag"]]
    (root / "blad.xlsx").write_bytes(workbook(Praktijken=rows, Bronnen=sources))
    assert main(["import", "blad.xlsx"]) == 1
    said = re.findall(r"rij (\d+), kolom \w+: fout\[([a-z-]+)\]", capsys.readouterr().out)
    assert [one for one in said if one != ("3", "te-weinig")] == [("2", "te-kort"), ("3", "dubbele-id")]


def test_a_broken_cell_is_not_called_empty_as_well(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "blad.xlsx").write_bytes(workbook(Praktijken=sheet_of({**ROW, "samenvatting": "#N/A"})))
    assert main(["import", "blad.xlsx"]) == 1
    assert re.findall(r"fout\[([a-z-]+)\]", capsys.readouterr().out) == ["celfout"]


def test_nothing_is_written_unless_all_is_right(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = {**ROW, "titel": "Leesclub"}, {**ROW, "samenvatting": "Te kort."}
    leaning = {**ROW, "titel": "Breicafé", "zie_ook.1.id": "naaiatelier", "zie_ook.1.reden": "Daar leert u naaien."}
    (root / "blad.xlsx").write_bytes(workbook(Praktijken=sheet_of(good, bad, leaning)))
    before = sorted(root.rglob("*"))
    assert main(["import", "blad.xlsx"]) == 1
    printed = capsys.readouterr()
    assert "blad.xlsx, blad Praktijken, rij 3, kolom B: fout[te-kort] samenvatting: " in printed.out
    assert "--partial" in printed.err
    assert sorted(root.rglob("*")) == before
    assert main(["import", "--partial", "blad.xlsx"]) == 1
    printed = capsys.readouterr()
    assert "onbekende-praktijk" in printed.out, "a row that refers to a wrong one is wrong too"
    assert [path.name for path in sorted(root.rglob("*.yml")) if path.parent.name == "huizen"] == [
        "buurtkamer.yml",
        "leesclub.yml",
    ]
    assert main(["check"]) == 0


def test_importing_twice_changes_nothing_and_never_overwrites(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "blad.xlsx").write_bytes(workbook(Praktijken=sheet_of(ROW)))
    assert main(["import", "blad.xlsx"]) == 0
    path = root / "practices/huizen/naaiatelier.yml"
    text = path.read_text("utf-8") + "# een opmerking van een mens\n"
    path.write_text(text, "utf-8")
    capsys.readouterr()
    assert main(["import", "blad.xlsx"]) == (0 if "toegevoegd_op" in text else 1)
    assert "Stond er al, met dezelfde inhoud: naaiatelier" in capsys.readouterr().err
    (root / "anders.xlsx").write_bytes(workbook(Praktijken=sheet_of({**ROW, "status": "gestopt"})))
    assert main(["import", "anders.xlsx"]) == 1
    assert path.read_text("utf-8") == text


def test_a_failure_half_way_leaves_nothing_behind(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        {**ROW, "titel": f"Naaiatelier {name}", "eigenaar.naam": name} for name in ("Aalsmeer", "Baarn", "Coevorden")
    ]
    (root / "blad.xlsx").write_bytes(workbook(Praktijken=sheet_of(*rows)))
    (root / "practices" / "coevorden").write_text("hier past geen map", "utf-8")
    before = sorted(root.rglob("*"))
    assert main(["import", "blad.xlsx"]) != 0
    assert sorted(root.rglob("*")) == before


def test_a_row_that_looks_like_a_practice_of_the_catalogue_is_asked_what_it_is(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    value: Any = read_document("", (root / "practices/huizen/buurtkamer.yml").read_bytes()).value
    row = {**ROW, **{name: value[name] for name in ("samenvatting", "aanpak")}, "titel": "De Buurtkamer"}
    (root / "blad.xlsx").write_bytes(workbook(Praktijken=sheet_of(row)))
    assert main(["import", "blad.xlsx"]) == 0
    printed = capsys.readouterr().out
    assert "rij 2, kolom A: waarschuwing[lijkt-op] titel: " in printed
    assert "blad Zie ook" in printed


@pytest.mark.parametrize(
    "arguments",
    [["import", "weg.xlsx"], ["import", "--template", "blad.ods"], ["export", "blad.csv"], ["export", "a.xlsx", "weg"]],
)
def test_wrong_use_says_so(root: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.strip()


def test_a_file_that_is_there_is_never_overwritten(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "blad.xlsx"]) == 0
    data = (root / "blad.xlsx").read_bytes()
    assert main(["import", "--template", "blad.xlsx"]) == 2
    assert (root / "blad.xlsx").read_bytes() == data
    capsys.readouterr()
    assert main(["import", "blad.xlsx"]) == 0
    assert "Stond er al, met dezelfde inhoud: buurtkamer" in capsys.readouterr().err


def test_the_site_offers_the_template(site: Path, catalogue: Catalogue) -> None:
    assert (site / "invulblad.xlsx").read_bytes() == write_template(catalogue.registers)
    assert 'href="../invulblad.xlsx"' in (site / "insturen" / "index.html").read_text("utf-8")


def test_each_tip_for_a_cell_is_that_of_a_code() -> None:
    assert set(CELL_TIPS) <= set(WORDINGS)
    assert not set(CELL_TIPS) & set(SHEET_WORDINGS)


TITLE_ROW = {"titel": "Titel", "samenvatting": "Samenvatting", "soort": "Soort", "status": "status (verplicht)"}


@pytest.mark.parametrize(
    ("between", "code"),
    [
        ({name: name for name in ROW}, "tussenrij"),
        (TITLE_ROW, "tussenrij"),
        ({"titel": "TOTAAL"}, "tussenrij"),
        ({"titel": "Subtotaal:", "kosten.eenmalig": 1200}, "tussenrij"),
        ({"titel": "Sociale basis"}, "losse-cel"),
        ({"samenvatting": "Ingevuld door het wijkteam, mei 2024"}, "losse-cel"),
    ],
)
def test_a_row_between_practices_is_told_once(
    root: Path, capsys: pytest.CaptureFixture[str], between: dict[str, Any], code: str
) -> None:
    """It gave a message for each field that a practice must have."""
    rows = sheet_of(ROW, between)
    (root / "blad.xlsx").write_bytes(workbook(Praktijken=rows))
    main(["import", "blad.xlsx"])
    assert re.findall(r"rij (\d+), kolom \w+: \w+\[([a-z-]+)\]", capsys.readouterr().out) == [("3", code)]


def test_a_divider_over_merged_cells_is_told_once(catalogue: Catalogue) -> None:
    book = Workbook()
    sheet = book.active
    for row in sheet_of(ROW, {"titel": "Sociale basis"}, {**ROW, "titel": "Repareerhoek"}):
        sheet.append(row)
    sheet.merge_cells("A3:D3")
    documents, problems = read(catalogue, saved(book))
    assert [problem.code for problem in problems] == ["losse-cel"]
    assert len(documents) == 2


@pytest.mark.parametrize(
    "row",
    [
        {"titel": "Totaal", "samenvatting": "Een praktijk die zo heet."},
        {"titel": "Totaal anders"},
        {"titel": "Status", "soort": "status"},
        {"titel": "Begonnen", "status": "lopend"},
    ],
)
def test_what_may_be_a_practice_is_not_passed_over(catalogue: Catalogue, row: dict[str, Any]) -> None:
    documents, problems = read(catalogue, workbook(Praktijken=sheet_of(ROW, row)))
    assert len(documents) == 2 or [problem.code for problem in problems] == ["losse-cel"]
    assert not any(problem.code == "tussenrij" for problem in problems)


def test_a_list_of_titles_has_no_dividers(catalogue: Catalogue) -> None:
    documents, problems = read(catalogue, workbook(Praktijken=[["titel", "soort"], ["Leestafel"], ["Buurtkamer"]]))
    assert (len(documents), problems) == (2, [])


def test_headings_and_totals_on_another_sheet_are_no_lost_rows(catalogue: Catalogue) -> None:
    names = ["praktijk", "titel", "uitgever"]
    sources = [names, [ROW["titel"], "Naald en draad", "gemeente Huizen"], names, ["Totaal", 1]]
    own = {name: value for name, value in ROW.items() if not name.startswith("bronnen.")}
    _, problems = read(catalogue, workbook(Praktijken=sheet_of(own), Bronnen=sources))
    assert [(problem.code, problem.place.line) for problem in problems] == [("tussenrij", 3), ("tussenrij", 4)]
