"""From bytes to text that is safe to compose: what a file may not hold is refused before it is taken apart."""

from __future__ import annotations

import re
from codecs import BOM_UTF8

import yaml

from generator.messages import INVISIBLE
from generator.read.finding import Finding, finding
from generator.read.syntax import quoted

MAX_BYTES = 64_000
MAX_LIST_BYTES = 256_000
"""A record is one practice; a vocabulary is one file for hundreds of terms."""
MAX_DEPTH = 12

_ORDINARY = bytes((*b"\n", *range(0x20, 0x7F)))
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
_HARD_SPACE = re.compile(r"^[ -]*(?:[a-z_]+:)?[\u00a0\u202f\u3000]", re.MULTILINE)
"""A space that YAML takes for a letter, where one is meant that sets a field or a level apart."""
_FOREIGN = re.compile(r"\s*(?:(?P<json>[\[{]\s*[{\"])|(?P<html><[!a-zA-Z])|(?P<markdown>\|.*\|))")
_FOREIGN_KINDS = {"json": "JSON", "html": "een webpagina (HTML)", "markdown": "een tabel"}
_COPIED = {"een plusteken": re.compile(r"\+"), "een >": re.compile(r">"), "een nummer": re.compile(r" *\d+[ \t.:|]")}
"""What stands before each line in a comparison, in a mail that was answered, and in a viewer of code."""
FEW_LINES = 3
_FENCE = re.compile(r"^```.*", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ?.*", re.MULTILINE)
_TRICK = re.compile(
    r"[&!%](?<![\w*].)"  # not inside a word; first, since it is quick to search for
    r"(?:(?<=&)[\w-]+(?=[\s,\]}:?%@`]|$)|(?<=!)|(?<=%)(?<![^\n]%))",
    re.MULTILINE,
)
"""What may be an anchor, tag or directive. Aliases need no search: without an anchor they do not compose."""
MANY_BRACKETS = 5000
"""Far below the 20,000 levels at which the composer has been seen to end the process."""

LONG_LINE = 200
"""Thousands of levels on one line need a long one; on lines of their own they need a long indentation."""
_DEEP = re.compile(r"^[ \-?:]{200}", re.MULTILINE)
_OTHER_FORMATS = {
    b"PK\x03\x04": "Word- of Excelbestand",
    b"\xd0\xcf\x11\xe0": "Word- of Excelbestand",
    b"%PDF-": "pdf",
    b"{\\rtf": "tekst met opmaak (rtf)",
    b"\x89PNG": "afbeelding",
    b"\xff\xd8\xff": "afbeelding",
}


class TextLoader(yaml.CBaseLoader):
    """A C composer that resolves no tags: every scalar stays the text that a person typed."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        return ""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        return None

    def ascend_resolver(self) -> None:
        return None


def to_text(data: bytes) -> str:
    """Decode; ends of line become what the parser takes them for, so that all positions agree."""
    text = data.removeprefix(BOM_UTF8).decode()
    return text.replace("\r\n", "\n").replace("\r", "\n") if b"\r" in data else text


def decode(data: bytes, most: int = MAX_BYTES) -> tuple[str, Finding | None]:
    """Return the text of a file, or an empty text and why it is none."""
    if len(data) > most:
        return "", finding("te-groot", grens=most // 1000)
    for beginning, kind in _OTHER_FORMATS.items():
        if data.startswith(beginning):
            return "", finding("geen-utf8", soort=kind)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data.count(0, 0, 200) * 4 > len(data[:200]):
        return "", finding("geen-utf8", soort="UTF-16")
    try:
        return to_text(data), None
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        return "", finding("geen-utf8", at=position(before, len(before)), soort="Windows-1252 of Latin-1")


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of an offset in the text."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def scan(text: str) -> Finding | None:
    """Find what must not reach the composer: tricks, abysses and what was made for another program."""
    may_overflow = text.count("[") + text.count("{") > MANY_BRACKETS
    if max(map(len, text.split("\n"))) >= LONG_LINE:
        may_overflow = may_overflow or _DEEP.search(text) is not None
    may_trick = any(mark in text for mark in ("&", "!", "\n%")) or text.startswith("%")
    trick = scan_events(text) if may_overflow or (may_trick and _TRICK.search(text)) else None
    return trick or _scan_other_formats(text)


def scan_characters(data: bytes, text: str) -> Finding | None:
    """Find a control character, a hard space that looks like an ordinary one, or a tab that indents.

    Of most files, which are given as bytes and as text, what is left without ordinary characters is a few accents.
    """
    if data.translate(None, _ORDINARY).decode().isprintable():
        return None
    if found := INVISIBLE.search(text):
        before = _word_before(text, found.start())
        return finding("stuurteken", at=position(text, found.start()), teken=code_point(found[0]), ervoor=before)
    if found := _HARD_SPACE.search(text):
        return finding("vaste-spatie", at=position(text, found.end() - 1), ervoor=_word_before(text, found.end() - 1))
    if found := _TAB_INDENT.search(text):
        return finding("tab", at=position(text, found.end() - 1))
    return None


def _word_before(text: str, offset: int) -> str:
    """Return the end of the line up to an offset, by which a person finds what cannot be seen."""
    words = text[max(text.rfind("\n", 0, offset) + 1, offset - 40) : offset].split()
    return words[-1] if words else ""


def _scan_other_formats(text: str) -> Finding | None:
    """Find what says that this was made for another program, or by git."""
    if found := _FOREIGN.match(text):
        at = position(text, found.start(found.lastgroup or 0))
        return finding("andere-opmaak", at=at, soort=_FOREIGN_KINDS[found.lastgroup or ""])
    if copied := _scan_copied(text):
        return copied
    if "```" in text and (found := _FENCE.search(text)):
        return finding("codeblok", at=position(text, found.start()), waarde=found[0])
    if ("<<<<<<<" in text or ">>>>>>>" in text) and (found := _CONFLICT.search(text)):
        return finding("samenvoegteken", at=position(text, found.start()), waarde=found[0])
    return None


def _scan_copied(text: str) -> Finding | None:
    """Find a sign that stands before (nearly) every line, because it was copied along."""
    if text.lstrip()[:1] not in tuple("+>0123456789"):
        return None
    filled = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    for kind, mark in _COPIED.items():
        having = sum(mark.match(line) is not None for _, line in filled)
        if having >= FEW_LINES and having * 4 >= len(filled) * 3:
            return finding("teken-voor-elke-regel", at=(filled[0][0], 1), soort=kind)
    return None


def code_point(character: str) -> str:
    """Name a character that cannot be shown: `U+200B`."""
    return f"U+{ord(character):04X}"


def scan_events(text: str) -> Finding | None:
    """Walk the parse events, which cannot overflow the stack, for anchors, tags and depth.

    The C composer recurses without a guard: 20,000 nested brackets would end the process.
    """
    depth = 0
    try:
        for event in yaml.parse(text, Loader=TextLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return finding("te-diep", at=start_of(event), grens=MAX_DEPTH)
            if trick := _trick_of(event):
                line, column = start_of(event)
                typed = text.split("\n")[line - 1]
                proposal = "" if typed.startswith(("!!", "!<"), column - 1) else quoted(typed, column)
                return finding("yaml-truc", at=(line, column), teken=trick, voorstel=proposal)
    except yaml.YAMLError:
        return None
    return None


def start_of(item: yaml.Node | yaml.Event) -> tuple[int, int]:
    """Return the line and column, both from 1, where a node or event begins."""
    mark = item.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _trick_of(event: yaml.Event) -> str:
    if isinstance(event, yaml.AliasEvent):
        return "*"
    if getattr(event, "anchor", None):
        return "&"
    if getattr(event, "tag", None):
        return "!"
    if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
        return "%"
    return ""
