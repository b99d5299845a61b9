"""`praktijken wijzigingen`: put what changed in status, evidence and adoptions at the end of the list of changes."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from generator.diagnostics import has_errors
from generator.load import load
from generator.parse.history import COLUMNS, PATH, unrecorded, write_changes
from generator.reporters import REPORTERS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whoever publishes runs the command, because a build writes nothing into its sources."""
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Append to the list; 1 when records have errors, for then nothing is known for sure."""
    catalogue, diagnostics = load(options.root)
    if has_errors(diagnostics):
        sys.stdout.write(REPORTERS["text"](diagnostics))
        return 1
    added = list(unrecorded(catalogue.changes, catalogue.practices, date.today()))
    path = options.root / PATH
    if added:
        head = "" if path.is_file() and path.stat().st_size else ",".join(COLUMNS) + "\n"
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(head + write_changes(added))
    print(f"Nieuwe regels in {PATH}: {len(added)}.", file=sys.stderr)
    return 0
