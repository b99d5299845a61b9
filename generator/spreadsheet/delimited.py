"""CSV to a table, in the dialects that spreadsheets write."""

from __future__ import annotations

import csv
import io
import re

from generator.spreadsheet.table import Table, UnreadableError, make_table, to_cell

_DUTCH = re.compile(r"(?:[\x00-\x7f]|[áàâäãåéèêëíìîïóòôöõúùûüçñÁÀÂÄÉÈÊËÍÏÓÖÚÜÇßøØ]|[‘’“”„–—…•€°²³½¼·§´«»\u00a0])*")
"""What Dutch texts hold. Bytes that read so in Windows-1252 are that, and nothing else that is common here."""


def read_csv(name: str, data: bytes) -> tuple[Table, ...]:
    """Return the only sheet, which has the name of the file as it has in a spreadsheet. Raises UnreadableError."""
    text = _decode(data)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        rows = [[to_cell(value) for value in row] for row in lines]
    except csv.Error:
        raise UnreadableError("een aanhalingsteken in de tekst is niet gesloten") from None
    return (make_table(name, rows),)


def _decode(data: bytes) -> str:
    """Decode UTF-8 or UTF-16 as its mark says, else UTF-8, else Windows-1252 when that gives Dutch."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if not _DUTCH.fullmatch(text):
        raise UnreadableError("de letters zijn op een onbekende manier bewaard; bewaar het als CSV UTF-8 of als .xlsx")
    return text


def _delimiter(text: str) -> str:
    """Return the sign between cells: the most frequent in the first line that holds one."""
    first = next((line for line in text.splitlines() if re.search("[;,\t]", line)), ";")
    return max(";,\t", key=first.count)
