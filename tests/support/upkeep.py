"""Small catalogues whose records are as old as a test wants them."""

from __future__ import annotations

from pathlib import Path

from support.examples import BASIS, lay_out

OWNER_FOLDER = "huizen"
_RECORD = next(BASIS.glob("practices/*/buurtkamer.yml")).read_text("utf-8")
_GRANT = """\
  erkenningen:
    - databank: movisie-effectieve-sociale-interventies
      niveau: {niveau}
      datum: {datum}
      url: https://databank.voorbeeld.nl/erkenning
"""


def record(
    *,
    added: str = "2026-11-22",
    checked: str = "",
    confirmed: str = "",
    grants: tuple[tuple[str, str], ...] = (),
    contact: str = "telefoon: 14 035",
    source: str = "",
    title: str = "Buurtkamer",
    owner: str = "gemeente Huizen",
    more: str = "",
) -> str:
    """Return the text of a record; `grants` are (level, day), `more` is laid under it as it is."""
    text = _RECORD.replace("titel: Buurtkamer", f"titel: {title}", 1)
    text = text.replace("naam: gemeente Huizen", f"naam: {owner}", 1)
    text = text.replace("  telefoon: 14 035", f"  {contact}" + (f"\n  bevestigd_op: {confirmed}" if confirmed else ""))
    text = text.replace("toegevoegd_op: 2026-11-22", f"toegevoegd_op: {added}")
    text = text.replace("    soort: verslag\n", "    soort: verslag\n" + (f"    url: {source}\n" if source else ""))
    given = "".join(_GRANT.format(niveau=level, datum=day) for level, day in grants[:1])
    for level, day in grants[1:]:
        given += _GRANT.format(niveau=level, datum=day).removeprefix("  erkenningen:\n")
    text = text.replace("kosten:\n", f"{given}kosten:\n", 1)
    return text + (f"gecontroleerd_op: {checked}\n" if checked else "") + more


def make_catalogue(root: Path, records: dict[str, str]) -> Path:
    """Lay out a catalogue in the empty folder `root` with records by path below practices/; returns the folder."""
    nothing = root / ".leeg"
    nothing.mkdir(parents=True)
    lay_out(nothing, root)
    for path in root.glob("practices/*/*.yml"):
        path.unlink()
    for name, text in records.items():
        path = root / "practices" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root
