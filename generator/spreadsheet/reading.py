"""A file that someone calls a spreadsheet to its sheets."""

from __future__ import annotations

from generator.spreadsheet.archive import refuse_large
from generator.spreadsheet.delimited import read_csv
from generator.spreadsheet.ods import read_ods
from generator.spreadsheet.table import Table, UnreadableError
from generator.spreadsheet.xlsx import read_xlsx

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def read_tables(name: str, data: bytes) -> tuple[Table, ...]:
    """Return the sheets of an XLSX, ODS or CSV file; what it is, its first bytes tell.

    `name` is that of the file, without folder. Raises UnreadableError with the reason in Dutch.
    """
    refuse_large(data)
    if data.startswith(b"PK"):
        return read_ods(data) if data[30:38] == b"mimetype" else read_xlsx(data)
    if data.startswith(_OLD_OFFICE):
        raise UnreadableError("het is een oud Excel-bestand of het heeft een wachtwoord; bewaar het als .xlsx")
    stem, _, extension = name.rpartition(".")
    if extension.lower() not in ("csv", "txt", "tsv"):
        raise UnreadableError("het is geen .xlsx, .ods of .csv")
    if not data.strip():
        raise UnreadableError("het bestand is leeg")
    return read_csv(stem, data)
