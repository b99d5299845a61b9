"""A file that YAML refuses: each of its mistakes is told at once, and none that is only a result of another."""

from __future__ import annotations

import random
import re
from itertools import combinations, permutations

import pytest
from support.examples import BASIS
from support.form import catalogue
from support.site import records

from generator.parse.congress import Congress
from generator.parse.model import Practice
from generator.parse.parser import parse
from generator.parse.rules import PRACTICE_RULES
from generator.read.guard import MAX_BYTES
from generator.read.source import read_document

RECORD = (BASIS / "practices" / "huizen" / "buurtkamer.yml").read_text("utf-8")
SOURCE = "  - titel: Een jaar buurtkamer\n"
ANOTHER = "    uitgever: gemeente Huizen\n    datum: 2024\n    soort: verslag\n"

Mistake = tuple[str, str, str]
"""What stands in the record, what was typed instead, and the code that tells it."""

MISTAKES: dict[str, Mistake] = {
    "quote that does not close": ("titel: Buurtkamer", 'titel: "Buurtkamer', "aanhalingsteken"),
    "text after a quote": ("  toelichting: Geen", '  toelichting: "Geen"', "aanhalingsteken"),
    "colon in a text": ("aanpak: De", "aanpak: Let op: De", "dubbele-punt"),
    "colon in a list": (SOURCE, "  - titel: Een jaar: buurtkamer\n", "dubbele-punt"),
    "tab": ("  telefoon", "\ttelefoon", "tab"),
    "too many spaces": ("  soort: gemeente", "   soort: gemeente", "inspringing"),
    "a space before a field": ("status: lopend", " status: lopend", "inspringing"),
    "dash without a space": ("doelgroepen: [buurtbewoners]", "doelgroepen:\n  -ouderen\n  -jeugd", "streepje"),
    "bracket that does not close": ("themas: [wijkteams]", "themas: [wijkteams", "haakje"),
    "no colon": ("  niveau: ", "  niveau ", "dubbele-punt-ontbreekt"),
    "sign of YAML": ("gemeenten: [GM0406]", "gemeenten: @GM0406", "vreemd-teken"),
    "anchor": ("  bekend: nee", "  bekend: &nee", "yaml-truc"),
    "unknown term": ("toegevoegd_op: 2026-11-22", "toegevoegd_op: vandaag", "geen-datum"),
}


def broken(*mistakes: Mistake, record: str = RECORD) -> str:
    for old, new, _ in mistakes:
        assert old in record
        record = record.replace(old, new, 1)
    return record


def problems(text: str) -> list[tuple[str, int]]:
    """Return code and line of all that is said of a practice, in order of line."""
    document = read_document("practices/huizen/buurtkamer.yml", text.encode())
    _, found = parse(document, Practice, catalogue().registers, PRACTICE_RULES)
    return sorted(((d.code, d.place.line) for d in found), key=lambda one: one[::-1])


def codes(text: str) -> list[str]:
    return sorted(code for code, _ in problems(text))


@pytest.mark.parametrize("name", MISTAKES)
def test_one_mistake_is_told_alone(name: str) -> None:
    assert codes(broken(MISTAKES[name])) == [MISTAKES[name][2]]


@pytest.mark.parametrize("names", list(combinations(MISTAKES, 2)), ids=" + ".join)
def test_two_mistakes_are_both_told_and_nothing_else(names: tuple[str, str]) -> None:
    mistakes = [MISTAKES[name] for name in names]
    assert codes(broken(*mistakes)) == sorted(code for *_, code in mistakes)


def test_all_mistakes_together_are_each_told_at_their_line() -> None:
    text = broken(*MISTAKES.values())
    lines = text.split("\n")
    found = problems(text)
    assert sorted(code for code, _ in found) == sorted(code for *_, code in MISTAKES.values())
    for _, new, code in MISTAKES.values():
        near = next(number for number, line in enumerate(lines, 1) if new.rstrip("\n").split("\n")[-1] in line)
        assert any(one == code and abs(line - near) <= 1 for one, line in found), code


def test_a_field_of_a_block_that_lost_its_colon_is_proposed_with_it() -> None:
    document = read_document("practices/huizen/buurtkamer.yml", broken(MISTAKES["no colon"]).encode())
    _, found = parse(document, Practice, catalogue().registers, PRACTICE_RULES)
    assert [d.tip for d in found] == ["schrijf: niveau: praktijkverhaal"]


def test_the_same_mistake_in_two_items_of_a_list_is_told_twice() -> None:
    text = broken((SOURCE, f"  - titel: Een: jaar\n{ANOTHER}  - titel: Goed\n{ANOTHER}  - titel: Twee: jaar\n", ""))
    assert problems(text) == [("dubbele-punt", 23), ("dubbele-punt", 31)]


def test_what_needs_a_field_that_cannot_be_read_is_not_wrong() -> None:
    """A source is named that stands in the list, of which the first line does not close its quote."""
    costs = "  eenmalig: 100\n  prijspeil: 2024\n  zekerheid: geraamd\n  bron: Een jaar buurtkamer"
    unknown = "  bekend: nee\n  toelichting: Geen bron noemt bedragen."
    text = broken((unknown, costs, ""), (SOURCE, '  - titel: "Een jaar buurtkamer\n', ""))
    assert codes(text) == ["aanhalingsteken"]
    stopped = broken(("status: lopend", 'status: gestopt\nlessen:\n  - les: "Begin klein.', ""))
    assert codes(stopped) == ["aanhalingsteken"]


def test_a_field_that_is_not_there_is_missed_all_the_same() -> None:
    text = broken(MISTAKES["quote that does not close"], ("status: lopend\n", "", ""))
    assert codes(text) == ["aanhalingsteken", "ontbrekend-veld"]


def test_a_field_under_another_name_in_an_unread_part_is_not_missed() -> None:
    text = broken(MISTAKES["quote that does not close"], ("samenvatting: >-", "samenvating: >-", ""))
    assert codes(text) == ["aanhalingsteken"]


def test_a_field_in_the_middle_of_an_unread_line_is_not_missed() -> None:
    text = broken(("lopend\ngemeenten", "lopend gemeenten", ""))
    assert codes(text) == ["veld-midden-in-regel"]


def test_a_field_that_is_named_in_a_text_was_not_lost_there() -> None:
    """The sources cannot be read, and a text that can be speaks of them with a colon."""
    text = broken((SOURCE, "  - titel: Een: jaar\n", ""), ("  bij en", "  bij. Dit zeggen de bronnen: het werkt", ""))
    assert codes(text) == ["dubbele-punt"]


def test_a_field_too_far_to_the_left_in_an_item_is_told_where_it_stands() -> None:
    moved = (SOURCE + "    uitgever", SOURCE + "  uitgever", "")
    assert problems(broken(moved, ("aanpak: De", "aanpak: Let op: De", ""))) == [
        ("dubbele-punt", 13),
        ("inspringing", 24),
    ]


def test_edges_of_a_piece_of_code_hide_nothing() -> None:
    text = f"```yaml\n{broken(MISTAKES['colon in a text'], MISTAKES['tab'])}```\n"
    expected = [("codeblok", 1), ("dubbele-punt", 14), ("tab", 22), ("codeblok", 29)]
    assert problems(text) == expected
    assert problems(text.rstrip("\n")) == expected


def test_what_a_chat_says_around_a_piece_of_code_goes_with_its_edges() -> None:
    """What stands around the record is no field and no text of one."""
    text = f"Hier is het record:\n\n```yaml\n{broken(MISTAKES['colon in a text'])}```\n\nLaat me weten: klopt het?\n"
    assert problems(text) == [("codeblok", 3), ("dubbele-punt", 16), ("codeblok", 31)]
    document = read_document("practices/huizen/buurtkamer.yml", text.encode())
    _, found = parse(document, Practice, catalogue().registers, PRACTICE_RULES)
    tips = [d.tip for d in found if d.code == "codeblok"]
    assert tips == ["haal deze regel weg en ook wat erboven staat", "haal deze regel weg en ook wat eronder staat"]


def test_what_is_not_certain_is_left_alone() -> None:
    """All lines indent, so that nothing says where a field begins; or the text is none of ours."""
    indented = "".join(f"  {line}\n" for line in broken(MISTAKES["quote that does not close"]).splitlines())
    assert codes(indented) == ["aanhalingsteken"]
    assert codes('{"titel": "Leertafel", }') == ["andere-opmaak"]
    assert codes(RECORD + "---\n" + broken(MISTAKES["colon in a text"])) == ["meer-documenten"]


def test_a_congress_is_read_in_parts_too() -> None:
    text = 'titel: "Congres\nsamenvatting: Wie: dan\n'
    _, found = parse(read_document("congresses/x.yml", text.encode()), Congress, None)
    assert {"aanhalingsteken", "dubbele-punt"} <= {d.code for d in found}


@pytest.mark.parametrize("line", ["titel: [\n", "- x: 'y\n", "bronnen:\n- a: b: c\n", "aanpak: x: y\n"])
def test_very_many_broken_parts_are_not_each_read(line: str) -> None:
    text = line * (MAX_BYTES // len(line))
    assert len(problems(text)) <= 101


def test_more_problems_than_anyone_reads_are_cut_off() -> None:
    text = "".join(f"{name}:\n" + "  - a: b: c\n" * 20 for name in Practice.model_fields)
    assert [one for one in problems(text) if one[0] == "te-veel-problemen"] == [("te-veel-problemen", 1)]
    assert len(problems(text)) == 101


@pytest.mark.parametrize("above", ["# Een opmerking", "---", "\n# Een\n# twee\n"])
def test_remarks_above_the_first_field_are_no_mistake(above: str) -> None:
    text = f"{above}\n{broken(MISTAKES['quote that does not close'], MISTAKES['tab'])}"
    assert codes(text) == ["aanhalingsteken", "tab"]


def mistyped(line: str, rng: random.Random) -> str:
    """Return the line with one mistake that people make; some change nothing, or nothing that matters."""
    field = re.match(r"( *(?:- )?[a-z_]+): (\S.*)", line)
    spaced = line.startswith("  ")
    ways = [
        f" {line}" if line else "",
        line.replace("- ", "-", 1),
        line.rstrip("\"]'"),
        f"\t{line.lstrip()}" if spaced else line,
        line[1:] if spaced else line,
        line[2:] if spaced else line,
        *(f"{field[1]}: {sign}{field[2]}" for sign in ('"', "Let op: ", "@", "&", "[", "|") if field),
        *([f"{field[1]} {field[2]}"] if field else []),
    ]
    return rng.choice(ways)


def test_two_mistakes_anywhere_in_a_real_record_give_the_problems_of_each() -> None:
    """Never more than each of them gives alone, at the same lines; and nearly always all of that."""
    rng = random.Random(5)
    texts = [path.read_text("utf-8").split("\n") for path in records().values()]
    counted = {"all": 0, "fewer": 0}
    while sum(counted.values()) < 80:
        lines = rng.choice(texts)
        first, second = sorted(rng.sample(range(len(lines)), 2))
        one, two = mistyped(lines[first], rng), mistyped(lines[second], rng)
        alone = [[*lines[:first], one, *lines[first + 1 :]], [*lines[:second], two, *lines[second + 1 :]]]
        each = [problems("\n".join(text)) for text in alone]
        if second - first < 2 or not all(each):
            continue
        found = problems("\n".join([*lines[:first], one, *lines[first + 1 : second], two, *lines[second + 1 :]]))
        assert set(found) <= {*each[0], *each[1]}, (one, two, found)
        counted["all" if set(found) == {*each[0], *each[1]} else "fewer"] += 1
    assert counted["fewer"] <= 4, counted


def test_a_first_field_that_indents_below_a_remark_is_told_with_the_rest() -> None:
    text = f"# Een opmerking\n {broken(MISTAKES['tab'])}"
    assert problems(text) == [("inspringing", 2), ("tab", 22)]


def test_order_of_fields_makes_no_difference() -> None:
    parts = ['titel: "Buurtkamer\n', "aanpak: Let op: altijd open.\n", "contact:\n\ttelefoon: 14 035\n"]
    found = {tuple(codes("".join(order))) for order in permutations(parts)}
    assert len(found) == 1
    assert {"aanhalingsteken", "dubbele-punt", "tab"} <= set(found.pop())
