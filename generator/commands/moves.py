"""`praktijken rename`, `merge` and `withdraw`: change an id or a page, and all that names it, in one go."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.catalogue import Catalogue
from generator.diagnostics import Severity
from generator.load import load
from generator.moves.plan import Plan, plan_merge, plan_rename, plan_withdrawal
from generator.moves.preview import new_errors, preview
from generator.permalinks.addresses import SHORT
from generator.publish.changes import write_changes
from generator.reporters import as_text

REPAIRABLE = frozenset(
    ("verdwenen-adres", "onbekende-praktijk", "onbekend-congres", "adres-in-gebruik", "oude-id-in-gebruik", "map")
)
"""Errors that these commands may be called to mend; with any other they might miss what a file says."""


def add_rename_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments `rename` takes."""
    parser.add_argument("oud", metavar="OUD", help="de id van nu; bij een congres: congressen/ID")
    parser.add_argument("nieuw", metavar="NIEUW", help="de nieuwe id")
    parser.set_defaults(run=_rename)


def add_merge_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments `merge` takes."""
    parser.add_argument("oud", metavar="OUD", help="de id van de praktijk die opgaat")
    parser.add_argument("in_", metavar="IN", help="de id van de praktijk die blijft")
    parser.set_defaults(run=_merge)


def add_withdraw_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments `withdraw` takes."""
    parser.add_argument("id", metavar="ID", help="de id; bij een congres: congressen/ID")
    parser.add_argument("--reden", required=True, metavar="TEKST", help="waarom; dit staat op de pagina")
    parser.add_argument("--vervangen-door", default="", metavar="ID", help="wat ervoor in de plaats kwam")
    parser.set_defaults(run=_withdraw)


def _rename(options: argparse.Namespace) -> int:
    def plan(catalogue: Catalogue) -> Plan:
        old = _address(catalogue, options.oud)
        new = _beside(old, options.nieuw)
        pages = sorted((options.root / "docs").glob("*.md"))
        docs = {path.relative_to(options.root).as_posix(): path.read_bytes() for path in pages}
        return plan_rename(catalogue, old, new, docs)

    return _carry_out(options.root, plan)


def _merge(options: argparse.Namespace) -> int:
    def plan(catalogue: Catalogue) -> Plan:
        old = _address(catalogue, options.oud)
        return plan_merge(catalogue, old, _beside(old, options.in_))

    return _carry_out(options.root, plan)


def _withdraw(options: argparse.Namespace) -> int:
    def plan(catalogue: Catalogue) -> Plan:
        address = _address(catalogue, options.id)
        replacement = _beside(address, options.vervangen_door).partition("/")[2] if options.vervangen_door else ""
        return plan_withdrawal(catalogue, address, options.reden, date.today(), replacement)

    return _carry_out(options.root, plan)


def _carry_out(root: Path, make_plan: Callable[[Catalogue], Plan]) -> int:
    """Plan, check the outcome by the rules for all records, and only then write; prints the files that changed."""
    catalogue, diagnostics = load(root)
    blocking = [d for d in diagnostics if d.severity is Severity.ERROR and d.code not in REPAIRABLE]
    if blocking:
        sys.stdout.write(as_text(blocking))
        return _refuse("Los eerst deze fouten op. Er is niets veranderd.")
    plan = make_plan(catalogue)
    if plan.refusal:
        return _refuse(f"{plan.refusal} Er is niets veranderd.")
    _, after = preview(catalogue, plan.files)
    if problems := new_errors(diagnostics, after):
        sys.stdout.write(as_text(problems))
        return _refuse("Zo zouden er fouten ontstaan. Er is niets veranderd.")
    try:
        write_changes(root, plan.files)
    except OSError as error:
        _refuse(f"De bestanden kunnen niet geschreven worden, alles staat er nog zoals het was: {error}")
        return 2
    for path, data in sorted(plan.files.items()):
        print(f"{'weg' if data is None else 'geschreven'}: {path}")
    print("Kijk alles na met git diff. Een reden bij zie_ook kan nog over de oude praktijk gaan.", file=sys.stderr)
    return 0


def _address(catalogue: Catalogue, name: str) -> str:
    """Return the address meant by an argument: an id, or an address as in schema/permalinks.txt."""
    section, _, id = name.strip("/").rpartition("/")
    if section in SHORT:
        return f"{section}/{id}"
    only_congress = id in catalogue.known_congresses and id not in catalogue.known_ids
    return f"congressen/{id}" if only_congress else f"praktijken/{id}"


def _beside(address: str, name: str) -> str:
    """Return the address of another id in the same part of the site."""
    return f"{address.partition('/')[0]}/{name.strip('/').rpartition('/')[2]}"


def _refuse(reason: str) -> int:
    print(reason, file=sys.stderr)
    return 1
