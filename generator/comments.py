"""Comments on GitHub: text of strangers goes into them, and comes out as nothing but text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.messages import visible

_BREAK = "\u200b"
"""A space without width: a reader sees the same text, GitHub no mention, reference or address."""

_TRIGGERS = re.compile(r"[@#]|\bgh(?=-)|(?<=[a-z]):(?=//)|\bwww(?=\.)|\b(?:mailto|xmpp):|[0-9a-f]{6}(?=[0-9a-f])", re.I)
_MARKDOWN = re.compile(r"[\\`*_\[\]#|~$]")
"""What means something within a line; text of strangers never begins one."""
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escape(text: str) -> str:
    """Return text that GitHub shows as it is: no markup, HTML, link, mention, or reference to an issue or commit."""
    broken = _TRIGGERS.sub(lambda found: found[0] + _BREAK, visible(text))
    return _MARKDOWN.sub(r"\\\g<0>", "".join(_HTML.get(sign, sign) for sign in broken))


MARK = "<!-- praktijk-voorstel -->"
"""The first line of the comment on a proposal, by which the next run finds it."""

MOST_SHOWN = 20
"""How many pages and problems a comment names; the rest is counted."""


class _Told(BaseModel):
    """Base of what comes out of a build of somebody else's files: nothing in it is taken on trust."""

    model_config = ConfigDict(strict=True, frozen=True)


class Problem(_Told):
    """A problem as `praktijken check --format json` prints it; what else that prints is not used."""

    code: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    ernst: Literal["fout", "waarschuwing"]
    pad: Annotated[str, Field(max_length=300)]
    bericht: Annotated[str, Field(max_length=2000)]


class Page(_Told):
    """A page that differs, as `praktijken preview` lists it."""

    pad: Annotated[str, Field(pattern=r"^(?:[a-z0-9-]{1,80}/){0,6}$")]
    soort: Literal["nieuw", "gewijzigd", "weg"]


def comment_text(problems: Sequence[Problem], pages: Sequence[Page] | None, download: str, site: str) -> str:
    """Return the comment on a proposal in Markdown; ends in a newline.

    `pages` are None when no site could be built. `download` is the address of the preview as an archive, `site` that
    of the preview on the web, with a slash at its end; each is empty when there is none.
    """
    lines = [MARK, _verdict(problems), *_questions(problems)]
    if pages is not None:
        lines += ["", *_preview(pages, download, site)]
    return "\n".join(lines) + "\n"


def _verdict(problems: Sequence[Problem]) -> str:
    errors = sum(problem.ernst == "fout" for problem in problems)
    if not errors:
        return "Nagekeken: er zijn geen fouten. Een redacteur leest mee."
    found = "is nog 1 fout" if errors == 1 else f"zijn nog {errors} fouten"
    return f"Nagekeken: er {found}. Onder *Files changed* staat elke melding bij de regel waar zij over gaat."


def _questions(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield the warnings: what a person has to judge."""
    warnings = [problem for problem in problems if problem.ernst == "waarschuwing"]
    if warnings:
        yield from ("", "Kijk hier nog eens naar; het mag zo blijven als het klopt:", "")
    for problem in warnings[:MOST_SHOWN]:
        yield f"- In {escape(problem.pad)}: {escape(problem.bericht)}"
    yield from _rest(len(warnings))


def _preview(pages: Sequence[Page], download: str, site: str) -> Iterator[str]:
    if not pages:
        yield "Op de site verandert er niets."
        return
    yield "Deze pagina's veranderen:"
    yield ""
    for page in pages[:MOST_SHOWN]:
        name = f"`/{page.pad}`"
        yield (
            f"- [{name}]({site}{page.pad}) ({page.soort})"
            if site and page.soort != "weg"
            else f"- {name} ({page.soort})"
        )
    yield from _rest(len(pages))
    if download and not site:
        yield ""
        yield (
            f"[Download het voorbeeld]({download}) als u bent ingelogd op GitHub. Pak het uit en open `index.html` in "
            "de map van een pagina. Alleen wat verandert, zit erin."
        )


def _rest(count: int) -> Iterator[str]:
    if count > MOST_SHOWN:
        yield f"- en nog {count - MOST_SHOWN} meer"
