"""Filling the shell: text of records is escaped, and a wrong name stops the build instead of showing nothing."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from generator.render.templates import CONTENT, PageFiller
from generator.view.types import Alternate, Head, Site

SITE = Site("Praktijken", "https://voorbeeld.nl/", "")
HOSTILE = "<script>alert(\"1\")</script> & 'meer'"
ESCAPED = "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt; &amp; &#39;meer&#39;"


def fill(shell: str, head: Head, template: str = "selectie.html") -> str:
    return PageFiller(f"{shell}{CONTENT}", SITE).page(template, head, None).data.decode()


def test_text_is_escaped_and_safe_html_is_not() -> None:
    head = Head(HOSTILE, "Gewoon", "selectie/", "selectie", structured_data=Markup("<b>1</b>"))
    shell = '{{ page.title }}|{{ page.description }}|{{ page.structured_data }}|{{ page.title[:8] ~ "<" }}|{{ 1 < 2 }}|'
    assert fill(shell, head).startswith(f"{ESCAPED}|Gewoon|<b>1</b>|&lt;script&gt;&lt;|True|")


def test_text_in_a_loop_is_escaped() -> None:
    head = Head("Titel", "", "selectie/", "selectie", (Alternate("a", "text/html", HOSTILE),))
    assert ESCAPED in fill("{% for a in page.alternates %}{{ a.title }}{% endfor %}", head)


@pytest.mark.parametrize(
    "shell",
    [
        "{{ pagina.title }}",
        "{{ page.titel }}",
        "{% if page.titel %}{% endif %}",
        "{% for x in page.titels %}{% endfor %}",
        "{{ root ~ site.naam }}",
        "{{ page.title.naam }}",
    ],
)
def test_a_misspelled_name_stops_the_build(shell: str) -> None:
    with pytest.raises(UndefinedError):
        fill(shell, Head("Titel", "", "selectie/", "selectie"))


def test_links_are_relative_to_the_page_at_any_depth() -> None:
    shell = '<a href="{{ root }}over/">{{ root or "./" }}</a>'
    for url, link in (("", '<a href="over/">./</a>'), ("a/b/", '<a href="../../over/">../../</a>')):
        assert fill(shell, Head("Titel", "", url, "selectie")).startswith(link)


def test_a_shell_without_a_place_for_content_is_refused() -> None:
    with pytest.raises(ValueError, match="include"):
        PageFiller("<main></main>", SITE)
