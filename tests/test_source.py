"""Reading YAML: only text, lists and fields get through, every value has its place, and nothing can blow up."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.examples import BASIS, EXAMPLES, PROJECT, code_of, lay_out

from generator.parse.model import Practice
from generator.parse.parser import MAX_PROBLEMS, parse
from generator.parse.rules import PRACTICE_RULES
from generator.read.finding import finding
from generator.read.guard import MAX_BYTES
from generator.read.source import SourceDocument, read_document

RECORD = (BASIS / "practices/huizen/buurtkamer.yml").read_text("utf-8")


def read(text: str | bytes) -> SourceDocument:
    return read_document("p.yml", text if isinstance(text, bytes) else text.encode())


def problems(text: str | bytes) -> list[tuple[str, int, int]]:
    """Return code, line and column of each problem of a practice."""
    _, found = parse(read(text), Practice, None, PRACTICE_RULES)
    return [(d.code, d.place.line, d.place.column) for d in found]


def changed(old: str, new: str) -> str:
    assert old in RECORD
    return RECORD.replace(old, new, 1)


@pytest.mark.parametrize(
    "typed", ["no", "0344", "20:23", "1e3", "0x1F", "0o14", "true", "2026-11-22", "1_000", ".5", "+3", "=", "NaN"]
)
def test_what_is_typed_is_text_as_it_stands(typed: str) -> None:
    assert read(f"a: {typed}\nb: [{typed}]\n").value == {"a": typed, "b": (typed,)}


def test_text_may_hold_the_marks_that_people_use() -> None:
    text = "a: zorg & welzijn\nb: Let op!\nc: 50% minder\nd: |\n  *zo* en **zo**, # en C#\ne: R&D*2 (!)\nf: x - y\n"
    document = read(text)
    assert document.findings == ()
    assert document.value == {
        "a": "zorg & welzijn",
        "b": "Let op!",
        "c": "50% minder",
        "d": "*zo* en **zo**, # en C#",
        "e": "R&D*2 (!)",
        "f": "x - y",
    }


def test_a_comment_may_follow_a_value() -> None:
    assert read("a: [GM0406] # Huizen\nb: x # y\n").value == {"a": ("GM0406",), "b": "x"}


@pytest.mark.parametrize("text", ["? titel", "soort: x # y\n? titel"])
def test_a_field_that_ends_the_file_without_a_value_has_its_place_inside_it(text: str) -> None:
    (found,) = [found for found in read(text).findings if found.code == "leeg-veld"]
    lines = text.split("\n")
    assert found.at <= (len(lines), len(lines[-1]) + 1)


PLACED = "# opmerking\ntitel: x\nbewijs:\n  niveau: y\nbronnen:\n  - titel: een\n    datum: z\n  - titel: twee\n"


@pytest.mark.parametrize(
    ("loc", "at", "place"),
    [
        (("titel",), "value", (2, 8)),
        (("titel",), "key", (2, 1)),
        (("bewijs", "niveau"), "value", (4, 11)),
        (("bronnen", 1, "titel"), "value", (8, 12)),
        (("bronnen", 0, "datum"), "key", (7, 5)),
        # What is not there is reported where it belongs: at the mapping that lacks it.
        (("status",), "key", (2, 1)),
        (("bewijs", "toelichting"), "key", (3, 1)),
        (("bronnen", 1, "datum"), "key", (8, 5)),
        (("bronnen", 7), "value", (6, 3)),
    ],
)
def test_every_value_knows_its_place(loc: tuple[str | int, ...], at: str, place: tuple[int, int]) -> None:
    found = read(PLACED).place(finding("keuze", loc, at))
    assert (found.line, found.column) == place


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_ends_of_line_and_a_byte_order_mark_move_nothing(end: str, mark: str) -> None:
    text = changed("status: lopend", "status: lopen").replace("titel: Een jaar", "titel: ' é ' # é")
    assert problems((mark + text).replace("\n", end)) == [("te-kort", 23, 12), ("keuze", 6, 9)][::-1]


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"", "leeg-bestand", 1, 1),
        (b"\xef\xbb\xbf", "leeg-bestand", 1, 1),
        (b"\n\n---\n", "leeg-bestand", 1, 1),
        (b"~", "geen-veldenlijst", 1, 1),
        (RECORD.encode("utf-16"), "geen-utf8", 1, 1),
        (RECORD.encode("utf-16-le"), "geen-utf8", 1, 1),
        (RECORD.encode("utf-32"), "geen-utf8", 1, 1),
        ("titel: x\nsoort: één".encode("latin-1"), "geen-utf8", 2, 8),
        ("\ufefftitel: ".encode() + b"\xe9", "geen-utf8", 1, 8),
        (b"titel: \xed\xa0\x80", "geen-utf8", 1, 8),
        (b"titel: \xc0\x80", "geen-utf8", 1, 8),
        (b"titel: x\x00y", "stuurteken", 1, 9),
        (b"titel: \x1b[31mrood", "stuurteken", 1, 8),
        ("titel: x\u202ey".encode(), "stuurteken", 1, 9),
        ("titel: x\u2066y".encode(), "stuurteken", 1, 9),
        ("titel: x\ny: \ufeff".encode(), "stuurteken", 2, 4),
        ("soort:\u00a0x".encode(), "vaste-spatie", 1, 7),
        (b"titel: x\n" * 8000, "te-groot", 1, 1),
        (b'titel: "\\0"', "stuurteken", 1, 8),
        (b'titel: "\\e[31mrood"', "stuurteken", 1, 8),
        (b'titel: "\\uD83D"', "aanhalingsteken", 1, 8),
    ],
)
def test_what_is_no_clean_text_is_refused(data: bytes, code: str, line: int, column: int) -> None:
    assert (code, line, column) in problems(data)
    assert read(data).value is None or code == "stuurteken"


@pytest.mark.parametrize(
    "text",
    [
        "a: &b x\nc: *b\n",
        '{"a":&b ["x"],"c":*b}',
        '{"a":&b {"c":*b}}',
        "a: &b\n  c: x\nd:\n  <<: *b\n",
        "a: !!str x\n",
        "a: !!python/object/apply:os.system ['id']\n",
        '{"a":!x y}',
        "a: ! x\n",
        "a: !(x) y\n",
        "%YAML 1.1\n---\na: x\n",
        "a:\n  <<: x\n",
        "&a x: y\n",
        "? &a x\n: y\n",
    ],
)
def test_tricks_of_yaml_are_refused(text: str) -> None:
    assert "yaml-truc" in {found.code for found in read(text).findings}


def test_a_duplicate_field_keeps_the_first_and_names_both_lines() -> None:
    document = read("a: x\nb: y\na: z\n")
    assert document.value == {"a": "x", "b": "y"}
    (found,) = document.findings
    assert (found.code, found.at, dict(found.context)["eerste"]) == ("dubbele-sleutel", (3, 1), 1)


@pytest.mark.parametrize("key", ["[a]", "{a: b}", "? [a, b]\n", ""])
def test_the_name_of_a_field_is_text(key: str) -> None:
    assert [found.code for found in read(f"x: y\n{key}: z\n").findings] == ["sleutel-geen-tekst"]


def test_depth_is_bounded() -> None:
    deepest = "a: " + "[" * 12 + "x" + "]" * 12
    assert read(deepest).findings == ()
    assert [found.code for found in read(deepest.replace("[x]", "[[x]]")).findings] == ["te-diep"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [("titel: Kamer #1", "hekje"), ("titel: #1", "hekje"), ("partners:\n  - een\n    - twee", "streepje")],
)
def test_text_that_yaml_would_silently_drop_or_join_is_refused(typed: str, code: str) -> None:
    assert [found.code for found in read(f"{typed}\nsoort: x\n").findings] == [code]


def test_all_problems_are_reported_in_order_and_then_no_more() -> None:
    record = changed("titel: Buurtkamer", "titel:").replace("lopend", "x").replace("[GM0406]", "GM0406")
    assert problems(record) == [("leeg-veld", 1, 7), ("keuze", 6, 9), ("geen-lijst", 7, 12)]
    many = problems("".join(f"veld_{number}: x\n" for number in range(4000)))
    assert len(many) == MAX_PROBLEMS + 1
    assert many[-1] == ("te-veel-problemen", 1, 1)


def test_syntax_errors_are_found_where_they_were_typed() -> None:
    """The parser stumbles at the second field; the mistake is the colon that lacks in the first."""
    text = "titel Buurtkamer\nsamenvatting: >-\n  Tekst.\n"
    assert problems(text)[0] == ("dubbele-punt-ontbreekt", 1, 1)


NESTED = {
    "haken": "[" * MAX_BYTES,
    "accolades": "{" * MAX_BYTES,
    "waarde-met-haken": "titel: " + "[" * 60_000,
    "streepjes": "- " * 20_000,
    "vragen": "? " * 20_000,
    "vraag-en-streep": "? - " * 15_000,
    "trap-van-streepjes": "\n".join(" " * depth + "-" for depth in range(350)),
    "trap-van-velden": "".join(" " * depth + "a:\n" for depth in range(350)),
    "net-te-weinig-haken": "- " * 99 + "[" * 499 + "]" * 499,
    "velden-in-velden": '{"a":' * 490 + "1" + "}" * 490,
    "lachsalvo": '{"a0":&a0 {"x":"lol"}'
    + "".join(f',"a{n}":&a{n} {{"x":*a{n - 1},"y":*a{n - 1}}}' for n in range(1, 99))
    + "}",
    "veel-velden": "".join(f"k{number}: x\n" for number in range(6000)),
    "veel-lege-velden": "".join(f"k{number}:\n" for number in range(8000)),
    "veel-dubbele-velden": "titel: x\n" * 7000,
    "veel-lege-resultaten": "resultaten: [" + "{}," * 20_000 + "]",
    "lange-regel": "titel: " + "x" * 63_000,
    "lange-naam": "x" * 60_000 + ": y",
    "lang-adres": "# " + "x" * 60_000 + "\ntitel: a@" + "b." * 500,
    "open-aanhalingstekens": "- 'x\n" * 12_000,
    "spaties": "titel: x" + " " * 60_000 + ": y",
    "veel-cijfers": "kosten:\n  jaarlijks: " + "9" * 5000 + "\nperiode: {van: " + "9" * 5000 + ", tot: 1}\n",
}


def test_hostile_files_end_neither_the_process_nor_the_patience(tmp_path: Path) -> None:
    """Run apart: the C composer has no guard of its own, so a miss would take the test run with it."""
    lay_out(BASIS, tmp_path)
    folder = tmp_path / "practices" / "huizen"
    for name, text in NESTED.items():
        (folder / f"{name}.yml").write_text(text, "utf-8")
    os.mkfifo(folder / "pijp.yml")
    (folder / "map.yml").mkdir()
    (folder / "map.yml" / "diep.yml").write_text(RECORD, "utf-8")
    (tmp_path / "practices" / "elders").symlink_to(folder)
    command = [sys.executable, "-m", "generator.cli", "check", "--root", str(tmp_path)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    reported = {line.split(":")[0] for line in done.stdout.splitlines() if not line.startswith(" ")}
    wanted = {f"practices/huizen/{name}.yml" for name in NESTED}
    assert reported == wanted | {
        "practices/huizen/pijp.yml",
        "practices/huizen/map.yml/diep.yml",
        "practices/elders",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_files_and_folders_are_reported(tmp_path: Path) -> None:
    lay_out(BASIS, tmp_path)
    shutil.copytree(tmp_path / "practices" / "huizen", tmp_path / "practices" / "dicht")
    (tmp_path / "practices" / "huizen" / "buurtkamer.yml").chmod(0)
    (tmp_path / "practices" / "dicht").chmod(0)
    command = [sys.executable, "-m", "generator.cli", "check", "--root", str(tmp_path)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False)
    (tmp_path / "practices" / "dicht").chmod(0o755)
    assert done.stdout.count("[onleesbaar]") == 2


MARKS = [
    ": ",
    "- ",
    "\n  ",
    "\n",
    "'",
    '"',
    "#",
    "[",
    "]",
    "{",
    "}",
    "|",
    ">",
    "&a",
    "*a",
    "!",
    "%",
    "\t",
    "\r",
    "<<: ",
]


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.lists(st.tuples(st.integers(0, len(RECORD)), st.sampled_from(MARKS) | st.text(max_size=3)), max_size=4))
def test_whatever_is_typed_gets_a_report_inside_the_file(typed: list[tuple[int, str]]) -> None:
    text = RECORD
    for place, mark in typed:
        text = text[:place] + mark + text[place:]
    data = text.encode("utf-8", "surrogatepass")
    document = read(data)
    record, found = parse(document, Practice, None, PRACTICE_RULES)
    assert (record is None) == bool(found)
    lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in found:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1


def test_examples_of_syntax_never_reach_the_fields() -> None:
    """One mistake is one problem; what would follow from it is not piled on top."""
    for example in EXAMPLES:
        if not example.name.endswith("--twee-keer") and code_of(example) in (
            "dubbele-punt",
            "inspringing",
            "aanhalingsteken",
            "tab",
            "haakje",
            "te-diep",
        ):
            assert (example / "verwacht.txt").read_text("utf-8").count("\n") == 2, example.name
