"""What pasting leaves behind in a text: tags of a web page, and letters that were decoded in the wrong way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.read.finding import Finding, finding

_TAG = re.compile(
    r"</?(?:p|br|div|span|b|i|u|strong|em|ul|ol|li|a|h[1-6]|table|tr|td|img|font)\b[^<>\n]{0,200}/?>", re.I
)
_BROKEN_MARKS = ("Ã", "â", "¿", "\ufffd")
"""One of these is in every garbled word; looking for one letter first is many times quicker."""
_GARBLED = re.compile(r"(?<!\w)\w*(?:Ã[\u0080-\u00bf©«¨¶¼¡¯´±³‰ª‡ˆŸœž–…]|â€[\u0080-\uffff]|ï¿½|\ufffd)\w*")
"""What UTF-8 looks like after it was read as Windows-1252, and the mark of a letter that was lost."""


def find_paste_remains(text: str) -> Iterator[Finding]:
    """Return a finding for the first tag, and one for the first word with broken letters, of each kind once."""
    if "<" in text and (tag := _TAG.search(text)):
        yield finding("html-in-tekst", at=_position(text, tag.start()), waarde=tag[0])
    if any(mark in text for mark in _BROKEN_MARKS) and (word := _GARBLED.search(text)):
        yield finding("verkeerde-letters", at=_position(text, word.start()), waarde=word[0], voorstel=_mended(word[0]))


def _mended(word: str) -> str:
    try:
        return word.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
