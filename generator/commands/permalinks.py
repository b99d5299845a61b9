"""`praktijken permalinks`: remember every address that was published, and refuse to forget one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.diagnostics import has_errors
from generator.load import load
from generator.permalinks.addresses import find_addresses
from generator.permalinks.listing import PATH, lost_permalinks, write_permalinks
from generator.publish.changes import write_changes
from generator.reporters import as_text, summarise


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the subcommand takes."""
    parser.add_argument(
        "--eerder",
        type=argparse.FileType("rb"),
        metavar="BESTAND",
        help="schrijf niets, maar zeg welke adressen van een eerdere lijst weg zijn; - leest van stdin",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Add what is new and print it, or compare with an earlier list. Nothing is ever taken away."""
    return _compare(options) if options.eerder else _grow(options.root)


def _grow(root: Path) -> int:
    catalogue, diagnostics = load(root)
    if has_errors(diagnostics):
        sys.stdout.write(as_text(diagnostics))
        print(f"{summarise(diagnostics)} De lijst is niet veranderd.", file=sys.stderr)
        return 1
    added = sorted(find_addresses(catalogue) - catalogue.published.keys())
    if added:
        text = write_permalinks({*catalogue.published, *added})
        try:
            write_changes(root, {PATH: text.encode()})
        except OSError as error:
            print(f"De lijst kan niet geschreven worden: {error}", file=sys.stderr)
            return 2
    sys.stdout.write("".join(f"{address}\n" for address in added))
    print(f"Nieuw in {PATH}: {len(added)}.", file=sys.stderr)
    return 0


def _compare(options: argparse.Namespace) -> int:
    with options.eerder as file:
        before = file.read().decode("utf-8", "replace")
    path = options.root / PATH
    now = path.read_text("utf-8") if path.is_file() else ""
    lost = lost_permalinks(before, now)
    sys.stdout.write("".join(f"{address}\n" for address in lost))
    if not lost:
        print("Alle eerdere adressen staan nog in de lijst.", file=sys.stderr)
        return 0
    print(f"Deze regels zijn weg uit {PATH}. Zet ze terug: een adres blijft voor altijd werken.", file=sys.stderr)
    return 1
