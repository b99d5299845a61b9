"""The border between record text and HTML: the only module that marks text as safe.

Record text is hostile until it has passed here. A Markdown parser tells what the text holds; only
paragraphs, lists, emphasis and links to allowed addresses become elements. Everything else, raw HTML
included, is shown as the plain text that it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, cast

import pyromark
from markupsafe import Markup, escape
from pydantic_core import to_json

SCHEMES = ("https://", "http://", "mailto:", "tel:")
_ELEMENTS: Mapping[str, str] = {
    "Paragraph": "p",
    "Heading": "p",
    "CodeBlock": "p",
    "HtmlBlock": "p",
    "Item": "li",
    "Emphasis": "em",
    "Strong": "strong",
}
_INLINE = ("Emphasis", "Strong", "Link")
_LETTERS = bytes(sorted(set(range(256)) - set(b"[]\\`<>&#~+=|!\r\t*_\n\"'")))
"""What means nothing but itself in UTF-8, wherever it stands: all but the signs of Markdown and HTML."""

_BLANKS, _EMPHASIS = b"\n\"'", b"\n\"'*_"
"""Signs that make paragraphs or are only escaped; and with those that make something strong or stressed."""

_ITEM = re.compile(r"[ -]|\d{1,9}[.)]")
_ITEM_BELOW = re.compile(rf"\n(?:{_ITEM.pattern})")
"""Text with neither of these is only paragraphs: most of it, so that the parser can be passed by."""

_CODE_OR_RULE = re.compile(r"\n(?: {4}| *[-*_][-*_ ]*(?:\n|\Z))")
"""A line of code, or one that means a rule or makes a heading of the line above."""

_ESCAPED = b"<>&\"'"
"""What HTML may not hold as it is."""

_BLANK = re.compile(r"\n\n+")
_mark_safe: Callable[[str], Markup] = partial(str.__new__, Markup)
"""What `Markup` does with a text, without first asking whether it is more than that."""


def render_prose(text: str) -> Markup:
    """Render a field's prose as HTML: p, ul, ol, li, em, strong and a, nothing else."""
    signs = text.encode().translate(None, _LETTERS)  # ten times quicker than a pattern
    if not signs and not _ITEM.match(text):
        return _mark_safe(f"<p>{text}</p>\n")
    if not signs.strip(_BLANKS) and not _has_lists(text):
        return _mark_safe("".join([f"<p>{escape_value(part)}</p>\n" for part in _BLANK.split(text)]))
    if not signs.strip(_EMPHASIS) and not _CODE_OR_RULE.search(f"\n{text}"):
        return _mark_safe(pyromark.html(text))  # safe as it is: the parser's own HTML of these elements
    return _mark_safe("".join(_pieces(text)))


def plain_prose(text: str) -> str:
    """Return a field's prose as text without marks, on one line, for paper and calendars."""
    return " ".join("".join(_texts(text)).split())


def _texts(text: str) -> Iterator[str]:
    for event in pyromark.events(text):
        if not isinstance(event, dict):
            yield " "
            continue
        kind, value = next(iter(cast("dict[str, Any]", event).items()))
        name = value if isinstance(value, str) else next(iter(value)) if isinstance(value, dict) else ""
        yield str(value) if kind not in ("Start", "End") else "" if name in _INLINE else " "


def _has_lists(text: str) -> bool:
    """Tell whether a line begins like an item of a list, or ends with the spaces of a line break."""
    return " \n" in text or _ITEM.match(text) is not None or _ITEM_BELOW.search(text) is not None


def escape_value(value: object) -> str:
    """Return what a template shows of a value: safe HTML as it is, any other text escaped.

    Most texts hold nothing to escape, and looking for that is cheaper than making a Markup of each.
    """
    if type(value) is Markup:
        return value
    if type(value) is str and not ("<" in value or ">" in value or "&" in value or '"' in value or "'" in value):
        return value
    return escape(value)


class Html(bytes):
    """What templates with autoescape have already rendered, in the bytes of a page."""

    def __html__(self) -> str:
        """Tell whoever would escape it that it is safe."""
        return self.decode()


def encode_value(value: object) -> bytes:
    """Return what a template shows of a value, as the bytes of a page: those of `escape_value`."""
    if type(value) is str:
        data = value.encode()
        if data.translate(None, _ESCAPED) == data:  # quicker than to look for each sign
            return data
    elif type(value) is Html:
        return value
    elif type(value) is Markup:
        return value.encode()
    return escape(value).encode()


def as_json_script(data: Any) -> Markup:
    """Serialise data for a `<script type="application/ld+json">`; nothing in it can end the element."""
    text = to_json(data)
    for sign in (b"<", b">", b"&"):
        text = text.replace(sign, b"\\u%04x" % ord(sign))
    return Markup(text.decode())


def join_rendered(parts: Iterable[bytes]) -> Html:
    """Join pieces that templates with autoescape have already rendered."""
    return Html(b"".join(parts))


def _pieces(text: str) -> Iterator[str]:
    open_links: list[bool] = []
    for event in pyromark.events(text):
        if not isinstance(event, dict):
            yield "<br>\n" if event == "HardBreak" else "\n"
            continue
        kind, value = next(iter(cast("dict[str, Any]", event).items()))
        name = value if isinstance(value, str) else next(iter(value)) if isinstance(value, dict) else ""
        if kind not in ("Start", "End"):
            yield str(escape(value))
        elif name == "Link":
            yield _link(kind, value, open_links)
        elif name == "List":
            yield _list(kind, value["List"])
        elif element := _ELEMENTS.get(name):
            yield f"<{element}>" if kind == "Start" else f"</{element}>"
            yield "\n" if kind == "End" and element in ("p", "li") else ""


def _list(kind: str, value: Any) -> str:
    """Open or close a list: at the start `value` is the first number or None, at the end whether it is numbered."""
    if kind == "End":
        return "</ol>\n" if value else "</ul>\n"
    return "<ul>\n" if value is None else "<ol>\n" if value == 1 else f'<ol start="{int(value)}">\n'


def _link(kind: str, value: Any, open_links: list[bool]) -> str:
    """Open or close a link; one to an address that is not allowed leaves only its words."""
    if kind == "End":
        return "</a>" if open_links.pop() else ""
    address = str(value["Link"]["dest_url"])
    open_links.append(address.lower().startswith(SCHEMES))
    return f'<a href="{escape(address)}">' if open_links[-1] else ""
