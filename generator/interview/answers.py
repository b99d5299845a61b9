"""Answers to a record: what each is read as, what is wrong with it, and what the whole becomes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from generator.catalogue import RESERVED_IDS, Catalogue
from generator.check.checks import folder_of
from generator.check.duplicates import find_duplicates
from generator.diagnostics import Diagnostic, Place
from generator.interview.questions import MORE, Answers, Question, ask
from generator.messages import describe
from generator.parse.fields import ID_MAX
from generator.parse.guide import dotted
from generator.parse.model import Practice
from generator.parse.parser import parse
from generator.parse.rules import PRACTICE_RULES
from generator.read.finding import Loc
from generator.read.source import read_document
from generator.registers.municipalities import slugify
from generator.spreadsheet.document import BLOCKS, RowDocument, with_blocks
from generator.spreadsheet.explanation import explain_evidence
from generator.spreadsheet.layout import CHOICE
from generator.spreadsheet.matching import Choices
from generator.spreadsheet.rows import nest
from generator.spreadsheet.table import Cell
from generator.spreadsheet.values import Piece, read_cell
from generator.write.record import write_record

_ABOUT_ABSENT = frozenset(
    "ontbrekend-veld te-weinig kosten-leeg contact-leeg toelichting-ontbreekt bedrag-zonder-herkomst eenheid-ontbreekt "
    "gestopt-zonder-lessen samengevoegd-zonder-opvolger".split()
)
"""Codes about what is not there: while questions are still to come, they say nothing about an answer."""

_ANSWERED_LATER = ("gestopt-zonder-lessen", "samengevoegd-zonder-opvolger")
"""Codes about one field that another one, of which the question is still to come, makes right."""

_SHEET = "antwoorden"
"""Makes problems speak of answers, not of lines in a file."""


class Interview:
    """A catalogue and what it makes of answers. `today` is the day on which a record is added."""

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        self.catalogue = catalogue
        self.choices = Choices(catalogue.registers)
        self._today = today

    def read(self, question: Question, typed: str) -> tuple[str, tuple[Piece, ...]]:
        """Return the answer as it is kept, and its pieces; of a closed list a number or a name will do."""
        options = tuple(self.choices.shown(question.column))
        if question.column.kind == CHOICE and not question.column.vocabulary and typed.isdecimal():
            typed = options[int(typed) - 1] if 0 < int(typed) <= len(options) else typed
        pieces = tuple(read_cell(Cell(typed), question.column, self.choices)) if typed else ()
        single = question.column.kind == CHOICE and not question.column.many and pieces
        return (pieces[0].text if single else typed), pieces

    def problems_of(self, question: Question, answers: Answers) -> tuple[Diagnostic, ...]:
        """Return what is wrong with one answer, given the others."""
        if question.is_more:
            wrong = answers[question.loc] not in question.column.options
            context = {"waarde": answers[question.loc], "keuzes": question.column.options}
            return (describe("keuze", self._place(), "", context),) if wrong else ()
        field = dotted(question.loc)
        found = [p for p in self._parse(answers) if p.code not in _ABOUT_ABSENT and _is_within(p.field, field)]
        return (*found, *(self._name_problems(answers) if question.loc == ("titel",) else ()))

    def problems_so_far(self, answers: Answers) -> tuple[Diagnostic, ...]:
        """Return what lacks in the blocks of which every question was asked, in the order of the record."""
        todo = {question.loc[0] for question in ask(answers) if question.loc not in answers}
        found = (p for p in self._parse(answers) if not (todo and p.code in _ANSWERED_LATER))
        return tuple(p for p in found if re.split(r"[.\[]", p.field)[0] not in todo)

    def near_duplicates(self, answers: Answers) -> tuple[Diagnostic, ...]:
        """Warn for a practice of which title and summary look like these.

        Measured on the 595 pairs of 35 real records, heads alone: no pair is above the limit of the comparison.
        """
        id = self.id_of(answers)
        heads = {other: _head(practice.titel, practice.samenvatting) for other, practice in self._practices()}
        texts = {**heads, id: _head(answers[("titel",)], answers[("samenvatting",)])}
        documents = {**self.catalogue.documents, id: self.document(answers)}
        return find_duplicates(replace(self.catalogue, documents=documents), [id], texts)

    def document(self, answers: Answers) -> RowDocument:
        """Return the record that the answers make, with an explanation above each of its fields."""
        text = write_record(self._values(answers), _notes())
        path = f"practices/{folder_of(answers.get(('eigenaar', 'naam'), '')) or 'eigenaar'}/{self.id_of(answers)}.yml"
        document = read_document(path, text.encode())
        asked = {question.loc[0] for question in ask(answers)}
        value = with_blocks(document.value, [name for name in BLOCKS if name in asked])
        return RowDocument(path, document.data, value, document.findings, self._place())

    def id_of(self, answers: Answers) -> str:
        """Return the name of the file without its ending."""
        return slugify(answers.get(("titel",), ""))[:ID_MAX].strip("-")

    def _practices(self) -> tuple[tuple[str, Practice], ...]:
        return tuple(self.catalogue.practices.items())

    def _values(self, answers: Answers) -> Mapping[str, object]:
        texts: dict[Loc, object] = {}
        for question in ask(answers):
            typed = answers.get(question.loc, "")
            if not typed or question.loc[-1] == MORE or (question.loc[-1] == "bekend" and typed == "ja"):
                continue
            pieces = tuple(read_cell(Cell(typed), question.column, self.choices))
            found: dict[Loc, object] = {(*question.loc, *piece.loc): piece.text for piece in pieces}
            texts |= found or {question.loc: []}
        return {**nest(texts), "toegevoegd_op": self._today.isoformat()}

    def _parse(self, answers: Answers) -> tuple[Diagnostic, ...]:
        return parse(self.document(answers), Practice, self.catalogue.registers, PRACTICE_RULES)[1]

    def _name_problems(self, answers: Answers) -> tuple[Diagnostic, ...]:
        id = self.id_of(answers)
        if id in RESERVED_IDS or not id:
            return (describe("gereserveerde-naam" if id else "bestandsnaam", self._place(), "titel", {"naam": id}),)
        other = id if id in self.catalogue.known_ids else self.catalogue.redirects.get(id)
        if not other:
            return ()
        known = self.catalogue.documents.get(other)
        context = {"naam": id, "ander": known.path if known else f"{other}.yml"}
        return (describe("dubbele-id", self._place(), "titel", context),)

    def _place(self) -> Place:
        return Place("", sheet=_SHEET)


def _is_within(field: str, asked: str) -> bool:
    return field == asked or field.startswith((f"{asked}.", f"{asked}["))


def _head(title: str, summary: str) -> bytes:
    return write_record({"titel": title, "samenvatting": summary}).encode()


def _notes() -> dict[str, str]:
    """Return the comment above each field of a record."""
    notes = {name: f"{info.title}: {info.description}" for name, info in Practice.model_fields.items()}
    levels = " ".join(f"{level}: {meaning}" for level, meaning, _ in explain_evidence())
    return {**notes, "bewijs": f"{notes['bewijs']} De niveaus, van zwak naar sterk. {levels}"}
