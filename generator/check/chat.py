"""What a chat assistant leaves behind in a copied text: marks that point at sources which nobody else sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.check.pasted import MOST_REMAINS
from generator.read.finding import Finding, finding
from generator.read.guard import position

_IN_BRACKETS = re.compile(r"\[(?:\^|cite|web:\d|oai)")
_MARK = re.compile(
    r"【[^】\n]{0,80}】"  # 【12†source】
    r"|\[\^\d{1,3}\^?\]"  # [^1^]
    r"|:contentReference\[oaicite:\d{1,4}\](?:\{index=\d{1,4}\})?"
    r"|\[oai_citation:[^\]\n]{0,120}\](?:\([^)\n]{0,300}\))?"
    r"|[\ue200-\ue2ff]?(?:file)?(?:cite)?[\ue200-\ue2ff]?(?:turn\d{1,3}(?:search|view|news|file|fetch|image)\d{1,3}"
    r"[\ue200-\ue2ff]?)+"
    r"|\[cite(?:_start|_end|: ?\d[\d, ]{0,40})\]"
    r"|\[web:\d{1,3}\]"
    r"|sandbox:/[^\s)]{1,200}"
)


def find_chat_marks(text: str) -> Iterator[Finding]:
    """Return a finding for each mark of a chat assistant. None of them can be a word, a sum or a link of a person."""
    if _may_hold_marks(text):
        for mark in islice(_MARK.finditer(text), MOST_REMAINS):
            yield finding("chatteken", at=position(text, mark.start()), waarde=mark[0])


def _may_hold_marks(text: str) -> bool:
    """Tell whether something that is rare in a record, and stands in every mark, is in a text."""
    return "turn" in text or "x:/" in text or "【" in text or ("[" in text and _IN_BRACKETS.search(text) is not None)
