"""What pasting from a chat, a web page or a mail leaves behind is found, and ordinary text is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.examples import BASIS, lay_out
from support.site import records

from generator.check.pasted import find_paste_remains
from generator.check.texts import find_in_text
from generator.check.tracking import find_tracking
from generator.load import load

CHAT = [
    "【12†source】",
    "【4:0†verslag.pdf】",
    "[^1^]",
    "[^12]",
    ":contentReference[oaicite:1]{index=1}",
    ":contentReference[oaicite:0]",
    "turn0search1",
    "citeturn0search1turn2news3",
    "\ue200cite\ue202turn0search1\ue201",
    "[oai_citation:0‡huizen.nl](https://www.huizen.nl)",
    "[cite_start]",
    "[cite: 1, 2]",
    "[web:3]",
    "sandbox:/mnt/data/verslag.docx",
]
ENTITIES = {
    "&nbsp;": "een gewone spatie",
    "&amp;": "&",
    "&amp;nbsp;": "een gewone spatie",
    "&eacute;": "é",
    "&euro;": "€",
    "&#39;": "'",
    "&#8217;": "’",
    "&#x20AC;": "€",
    "&apos;": "'",
    "&shy;": "",
    "&zwnj;": "",
    "&#8203;": "",
    "&#999999;": "",
}
TRACKED = {
    "https://a.nl/x?utm_source=chatgpt.com": "https://a.nl/x",
    "https://a.nl/x?utm_source=chatgpt.com#kop": "https://a.nl/x#kop",
    "https://a.nl/x?id=3&utm_source=mail&utm_medium=e-mail": "https://a.nl/x?id=3",
    "https://a.nl/x?fbclid=IwAR0&id=3": "https://a.nl/x?id=3",
    "https://a.nl/x?gclid=1": "https://a.nl/x",
    "https://a.nl/x?id=3&amp;mc_eid=12": "https://a.nl/x?id=3",
    "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.nl%2Fx%3Fb%3D1&data=05%7C01": "https://a.nl/x?b=1",
    "https://nam02.safelinks.protection.outlook.com/ap/w-59?url=https%3A%2F%2Fa.nl%2F&data=05": "https://a.nl/",
    "https://www.google.com/url?sa=t&url=https%3A%2F%2Fa.nl%2Fx%3Futm_source%3Dg&ved=2": "https://a.nl/x",
    "https://www.google.nl/url?q=https://a.nl/x": "https://a.nl/x",
}
ORDINARY = [
    "Jansen & Zonen; R&D; B&W; Q&A; V&VN; AT&T; Wmo & Jeugdwet; a &b; &c",
    "Zie [1] en [de site](https://a.nl) of [2024: verslag], voetnoot ^1^ en x^2 {van: 1}.",
    "Saturn, return 0, turnen op niveau 0, beurturn0, De turnzaal zoekt 1 trainer. [cite] [web] [web: zie]",
    "https://a.nl/?url=kaart https://a.nl/zoek?q=utm_source https://a.nl/utm_source=x/ https://a.nl/?bron=mail",
    "https://www.google.com/maps?q=https://a.nl https://a.nl/oaicite https://a.nl/?x=1&y=2",
    "Een sandbox: een zandbak. 1 < 2 en 3 > 2, ‡ en † bij een naam, «zo» 'en' zo.",
]


@pytest.mark.parametrize("mark", CHAT)
def test_a_mark_of_a_chat_is_found_whole(mark: str) -> None:
    text = f"titel: Leestafel\naanpak: >-\n  Elke week {mark} open.\n"
    found = find_in_text(text)
    assert [(one.code, one.at, one.loc) for one in found] == [("chatteken", (3, 13), ("aanpak",))]
    assert dict(found[0].context)["waarde"] == mark


@pytest.mark.parametrize("code", ENTITIES)
def test_a_code_of_a_web_page_is_found_with_what_to_type(code: str) -> None:
    found = list(find_paste_remains(f"aanpak: Elke{code}week\n"))
    assert [(one.code, one.at, dict(one.context)) for one in found] == [
        ("tekencode", (1, 13), {"waarde": code, "voorstel": ENTITIES[code]})
    ]


@pytest.mark.parametrize("address", TRACKED)
def test_an_address_that_follows_its_readers_is_given_clean(address: str) -> None:
    found = list(find_tracking(f"Zie [de site]({address}) en verder."))
    assert [(one.at, dict(one.context)["voorbeeld"]) for one in found] == [((1, 15), TRACKED[address])]
    assert list(find_tracking(TRACKED[address])) == []


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert find_in_text(text) == []


def test_the_real_records_are_free_of_remains() -> None:
    texts = [path.read_text("utf-8") for path in records().values()]
    assert len(texts) >= 35
    assert [one for text in texts for one in find_in_text(text)] == []


def test_a_remark_in_a_record_has_no_field_but_a_place() -> None:
    (found,) = find_in_text("titel: Leestafel\n# bel 06 12345678\naanpak: x\n")
    assert (found.code, found.at, found.loc) == ("persoonsgegeven", (2, 7), ())


def test_a_record_with_errors_is_told_of_its_remains_too(tmp_path: Path) -> None:
    """Mistakes in fields, and lines that cannot be read, hide nothing that stands on other lines."""
    lay_out(BASIS, tmp_path)
    path = tmp_path / "practices" / "huizen" / "buurtkamer.yml"
    text = path.read_text("utf-8").replace("aanpak: De", "aanpak: De&nbsp;")
    for old, new, code in (("status: lopend", "status: bezig", "keuze"), ("titel: B", 'titel: "B', "aanhalingsteken")):
        path.write_text(text.replace(old, new), "utf-8")
        _, found = load(tmp_path)
        assert [(one.code, one.field) for one in found] == [
            (code, "status" if code == "keuze" else ""),
            ("tekencode", "aanpak"),
        ]


def test_the_same_in_one_field_is_told_once() -> None:
    text = "titel: a&nbsp;b&nbsp;c <b>d</b>\naanpak: a&nbsp;b <p>c</p>\nbronnen:\n  - titel: Ã©Ã©n Ã©Ã©n\n"
    assert [(one.code, one.loc, one.at) for one in find_in_text(text)] == [
        ("html-in-tekst", ("titel",), (1, 24)),
        ("html-in-tekst", ("aanpak",), (2, 18)),
        ("verkeerde-letters", ("bronnen", 0, "titel"), (4, 12)),
        ("tekencode", ("titel",), (1, 9)),
        ("tekencode", ("aanpak",), (2, 10)),
    ]


def test_a_wrong_value_is_told_what_it_holds_besides(tmp_path: Path) -> None:
    lay_out(BASIS, tmp_path)
    path = tmp_path / "practices" / "huizen" / "buurtkamer.yml"
    path.write_text(path.read_text("utf-8").replace("telefoon: 14 035", "email: Jan <j.vries@huizen.nl>"), "utf-8")
    _, found = load(tmp_path)
    assert [one.code for one in found] == ["geen-email", "persoonsgegeven"]
