"""SourceDocument to a typed record, or to every problem that it has, each at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, islice
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.diagnostics import Diagnostic
from generator.messages import describe
from generator.parse.fields import Terms
from generator.parse.guide import advice, dotted, fields_at
from generator.parse.misplaced import explain_line, join_misplaced
from generator.parse.refusals import explain_refusals
from generator.parse.unread import set_apart
from generator.read.finding import Finding, Loc, Value, finding
from generator.read.source import SourceDocument

Rule = Callable[[Mapping[str, Any]], Iterable[Finding]]

MAX_PROBLEMS = 100
"""More problems than this of one file help nobody, and would make a hostile file slow to report."""
_Problem = TypeVar("_Problem")
_TOO_MANY = finding("te-veel-problemen", grens=MAX_PROBLEMS)


def parse(
    document: SourceDocument, model: Any, terms: Terms | None, rules: Iterable[Rule] = ()
) -> tuple[Any | None, tuple[Diagnostic, ...]]:
    """Parse a document into `model` (a record type, or a tuple of them for a list).

    Returns the typed value, or None with all problems: of form, of fields and of `rules` (which see the raw
    mapping, so that they speak even when other fields are wrong).
    """
    if document.value is None:
        told = _problems_of_rest(document, model, terms, rules)
        return None, tuple(_cut_off(told, to_diagnostic(document, _TOO_MANY)))
    parsed, findings = _parse_value(document, model, terms, rules)
    return (None if findings else parsed), tuple(to_diagnostic(document, found) for found in findings)


def _problems_of_rest(
    document: SourceDocument, model: Any, terms: Terms | None, rules: Iterable[Rule]
) -> Iterator[Diagnostic]:
    """Yield why a document cannot be read, and what is wrong with the parts that can be."""
    rest = set_apart(document, model)
    if rest is None:
        yield from (to_diagnostic(document, explain_line(found, model, document)) for found in document.findings)
        return
    yield from (to_diagnostic(document, found) for found in rest.findings)
    _, findings = _parse_value(rest.document, model, terms, rules)
    yield from (to_diagnostic(rest.document, found) for found in findings if not rest.explains(found))


def _parse_value(
    document: SourceDocument, model: Any, terms: Terms | None, rules: Iterable[Rule]
) -> tuple[Any | None, list[Finding]]:
    """Return the typed value of a document that could be read, and all that is wrong with it."""
    form = [_with_advice(found, model) for found in document.findings[: MAX_PROBLEMS + 1]]
    parsed, refused = _validate(document.value, model, terms)
    noted = {found.loc for found in form}
    fields = (found for found in refused if found.loc not in noted)
    found = list(chain(form, fields, _ruled(document.value, rules)))
    if not found:
        return parsed, []
    found = _without_level(found, model)
    if not document.place(finding("")).sheet:  # a spreadsheet has no lines to move
        found = join_misplaced(found, document.value, model, document.text)
    return parsed, _cut_off(found, _TOO_MANY)


def _cut_off(found: Iterable[_Problem], last: _Problem) -> list[_Problem]:
    """Return the first problems, with `last` in the place of those beyond the bound."""
    shown = list(islice(found, MAX_PROBLEMS + 1))
    return [*shown[:MAX_PROBLEMS], last] if len(shown) > MAX_PROBLEMS else shown


def _without_level(found: list[Finding], model: Any) -> list[Finding]:
    """Turn an empty field, followed by fields of its own that do not stand below it, into the one mistake it is."""
    empty = [f.loc for f in found if f.code == "leeg-veld" and fields_at(model, f.loc)]
    homes = {(*loc[:-1], name): loc for loc in empty for name in fields_at(model, loc)}
    stray = {f.loc for f in found if f.code in ("onbekend-veld", "dubbele-sleutel")} & set(homes)
    parents = {homes[loc] for loc in stray}
    kept = (f for f in found if f.code != "leeg-veld" or f.loc not in parents)
    return [_belongs_below(f, homes[f.loc]) if f.loc in stray else f for f in kept]


def _belongs_below(found: Finding, parent: Loc) -> Finding:
    return finding("hoort-eronder", found.loc, found.at, naam_van_veld=found.loc[-1], ouder=dotted(parent))


def to_diagnostic(document: SourceDocument, found: Finding) -> Diagnostic:
    """Give a finding its place in the document and its words."""
    return describe(found.code, document.place(found), dotted(found.loc), dict(found.context))


def _with_advice(found: Finding, model: Any) -> Finding:
    """Add to an empty field what may be done about it, which only the model knows."""
    if found.code != "leeg-veld":
        return found
    return finding(found.code, found.loc, found.at, **advice(model, found.loc))


def _validate(value: Value, model: Any, terms: Terms | None) -> tuple[Any | None, list[Finding]]:
    try:
        return _adapter(model).validate_python(value, context=terms), []
    except ValidationError as error:
        return None, explain_refusals(error, model, value, MAX_PROBLEMS + 1, terms)


@lru_cache(maxsize=16)
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _ruled(value: Value, rules: Iterable[Rule]) -> Iterator[Finding]:
    if isinstance(value, dict):
        for rule in rules:
            yield from rule(value)
