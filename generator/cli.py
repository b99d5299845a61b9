"""The command `praktijken`: arguments in, exit code out. 0 fine, 1 problems in records, 2 wrong use."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NoReturn

from generator.arguments import DutchParser
from generator.commands.console import say
from generator.commands.since import GitError, select_since
from generator.diagnostics import Diagnostic, has_errors
from generator.job_summary import summarise_job
from generator.load import load, load_record, project_file
from generator.reporters import REPORTERS, as_text, summarise

COMMANDS: Mapping[str, tuple[str, str]] = {
    "schema": ("schema:add_arguments", "schrijf de JSON Schema's, het issueformulier en CODEOWNERS uit het model"),
    "status": ("status:add_arguments", "toon per eigenaar wat iemand moet nalopen"),
    "new": ("new:add_arguments", "maak een record door vragen te beantwoorden"),
    "import": ("importing:add_import_arguments", "maak records van een rekenblad (.xlsx, .ods of .csv)"),
    "export": ("importing:add_export_arguments", "zet praktijken in een rekenblad, om ze samen na te lopen"),
    "rename": ("moves:add_rename_arguments", "geef een praktijk of congres een andere naam"),
    "merge": ("moves:add_merge_arguments", "laat een praktijk opgaan in een andere"),
    "withdraw": ("moves:add_withdraw_arguments", "haal een praktijk of congres van de site; het adres blijft werken"),
    "permalinks": ("permalinks:add_arguments", "zet elk nieuw adres van de site in schema/permalinks.txt"),
    "wijzigingen": ("wijzigingen:add_arguments", "vul schema/wijzigingen.csv aan met wat er veranderde"),
    "issue": ("issue:add_arguments", "maak een record van een ingevuld issueformulier (JSON van GitHub op stdin)"),
    "preview": (
        "preview:add_arguments",
        "maak een voorbeeld van de pagina's die verschillen tussen twee gebouwde sites",
    ),
    "comment": ("comment:add_arguments", "schrijf de reactie op een voorstel uit wat de controle ervan vond"),
}
"""Subcommands that are read only when somebody gives them, so that `check` need not wait for the rest."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand. Data goes to stdout; progress and problems of use to stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a console that knows no é still gets its report
    options = _parser().parse_args(arguments)
    if options.run is not _serve:
        gc.disable()  # a short run that keeps all it makes: looking for cycles costs a tenth and frees nothing
    try:
        return int(options.run(options))
    except BrokenPipeError:
        return 1
    except KeyboardInterrupt:
        print("Afgebroken.", file=sys.stderr)
        return 1
    finally:
        gc.enable()


def run() -> NoReturn:
    """Run the command as a process of its own, and end that at once.

    Taking apart all that a large catalogue became takes as long as reading a tenth of it.
    """
    code = main()
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except BrokenPipeError:
        code = 1
    os._exit(code)


def _parser() -> argparse.ArgumentParser:
    parser = DutchParser(prog="praktijken", description="Gouden Praktijken: van records naar een site.")
    parser.add_argument(
        "--root", type=Path, default=Path(), metavar="MAP", help="map met practices/, congresses/ en schema/"
    )
    commands = parser.add_subparsers(required=True, dest="opdracht", metavar="opdracht", title="opdrachten")
    check = commands.add_parser("check", help="controleer records")
    check.add_argument("paths", nargs="*", type=Path, metavar="PAD", help="bestanden of mappen; niets is alles")
    check.add_argument(
        "--since", metavar="COMMIT", help="alleen wat sinds deze commit veranderd is, en wat ernaar wijst"
    )
    check.add_argument("--format", choices=sorted(REPORTERS), default="text", help="vorm van de meldingen")
    check.set_defaults(run=_check)
    build = commands.add_parser("build", help="bouw de site")
    build.add_argument("--out", type=Path, metavar="MAP", help="map van de site (standaard: site/ naast de records)")
    build.set_defaults(run=_build)
    serve = commands.add_parser("serve", help="toon de site en ververs bij elke wijziging")
    serve.add_argument("--adres", default="127.0.0.1:8000", help="adres en poort (standaard: %(default)s)")
    serve.set_defaults(run=_serve)
    similar = commands.add_parser("similar", help="toon de tien praktijken die het meest op een bestand lijken")
    similar.add_argument("path", type=Path, metavar="PAD", help="bestand van een praktijk, waar het ook staat")
    similar.set_defaults(run=_similar)
    others = (
        commands.add_parser(name, help=help, source=f"generator.commands.{source}")
        for name, (source, help) in COMMANDS.items()
    )
    for command in (check, build, serve, similar, *others):
        command.add_argument("--root", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser


def _check(options: argparse.Namespace) -> int:
    if options.since is not None and options.paths:
        print("Noem paden, of een commit met --since; niet allebei.", file=sys.stderr)
        return 2
    missing = [path for path in options.paths if not path.exists()]
    if missing:
        print(f"Dit pad bestaat niet: {', '.join(map(str, missing))}", file=sys.stderr)
        return 2
    if strange := [path for path in options.paths if not _holds_records(options.root, path)]:
        print(f"Hier staan geen records van deze catalogus: {', '.join(map(str, strange))}", file=sys.stderr)
        return 2
    try:
        diagnostics = _diagnose(options)
    except GitError as error:
        print(error, file=sys.stderr)
        return 2
    guide = _guide()
    sys.stdout.write(REPORTERS[options.format](diagnostics, guide))
    if options.format == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")) and diagnostics:
        _append(Path(summary), summarise_job(diagnostics, summarise(diagnostics), guide))
    print(summarise(diagnostics), file=sys.stderr)
    return 1 if has_errors(diagnostics) else 0


def _diagnose(options: argparse.Namespace) -> tuple[Diagnostic, ...]:
    """Check what is named, what changed, or everything."""
    if options.since is None:
        return load(options.root, options.paths, day=date.today())[1]
    selected, changed = select_since(options.root, options.since)
    return load(options.root, selected or (), changed, date.today())[1] if selected != [] else ()


def _guide() -> str:
    """Return the address of CONTRIBUTING.md: in the repository that REPO_URL or GitHub names; empty when none does."""
    server, name = (os.environ.get(variable, "") for variable in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY"))
    repository = os.environ.get("REPO_URL") or (f"{server}/{name}" if server and name else "")
    return f"{repository.rstrip('/')}/blob/HEAD/CONTRIBUTING.md" if repository else ""


def _append(path: Path, text: str) -> None:
    """Add to a file that other steps may have written to. A report that cannot be written changes no outcome."""
    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        say(f"De samenvatting kan niet geschreven worden: {error}")


def _holds_records(root: Path, path: Path) -> bool:
    """Tell whether a path is the catalogue itself, one of its folders of records, or something below those."""
    found, top = path.resolve(), root.resolve()
    folders = (top / "practices", top / "congresses")
    return found == top or any(found == folder or folder in found.parents for folder in folders)


def _build(options: argparse.Namespace) -> int:
    """Build into a folder beside the target and swap it in; nothing changes while records have errors."""
    say("Records lezen en controleren ...")
    catalogue, diagnostics = load(options.root)
    sys.stdout.write(as_text(diagnostics))
    if has_errors(diagnostics):
        say(f"{summarise(diagnostics)} De site is niet gebouwd; de oude site is er nog.")
        return 1
    from generator.plugin import ThemeError, build_site  # the theme takes half a second to import
    from generator.publish.folder import fresh_folder, unfit_target

    target = (options.out or options.root / "site").absolute()
    if problem := unfit_target(target):
        say(problem)
        return 2
    say(f"Site maken van {len(catalogue.practices)} praktijken ...")
    try:
        with fresh_folder(target) as folder:
            build_site(project_file(options.root, "mkdocs.yml"), folder, catalogue)
    except (ThemeError, OSError) as error:
        say(f"De site is niet gebouwd; de oude site is er nog. Reden: {error}")
        return 2
    say(f"De site staat in {target}")
    return 0


def _serve(options: argparse.Namespace) -> int:
    from generator.plugin import ThemeError, serve_site

    try:
        serve_site(project_file(options.root, "mkdocs.yml"), options.root, options.adres)
    except ThemeError as error:
        say(str(error))
        return 1
    return 0


def _similar(options: argparse.Namespace) -> int:
    """Put the record into the catalogue, in the place of one of the same name, and show what "zie ook" finds."""
    path: Path = options.path
    if not path.is_file():
        say(f"Hier staat geen bestand: {path}")
        return 2
    catalogue, diagnostics = load(options.root)
    if not catalogue.registers.vocabularies:
        sys.stdout.write(as_text(diagnostics))
        return 1
    record, problems = load_record(path, catalogue.registers)
    if record is None:
        sys.stdout.write(as_text(problems))
        return 1
    if has_errors(diagnostics):
        say("In de catalogus staan records met fouten; die doen niet mee. Welke: praktijken check")
    from generator.render.similar import render_similar  # numpy and scipy take as long as all the rest

    practices = {**catalogue.practices, path.stem: record}
    sys.stdout.write(render_similar(replace(catalogue, practices=practices), path.stem))
    return 0


if __name__ == "__main__":
    run()
