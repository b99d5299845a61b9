"""The form checks and writes as the generator does: the same cases through both, Python and the browser's scripts."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic_core import to_json
from support.examples import EXAMPLES, code_of
from support.form import catalogue, run_form
from support.site import PROJECT, records
from test_pasted import CHAT, ENTITIES, ORDINARY, TRACKED

from generator.check.texts import find_in_refused
from generator.messages import WORDINGS
from generator.parse.form import form_model
from generator.parse.model import Practice
from generator.parse.parser import parse
from generator.parse.rules import PRACTICE_RULES
from generator.read.source import read_document
from generator.render.form import form_data
from generator.view.form_texts import FORM_CODES, FORM_TIPS, STEPS
from generator.write.record import write_record

NOT_IN_FORM = {
    "the form writes the file, so it is YAML": {
        *("te-groot", "geen-utf8", "stuurteken", "leeg-bestand", "geen-veldenlijst", "meer-documenten", "tab"),
        *("dubbele-punt", "dubbele-punt-ontbreekt", "aanhalingsteken", "vreemd-teken", "hekje", "streepje"),
        *("streepje-ontbreekt", "haakje", "inspringing", "yaml-fout", "yaml-truc", "te-diep", "dubbele-sleutel"),
        *("sleutel-geen-tekst", "te-veel-problemen", "vaste-spatie", "andere-opmaak", "codeblok", "samenvoegteken"),
        *("opnieuw-begonnen", "kromme-aanhalingstekens", "komma-aan-het-eind", "blokteken", "opsommingsteken"),
        *("hoort-eronder", "hoort-erbuiten", "losse-regel", "streepje-te-veel"),
        *("teken-voor-elke-regel", "veld-midden-in-regel"),
    },
    "the form makes its name and place": {
        *("extensie", "map", "verkeerde-plek", "symbolische-link", "onleesbaar", "ander-bestand", "rommelbestand"),
    },
    "the form has the fields and the choices of the model, and leaves out what is empty": {
        *("onbekend-veld", "leeg-veld", "geen-tekst", "geen-lijst", "geen-blok", "keuze", "onbekende-term"),
        *("verkeerde-vorm", "tekst-als-veld", "veld-met-punt", "lijst-voor-tekst"),
    },
    "only a congress has days and hours": {
        *("dag-ontbreekt", "dubbele-dag", "onbekende-dag", "geen-tijd", "tijd-omgekeerd"),
        *("verplaatst-tegenspraak", "verplaatst-zonder-vervolg"),
    },
    "only a spreadsheet has rows, columns and cells": {
        *("rekenblad-onleesbaar", "geen-praktijken", "onbekende-kolom", "dubbele-kolom", "gelezen-als", "celfout"),
        *("rij-zonder-praktijk", "voorbeeldrij", "blad-doet-niet-mee", "samengevoegde-cellen", "praktijk-bestaat"),
        *("tussenrij", "losse-cel"),
    },
    "only the catalogue as a whole shows it": {
        *("verdwenen-adres", "verdwenen-gemeente", "verdwenen-term", "adres-in-gebruik", "adres-vorm"),
        *(
            "oude-id-in-gebruik",
            "kringverwijzing",
            "lijkt-op",
            "onbekend-congres",
        ),
        *("geen-catalogus", "register-fout"),
    },
    "it depends on the day of the check": {"datum-in-de-toekomst"},
}
"""Why the form never gives a code; a new code must be placed here or in FORM_CODES."""

OF_THE_CATALOGUE = {"bestandsnaam", "gereserveerde-naam", "dubbele-id", "onbekende-praktijk", "verwijst-naar-zichzelf"}
"""Given by the page of the form, not by the check of values."""


@pytest.fixture(scope="module")
def model() -> dict[str, Any]:
    """What the form knows, with the tips of `check` instead of its own."""
    data: dict[str, Any] = json.loads(to_json(form_data(catalogue())))
    for code, words in data["woorden"].items():
        words |= {"tip": WORDINGS[code].tip, "zeker": WORDINGS[code].sure}
    return data


def problems_of(text: str) -> list[tuple[str, str, str, str]]:
    """Return (code, field, message, tip) of all that `check` says of a record's values."""
    document = read_document("practices/x/x.yml", text.encode())
    assert document.findings == (), text
    _, found = parse(document, Practice, catalogue().registers, PRACTICE_RULES)
    found += tuple(find_in_refused(document))
    return sorted((one.code, one.field, one.message, one.tip) for one in found)


def compare(model: dict[str, Any], cases: list[Any]) -> None:
    """Put cases through both and compare text and problems."""
    for values, answer in zip(cases, run_form(model, cases), strict=True):
        assert answer["yaml"] == write_record(values)
        said = sorted((p["code"], p["veld"], p["bericht"], p["tip"]) for p in answer["problems"])
        assert said == problems_of(answer["yaml"]), values


def thawed(value: Any) -> Any:
    """Return values as JSON holds them."""
    return json.loads(json.dumps(value))


def can_be_filled_in(node: Any, value: Any) -> bool:
    """Tell whether a value has the shape that the form gives it: no text for a list, no unknown field."""
    if node["vorm"] == "lijst":
        return isinstance(value, tuple) and all(can_be_filled_in(node["item"], item) for item in value)
    if node["vorm"] == "blok" or (node["vorm"] == "bedrag" and isinstance(value, dict)):
        nodes = {below["naam"]: below for below in node["velden"]}
        return isinstance(value, dict) and all(n in nodes and can_be_filled_in(nodes[n], v) for n, v in value.items())
    return isinstance(value, str) and (node["vorm"] != "keuze" or value in node["keuzes"])


def example_values() -> Iterator[Any]:
    """Yield the values of each example whose code the form can give."""
    for example in EXAMPLES:
        if code_of(example) in FORM_CODES:
            for path in sorted(example.glob("practices/*/*.yml")):
                document = read_document(path.name, path.read_bytes())
                whole = {"vorm": "blok", "velden": form_model(catalogue().registers)}
                if document.value and not document.findings and can_be_filled_in(whole, document.value):
                    yield thawed(document.value)


def test_every_code_is_placed() -> None:
    placed = [code for codes in NOT_IN_FORM.values() for code in codes]
    assert sorted([*placed, *FORM_CODES]) == sorted(WORDINGS)


def test_tips_of_the_form_speak_of_no_lines_and_use_the_words_that_are_there() -> None:
    for code in FORM_CODES:
        tip = FORM_TIPS.get(code, WORDINGS[code].tip)
        assert not re.search(r"\bregel\b|spaties verder|\.yml|bekend: nee|haal de regel", tip), code


def test_every_field_of_the_model_stands_in_one_step() -> None:
    assert sorted(name for step in STEPS for name in step.fields) == sorted(Practice.model_fields)
    assert [node["naam"] for node in form_model(catalogue().registers)] == list(Practice.model_fields)


def test_real_records_are_in_order_and_written_alike(model: dict[str, Any]) -> None:
    cases = [thawed(read_document(path.name, path.read_bytes()).value) for path in records().values()]
    assert len(cases) >= 35
    compare(model, cases)
    assert not any(answer["problems"] for answer in run_form(model, cases))


def test_examples_of_check_give_the_same_problems(model: dict[str, Any]) -> None:
    cases = list(example_values())
    compare(model, cases)
    said = {problem["code"] for answer in run_form(model, cases) for problem in answer["problems"]}
    # The example of `landelijk` is a text in the place of a list; as an item it is tried below.
    assert set(FORM_CODES) - said <= OF_THE_CATALOGUE | {"landelijk"}


SPECIMENS = {
    "regel": [
        "x",
        "n.v.t.",
        "<naam>",
        "[naam van de eigenaar]",
        "...",
        "TODO",
        "Twee",
        "a\nb",
        "é" * 301,
        "😀" * 300,
        "gemeente Huizen",
        "Een jaar buurtkamer",
    ],
    "tekst": [
        "kort",
        "Vul hier de aanpak in",
        "Lorem ipsum dolor sit amet",
        "n.v.t",
        "Lang genoeg om te staan.",
        "Een\n\n- twee\n- drie",
        "x" * 6001,
        "woord: met # en 'quotes' " * 9,
    ],
    "keuze": [],
    "euro": [
        "0",
        "-1",
        "1250",
        "€ 1.250,-",
        "1.000 tot 2.000",
        "1,2 miljoen",
        "onbekend",
        "1e5",
        "0344",
        "vanaf 500",
        "5-6k",
        "n.v.t.",
    ],
    "geheel": ["0", "-3", "58", "ruim 58", "1.250", "1,5", "007", "58 à 60"],
    "getal": ["0", "-1", "1.5", "1,5", "1.250", "0344", "ruim 58", "-1.5", "12 tot 14", "1.5000000", "3a"],
    "jaar": [
        "2019",
        "1899",
        "2101",
        "onbekend",
        "sinds 2019",
        "19",
        "2019-2020",
        "in 2019 en 2020",
        "2019 en 2020",
        "heden",
        "-",
    ],
    "dag": [
        "2024-02-29",
        "2023-02-29",
        "22 november 2026",
        "22-11-2026",
        "2026-13-01",
        "2019",
        "1800-01-01",
        *("31/4/2020", "45000", "november 22nd, 2026", "11/22/2026", "nee"),
    ],
    "datum": [
        "2019",
        "2019-05",
        "2019-13",
        "mei 2019",
        "2019-05-31",
        "2019-02-30",
        "onbekend",
        "5-2019",
        "0019",
        "voorjaar 2024",
        "zondag 22 nov. 2026",
    ],
    "url": [
        *(
            "https://www.huizen.nl",
            "www.huizen.nl",
            "http://a.nl:80/",
            "https://a.nl:/x",
            "ftp://a.nl",
            "huizen.nl/a b",
        ),
        *("https://u@a.nl/", "https://localhost/", "HTTPS://A.NL/?q=1#x", "https://a.nl/" + "x" * 500, "https://é.nl"),
        *("https://a.nl./", "https://1.2.3.4/", "https://a.nl/a|b", "https:/a.nl", "https://[::1]/"),
        *(
            "http://intranet/stuk",
            "C:\\stuk.docx",
            "info@huizen.nl",
            "https://a.nl en https://b.nl",
            "[x](https://a.nl)",
        ),
        *("htps//a.nl/é", "geen"),
    ],
    "email": [
        "info@huizen.nl",
        "info @huizen.nl",
        "mailto:info@huizen.nl",
        "Info <i@h.nl>",
        "geen",
        "a@b",
        "a@b.nl of c@d.nl",
        "https://a.nl",
        "info(at)a.nl",
    ],
    "telefoon": [
        "14 0317",
        "035 528 19 11",
        "(035) 528",
        "+31 35 5281911 (balie)",
        "0800-TEST",
        "14 uur",
        "035 5281911 of 06 12345678",
    ],
    "id": ["leertafel", "Leer Tafel", "https://x.nl/praktijken/leertafel/", "a" * 61, "x.yml", "é"],
    "gemeente": [
        "GM0484",
        "GM9999",
        "GM0003",
        "GM0140",
        "GM0017",
        "Huizen",
        "Den Bosch",
        "Friesland",
        "Alphen",
        "484",
        "Huisen",
        "landelijk",
    ],
}


PERSONAL = ["j.devries@huizen.nl", "06 12345678", "+31 (0)6 12345678", "NL91ABNA0417164300", "111222333"]


def test_what_was_pasted_along_or_is_personal_is_told_alike(model: dict[str, Any]) -> None:
    """In one short text, in a long one, in a list, in an address, and next to what is wrong with the value itself."""
    base = next(example_values())
    remains = [*CHAT, *ENTITIES, *TRACKED, *PERSONAL, *ORDINARY, "<br>", "<p>een</p>", "CafÃ©", "â€œZoâ€", "na\ufffdve"]
    texts = [f"Elke week {one} open" for one in remains]
    cases = [placed(base, ("titel",), text[:120]) for text in texts]
    cases += [placed(base, ("lessen",), [{"les": text, "advies": text}]) for text in texts]
    cases += [placed(base, ("aanpak",), f"{text}.\n\n{text}, en nog meer: # {text}.") for text in texts]
    cases += [placed(base, ("bronnen", 0, "url"), one) for one in remains]
    compare(model, cases)
    said = {problem["code"] for answer in run_form(model, cases) for problem in answer["problems"]}
    assert {"chatteken", "tekencode", "volgcode", "persoonsgegeven", "html-in-tekst", "verkeerde-letters"} <= said


def values_of(node: dict[str, Any], rng: random.Random) -> Any:
    """Make a value, right or wrong, for a node."""
    match node["vorm"]:
        case "lijst":
            number = rng.choice([0, 1, 2, 3, node.get("max", 5) + rng.choice([0, 1])])
            return [values_of(node["item"], rng) for _ in range(min(number, 45))]
        case "blok":
            return {n["naam"]: values_of(n, rng) for n in node["velden"] if rng.random() < 0.7}
        case "bedrag":
            specimens = [*SPECIMENS["euro"], {"van": "10", "tot": "5"}, {"van": "1.000"}, {"van": "1", "tot": "2"}]
            return rng.choice(specimens)
        case "keuze":
            return rng.choice(node["keuzes"])
        case kind:
            return rng.choice([*SPECIMENS[kind], ""] if rng.random() < 0.6 else SPECIMENS[kind][:1])


def test_made_up_records_give_the_same_problems(model: dict[str, Any]) -> None:
    rng = random.Random(5)
    whole = {"vorm": "blok", "velden": model["velden"]}
    cases = [thawed(values_of(whole, rng)) for _ in range(160)]
    # A record with very many problems is told so by `check`, which the form need not do.
    few = [case for case, answer in zip(cases, run_form(model, cases), strict=True) if len(answer["problems"]) <= 100]
    assert len(few) > 80
    compare(model, few)


def test_every_kind_is_tried_alone(model: dict[str, Any]) -> None:
    """One wrong value in a record that is in order, so that nothing hides it."""
    base = next(example_values())
    cases = []
    for node in model["velden"]:
        for kind, path in kinds_in(node, ()):
            cases += [placed(base, path, specimen) for specimen in SPECIMENS[kind]]
    compare(model, cases)
    assert len(cases) > 300
    assert "landelijk" in {problem["code"] for answer in run_form(model, cases) for problem in answer["problems"]}


def kinds_in(node: dict[str, Any], path: tuple[str | int, ...]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    here = (*path, node["naam"]) if "naam" in node else path
    if node["vorm"] == "lijst":
        yield from kinds_in(node["item"], (*here, 0))
    elif node["vorm"] == "blok":
        for field in node["velden"]:
            yield from kinds_in(field, here)
    else:
        yield ("euro" if node["vorm"] == "bedrag" else node["vorm"]), here


def placed(base: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """Return a copy of the values with another at the path."""
    copy = thawed(base)
    at = copy
    for step, following in pairwise(path):
        if isinstance(step, int):
            at.extend([{} if isinstance(following, str) else []] * (step + 1 - len(at)))
            at = at[step]
        else:
            at = at.setdefault(step, [] if isinstance(following, int) else {})
    if isinstance(path[-1], int):
        at[:1] = [value]
    else:
        at[path[-1]] = value
    return copy


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cn"]) | st.sampled_from(" \n:#-'\"[]{}&*!|>%@`~?,\t\r\u00a0"), max_size=240
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=12)
@given(st.lists(TEXT, min_size=60, max_size=60))
def test_any_text_is_written_alike(model: dict[str, Any], texts: list[str]) -> None:
    cases = [{"titel": t, "partners": [t], "lessen": [{"les": t, "advies": "y"}], "eigen": {"x": t}} for t in texts]
    for values, answer in zip(cases, run_form(model, cases), strict=True):
        assert answer["yaml"] == write_record(values)


def test_the_schema_files_have_what_the_form_needs() -> None:
    schema = json.loads((PROJECT / "schema" / "practice.schema.json").read_text("utf-8"))
    assert schema["properties"]["themas"]["uniqueItems"] is True
    assert schema["properties"]["titel"]["x-vorm"] == "regel"
