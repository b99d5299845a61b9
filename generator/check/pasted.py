"""What pasting leaves behind in a text: tags and codes of a web page, and letters decoded in the wrong way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.entities import name2codepoint
from itertools import islice

from generator.phrasing import INVISIBLE
from generator.read.finding import Finding, finding
from generator.read.guard import position

_TAG = re.compile(
    r"</?(?:p|br|div|span|b|i|u|strong|em|ul|ol|li|a|h[1-6]|table|tr|td|img|font|sup|sub|hr|th)\b[^<>\n]{0,200}/?>",
    re.I,
)
_BROKEN_MARKS = ("Ã", "â", "¿", "\ufffd")
"""One of these is in every garbled word; looking for one letter first is many times quicker."""
_GARBLED = re.compile(r"(?<!\w)\w*(?:Ã[\u0080-\u00bf©«¨¶¼¡¯´±³‰ª‡ˆŸœž–…]|â€[\u0080-\uffff]|ï¿½|\ufffd)\w*")
"""What UTF-8 looks like after it was read as Windows-1252, and the mark of a letter that was lost."""
ENTITIES: Mapping[str, int] = {**name2codepoint, "apos": 0x27}
"""The named characters of HTML 4, by name: those that editors and chats write."""
_ENTITY = re.compile(r"&(?:amp;)*(?:#(\d{1,6})|#[xX]([0-9A-Fa-f]{1,5})|([A-Za-z]{2,8}\d{0,2}));")
MOST_REMAINS = 50
"""More of one kind in one text say no more."""
_SPACES = frozenset((0x20, 0xA0, 0x2002, 0x2003, 0x2009))
_UNSEEN = range(0x200B, 0x2010)
_LAST_CONTROL, _LAST_OF_BMP = 0xA0, 0xFFFF


def find_paste_remains(text: str) -> Iterator[Finding]:
    """Return a finding for each tag, word with broken letters, and code."""
    for tag in islice(_TAG.finditer(text), MOST_REMAINS) if "<" in text else ():
        yield finding("html-in-tekst", at=position(text, tag.start()), waarde=tag[0])
    garbled = _GARBLED.finditer(text) if any(map(text.__contains__, _BROKEN_MARKS)) else ()
    for word in islice(garbled, MOST_REMAINS):
        yield finding("verkeerde-letters", at=position(text, word.start()), waarde=word[0], voorstel=_mended(word[0]))
    codes = (code for code in (_ENTITY.finditer(text) if "&" in text else ()) if (code[3] or "amp") in ENTITIES)
    for code in islice(codes, MOST_REMAINS):
        meant = _character(ENTITIES[code[3]] if code[3] else int(code[1] or code[2], 10 if code[1] else 16))
        yield finding("tekencode", at=position(text, code.start()), waarde=code[0], voorstel=meant)


def _mended(word: str) -> str:
    try:
        return word.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""


def _character(number: int) -> str:
    """Return what to type instead of a code; empty when that is nothing anyone sees."""
    if number in _SPACES:
        return "een gewone spatie"
    plain = 0x20 < number < 0x7F or _LAST_CONTROL < number <= _LAST_OF_BMP
    return chr(number) if plain and number not in _UNSEEN and not INVISIBLE.fullmatch(chr(number)) else ""
