"""`praktijken status`: what is open per owner, and the issues that ask them to look."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.catalogue import Catalogue
from generator.check.checks import owner_folder
from generator.check.links import LinkOutcome
from generator.check.upkeep import OwnerUpkeep, survey
from generator.commands.console import say
from generator.diagnostics import has_errors
from generator.load import load, project_file
from generator.parse.fields import Day
from generator.registers.registers import suggest
from generator.reporters import REPORTERS
from generator.upkeep.issues import OpenIssue, issue_files, plan_issues, write_issues
from generator.upkeep.report import REPORTS
from generator.upkeep.reviewers import read_codeowners

ANNOUNCED = 25
"""After so many addresses it says how far it is."""


class _WrongUseError(Exception):
    """The command was asked something that it cannot do; the words are Dutch."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the subcommand takes."""
    parser.add_argument("--dag", default="", metavar="JJJJ-MM-DD", help="de dag waarop u kijkt (standaard: vandaag)")
    parser.add_argument("--eigenaar", default="", metavar="MAP", help="alleen deze eigenaar: de naam van zijn map")
    parser.add_argument("--links", action="store_true", help="kijk ook of elk webadres nog werkt")
    parser.add_argument("--format", choices=sorted(REPORTS), default="text", help="vorm van het overzicht")
    parser.add_argument("--issues", type=Path, metavar="MAP", help="schrijf hier per eigenaar de tekst van een issue")
    parser.add_argument("--bekend", type=Path, metavar="JSON", help="de issues die al open staan (van: gh issue list)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the report. Exit code 0 whatever is open: it is no check; 2 for wrong use."""
    try:
        return _run(options)
    except _WrongUseError as problem:
        say(str(problem))
        return 2


def _run(options: argparse.Namespace) -> int:
    day, known = _day(options.dag), _known_issues(options.bekend)
    if options.bekend and not options.issues:
        raise _WrongUseError("--bekend hoort bij --issues: zonder --issues gebeurt er niets mee.")
    if options.issues and options.eigenaar:
        raise _WrongUseError("Kies --issues of --eigenaar: de issues gaan altijd over alle eigenaren.")
    catalogue, diagnostics = load(options.root)
    if not catalogue.registers.vocabularies:
        sys.stdout.write(REPORTERS["text"](diagnostics))
        return 2
    if has_errors(diagnostics):
        say("In de catalogus staan records met fouten; die doen niet mee. Welke: praktijken check")
    if options.eigenaar:
        catalogue = _only(catalogue, options.eigenaar)
    outcomes = _ask_links(options, catalogue) if options.links else {}
    owners = survey(catalogue, day, outcomes)
    sys.stdout.write(REPORTS[options.format](catalogue, day, owners))
    if options.issues:
        _write(options, catalogue, owners, known)
    return 0


def _day(text: str) -> date:
    """Return the day to look from. This is the only clock of the project: a report is about today."""
    if not text:
        return date.today()
    try:
        return TypeAdapter[date](Day).validate_python(text)
    except ValidationError:
        raise _WrongUseError(
            f"'{text}' is geen dag die bestaat. Schrijf jaar-maand-dag, bijvoorbeeld --dag 2026-11-22"
        ) from None


def _only(catalogue: Catalogue, owner: str) -> Catalogue:
    """Return the catalogue with the practices of one owner."""
    of_owner = {id: owner_folder(practice) for id, practice in catalogue.practices.items()}
    if owner not in of_owner.values():
        meant = suggest(owner, sorted(set(of_owner.values())))
        hint = f" Bedoelde u '{meant}'?" if meant else " Kies de naam van een map in practices/."
        raise _WrongUseError(f"Er is geen eigenaar '{owner}'.{hint}")
    return replace(catalogue, practices={id: p for id, p in catalogue.practices.items() if of_owner[id] == owner})


def _ask_links(options: argparse.Namespace, catalogue: Catalogue) -> dict[str, LinkOutcome]:
    from generator.upkeep.crawl import addresses_of, crawl, is_offline  # without links no network code is loaded

    addresses = addresses_of(catalogue)
    say(f"Webadressen bekijken: {len(addresses)}. Dat kan een paar minuten duren ...")
    found = crawl(addresses, progress=_announcer(len(addresses)))
    if is_offline(found):
        say("Geen enkele site gaf antwoord. Waarschijnlijk is er geen internet; er telt nu geen link als dood.")
        if options.issues:
            raise _WrongUseError("Er zijn geen issues geschreven: wat nu niet te zien is, zou als opgelost gelden.")
    return found


def _announcer(total: int) -> Callable[[int], None]:
    """Return what says how far it is, now and then."""
    said = 0

    def announce(done: int) -> None:
        nonlocal said
        if done - said >= ANNOUNCED or done == total:
            said = done
            say(f"  {done} van {total}")

    return announce


def _known_issues(path: Path | None) -> list[OpenIssue]:
    """Read what `gh issue list --json number,title,body` wrote."""
    if path is None:
        return []
    try:
        found = json.loads(path.read_text("utf-8"))
        return [OpenIssue(int(issue["number"]), str(issue["title"]), str(issue["body"])) for issue in found]
    except (OSError, ValueError, KeyError, TypeError):
        raise _WrongUseError(f"Dit is geen lijst van issues: {path}") from None


def _write(
    options: argparse.Namespace, catalogue: Catalogue, owners: Sequence[OwnerUpkeep], known: Sequence[OpenIssue]
) -> None:
    from generator.plugin import read_site  # the theme takes half a second to import

    site = read_site(project_file(options.root, "mkdocs.yml"))
    reviewers = _reviewers(options.root / ".github" / "CODEOWNERS")
    steps = plan_issues(write_issues(catalogue, owners, site, reviewers), known)
    try:
        options.issues.mkdir(parents=True, exist_ok=True)
        for name, text in issue_files(steps).items():
            (options.issues / name).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise _WrongUseError(
            f"Hier kan niet geschreven worden: {options.issues} ({os.strerror(error.errno or 0)})"
        ) from None
    say(f"{len(steps)} issues te maken, te wijzigen of te sluiten; zie {options.issues / 'plan.tsv'}")


def _reviewers(path: Path) -> Mapping[str, tuple[str, ...]]:
    try:
        return read_codeowners(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}  # a catalogue need not have one
