"""A filed issue to the record that it makes, with everything that is wrong with it, question by question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.catalogue import RESERVED_IDS, Catalogue
from generator.check.checks import check_catalogue, owner_folder
from generator.check.duplicates import find_duplicates
from generator.diagnostics import Diagnostic, Severity
from generator.issue.body import Answers, read_answers
from generator.issue.form import CONSENT_LABEL
from generator.issue.questions import Question, ask
from generator.issue.values import Values, excess_lines, to_values
from generator.parse.fields import ID_MAX
from generator.parse.model import Practice
from generator.parse.parser import parse
from generator.parse.rules import PRACTICE_RULES
from generator.read.source import read_document
from generator.registers.municipalities import slugify
from generator.write.record import write_record

_FIELD = re.compile(r"(  )?([a-z_]+):")
_STEP = re.compile(r"\[(\d+)\]")

_NO_ANSWER = ("er staat geen antwoord", "Vul deze vraag in.")
_WORDS: Mapping[str, tuple[str, str]] = {
    "ontbrekend-veld": _NO_ANSWER,
    "te-weinig": _NO_ANSWER,
    "toelichting-ontbreekt": ("het is niet bekend, maar er staat niet waarom", "Schrijf dat in een zin."),
    "te-groot": (
        "uw antwoorden zijn samen te lang",
        "Maak ze korter, of zet een lang stuk op een website en noem het bij Materialen.",
    ),
    "onbekende-gemeente": ("", "Schrijf de naam van de gemeente voluit, of haal deze regel weg."),
    "onbekende-praktijk": ("", "Schrijf het laatste deel van het adres van de praktijk op de site."),
    "onbekende-bron": ("", "Neem een titel precies over uit de vraag Bronnen, of voeg de bron daar toe."),
    "bedrag-zonder-herkomst": ("", "Vul die in bij Kosten: prijspeil, Kosten: zekerheid en Kosten: bron."),
    "gestopt-zonder-lessen": ("", "Vul de vraag Lessen in: wat leerde u hiervan?"),
    "eenheid-ontbreekt": ("", "Zet achter het getal waar het over gaat, bijvoorbeeld deelnemers."),
    "geen-getal": ("", "Schrijf alleen cijfers: 1250. Weet niemand het, laat dit stukje dan leeg."),
    "meer-regels": ("", "Zet het antwoord op één regel."),
    "lijkt-op": ("", "Lees die praktijk. Is de uwe een variant of een overname? Noem haar bij Zie ook, met de reden."),
}
"""What `check` says about lines and fields, said about questions: message (empty is that of `check`) and tip."""


@dataclass(frozen=True)
class Problem:
    """Something wrong with an answer. `question` is the label, or empty; `line` counts from 1, 0 is all of it."""

    question: str
    line: int
    message: str
    tip: str
    severity: Severity = Severity.ERROR


MOST_MISSING = 5
"""With more headings gone than this, a text is no filled in form, and to name each of them helps nobody."""

_NOT_THE_FORM = Problem(
    "",
    0,
    "uw bericht volgt het formulier niet: de koppen van de vragen ontbreken",
    "Maak een nieuw bericht met het formulier; de tekst die u al heeft, kunt u daarin plakken.",
)


@dataclass(frozen=True)
class Submission:
    """What an issue became: the path and the text of its record, both empty while there are errors."""

    path: str
    text: str
    problems: tuple[Problem, ...]


def read_submission(body: str, day: str, catalogue: Catalogue) -> Submission:
    """Make a record of the text of an issue, checked as `praktijken check` does, within the catalogue.

    `day` is the date on which the issue was opened. Nothing is raised for what the text may hold.
    """
    questions = ask(catalogue.registers)
    answers = read_answers(body, [*(question.label for question in questions), CONSENT_LABEL])
    if len(answers.missing) > MOST_MISSING:
        return Submission("", "", (_NOT_THE_FORM,))
    values = to_values(questions, answers.texts, catalogue.registers, day)
    id = slugify(str(values["titel"]))[:ID_MAX].strip("-")
    problems = [
        *_form_problems(questions, answers),
        *_consent_problems(answers),
        *_name_problems(catalogue, id, values),
    ]
    text = write_record(values)
    path, found = _check(catalogue, id or "praktijk", text)
    told = {problem.question for problem in problems}
    fields = [d if d.field else replace(d, field=_field_above(text, d.place.line, questions)) for d in found]
    problems += [problem for d in fields for problem in _to_problems(d, questions) if problem.question not in told]
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Submission("", "", tuple(problems))
    return Submission(path, text, tuple(problems))


def _form_problems(questions: Sequence[Question], answers: Answers) -> Iterator[Problem]:
    """Yield what is wrong with the text of the issue itself."""
    for label in answers.missing:
        yield Problem(
            label, 0, "de kop van deze vraag staat niet meer in uw bericht", f"Zet deze regel terug: ### {label}"
        )
    for label in answers.unclear:
        message = "de kop van deze vraag staat meer dan eens in uw bericht"
        yield Problem(label, 0, message, "Haal de kop weg die in een antwoord staat, of maak er gewone tekst van.")
    for question in questions:
        for line in excess_lines(question, answers.texts.get(question.label, "")):
            parts = " | ".join(question.column_titles())
            yield Problem(question.label, line, "deze regel heeft te veel delen", f"Gebruik alleen: {parts}")


def _consent_problems(answers: Answers) -> Iterator[Problem]:
    if "[ ]" in answers.texts.get(CONSENT_LABEL, ""):
        yield Problem(CONSENT_LABEL, 0, "hier staat niet overal een vinkje", "Zet een vinkje als het klopt.")


def _name_problems(catalogue: Catalogue, id: str, values: Values) -> Iterator[Problem]:
    """Yield why the title gives no name for the file. A record that is there already is never written over."""
    if not values["titel"]:
        return
    if not id:
        yield Problem("Titel", 0, "van deze titel kan geen webadres gemaakt worden", "Gebruik gewone letters.")
    elif id in catalogue.known_ids or id in catalogue.redirects or id in RESERVED_IDS:
        yield Problem(
            "Titel",
            0,
            f"er is al een praktijk met de naam {id}",
            "Kies een andere titel, of verbeter die praktijk met de link onderaan haar pagina.",
        )


def _check(catalogue: Catalogue, id: str, text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the path of the record, and all that `check` says of it."""
    data = text.encode()
    draft, problems = parse(read_document(f"practices/{id}.yml", data), Practice, catalogue.registers, PRACTICE_RULES)
    if draft is None:
        return "", problems
    path = f"practices/{owner_folder(draft)}/{id}.yml"
    document = read_document(path, data).without_value()
    extended = replace(
        catalogue,
        practices={**catalogue.practices, id: draft},
        documents={**catalogue.documents, id: document},
        known_ids=catalogue.known_ids | {id},
    )
    texts = {other: known.data for other, known in extended.documents.items()}
    found = (*check_catalogue(extended), *find_duplicates(extended, [id], texts))
    return path, tuple(d for d in found if d.place.path == path)


def _field_above(text: str, line: int, questions: Sequence[Question]) -> str:
    """Return the field in which a line of the record stands, for what `check` says of a line only."""
    inner = ""
    for above in reversed(text.split("\n")[:line]):
        found = _FIELD.match(above)
        if found and not found[1]:
            asked = any(question.loc == (found[2], inner) for question in questions)
            return f"{found[2]}.{inner}" if asked else found[2]
        if found and not inner:
            inner = found[2]
    return ""


def _to_problems(diagnostic: Diagnostic, questions: Sequence[Question]) -> Iterator[Problem]:
    """Say of a problem by which question it came; where a group of questions has no answer, by each of them."""
    numbers = _STEP.findall(diagnostic.field)
    steps = tuple(_STEP.sub("", diagnostic.field).split("."))
    group = [q for q in questions if q.loc[: len(steps)] == steps[: len(q.loc)]]
    if diagnostic.code == "ontbrekend-veld":
        group = [q for q in group if q.required] or group
    elif diagnostic.code == "toelichting-ontbreekt":
        group = [q for q in questions if q.loc == (steps[0], "toelichting")]
    else:
        group = group[:1]
    message, tip = _words(diagnostic)
    line = int(numbers[0]) if numbers else 0
    for question in group or (None,):
        said = _with_part(message, question, steps)
        yield Problem(question.label if question else "", line, said, tip, diagnostic.severity)


def _words(diagnostic: Diagnostic) -> tuple[str, str]:
    message, tip = _WORDS.get(diagnostic.code, ("", f"{diagnostic.tip[:1].upper()}{diagnostic.tip[1:]}."))
    return message or diagnostic.message, tip


def _with_part(message: str, question: Question | None, steps: tuple[str, ...]) -> str:
    """Name the part of a line that a message is about."""
    if question is None or len(steps) <= len(question.loc):
        return message
    named = dict(zip(question.columns, question.column_titles(), strict=True))
    return f"bij {named.get(steps[-1], steps[-1])}: {message}"
