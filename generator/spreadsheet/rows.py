"""Tables to records: each row of the first sheet, with the rows of the other sheets that name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.check.checks import folder_of
from generator.diagnostics import Diagnostic, Place
from generator.messages import describe
from generator.parse.fields import ID_MAX
from generator.read.finding import Loc
from generator.read.source import read_document
from generator.registers.municipalities import slugify
from generator.registers.registers import Registers
from generator.spreadsheet.asides import Aside, find_asides
from generator.spreadsheet.document import RowDocument, with_blocks
from generator.spreadsheet.headings import Heading, find_headings
from generator.spreadsheet.layout import ADDED, CHOICES, EXPLANATION, ID, MAIN, OWNER, Path, SheetPlan, plan_sheets
from generator.spreadsheet.matching import Choices, Names, fold
from generator.spreadsheet.table import BROKEN, EMPTY, Cell, Table
from generator.spreadsheet.values import read_cell
from generator.write.record import write_record

EXAMPLE = "voorbeeld:"
"""How the title of a row begins that only shows how it is done."""


@dataclass
class _Draft:
    """A row on its way to a record: text by place, and the cell of each place."""

    home: Place
    values: dict[Loc, Any] = field(default_factory=dict)
    cells: dict[Loc, Place] = field(default_factory=dict)
    blocks: dict[Path, int] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return str(self.values.get(("titel",), ""))

    @property
    def id(self) -> str:
        return str(self.values.get((ID,), "")) or slugify(self.title)[:ID_MAX].strip("-")

    @property
    def is_example(self) -> bool:
        return fold(self.title).startswith(fold(EXAMPLE))


class RowReader:
    """Reads the tables of one file. `problems` holds what is wrong with it, guesses included, when `read` has run."""

    def __init__(self, path: str, registers: Registers, today: date) -> None:
        self.problems: list[Diagnostic] = []
        self._path = path
        self._choices = Choices(registers)
        self._today = today

    def read(self, tables: Sequence[Table]) -> tuple[RowDocument, ...]:
        """Return the document of each practice, in the order of the rows; examples do not take part."""
        chosen = self._choose(tables)
        if not chosen or chosen[0][1].path:
            self._note("geen-praktijken", Place(self._path))
            return ()
        drafts = [draft for draft in self._read_main(*chosen[0]) if not self._is_example(draft)]
        if not drafts:
            self._note("geen-praktijken", Place(self._path, sheet=chosen[0][0].name))
        for table, plan in chosen[1:]:
            self._read_blocks(table, plan, drafts)
        return tuple(self._to_document(draft) for draft in drafts)

    def _note(self, code: str, place: Place, field: str = "", **context: Any) -> None:
        self.problems.append(describe(code, place, field, context))

    def _choose(self, tables: Sequence[Table]) -> list[tuple[Table, SheetPlan]]:
        """Pair the visible sheets with what they hold, the practices first. A file of one sheet holds practices."""
        plans = {plan.name: plan for plan in plan_sheets()}
        names = Names((name, name) for name in (*plans, EXPLANATION, CHOICES))
        filled = [table for table in tables if table.rows]
        found: dict[str, Table] = {}
        strange = []
        for table in filled:
            match = names.find(table.name)
            name = MAIN if len(filled) == 1 else match.value if match else ""
            if name in plans and not table.hidden and name not in found:
                found[name] = table
            elif name not in (EXPLANATION, CHOICES):
                strange.append(table)
        if MAIN not in found and strange and not strange[0].hidden:
            found[MAIN] = strange.pop(0)
        for table in strange:
            self._note("blad-doet-niet-mee", Place(self._path, sheet=table.name), verborgen=table.hidden)
        return [(found[name], plan) for name, plan in plans.items() if name in found]

    def _headings(self, table: Table, plan: SheetPlan) -> tuple[int, tuple[Heading, ...], Mapping[int, Aside]]:
        """Return the row of the headings (from 0), the columns that take part, and the rows below that do not."""
        top, headings, strange = find_headings(table, plan)
        kept: dict[Loc, Heading] = {}
        for heading in sorted(headings, key=lambda heading: (not heading.certain, heading.number)):
            place = Place(self._path, top + 1, heading.number + 1, table.name)
            if heading.loc not in kept:
                kept[heading.loc] = heading
                if not heading.certain:
                    self._note("gelezen-als", place, waarde=heading.text, gelezen=heading.column.name)
            elif heading.certain:
                self._note("dubbele-kolom", place, waarde=heading.text)
            else:
                strange = (*strange, (heading.number, heading.text))
        for number, text in strange:
            if any(number < len(row) and row[number].text for row in table.rows[top + 1 :]):
                self._note("onbekende-kolom", Place(self._path, top + 1, number + 1, table.name), waarde=text)
        known = tuple(sorted(kept.values(), key=lambda heading: heading.number))
        asides = find_asides(table.rows[top + 1 :], top + 2, known, not plan.path)
        for row, number in table.merged:
            if row > top and row + 1 not in asides:
                self._note("samengevoegde-cellen", Place(self._path, row + 1, number + 1, table.name))
        return top, known, asides

    def _rows(self, table: Table, top: int, asides: Mapping[int, Aside]) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Give the rows below the headings that hold something, with their numbers from 1; name those set aside."""
        for number, row in enumerate(table.rows[top + 1 :], top + 2):
            if aside := asides.get(number):
                self._note(aside.code, Place(self._path, number, aside.number + 1, table.name), **aside.context)
            elif any(cell.text for cell in row):
                yield number, row

    def _read_main(self, table: Table, plan: SheetPlan) -> Iterator[_Draft]:
        top, headings, asides = self._headings(table, plan)
        if not any(heading.loc == ("titel",) for heading in headings):
            return
        for number, row in self._rows(table, top, asides):
            draft = _Draft(Place(self._path, number, 1, table.name))
            self._fill(draft, table, number, row, headings)
            yield draft

    def _read_blocks(self, table: Table, plan: SheetPlan, drafts: Sequence[_Draft]) -> None:
        top, headings, asides = self._headings(table, plan)
        names = Names([*((draft.id, draft.id) for draft in drafts), *((draft.title, draft.id) for draft in drafts)])
        by_id = {draft.id: draft for draft in reversed(drafts)}  # of two with one name, the first
        owner = next((heading for heading in headings if heading.loc == (OWNER,)), None)
        fields = [heading for heading in headings if heading is not owner]
        for number, row in self._rows(table, top, asides):
            place = Place(self._path, number, owner.number + 1 if owner else 1, table.name)
            typed = _cell(row, owner.number).text if owner else ""
            if fold(typed).startswith(fold(EXAMPLE)):
                continue
            match = names.find(typed) if typed else None
            if not match:
                self._note("rij-zonder-praktijk" if typed else "leeg-veld", place, OWNER, waarde=typed)
                continue
            if not match.certain:
                self._note("gelezen-als", place, OWNER, waarde=typed, gelezen=match.value)
            draft = by_id[match.value]
            index = draft.blocks[plan.path] = draft.blocks.get(plan.path, 99) + 1
            self._fill(draft, table, number, row, fields, (*plan.path, index))

    def _fill(
        self,
        draft: _Draft,
        table: Table,
        number: int,
        row: Sequence[Cell],
        headings: Iterable[Heading],
        base: Loc = (),
    ) -> None:
        """Put the cells of one row into a draft, below `base`."""
        for heading in headings:
            loc = (*base, *heading.loc)
            place = draft.cells[loc] = Place(self._path, number, heading.number + 1, table.name)
            cell = _cell(row, heading.number)
            if cell.kind == BROKEN:
                self._note("celfout", place, _field_of(heading, base), waarde=cell.text)
            elif cell.text:
                self._put(draft, loc, place, cell, heading, _field_of(heading, base))

    def _put(self, draft: _Draft, loc: Loc, place: Place, cell: Cell, heading: Heading, name: str) -> None:
        pieces = list(read_cell(cell, heading.column, self._choices))
        if heading.column.many and not pieces:
            draft.values[loc] = []
        for piece in pieces:
            below = (*loc, *piece.loc)
            if heading.column.many and isinstance(loc[-1], int):  # a numbered column may hold more than one, too
                below = (*loc[:-1], loc[-1] * 100 + int(piece.loc[0]))
            draft.values[below] = piece.text
            draft.cells[below] = place
            if piece.typed:
                read_as = self._choices.label(heading.column, piece.text)
                known_as = f" ({read_as})" if fold(read_as) != fold(piece.text) else ""
                self._note("gelezen-als", place, name, waarde=piece.typed, gelezen=piece.text + known_as)

    def _is_example(self, draft: _Draft) -> bool:
        if draft.is_example:
            self._note("voorbeeldrij", draft.home, waarde=draft.title)
        return draft.is_example

    def _to_document(self, draft: _Draft) -> RowDocument:
        """Make the document of a row: the record as it would be written, and read back as every record is."""
        renumbered = _renumbered(draft.values)
        values = nest({renumbered[loc]: text for loc, text in draft.values.items() if loc != (ID,)})
        values.setdefault(ADDED, self._today.isoformat())
        owner = folder_of(draft.values.get(("eigenaar", "naam"), "")) or "eigenaar"
        path = f"practices/{owner}/{draft.id or 'naamloos'}.yml"
        document = read_document(path, write_record(values).encode())
        cells = {_moved(loc, renumbered): place for loc, place in draft.cells.items()}
        value = with_blocks(document.value)
        return RowDocument(path, document.data, value, document.findings, draft.home, cells)


def _field_of(heading: Heading, base: Loc) -> str:
    """Name the field of a column; the row says already which block of a list it is."""
    return ".".join((*(step for step in base if isinstance(step, str)), heading.column.name))


def _cell(row: Sequence[Cell], number: int) -> Cell:
    return row[number] if number < len(row) else EMPTY


def _renumbered(locs: Iterable[Loc]) -> dict[Loc, Loc]:
    """Count the blocks and parts of each list from 0: columns and rows may skip numbers."""
    used: dict[Loc, dict[int, int]] = {}
    for loc in locs:
        for at, step in enumerate(loc):
            if isinstance(step, int):
                used.setdefault(loc[:at], {})[step] = 0
    for numbers in used.values():
        numbers.update({old: new for new, old in enumerate(sorted(numbers))})
    return {loc: _counted(loc, used) for loc in locs}


def _counted(loc: Loc, used: Mapping[Loc, Mapping[int, int]]) -> Loc:
    return tuple(used[loc[:at]][step] if isinstance(step, int) else step for at, step in enumerate(loc))


def _moved(loc: Loc, renumbered: Mapping[Loc, Loc]) -> Loc:
    """Return the new place of a cell: that of its value, or beside what stands in the same block."""
    if loc in renumbered:
        return renumbered[loc]
    for length in range(len(loc) - 1, 0, -1):
        beside = (new for old, new in renumbered.items() if old[:length] == loc[:length])
        if isinstance(loc[length - 1], int) and (new := next(beside, None)):
            return (*new[:length], *loc[length:])
    return loc


def nest(texts: Mapping[Loc, Any]) -> dict[str, Any]:
    """Build mappings and lists from text by place; the numbers in a list follow each other."""
    root: dict[str, Any] = {}
    for loc in sorted(texts, key=lambda loc: [(isinstance(step, str), str(step).zfill(4)) for step in loc]):
        current: Any = root
        for step, following in zip(loc, (*loc[1:], None), strict=True):
            fresh: Any = texts[loc] if following is None else [] if isinstance(following, int) else {}
            if isinstance(current, dict):
                current = current.setdefault(str(step), fresh)
            elif isinstance(current, list):
                if step == len(current):
                    current.append(fresh)
                current = current[int(step)]
    return root
