"""`praktijken import` and `praktijken export`: practices from and to a spreadsheet."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.catalogue import Catalogue
from generator.commands.console import say
from generator.commands.writing import write_new
from generator.diagnostics import Diagnostic, Place, has_errors
from generator.load import load
from generator.messages import describe
from generator.parse.model import Practice
from generator.reporters import REPORTERS, summarise
from generator.spreadsheet.archive import MAX_FILE
from generator.spreadsheet.intake import Intake, take_in
from generator.spreadsheet.reading import read_tables
from generator.spreadsheet.rows import RowReader
from generator.spreadsheet.table import UnreadableError
from generator.spreadsheet.workbook import write_template, write_workbook

_UNCLEAR = ("dubbele-kolom", "samengevoegde-cellen")
"""Problems after which no row can be trusted to be what somebody meant."""


def add_import_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments `import` takes."""
    parser.add_argument(
        "path",
        type=Path,
        metavar="BESTAND",
        help="het rekenblad (.xlsx, .ods of .csv); met --template: het blad om te maken",
    )
    parser.add_argument("--template", action="store_true", help="maak een leeg invulblad (.xlsx)")
    parser.add_argument(
        "--partial", action="store_true", help="schrijf ook als niet alle rijen goed zijn: alleen de goede"
    )
    parser.add_argument("--format", choices=("json", "text"), default="text", help="vorm van de meldingen")
    parser.set_defaults(run=run)


def add_export_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments `export` takes."""
    parser.add_argument("path", type=Path, metavar="BESTAND", help="het .xlsx-bestand om te maken")
    parser.add_argument("ids", nargs="*", metavar="ID", help="welke praktijken; niets is alle")
    parser.set_defaults(run=run_export)


def run(options: argparse.Namespace) -> int:
    """Write the records of a spreadsheet, or none of them when one is wrong."""
    if options.template:
        return _write(options, lambda catalogue: write_template(catalogue.registers))
    path: Path = options.path
    if not path.is_file():
        say(f"Hier staat geen bestand: {path}")
        return 2
    catalogue, diagnostics = load(options.root)
    if not catalogue.registers.vocabularies:
        sys.stdout.write(REPORTERS["text"](diagnostics))
        return 1
    intake, problems = _read(path, catalogue, options.partial)
    sys.stdout.write(REPORTERS[options.format](problems))
    say(summarise(problems))
    if has_errors(problems) and not (options.partial and intake.files):
        say("Er is niets geschreven." + (" Alleen de goede rijen overnemen kan met --partial." if intake.files else ""))
        return 1
    try:
        write_new(options.root, intake.files)
    except OSError as error:
        say(f"Er is niets geschreven: {error.filename or options.root} kan niet gemaakt worden.")
        return 2
    _report(intake)
    return 1 if has_errors(problems) else 0


def _read(path: Path, catalogue: Catalogue, partial: bool) -> tuple[Intake, tuple[Diagnostic, ...]]:
    """Read and check a spreadsheet. A problem of the whole file leaves nothing to write, even in part."""
    with path.open("rb") as file:
        data = file.read(MAX_FILE + 1)
    try:
        tables = read_tables(path.name, data)
    except UnreadableError as error:
        found = describe("rekenblad-onleesbaar", Place(path.as_posix()), "", {"reden": str(error)})
        return Intake({}, (), ()), (found,)
    reader = RowReader(path.as_posix(), catalogue.registers, date.today())
    documents = reader.read(tables)
    wrong = {problem.place for problem in reader.problems if has_errors([problem])}
    intake = take_in(catalogue, documents, wrong, partial)
    if any(problem.code in _UNCLEAR for problem in reader.problems):
        intake = replace(intake, files={})
    order = {table.name: number for number, table in enumerate(tables)}
    problems = sorted(
        {*reader.problems, *intake.problems}, key=lambda d: (order.get(d.place.sheet, -1), d.place, d.code)
    )
    return intake, tuple(problems)


def _report(intake: Intake) -> None:
    for id in intake.unchanged:
        say(f"Stond er al, met dezelfde inhoud: {id}")
    for name in intake.files:
        say(f"Geschreven: {name}")
    if intake.files:
        say(f"Nieuwe praktijken: {len(intake.files)}. Kijk ze na met: praktijken check")
    else:
        say("Er was niets nieuws om te schrijven.")


def run_export(options: argparse.Namespace) -> int:
    """Write practices of the catalogue to a spreadsheet."""
    return _write(options, lambda catalogue: write_workbook(catalogue.registers, _chosen(catalogue, options.ids)))


def _chosen(catalogue: Catalogue, ids: Sequence[str]) -> dict[str, Practice]:
    if strange := [id for id in ids if id not in catalogue.practices]:
        raise _RefusedError(f"Er is geen praktijk met deze id, of er zit een fout in: {', '.join(strange)}")
    return {id: catalogue.practices[id] for id in ids or sorted(catalogue.practices)}


class _RefusedError(Exception):
    """The command cannot do what was asked; the text says why."""


def _write(options: argparse.Namespace, make: Callable[[Catalogue], bytes]) -> int:
    """Write the file that is made of the catalogue, unless there is one already."""
    path: Path = options.path
    if path.suffix.lower() != ".xlsx":
        say(f"Geef een naam die op .xlsx eindigt, niet {path.name}. LibreOffice opent zo'n bestand ook.")
        return 2
    catalogue, diagnostics = load(options.root)
    if not catalogue.registers.vocabularies:
        sys.stdout.write(REPORTERS["text"](diagnostics))
        return 1
    try:
        data = make(catalogue)
        with path.open("xb") as file:
            file.write(data)
    except _RefusedError as error:
        say(str(error))
        return 2
    except FileExistsError:
        say(f"{path} bestaat al en wordt niet overschreven; kies een andere naam.")
        return 2
    except OSError:
        say(f"{path} kan niet gemaakt worden; bestaat de map, en mag u er schrijven?")
        return 2
    say(f"Geschreven: {path}")
    return 0
