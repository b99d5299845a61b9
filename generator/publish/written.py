"""A page that the theme rendered, as what search needs: its title and text."""

from __future__ import annotations

from html.parser import HTMLParser

from generator.search.fields import WrittenPage

_CLOSED = frozenset(("script", "style", "nav", "template"))


class _Reader(HTMLParser):
    """Gathers the text inside `main`, and that of its first `h1`."""

    def __init__(self) -> None:
        super().__init__()
        self.title: list[str] = []
        self.text: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _CLOSED or tag in ("main", "h1"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "main" in self._open and not _CLOSED.intersection(self._open):
            (self.title if "h1" in self._open else self.text).append(data)


def read_written(url: str, html: str) -> WrittenPage:
    """Return the page at a URL; its title is its heading."""
    reader = _Reader()
    reader.feed(html)
    return WrittenPage(url, _line(reader.title), _line(reader.text))


def _line(parts: list[str]) -> str:
    return " ".join(" ".join(parts).split())
