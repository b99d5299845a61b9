"""`praktijken issue`: a filed issue to a record, or to the problems in Dutch; made for a workflow."""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

from generator.diagnostics import has_errors
from generator.load import load
from generator.reporters import as_text

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MAX_BYTES = 4_000_000
"""An event of GitHub is far smaller; more is not read."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the subcommand takes."""
    parser.add_argument(
        "--out", type=Path, required=True, metavar="MAP", help="map voor het record, pad.txt en reactie.md"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write `reactie.md`, and when all is well `pad.txt` and the record below the folder.

    Returns 0 when there is a record, 1 when the answers have errors, 2 when what came in is no issue.
    """
    issue = _read_issue()
    if issue is None:
        print("Op stdin staat geen issue van GitHub.", file=sys.stderr)
        return 2
    catalogue, diagnostics = load(options.root)
    if has_errors(diagnostics):
        sys.stderr.write(as_text(diagnostics))
        print("De catalogus zelf heeft fouten; los die eerst op.", file=sys.stderr)
        return 2
    from generator.issue.reply import reply_text
    from generator.issue.submission import read_submission

    submission = read_submission(*issue, catalogue)
    _write(options.out, "reactie.md", reply_text(submission))
    if not submission.path:
        return 1
    _write(options.out, submission.path, submission.text)
    _write(options.out, "pad.txt", f"{submission.path}\n")
    return 0


def _read_issue() -> tuple[str, str] | None:
    """Return the body of the issue and the day it was opened."""
    try:
        event = json.loads(sys.stdin.buffer.read(MAX_BYTES))
    except (ValueError, RecursionError):
        return None
    issue = event.get("issue", event) if isinstance(event, dict) else None
    if not isinstance(issue, dict):
        return None
    body, opened = issue.get("body") or "", str(issue.get("created_at"))
    return (body, opened[:10]) if isinstance(body, str) and _DAY.match(opened) else None


def _write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
