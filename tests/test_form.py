"""The form /insturen/ in a real browser: filled in, kept, checked and sent as a person does it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from conftest import MAILBOX, REPOSITORY, PageMaker
from playwright.sync_api import Page, expect
from support.browser import DARK, PHONE, REFLOW, SCRIPTLESS, WIDE, Browsers, Guard, look
from support.examples import BASIS
from support.form import catalogue
from support.hosting import serve
from support.site import PROJECT, records, run
from test_accessibility import describe, run_axe

from generator.parse.form import form_model
from generator.parse.model import Practice
from generator.parse.parser import parse
from generator.read.source import read_document
from generator.view.form_texts import STEPS

MODULES = ("forge", "concept", "insturen")
EVERYTHING: dict[str, Any] = {
    "titel": "Proeftuin: alles ingevuld",
    "samenvatting": (
        "Een voorbeeld waarin elk veld van het model is ingevuld. Zo blijkt dat het formulier alles kan wat een "
        "bestand kan, ook 'aanhalingstekens' en # hekjes."
    ),
    "soort": "methode",
    "status": "gestopt",
    "gemeenten": ["GM0406", "GM0484"],
    "eigenaar": {"naam": "gemeente Huizen", "soort": "gemeente", "website": "https://www.huizen.nl"},
    "partners": ["Stichting Een", "Stichting Twee"],
    "periode": {"van": "onbekend", "tot": "2019"},
    "wettelijk_kader": ["wmo-2015"],
    "themas": ["dementie", "wijkteams"],
    "doelgroepen": ["ouderen"],
    "trefwoorden": ["koffie", "één opdracht"],
    "aanleiding": "Bewoners wisten de weg niet.",
    "doel": "Bewoners weten de weg.",
    "aanpak": "Eerst dit.\n\n- dan dat\n- en dat",
    "werkzame_elementen": "Er is altijd koffie.",
    "randvoorwaarden": "Een ruimte die open is.",
    "overdraagbaarheid": "Dit kan overal.",
    "verantwoording": "De raad krijgt elk jaar een brief.",
    "weerstand": [
        {"wat": "Buren waren tegen: er was lawaai.", "hoe_overwonnen": "De deur ging eerder dicht."},
        {"wat": "Er was geen geld voor koffie."},
    ],
    "resultaten": [
        {
            "uitspraak": "Er kwamen 58 bewoners.",
            "waarde": "58",
            "eenheid": "bewoners",
            "jaar": "2018",
            "bron": "Een jaar buurtkamer",
        }
    ],
    "lessen": [{"les": "Begin klein en groei langzaam.", "advies": "Begin in twee wijken."}],
    "bewijs": {
        "niveau": "eigen_cijfers",
        "toelichting": "De gemeente telde zelf.",
        "erkenningen": [
            {
                "databank": "movisie-effectieve-sociale-interventies",
                "niveau": "goed_beschreven",
                "doel": "ontmoeten",
                "datum": "2024-05-30",
                "url": "https://www.voorbeeld.nl/erkenning",
            }
        ],
    },
    "kosten": {
        "bekend": "ja",
        "toelichting": "De gemeente betaalt alles.",
        "eenmalig": "25000",
        "jaarlijks": {"van": "10000", "tot": "20000"},
        "per_deelnemer": "750",
        "fte": "1.5",
        "vrijwilligersuren_per_week": "20",
        "deelnemers_per_jaar": "58",
        "prijspeil": "onbekend",
        "zekerheid": "geraamd",
        "dekking": "Het budget voor de Wmo.",
        "bespaart": {"bedrag": "400", "toelichting": "Minder hulp aan huis.", "bron": "Tweede bron"},
        "bron": "Een jaar buurtkamer",
    },
    "contact": {
        "bekend": "ja",
        "toelichting": "Bel in de ochtend.",
        "organisatie": "gemeente Huizen",
        "afdeling": "team Sociaal Domein",
        "email": "info@voorbeeld.nl",
        "telefoon": "14 035",
        "website": "https://www.huizen.nl/contact",
        "bevestigd_op": "2026-11-01",
    },
    "overgenomen_door": [
        {
            "gemeente": "GM0402",
            "jaar": "onbekend",
            "aanpassing": "Hilversum deed het buiten.",
            "status": "lopend",
            "bron": "Tweede bron",
        }
    ],
    "gebaseerd_op": [{"id": "leertafel", "reden": "Daar begon het gesprek."}],
    "zie_ook": [{"id": "geheugenhuis", "reden": "Ook een plek voor ontmoeting."}],
    "vervangen_door": "maatwerkbudget",
    "materialen": [
        {
            "titel": "Handleiding",
            "url": "https://www.voorbeeld.nl/handleiding",
            "uitgever": "gemeente Huizen",
            "datum": "2019-05",
            "soort": "handleiding",
            "licentie": "CC-BY-4.0",
        }
    ],
    "bronnen": [
        {
            "titel": "Een jaar buurtkamer",
            "uitgever": "gemeente Huizen",
            "datum": "2024-05",
            "soort": "verslag",
            "url": "https://www.voorbeeld.nl/verslag",
            "licentie": "CC-BY-4.0",
        },
        {"titel": "Tweede bron", "uitgever": "onbekend", "datum": "onbekend", "soort": "artikel"},
    ],
    "oude_ids": ["proeftuin-oud"],
    "toegevoegd_op": "2026-11-22",
    "gecontroleerd_op": "2026-11-22",
}
"""A record with every field of the model, written as the form is asked to."""

WORDY = "Een buurtkamer met koffie, elke dinsdag open voor iedereen uit de buurt. Het wijkteam helpt er met vragen."
LEAST = {name: EVERYTHING[name] for name in ("soort", "eigenaar", "gemeenten", "themas", "doelgroepen", "aanpak")} | {
    "titel": "Proefkamer",
    "samenvatting": WORDY,
    "status": "lopend",
    "bronnen": EVERYTHING["bronnen"][:1],
    "bewijs": {"niveau": "praktijkverhaal", "toelichting": "De gemeente vertelt het zelf."},
    "kosten": {"bekend": "nee", "toelichting": "Geen bron noemt bedragen."},
    "contact": {"telefoon": "14 035"},
}


@pytest.mark.parametrize("name", MODULES)
def test_the_modules_do_what_they_say(name: str) -> None:
    node = os.environ.get("NODE") or shutil.which("node")
    assert node, "Node.js 20 or newer is needed"
    test = PROJECT / "tests" / "js" / f"{name}.test.mjs"
    done = subprocess.run([node, "--test", str(test)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


def open_form(page: Page, origin: str, question: str = "") -> None:
    """Open the form and wait until it can be used."""
    page.goto(f"{origin}insturen/{question}")
    expect(page.locator(".stappen [aria-current=step]")).to_be_visible()


def go_to(page: Page, step: str) -> None:
    """Open a step by its link."""
    page.locator(f".stappen a[href='#stap-{step}']").click()
    expect(page.locator(f"#stap-{step}")).to_be_visible()


def next_step(page: Page) -> None:
    page.get_by_role("button", name="Volgende stap").click()


def problems_in_sight(page: Page) -> list[str]:
    """Return the messages that stand at fields, without advice."""
    return page.locator(".veld__fout strong").all_inner_texts()


def written(page: Page) -> str:
    """Return the text of the file, from the last step."""
    go_to(page, "nakijken")
    expect(page.locator("#bestand")).not_to_be_empty()
    return page.locator("#bestand").text_content() or ""


def read(text: str) -> Practice:
    document = read_document("practices/x/x.yml", text.encode())
    assert document.findings == ()
    practice, found = parse(document, Practice, catalogue().registers)
    assert found == ()
    assert practice is not None
    return practice


def controls_of(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield the paths in the form with what to fill in there; lists of blocks first say how long they are."""
    if isinstance(value, dict):
        for name, below in value.items():
            yield from controls_of(below, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and (isinstance(value[0], dict) or path == "gemeenten"):
        yield path, len(value)
        for number, item in enumerate(value):
            yield from controls_of(item, f"{path}.{number}")
    else:
        yield path, value


def fill_in(page: Page, path: str, value: Any) -> None:
    """Fill in one control as a person does: with the mouse and the keyboard."""
    if isinstance(value, int):
        items = page.locator(f"[data-herhaal='{path}'] > .herhaal > li")
        for _ in range(value - items.count()):
            page.locator(f"[data-herhaal='{path}'] > [data-actie=erbij]").click()
        return
    control = page.locator(f"[data-pad='{path}']:not([data-onbekend])")
    if not control.count():
        control = page.locator(f"[data-pad='{path}.van']")
    box = page.locator(f"[data-pad='{path}'][data-onbekend]")
    kind = control.first.get_attribute("type")
    if value == "onbekend" and box.count():
        box.check()
    elif kind in ("radio", "checkbox"):
        for one in value if isinstance(value, list) else [value]:
            page.locator(f"[data-pad='{path}'][value='{one}']").check()
    elif control.evaluate("one => one.tagName") == "SELECT":
        control.select_option(value)
    else:
        name = catalogue().registers.municipalities.name(value) if str(value).startswith("GM") else ""
        control.fill("\n".join(value) if isinstance(value, list) else name or value)
        control.blur()


def fill_step(page: Page, values: dict[str, Any], names: tuple[str, ...]) -> None:
    for name in names:
        if name in values:
            for path, value in controls_of(values[name], name):
                fill_in(page, path, value)


def fill_all(page: Page, values: dict[str, Any]) -> None:
    """Walk from the first step to the last, filling in what is asked."""
    for step in STEPS:
        expect(page.locator(f"#stap-{step.id}")).to_be_visible()
        fill_step(page, values, step.fields)
        if step != STEPS[-1]:
            next_step(page)


def test_the_example_has_every_field_of_the_model() -> None:
    def names(nodes: Any) -> dict[str, Any]:
        return {
            node["naam"]: names((node.get("item") or node).get("velden", ())) if node["vorm"] != "bedrag" else {}
            for node in nodes
        }

    def held(value: Any) -> dict[str, Any]:
        if isinstance(value, list):
            return held({key: one for item in value if isinstance(item, dict) for key, one in item.items()})
        if isinstance(value, dict):
            amount = set(value) == {"van", "tot"} and "10000" in value.values()
            return {} if amount else {name: held(one) for name, one in value.items()}
        return {}

    assert held(EVERYTHING) == names(form_model(catalogue().registers))


def test_filled_from_start_to_finish_it_gives_a_record_that_check_accepts(
    fresh_page: PageMaker, origin: str, tmp_path: Path
) -> None:
    page, guard = fresh_page(WIDE)
    open_form(page, origin)
    fill_all(page, EVERYTHING)
    expect(page.locator("#manieren")).to_contain_text("Bewaar")
    assert page.locator("#stap-nakijken .foutlijst").is_hidden()
    with page.expect_download() as found:
        page.get_by_role("button", name="Bewaar het bestand").click()
    assert found.value.suggested_filename == "proeftuin-alles-ingevuld.yml"
    place = page.locator("#bestandsplek").inner_text()
    assert place == "practices/huizen/proeftuin-alles-ingevuld.yml"
    shutil.copytree(PROJECT / "practices", tmp_path / "practices")
    found.value.save_as(tmp_path / place)
    text = (tmp_path / place).read_text("utf-8")
    document = read_document(place, text.encode())
    assert json.loads(json.dumps(document.value)) == EVERYTHING
    checked = run("praktijken", "check", "--root", str(tmp_path), str(tmp_path / place))
    assert checked.returncode == 0, checked.stdout
    assert "fout[" not in checked.stdout
    assert guard.problems == []


def test_the_keyboard_is_enough(fresh_page: PageMaker, origin: str) -> None:
    """Only Tab, Enter, Space, arrows and typing, from the first field to the file."""
    page, guard = fresh_page(WIDE)
    open_form(page, origin)
    page.locator("#veld-titel").focus()
    for step in STEPS[:-1]:
        for path, value in (pair for name in step.fields if name in LEAST for pair in controls_of(LEAST[name], name)):
            press_in(page, path, value)
        tab_to(page, f"#stap-{step.id} [data-ga=verder]")
        page.keyboard.press("Enter")
        after = STEPS[STEPS.index(step) + 1]
        expect(page.locator(f"#kop-{after.id}")).to_be_focused()
    tab_to(page, "#manieren .knop")
    with page.expect_download():
        page.keyboard.press("Enter")
    assert guard.problems == []


def press_in(page: Page, path: str, value: Any) -> None:
    """Fill in one control with keys alone."""
    if isinstance(value, int):
        items = page.locator(f"[data-herhaal='{path}'] > .herhaal > li")
        for _ in range(value - items.count()):
            tab_to(page, f"[data-herhaal='{path}'] > [data-actie=erbij]")
            page.keyboard.press("Enter")
        return
    control = page.locator(f"[data-pad='{path}']:not([data-onbekend])")
    kind = control.first.get_attribute("type")
    if kind == "checkbox":
        for one in value:
            tab_to(page, f"[data-pad='{path}'][value='{one}']")
            page.keyboard.press("Space")
    elif kind == "radio":
        tab_to(page, f"[data-pad='{path}']")
        page.keyboard.press("Space")
        while not page.evaluate("value => document.activeElement.value === value", value):
            page.keyboard.press("ArrowDown")
    else:
        tab_to(page, f"[data-pad='{path}']:not([data-onbekend])")
        tag = page.evaluate("document.activeElement.tagName")
        if tag == "SELECT":
            page.keyboard.type(page.locator(f"[data-pad='{path}'] option[value='{value}']").inner_text())
        else:
            name = catalogue().registers.municipalities.name(value) if str(value).startswith("GM") else ""
            page.keyboard.insert_text("\n".join(value) if isinstance(value, list) else name or value)


def tab_to(page: Page, selector: str) -> None:
    """Press Tab, forwards and if need be backwards, until something that fits has the focus."""
    for key in ("Tab", "Shift+Tab"):
        for _ in range(120):
            if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
            page.keyboard.press(key)
    pytest.fail(f"Tab never reached {selector}")


def test_each_record_comes_out_of_the_form_as_it_went_in(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    for id, path in records().items():
        open_form(page, origin, f"?praktijk={id}#stap-nakijken")
        expect(page.locator("#insturen-kop")).to_contain_text("Verbeter")
        expect(page.locator("#bestand")).not_to_be_empty()
        text = page.locator("#bestand").text_content() or ""
        assert read(text) == catalogue().practices[id], id
        assert page.locator("#bestandsplek").text_content() == path.relative_to(PROJECT).as_posix()
        assert page.locator("#stap-nakijken .foutlijst").is_hidden(), id
        assert page.locator("#insturen-melding").inner_text() == "", id
    assert guard.problems == []


def test_the_page_of_a_practice_leads_to_its_form(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    page.goto(f"{origin}praktijken/leertafel/")
    page.get_by_role("link", name="Verbeter deze praktijk").click()
    expect(page.locator("#insturen-kop")).to_have_text("Verbeter: Leertafel")
    expect(page.locator("#veld-titel")).to_have_value("Leertafel")
    assert guard.problems == []


def test_confirming_sets_the_date_of_today(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_form(page, origin, "?praktijk=leertafel&bevestig=1")
    expect(page.locator("#stap-nakijken")).to_be_visible()
    expect(page.locator("#veld-gecontroleerd_op")).to_have_value(date.today().isoformat())
    expect(page.locator("#insturen-stand")).to_contain_text("Kijk na of alles nog klopt")
    assert f"gecontroleerd_op: {date.today().isoformat()}" in (page.locator("#bestand").text_content() or "")
    assert guard.problems == []


def test_an_unknown_practice_is_said_to_be_missing(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_form(page, origin, "?praktijk=bestaat-niet")
    expect(page.locator("#insturen-stand")).to_contain_text("“bestaat-niet” is niet gevonden")
    expect(page.locator("#insturen-kop")).to_have_text("Een praktijk insturen")


# What is wrong


def test_nothing_is_said_of_a_field_before_someone_left_it(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_form(page, origin)
    page.locator("#veld-titel").press_sequentially("Te")
    assert problems_in_sight(page) == []
    page.locator("#veld-samenvatting").focus()
    expect(page.locator("#veld-titel-fout")).to_contain_text("De tekst is te kort: 2 van minstens 3 tekens.")
    expect(page.locator("#veld-titel")).to_have_attribute("aria-invalid", "true")
    # A field that is passed over is only asked for at the end of the step.
    page.locator("#veld-titel").focus()
    assert len(problems_in_sight(page)) == 1
    page.locator("#veld-titel").fill("Leertafel 2")
    page.locator("#veld-samenvatting").focus()
    expect(page.locator("#veld-titel-fout")).to_be_empty()


def test_the_end_of_a_step_lists_what_is_wrong_and_leads_there(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_form(page, origin)
    next_step(page)
    summary = page.locator("#stap-wat .foutlijst")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("heading")).to_have_text("Er zijn nog 4 dingen niet goed")
    summary.get_by_role("link", name=re.compile("^Soort: het veld 'soort' ontbreekt")).click()
    expect(page.locator("#veld-soort-aanpak")).to_be_focused()
    expect(page.locator(".stappen a[href='#stap-wat']")).to_contain_text("4 te verbeteren")
    summary.get_by_role("button", name="Ga toch verder").click()
    expect(page.locator("#kop-wie")).to_be_focused()
    page.go_back()
    expect(page.locator("#stap-wat")).to_be_visible()
    assert guard.problems == []


def test_what_was_meant_is_put_there_with_one_press(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_form(page, origin)
    go_to(page, "kosten")
    page.locator("#veld-kosten-eenmalig-van").fill("1.000 tot 2.000")
    page.locator("#veld-kosten-prijspeil").fill("sinds 2019")
    page.locator("#veld-kosten-prijspeil").blur()
    page.get_by_role("button", name="Verander in 1000 tot 2000").click()
    expect(page.locator("#veld-kosten-eenmalig-van")).to_have_value("1000")
    expect(page.locator("#veld-kosten-eenmalig-tot")).to_have_value("2000")
    page.get_by_role("button", name="Verander in 2019").click()
    expect(page.locator("#veld-kosten-prijspeil")).to_have_value("2019")
    expect(page.locator("#veld-kosten-prijspeil")).to_be_focused()
    go_to(page, "wie")
    page.locator("[data-herhaal=gemeenten] [data-actie=erbij]").click()
    page.locator("#veld-gemeenten-0").fill("Huisen")
    page.locator("#veld-gemeenten-0").blur()
    page.get_by_role("button", name="Verander in GM0406").click()
    expect(page.locator("#veld-gemeenten-0")).to_have_value("Huizen")
    assert guard.problems == []


def test_what_was_pasted_along_is_told_and_a_warning_stops_nobody(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_form(page, origin, "?praktijk=leertafel")
    page.locator("#veld-titel").fill("Leertafel &amp; meer")
    page.locator("#veld-titel").blur()
    expect(page.locator("#veld-titel-fout")).to_contain_text("'&amp;' komt van een webpagina")
    page.get_by_role("button", name="Verander in Leertafel & meer").click()
    expect(page.locator("#veld-titel")).to_have_value("Leertafel & meer")
    telephone, message = page.locator("#veld-contact-telefoon"), page.locator("#veld-contact-telefoon-fout")
    go_to(
        page,
        page.evaluate("document.querySelector('#veld-contact-telefoon').closest('.stap').id").removeprefix("stap-"),
    )
    telephone.fill("06 12345678")
    telephone.blur()
    expect(message).to_contain_text("Let op: '06 12345678' lijkt van een persoon te zijn (mobiel nummer).")
    assert telephone.get_attribute("aria-invalid") is None
    go_to(page, "nakijken")
    expect(page.locator("#stap-nakijken .foutlijst").get_by_role("heading")).to_have_text("Kijk dit nog na (1)")
    expect(page.locator("#manieren")).not_to_contain_text("Los eerst op")
    expect(page.locator("#manieren .knop").first).to_be_visible()
    assert guard.problems == []


def test_unknown_costs_fold_the_amounts_away(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_form(page, origin)
    go_to(page, "kosten")
    page.locator("[data-pad='kosten.bekend'][value=nee]").check()
    expect(page.locator("#veld-kosten-eenmalig")).to_be_hidden()
    page.locator("[data-pad='kosten.bekend'][value=ja]").check()
    page.locator("#veld-kosten-fte").fill("2")
    page.locator("[data-pad='kosten.bekend'][value=nee]").check()
    expect(page.locator("#veld-kosten-fte")).to_be_visible()
    next_step(page)
    expect(page.locator("#veld-kosten-bekend-fout")).to_contain_text("bekend: nee, maar ook fte")


def test_lists_grow_change_order_and_keep_the_focus(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_form(page, origin)
    go_to(page, "opbrengst")
    lessons = page.locator("[data-herhaal=lessen]")
    for text in ("De eerste les", "De tweede les", "De derde les"):
        lessons.locator("> [data-actie=erbij]").click()
        page.keyboard.type(text)
    order = lambda: lessons.locator("[data-pad$='.les']").evaluate_all("all => all.map((one) => one.value)")  # noqa: E731
    page.get_by_role("button", name="Omhoog les 3").click()
    assert order() == ["De eerste les", "De derde les", "De tweede les"]
    expect(page.get_by_role("button", name="Omhoog les 2")).to_be_focused()
    expect(page.locator("#insturen-stand")).to_have_text("Les 3 staat nu op plaats 2 van 3.")
    page.get_by_role("button", name="Haal weg les 1").click()
    assert order() == ["De derde les", "De tweede les"]
    expect(page.get_by_role("button", name="Haal weg les 1")).to_be_focused()
    assert guard.problems == []


def test_an_empty_item_does_not_move_messages_to_another(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_form(page, origin)
    go_to(page, "opbrengst")
    for _ in range(2):
        page.locator("[data-herhaal=lessen] > [data-actie=erbij]").click()
    page.locator("#veld-lessen-1-les").fill("kort")
    page.locator("#veld-lessen-1-les").blur()
    expect(page.locator("#veld-lessen-1-les-fout")).to_contain_text("te kort")
    expect(page.locator("#veld-lessen-0-les-fout")).to_be_empty()


def test_a_source_that_gets_another_title_stays_chosen(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_form(page, origin, "?praktijk=tom-in-de-buurt")
    go_to(page, "opbrengst")
    before = page.locator("#veld-resultaten-0-bron").input_value()
    go_to(page, "bronnen")
    titles = page.locator("[data-pad^='bronnen.'][data-pad$='.titel']")
    number = titles.evaluate_all("(all, title) => all.findIndex((one) => one.value === title)", before)
    titles.nth(number).fill("Een andere titel")
    titles.nth(number).blur()
    go_to(page, "opbrengst")
    expect(page.locator("#veld-resultaten-0-bron")).to_have_value("Een andere titel")
    expect(page.locator("#stap-nakijken .foutlijst")).to_be_hidden()


# The draft


def test_a_draft_survives_reloading_and_can_be_cleared(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_form(page, origin)
    assert page.evaluate("({...localStorage})") == {}
    page.locator("#veld-titel").fill("Proefkamer")
    go_to(page, "bronnen")
    page.locator("#veld-bronnen-0-titel").fill("Een bron")
    page.reload()
    expect(page.locator("#veld-bronnen-0-titel")).to_have_value("Een bron")
    expect(page.locator("#insturen-stand")).to_have_text("U gaat verder waar u was gebleven.")
    page.get_by_role("button", name="Wis alles").click()
    expect(page.locator("#veld-titel")).to_have_value("")
    assert page.evaluate("({...localStorage})") == {}
    page.get_by_role("button", name="Zet terug").click()
    expect(page.locator("#veld-titel")).to_have_value("Proefkamer")
    page.reload()
    expect(page.locator("#veld-titel")).to_have_value("Proefkamer")
    assert guard.problems == []


def test_drafts_of_practices_stand_apart(fresh_page: PageMaker, origin: str) -> None:
    page, _ = fresh_page(WIDE)
    open_form(page, origin, "?praktijk=leertafel")
    page.locator("#veld-titel").fill("Leertafel anders")
    page.locator("#veld-titel").blur()
    open_form(page, origin, "?praktijk=geheugenhuis")
    expect(page.locator("#veld-titel")).to_have_value(catalogue().practices["geheugenhuis"].titel)
    open_form(page, origin, "?praktijk=leertafel")
    expect(page.locator("#veld-titel")).to_have_value("Leertafel anders")
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(page.locator("#veld-titel")).to_have_value("Leertafel")


def test_two_tabs_with_one_draft_say_so_before_one_overwrites_the_other(fresh_page: PageMaker, origin: str) -> None:
    first, guard = fresh_page(WIDE)
    open_form(first, origin)
    second = first.context.new_page()
    open_form(second, origin)
    second.locator("#veld-titel").fill("Uit het tweede tabblad")
    expect(first.locator("#insturen-melding")).to_contain_text("ook open in een ander tabblad")
    expect(first.locator("#veld-titel")).to_have_value("")
    first.get_by_role("button", name="Neem over wat daar staat").click()
    expect(first.locator("#veld-titel")).to_have_value("Uit het tweede tabblad")
    expect(first.locator("#insturen-melding")).to_be_empty()
    first.locator("#veld-periode-van").fill("2019")
    expect(second.locator("#insturen-melding")).to_contain_text("ook open in een ander tabblad")
    assert guard.problems == []


def test_text_of_a_draft_that_fits_nowhere_is_shown(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_form(page, origin)
    old = {"titel": "Proefkamer", "slogan": "<b>Hoera</b>", "soort": "bestaat-niet-meer"}
    page.evaluate("old => localStorage.setItem('insturen', JSON.stringify(old))", old)
    page.reload()
    expect(page.locator("#veld-titel")).to_have_value("Proefkamer")
    expect(page.locator("#insturen-melding pre")).to_have_text("slogan: <b>Hoera</b>\nsoort: bestaat-niet-meer")
    assert guard.problems == []


def test_the_form_works_where_storage_is_refused(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
    open_form(page, origin)
    page.locator("#veld-titel").fill("Proefkamer")
    go_to(page, "wie")
    go_to(page, "wat")
    expect(page.locator("#veld-titel")).to_have_value("Proefkamer")
    assert guard.problems == []


# What is there already


def test_a_practice_that_looks_the_same_is_pointed_out_and_stops_nobody(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_form(page, origin)
    there = catalogue().practices["leertafel"]
    page.locator("#veld-titel").fill("Leertafel voor raadsleden")
    page.locator("#veld-samenvatting").fill(there.samenvatting)
    page.locator("#veld-samenvatting").blur()
    expect(page.locator("#lijkt-op")).to_contain_text("Lijkt dit op uw praktijk?")
    expect(page.locator("#lijkt-op").get_by_role("link", name="Leertafel").first).to_be_visible()
    page.locator("#veld-titel").fill("Zwembad")
    page.locator("#veld-samenvatting").fill(
        "Een zwembad op het plein, met een glijbaan en een duikplank voor kinderen in de zomer."
    )
    page.locator("#veld-samenvatting").blur()
    expect(page.locator("#lijkt-op")).to_be_empty()
    assert guard.problems == []


def test_a_name_that_is_taken_must_change(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_form(page, origin)
    fill_all(page, {**LEAST, "titel": "Leertafel"})
    expect(page.locator("#veld-bestandsnaam-fout")).to_contain_text("er is al een praktijk met de naam 'leertafel'")
    assert page.locator("#manieren button").count() == 0
    page.locator("#veld-bestandsnaam").fill("leertafel-huizen")
    page.locator("#veld-bestandsnaam").blur()
    expect(page.locator("#bestandsplek")).to_have_text("practices/huizen/leertafel-huizen.yml")
    expect(page.get_by_role("button", name="Bewaar het bestand")).to_be_visible()
    assert guard.problems == []


def test_a_reference_takes_the_address_of_a_page(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_form(page, origin)
    go_to(page, "verwant")
    page.locator("[data-herhaal=zie_ook] > [data-actie=erbij]").click()
    page.locator("#veld-zie_ook-0-id").fill(f"{origin}praktijken/leertafel/")
    page.locator("#veld-zie_ook-0-id").blur()
    expect(page.locator("#veld-zie_ook-0-id")).to_have_value("leertafel")
    page.locator("#veld-zie_ook-0-id").fill("leertafle")
    page.locator("#veld-zie_ook-0-id").blur()
    expect(page.locator("#veld-zie_ook-0-id-fout")).to_contain_text(
        "Er is geen praktijk 'leertafle'; bedoelde u 'leertafel'?"
    )
    page.get_by_role("button", name="Verander in leertafel").click()
    expect(page.locator("#veld-zie_ook-0-id-fout")).to_be_empty()
    assert guard.problems == []


# Sending


@pytest.fixture(scope="module")
def public_page(browsers: Browsers, public_site: Path) -> Iterator[tuple[Page, Guard, str]]:
    """A page of the site of which forge and mailbox are known."""
    with serve(public_site) as origin:
        context = browsers.new_context(WIDE)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        yield page, Guard(page, origin), origin
        context.close()


def test_a_short_record_goes_to_the_forge_whole(public_page: tuple[Page, Guard, str]) -> None:
    page, guard, origin = public_page
    open_form(page, origin)
    fill_all(page, LEAST)
    link = page.get_by_role("link", name=re.compile("Open GitHub, al ingevuld"))
    address = urlsplit(link.get_attribute("href") or "")
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{REPOSITORY}/new/main"
    asked = parse_qs(address.query)
    assert asked["filename"] == ["practices/huizen/proefkamer.yml"]
    assert asked["value"] == [page.locator("#bestand").text_content()]
    mail = page.get_by_role("link", name=f"Mail naar {MAILBOX}").get_attribute("href") or ""
    assert mail.startswith(f"mailto:{MAILBOX}?subject=Praktijk%3A%20Proefkamer&body=")
    assert "titel: Proefkamer" in unquote(mail)
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.locator("#insturen-stand")).to_have_text("De tekst is gekopieerd. Plak hem met Ctrl+V.")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#bestand").text_content()
    page.get_by_role("button", name="Wis alles").click()
    assert guard.take() == []


def test_a_long_record_says_so_and_offers_the_others(public_page: tuple[Page, Guard, str]) -> None:
    page, guard, origin = public_page
    open_form(page, origin)
    page.get_by_role("button", name="Wis alles").click()
    fill_all(page, {**LEAST, "aanpak": "Één stap méér, met uitleg. " * 215})
    ways = page.locator("#manieren")
    expect(ways).to_contain_text("Uw tekst is te lang om mee te sturen in een link.")
    link = ways.get_by_role("link", name=re.compile("^Open GitHub"))
    assert link.get_attribute("href") == f"{REPOSITORY}/new/main?filename=practices%2Fhuizen%2Fproefkamer.yml"
    expect(ways).to_contain_text("Uw tekst is te lang voor een mail")
    expect(ways.get_by_role("button", name="Bewaar het bestand").first).to_be_visible()
    page.get_by_role("button", name="Wis alles").click()
    assert guard.take() == []


def test_a_change_is_pasted_over_the_old_file(public_page: tuple[Page, Guard, str]) -> None:
    page, guard, origin = public_page
    open_form(page, origin, "?praktijk=leertafel#stap-nakijken")
    link = page.get_by_role("link", name=re.compile("Open het bestand op GitHub"))
    expect(link).to_have_attribute("href", f"{REPOSITORY}/edit/main/practices/alphen-aan-den-rijn/leertafel.yml")
    expect(page.locator("#manieren")).to_contain_text("Haal alle oude tekst weg")
    expect(page.locator("#veld-bestandsnaam")).to_be_hidden()
    assert guard.take() == []


# For everyone


@pytest.mark.parametrize("step", [step.id for step in STEPS])
def test_axe_finds_nothing_in_any_step(shared_page: PageMaker, origin: str, step: str) -> None:
    page, guard = shared_page(WIDE)
    look(page, WIDE)
    open_form(page, origin, f"?praktijk=tom-in-de-buurt#stap-{step}")
    found = []
    for profile in (WIDE, DARK, PHONE, REFLOW):
        look(page, profile)
        found += describe(*run_axe(page), f"{step} in {profile.name}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            f"{step} is too wide in {profile.name}"
        )
    assert not found, "\n".join(found)
    assert guard.take() == []


def test_a_message_that_appears_does_not_push_away_the_button_under_the_mouse(
    fresh_page: PageMaker, origin: str
) -> None:
    """Leaving a field checks it; people hold a button down longer than that takes."""
    page, guard = fresh_page(WIDE)
    open_form(page, origin, "#stap-opbrengst")
    page.locator("#stap-opbrengst [data-actie=erbij]").last.click()
    page.locator("#stap-opbrengst textarea").first.fill("kort")
    page.set_viewport_size({"width": 1280, "height": 4000})  # where nothing scrolls, nothing makes up for the shift
    button = page.get_by_role("button", name="Volgende stap")
    box = button.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 3)
    page.mouse.down()
    page.wait_for_timeout(600)
    page.mouse.up()
    expect(page.locator("#stap-opbrengst .foutlijst")).to_be_visible()
    assert guard.problems == []


@pytest.mark.parametrize("step", ["wat", "opbrengst", "kosten", "nakijken"])
def test_axe_finds_nothing_where_things_are_wrong(fresh_page: PageMaker, origin: str, step: str) -> None:
    page, guard = fresh_page(PHONE)
    open_form(page, origin, f"#stap-{step}")
    for button in page.locator(f"#stap-{step} [data-actie=erbij]").all():
        button.click()
    if step != "nakijken":
        for box in page.locator(f"#stap-{step} textarea").all():
            box.fill("kort")
        next_step(page)
    expect(page.locator(f"#stap-{step} .foutlijst")).to_be_visible()
    found = describe(*run_axe(page), step)
    look(page, DARK)
    found += describe(*run_axe(page), f"{step}, dark")
    assert not found, "\n".join(found)
    assert guard.problems == []


def test_without_scripts_the_page_leads_to_the_other_ways(shared_page: PageMaker, origin: str) -> None:
    page, _ = shared_page(SCRIPTLESS)
    page.goto(f"{origin}insturen/")
    expect(page.locator("#formulier")).to_be_hidden()
    page.get_by_role("link", name="andere manier").click()
    page.get_by_role("link", name="Zo schrijft u een bestand").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zelf een bestand schrijven")


def test_only_this_page_loads_the_form(shared_page: PageMaker, origin: str) -> None:
    page, _ = shared_page(WIDE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{origin}praktijken/leertafel/")
    assert not [url for url in asked if "insturen" in url]
    open_form(page, origin)
    assert [url for url in asked if url.endswith("insturen/model.json")]
    assert not [url for url in asked if "zoek/" in url and url.endswith(".json")], "the index waits for a summary"


def test_what_is_in_a_draft_never_becomes_markup(fresh_page: PageMaker, origin: str) -> None:
    page, guard = fresh_page(WIDE)
    open_form(page, origin)
    bad = "<img src=x onerror=alert(1)>"
    values = {
        **LEAST,
        "titel": bad,
        "partners": [bad],
        "bronnen": [{"titel": bad}],
        "zie_ook": [{"id": bad, "reden": bad}],
    }
    page.evaluate("values => localStorage.setItem('insturen', JSON.stringify(values))", values)
    page.reload()
    for step in STEPS:
        go_to(page, step.id)
    assert bad in (page.locator("#nazien").text_content() or "")
    assert page.locator("#insturen img").count() == 0
    assert guard.problems == []


def test_the_basis_of_the_examples_is_what_the_form_would_write(fresh_page: PageMaker, origin: str) -> None:
    """A record that people typed, filled in by hand, comes out with the same values."""
    path = next(BASIS.glob("practices/*/*.yml"))
    values = json.loads(json.dumps(read_document(path.name, path.read_bytes()).value))
    page, _ = fresh_page(WIDE)
    open_form(page, origin)
    fill_all(page, values)
    assert read(written(page)) == read(path.read_text("utf-8"))
