"""One issue per owner: its text, and what to do with the issues that are there already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from generator.catalogue import Catalogue
from generator.check.upkeep import OwnerUpkeep, UpkeepItem, UpkeepKind, place_of
from generator.upkeep.markdown import code, one_line
from generator.upkeep.words import ADVICE, SHORT, explain
from generator.view.types import Site

MAX_BODY = 60_000
"""Characters; GitHub refuses an issue above 65,536."""
MAX_TASKS = 25
"""Of one practice; so many long addresses leave room for the rest of an issue."""
MAX_TITLE = 200
NOT_TOLD = frozenset((UpkeepKind.LINK_UNSURE,))
"""What only the report shows: a site that keeps machines out would keep an issue open for ever."""

_MARK = re.compile(r"<!-- praktijken-onderhoud: ([a-z0-9-]+) -->\s*(?:\n|\Z)")
_FILE = "In het bestand "
_TICKED = "- [x] "
_OPEN = "- [ ] "


@dataclass(frozen=True, slots=True)
class IssueText:
    """What the issue of an owner says."""

    owner: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class OpenIssue:
    """An issue that the job opened before."""

    number: int
    title: str
    body: str


class Action(StrEnum):
    """What to do; the values are read by scripts/upkeep_issues.sh."""

    CREATE = "nieuw"
    EDIT = "wijzig"
    CLOSE = "sluit"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: `number` is 0 for an issue that has yet to be made, `text` is None for one to close."""

    action: Action
    number: int
    text: IssueText | None = None


def write_issues(
    catalogue: Catalogue,
    owners: Sequence[OwnerUpkeep],
    site: Site,
    reviewers: Mapping[str, Sequence[str]] | None = None,
) -> tuple[IssueText, ...]:
    """Return the issue of every owner that has something to do. The same records give the same text on any day.

    `reviewers` are the accounts to call, by folder; without them nobody is told that there is an issue.
    """
    called = reviewers or {}
    texts = (_write_issue(catalogue, owner, site, called.get(owner.slug, ())) for owner in owners)
    return tuple(text for text in texts if text)


def plan_issues(texts: Sequence[IssueText], present: Sequence[OpenIssue]) -> tuple[Step, ...]:
    """Return what makes the open issues equal to the texts: one issue per owner, and none that is done.

    An issue is known by the mark on its first line; others are left alone. What somebody ticked stays ticked.
    """
    of_owner: dict[str, list[OpenIssue]] = {}
    for issue in sorted(present, key=lambda issue: issue.number):
        if mark := _MARK.match(issue.body):
            of_owner.setdefault(mark[1], []).append(issue)
    steps = []
    for text in texts:
        first, *doubles = of_owner.pop(text.owner, [None])
        steps += [Step(Action.CLOSE, issue.number) for issue in doubles if issue]
        if first is None:
            steps.append(Step(Action.CREATE, 0, text))
            continue
        kept = IssueText(text.owner, text.title, _keep_ticks(text.body, first.body))
        if (kept.title, kept.body.split()) != (first.title, first.body.split()):  # a forge changes ends of lines
            steps.append(Step(Action.EDIT, first.number, kept))
    done = [issue for issues in of_owner.values() for issue in issues]
    return (*steps, *(Step(Action.CLOSE, issue.number) for issue in done))


def _write_issue(catalogue: Catalogue, owner: OwnerUpkeep, site: Site, reviewers: Sequence[str]) -> IssueText | None:
    told = [item for item in owner.items if item.point.kind not in NOT_TOLD]
    if not told:
        return None
    head = (
        f"<!-- praktijken-onderhoud: {owner.slug} -->\n"
        f"Deze praktijken van {code(owner.name)} moet iemand nalopen. Dat kost een paar minuten per praktijk.\n\n"
        + (f"Voor: {' '.join(reviewers)}\n\n" if reviewers else "")
        + _legend(told)
    )
    foot = (
        "\n---\nDe computer maakt deze lijst en werkt haar elke maand bij. Staat er niets meer open, dan sluit dit "
        "issue vanzelf. Klopt er iets niet? Zet het in een reactie hieronder.\n"
    )
    of_practice = {id: tuple(items) for id, items in groupby(told, lambda item: item.practice)}
    parts = (_section(catalogue, id, items, site) for id, items in of_practice.items())
    title = one_line(f"Praktijken nalopen: {owner.name}", MAX_TITLE)
    body = _fitting(parts, len(of_practice), MAX_BODY - len(head) - len(foot))
    return IssueText(owner.slug, title, head + body + foot)


def _legend(items: Sequence[UpkeepItem]) -> str:
    """Say once for each kind what to do about it."""
    found = {item.point.kind for item in items}
    return "".join(f"* **{SHORT[kind].capitalize()}.** {ADVICE[kind]}\n" for kind in UpkeepKind if kind in found)


def _fitting(parts: Iterable[str], number: int, room: int) -> str:
    """Join as many parts as fit, and say how many of that number are left; those are not even made."""
    used, taken = 0, list[str]()
    for part in parts:
        if used + len(part) > room - 100:
            return "".join(taken) + f"\nEn nog {number - len(taken)} meer; die staan hier als deze klaar zijn.\n"
        used += len(part)
        taken.append(part)
    return "".join(taken)


def _section(catalogue: Catalogue, id: str, items: Sequence[UpkeepItem], site: Site) -> str:
    path = catalogue.documents[id].path
    lines = ["", f"### {code(catalogue.practices[id].titel)}", "", f"{_FILE}{code(path, 400)}.", ""]
    lines += [_task(catalogue, item) for item in items[:MAX_TASKS]]
    if len(items) > MAX_TASKS:
        lines += ["", f"En nog {len(items) - MAX_TASKS} meer bij deze praktijk."]
    links = " · ".join(f"[{label}]({url})" for label, url in _links(id, path, site))
    return "\n".join([*lines, *(["", links] if links else [])]) + "\n"


def _task(catalogue: Catalogue, item: UpkeepItem) -> str:
    point = item.point
    address = f" {code(point.address, 500)}" if point.address else ""
    target = f" Nieuw adres: {code(point.outcome.target, 500)}." if point.outcome and point.outcome.target else ""
    line = place_of(catalogue, item).line
    return f"{_OPEN}{explain(point)}{address}{target} (regel {line})"


def _links(id: str, path: str, site: Site) -> Iterator[tuple[str, str]]:
    """Yield where to confirm: the form with everything filled in, the file in the forge's editor, the page."""
    if site.url:
        yield "**Bevestig of verbeter**", f"{site.url}insturen/?praktijk={id}&bevestig=1"
    if site.repository:
        yield "Wijzig het bestand", site.edit_url(path)
    if site.url:
        yield "Bekijk de pagina", f"{site.url}praktijken/{id}/"


def _keep_ticks(body: str, before: str) -> str:
    """Tick what somebody ticked in the text that was there before."""
    ticked = {task for task, line in _tasks(before.splitlines()) if line.lower().startswith(_TICKED)}
    kept = (_TICKED + line[len(_OPEN) :] if task in ticked else line for task, line in _tasks(body.split("\n")))
    return "\n".join(kept)


def _tasks(lines: Iterable[str]) -> Iterator[tuple[tuple[str, str] | None, str]]:
    """Yield every line with, for a task, the file it is about and its words: what stays when lines move."""
    file = ""
    for line in lines:
        if line.startswith(_FILE):
            file = line.rstrip()
        is_task = line.lower().startswith((_OPEN, _TICKED))
        yield (file, line[len(_OPEN) :].rpartition(" (regel ")[0]) if is_task else None, line


def issue_files(steps: Sequence[Step]) -> Mapping[str, str]:
    """Return the files that scripts/upkeep_issues.sh works from, by name.

    `plan.tsv` has a line per step: action, number, name; `<name>.titel` and `<name>.md` hold the text.
    """
    files, plan = {}, []
    for index, step in enumerate(steps, 1):
        name = f"{index:04}"
        plan.append(f"{step.action}\t{step.number}\t{name}\n")
        if step.text:
            files[f"{name}.titel"] = f"{step.text.title}\n"
            files[f"{name}.md"] = step.text.body
    return {"plan.tsv": "".join(plan), **files}
