"""The border between record text and HTML: the only module that marks text as safe.

Record text is hostile until it has passed here. It may hold paragraphs, lists, emphasis and links; the
library renders just those rules, with raw HTML off, and every address is held against an allow list.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

SCHEMES = ("https:", "http:", "mailto:", "tel:")
_RULES = ("list", "emphasis", "link", "backslash_escapes", "escape", "newline", "text_join", "fragments_join")
_MARKS = re.compile(r"[*_\[\\\r]|^[ \t]|^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)| +$", re.MULTILINE)
_BLANK = re.compile(r"\n\n+")


def render_prose(text: str) -> Markup:
    """Render a field's prose as HTML: p, ul, ol, li, em, strong and a, nothing else.

    Text without a single mark of markup (most of it) takes a short cut with the same outcome.
    """
    if not _MARKS.search(text):
        return Markup("".join(f"<p>{_escaped(part)}</p>\n" for part in _BLANK.split(text.strip("\n"))))
    return Markup(_renderer().render(text))


def as_json_script(data: Any) -> Markup:
    """Serialise data for a `<script type="application/ld+json">`; nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def join_rendered(parts: list[str]) -> Markup:
    """Join pieces that templates with autoescape have already rendered."""
    return Markup("".join(parts))


def _escaped(text: str) -> str:
    return str(escape(text)).replace("&#34;", "&quot;").replace("&#39;", "'")


@lru_cache(maxsize=1)
def _renderer() -> MarkdownIt:
    renderer = MarkdownIt("zero", {"html": False, "linkify": False})
    known = {name for rules in renderer.get_all_rules().values() for name in rules}
    renderer.enable([rule for rule in _RULES if rule in known])
    renderer.validateLink = _is_allowed  # type: ignore[method-assign]
    return renderer


def _is_allowed(url: str) -> bool:
    return url.strip().lower().startswith(SCHEMES)
