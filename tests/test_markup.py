"""The border between record text and HTML lets through what it names, and nothing else."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from generator.view.markup import Html, _pieces, as_json_script, encode_value, escape_value, join_rendered, render_prose


def encode_html(text: str) -> Html:
    return join_rendered([encode_value(text)])


ALLOWED = re.compile(
    r"</?(?:p|ul|ol|li|em|strong)>|<br>|<ol start=\"\d+\">|</a>|<a href=\"(?:https?://|mailto:|tel:)[^\"<>]*\">",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Een regel.", "<p>Een regel.</p>\n"),
        ("Een.\n\nTwee.", "<p>Een.</p>\n<p>Twee.</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("**sterk** en *nadruk*", "<p><strong>sterk</strong> en <em>nadruk</em></p>\n"),
        ("[hier](https://a.nl)", '<p><a href="https://a.nl">hier</a></p>\n'),
        ("a < b & c", "<p>a &lt; b &amp; c</p>\n"),
    ],
)
def test_what_a_contributor_may_use(text: str, html: str) -> None:
    assert render_prose(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[klik](javascript:alert(1))",
        "[klik](JaVaScRiPt:alert(1))",
        "[klik](data:text/html,<script>alert(1)</script>)",
        "[klik](//elders.example/)",
        "![beeld](https://elders.example/a.png)",
        "<https://elders.example/><b onclick=alert(1)>",
        "# kop {onclick=alert(1)}",
        "    <script>alert(1)</script>",
        "```mermaid\ngraph\n```",
        "{{ 7*191 }} {% raw %}",
        "[a]: javascript:alert(1)\n\n[a]",
        '[x](https://a.nl/"onmouseover="alert(1))',
        "&lt;script&gt;alert(1)&lt;/script&gt;",
    ],
)
def test_hostile_text_becomes_plain_text(text: str) -> None:
    html = render_prose(text)
    assert not re.search(r"[<>]", ALLOWED.sub("", html)), html
    assert "1337" not in html


@example("title\n-")  # one stroke below a line makes it a heading
@given(st.text(alphabet=st.sampled_from("ab <>&\"'*_-[]()!#`\n\t1.:/{}%\\|~"), max_size=80))
def test_only_allowed_elements_ever_come_out(text: str) -> None:
    assert not re.search(r"[<>]", ALLOWED.sub("", render_prose(text)))


@given(st.text(alphabet=st.sampled_from("ab \n-*1.'"), max_size=60).map(str.strip))
def test_the_short_cuts_show_the_same_text_as_the_long_way(text: str) -> None:
    def shown(html: str) -> list[str]:
        plain = re.sub(r"<[^>]+>", " ", html).replace("&#39;", "'").replace("&quot;", '"')
        return plain.split()

    assert shown(render_prose(text)) == shown("".join(_pieces(text)))


@given(st.text(alphabet=st.sampled_from("ab<>&\"'’ ;#"), max_size=20))
def test_a_value_is_escaped_once(text: str) -> None:
    assert escape_value(text) == escape(text)
    assert escape_value(escape(text)) == escape(text)
    assert encode_value(text) == escape(text).encode() == encode_value(escape(text)) == encode_value(encode_html(text))


@pytest.mark.parametrize("value", [3, 2.5, None, True, ("<a>", "b"), b"<b>", Markup("<em>a</em>"), encode_html("<b>")])
def test_values_that_are_no_text_are_shown_as_such(value: object) -> None:
    assert escape_value(value) == escape(value)
    assert encode_value(value) == escape(value).encode()


def test_data_in_a_script_element_cannot_end_it() -> None:
    data = {"naam": "</script><script>alert(1)</script>&"}
    script = as_json_script(data)
    assert "<" not in script
    assert json.loads(script) == data
