"""`praktijken new`: asks for a practice, question by question, and writes its record."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from datetime import date

from generator.commands.console import KEYS, Ask, open_console, say
from generator.commands.writing import write_new
from generator.diagnostics import Diagnostic, has_errors
from generator.interview.answers import Interview
from generator.interview.questions import NO, YES, Question, ask, never_asked, next_question
from generator.load import load
from generator.parse.guide import dotted
from generator.read.finding import Loc
from generator.reporters import REPORTERS, summarise
from generator.spreadsheet.document import RowDocument
from generator.spreadsheet.explanation import EVIDENCE_INTRO, explain, explain_evidence
from generator.spreadsheet.intake import take_in
from generator.spreadsheet.layout import CHOICE, DAY, PARTIAL, TEXT, YEAR

BACK, HELP = "<", "?"
_SIMILAR = (
    "is het dezelfde praktijk, stop dan met Ctrl-C en verbeter dat bestand; is het een variant of een overname, "
    "ga dan door: na het schrijven ziet u welke regels erbij horen"
)
_FEW = 12
"""So many choices are shown at once, with a number to type."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say which arguments the subcommand takes."""
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Ask, write, check. Nothing is written when somebody stops; what they typed is printed instead."""
    catalogue, diagnostics = load(options.root)
    if not catalogue.registers.vocabularies:
        sys.stdout.write(REPORTERS["text"](diagnostics))
        return 1
    interview = Interview(catalogue, date.today())
    answers: dict[Loc, str] = {}
    try:
        document = _hold(interview, answers, open_console())
    except (KeyboardInterrupt, EOFError):
        document = None
    if document is None:
        return _stop(interview, answers)
    try:
        write_new(options.root, {document.path: document.data})
    except OSError as error:
        say(f"{error.filename} kan niet geschreven worden.")
        return _stop(interview, answers)
    _, found = load(options.root, [options.root / document.path])
    sys.stdout.write(REPORTERS["text"](found))
    say(f"Geschreven: {document.path}. {summarise(found)}")
    _say_what_is_left(interview, answers)
    return 1 if has_errors(found) else 0


def _hold(interview: Interview, answers: dict[Loc, str], prompt: Ask) -> RowDocument | None:
    """Put all questions; returns the record to write, or None when that was not wanted after all."""
    say(f"Vragen over een nieuwe praktijk. {KEYS}")
    last: Question | None = None
    while True:
        question = next_question(answers)
        if last and (question is None or question.loc[0] != last.loc[0]) and _reopen(interview, answers):
            last = None
            continue
        if question is None:
            break
        if question != last:
            _introduce(interview, question, answers)
        last = question
        choices = tuple(interview.choices.shown(question.column).values()) or _source_titles(question, answers)
        typed = prompt(choices, question.column.many)
        if typed == BACK:
            if answers:
                answers.popitem()
            last = None
        elif typed == HELP:
            _explain(interview, question)
        else:
            _take(interview, answers, question, typed)
    return _confirm(interview, answers, prompt)


def _take(interview: Interview, answers: dict[Loc, str], question: Question, typed: str) -> None:
    """Keep an answer when it is right; otherwise say what is wrong, and the question comes again."""
    titles = _source_titles(question, answers)
    if typed.isdecimal() and 0 < int(typed) <= len(titles):
        typed = titles[int(typed) - 1]
    if not typed and question.required:
        say("Dit is verplicht. Typ ? voor uitleg.")
        return
    kept, pieces = interview.read(question, typed)
    if problems := interview.problems_of(question, {**answers, question.loc: kept}) if typed else ():
        _show(problems)
        return
    for piece in pieces:
        if piece.typed:
            say(f"  '{piece.typed}' gelezen als {interview.choices.label(question.column, piece.text)}")
    answers[question.loc] = kept
    if question.loc == ("samenvatting",):
        _show(interview.near_duplicates(answers))


def _reopen(interview: Interview, answers: dict[Loc, str]) -> bool:
    """Ask again what the answers to a whole block leave open; tells whether there is such a thing."""
    problems = interview.problems_so_far(answers)
    _show(problems)
    for problem in problems:
        block = problem.field.rpartition(".")[0] or problem.field
        within = [loc for loc in answers if dotted(loc).startswith(block)]
        again = [loc for loc in within if not answers[loc] or dotted(loc) == problem.field]
        for loc in again or within:
            del answers[loc]
    return bool(problems)


def _confirm(interview: Interview, answers: dict[Loc, str], prompt: Ask) -> RowDocument | None:
    document = interview.document(answers)
    outcome = take_in(interview.catalogue, [document])
    _show(problem for problem in outcome.problems if problem.code != "lijkt-op")  # has been asked already
    if has_errors(outcome.problems):
        return None
    typed = ""
    while typed not in (YES, NO):
        say(f"\nAlles is gevraagd. Dit bestand schrijven: {document.path}? (ja of nee)")
        typed = prompt((YES, NO), False).lower()
    return document if typed == YES else None


def _introduce(interview: Interview, question: Question, answers: Mapping[Loc, str]) -> None:
    column = question.column
    if question.is_more:
        say(f"\n{column.title} (ja of nee)")
        return
    say(f"\n{_block(question)}{column.title} ({'verplicht' if question.required else 'mag leeg'})")
    say(f"  {explain(column)}")
    if column.kind in (YEAR, PARTIAL):
        say("  Weet niemand het? Typ: onbekend.")
    if question.loc == ("bewijs", "niveau"):
        _explain_evidence()
    shown = list(interview.choices.shown(column).values()) or _source_titles(question, answers)
    if 0 < len(shown) <= _FEW:
        say("  Kies: " + "  ".join(f"{number}. {name}" for number, name in enumerate(shown, 1)))
    elif shown:
        say(f"  Kies uit een lijst van {len(shown)}; begin te typen, of typ ? om de hele lijst te zien.")
    elif column.example and column.kind in (TEXT, DAY, PARTIAL):
        say(f"  Bijvoorbeeld: {column.example}")


def _block(question: Question) -> str:
    """Say in which block of the record a question is: `Eigenaar: `, `Bronnen 2: `."""
    if len(question.loc) == 1:
        return ""
    number = question.loc[1]
    return str(question.loc[0]).capitalize() + (f" {number + 1}: " if isinstance(number, int) else ": ")


def _explain(interview: Interview, question: Question) -> None:
    say(f"  {explain(question.column)}")
    if question.column.example:
        say(f"  Bijvoorbeeld: {question.column.example}")
    if question.loc == ("bewijs", "niveau"):
        _explain_evidence()
    elif question.column.kind == CHOICE:
        say("  Keuzes: " + "; ".join(interview.choices.shown(question.column).values()))


def _explain_evidence() -> None:
    say(f"  {EVIDENCE_INTRO}")
    for number, (level, meaning, example) in enumerate(explain_evidence(), 1):
        say(f"  {number}. {level}: {meaning} Bijvoorbeeld: {example}")


def _source_titles(question: Question, answers: Mapping[Loc, str]) -> tuple[str, ...]:
    """Return the titles of the sources so far where one of them belongs."""
    named = question.loc[-1] == "bron"
    return tuple(text for loc, text in answers.items() if named and loc[0] == "bronnen" and loc[-1] == "titel")


def _show(problems: Iterable[Diagnostic]) -> None:
    for problem in problems:
        field = f" {problem.field}:" if problem.field else ""
        tip = _SIMILAR if problem.code == "lijkt-op" else problem.tip
        say(f"  {problem.severity.value}[{problem.code}]{field} {problem.message}\n  tip: {tip}")


def _stop(interview: Interview, answers: dict[Loc, str]) -> int:
    say("\nGestopt. Er is niets geschreven.")
    if answers:
        say("Dit had u al; bewaar het zelf als u later verder wilt:")
        sys.stdout.write(interview.document(answers).data.decode())
    return 1


def _say_what_is_left(interview: Interview, answers: dict[Loc, str]) -> None:
    empty = dict.fromkeys(str(q.loc[0]) for q in ask(answers) if not answers.get(q.loc))
    filled = {str(loc[0]) for loc, text in answers.items() if text and text != NO}
    left = [*(name for name in empty if name not in filled), *never_asked()]
    say(f"Nog leeg, en vaak de moeite waard: {', '.join(left)}. U kunt het in het bestand aanvullen.")
