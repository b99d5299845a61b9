"""`praktijken schema`: write the files that are made from the model and the registers, or tell which are stale."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from generator.catalogue import Catalogue
from generator.diagnostics import has_errors
from generator.load import load
from generator.reporters import as_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the subcommand takes."""
    parser.add_argument("--check", action="store_true", help="schrijf niets, maar zeg of ze kloppen")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write what differs. Returns 1 when, with `--check`, something does, or when the registers have errors."""
    catalogue, diagnostics = load(options.root)
    wrong = [d for d in diagnostics if d.place.path.startswith("schema/")]
    if has_errors(wrong):
        sys.stdout.write(as_text(wrong))
        return 1
    stale = []
    for name, text in _made_texts(catalogue, options.root).items():
        path = options.root / name
        if not path.is_file() or path.read_text("utf-8") != text:
            stale.append(name)
            if not options.check:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, "utf-8", newline="\n")
    if options.check and stale:
        print(f"Niet meer gelijk aan het model: {', '.join(stale)}. Draai: praktijken schema", file=sys.stderr)
        return 1
    return 0


def _made_texts(catalogue: Catalogue, root: Path) -> Mapping[str, str]:
    """Return the text of each file by its path; those for GitHub only where the catalogue lives there."""
    from generator.issue.form import form_text
    from generator.issue.questions import ask
    from generator.parse.reviewers import codeowners_text
    from generator.parse.schema import schema_texts

    texts = {f"schema/{name}": text for name, text in schema_texts(catalogue.registers).items()}
    if (root / ".github").is_dir():
        texts[".github/ISSUE_TEMPLATE/praktijk.yml"] = form_text(ask(catalogue.registers))
        texts[".github/CODEOWNERS"] = codeowners_text(catalogue.reviewers)
    return texts
