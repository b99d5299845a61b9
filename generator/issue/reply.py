"""What is said under an issue: text of strangers goes into it, and comes out as nothing but text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.comments import escape
from generator.diagnostics import Severity
from generator.issue.submission import Problem, Submission

MARK = "<!-- praktijk-uit-issue -->"
"""The first line of the comment, by which the next run finds it."""

MOST_PROBLEMS = 40
"""How many problems are shown; more help nobody."""


def reply_text(submission: Submission) -> str:
    """Return the comment in Markdown; ends in a newline."""
    errors = [p for p in submission.problems if p.severity is Severity.ERROR]
    warnings = [p for p in submission.problems if p.severity is Severity.WARNING]
    return "\n".join([MARK, *(_refused(errors) if errors else _accepted()), *_remarks(warnings)]) + "\n"


def _refused(errors: list[Problem]) -> Iterator[str]:
    yield "Dank u wel voor uw praktijk. Er zijn nog vragen die u moet verbeteren:"
    yield ""
    yield from map(_line, errors[:MOST_PROBLEMS])
    if len(errors) > MOST_PROBLEMS:
        yield f"- En nog {len(errors) - MOST_PROBLEMS} meer. Los deze eerst op; vaak verdwijnen er dan veel tegelijk."
    yield ""
    yield (
        "Kies de drie puntjes rechtsboven in uw bericht en dan *Edit*. Verbeter de tekst onder de vraag en kies "
        "*Save*. De koppen met ### moeten blijven staan. Daarna kijken we vanzelf opnieuw; deze reactie verandert "
        "dan mee."
    )


def _accepted() -> Iterator[str]:
    yield "Dank u wel. Uw praktijk klopt en staat klaar als voorstel. Een redacteur leest mee en zet die op de site."
    yield ""
    yield "Wilt u nog iets veranderen? Wijzig dan uw bericht hierboven; het voorstel verandert mee."


def _remarks(warnings: Iterable[Problem]) -> Iterator[str]:
    lines = list(map(_line, warnings))
    if lines:
        yield from ("", "Kijk hier nog eens naar; het mag zo blijven als het klopt:", "", *lines[:MOST_PROBLEMS])


def _line(problem: Problem) -> str:
    place = f"**{escape(problem.question)}**" if problem.question else "**Uw antwoorden samen**"
    line = f", regel {problem.line}" if problem.line else ""
    end = "" if problem.message.endswith("?") else "."
    return f"- {place}{line}: {escape(problem.message)}{end} {escape(problem.tip)}"
