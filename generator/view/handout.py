"""Congresses as they are printed: what fits on a sheet, chosen by field and by whole sentences, never cut off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.parse.congress import CALLED_OFF, Congress, Meeting, congress_practices
from generator.parse.model import Contact, Practice
from generator.view.congress import describe_session, view_notice
from generator.view.congress_types import HandoutView, SheetView
from generator.view.context import ViewContext
from generator.view.formats import enumerate_words, format_date, format_number, format_period, format_times
from generator.view.labels import NOT_KNOWN, STATUSES
from generator.view.markup import plain_prose
from generator.view.types import Fact

LESSONS_LENGTH = 700
"""Characters of lessons on a page of the handout: half of what is left beside the other fields at their longest."""
OPENING_LENGTH = 200
"""Characters of the summary on a table card."""
SESSIONS = 3
"""Parts of the programme that a sheet names."""
LONGEST = 120
"""Organisations and addresses above this length would fill a sheet; the page of the practice has them."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9‘“\"'])")


def view_handout(context: ViewContext, id: str) -> HandoutView:
    """Return what is printed for a congress."""
    congress, url = context.catalogue.congresses[id], f"congressen/{id}/"
    held = [m for m in congress.bijeenkomsten if m.status not in CALLED_OFF] or congress.bijeenkomsten
    facts = [Fact("Wanneer en waar", "; ".join(map(_describe_meeting, held)))]
    facts.append(Fact("Organisatie", _fitting(congress.organisatoren)))
    if congress.deelnemers:
        facts.append(Fact("Deelnemers", format_number(congress.deelnemers)))
    return HandoutView(
        id=id,
        titel=congress.titel,
        samenvatting=" ".join(congress.samenvatting.split()),
        facts=tuple(facts),
        notice=view_notice(congress),
        url=url,
        short_url=context.short_url("congressen", id),
        sheets=tuple(_sheet(context, congress, *item) for item in enumerate(congress_practices(congress), 1)),
        as_of=format_date(context.newest_date),
    )


def first_sentences(text: str, length: int) -> str:
    """Return as many whole sentences of a text as fit in a number of characters; nothing when the first does not."""
    chosen = ""
    for sentence in _SENTENCE.split(" ".join(text.split())):
        longer = f"{chosen} {sentence}".strip()
        if len(longer) > length:
            break
        chosen = longer
    return chosen


def _describe_meeting(meeting: Meeting) -> str:
    when = (format_date(meeting.datum), format_times(meeting.tijd))
    return ", ".join(filter(None, (*when, meeting.locatie, meeting.plaats)))


def _sheet(context: ViewContext, congress: Congress, number: int, id: str) -> SheetView:
    practice, card = context.catalogue.practices[id], context.cards[id]
    return SheetView(
        id=id,
        number=number,
        title=practice.titel,
        place=card.place,
        owner=practice.eigenaar.naam if len(practice.eigenaar.naam) <= LONGEST else "",
        status=STATUSES[practice.status] if card.stopped else "",
        summary=" ".join(practice.samenvatting.split()),
        opening=first_sentences(practice.samenvatting, OPENING_LENGTH),
        evidence=card.evidence,
        costs=card.costs,
        facts=tuple(_facts(context, practice, id)),
        contact=tuple(_contact(practice.contact)),
        lessons=tuple(_lessons(practice)),
        shown_in=tuple(_shown_in(congress, id)),
        url=card.url,
        short_url=context.short_url("praktijken", id),
    )


def _facts(context: ViewContext, practice: Practice, id: str) -> Iterator[Fact]:
    card, period = context.cards[id], practice.periode
    groups = [context.group_links[group].label for group in practice.doelgroepen]
    yield Fact("Voor wie", ", ".join(groups) or NOT_KNOWN)
    yield Fact("Bewijs", card.evidence)
    yield Fact("Kosten", card.costs)
    yield Fact("Wanneer", format_period(period.van, period.tot) if period else NOT_KNOWN)
    yield Fact("Thema’s" if len(card.themes) > 1 else "Thema", ", ".join(theme.label for theme in card.themes))


def _contact(contact: Contact) -> Iterator[Fact]:
    ways = (
        ("Organisatie", contact.organisatie),
        ("Afdeling", contact.afdeling),
        ("Telefoon", contact.telefoon),
        ("E-mail", contact.email),
        ("Website", contact.website),
    )
    for label, value in ways:
        if value and len(value) <= LONGEST:
            yield Fact(label, value)


def _lessons(practice: Practice) -> Iterator[str]:
    """Yield whole lessons in their order, those that no longer fit left out."""
    left = LESSONS_LENGTH
    for lesson in practice.lessen:
        text = plain_prose(lesson.les)
        if len(text) <= left:
            left -= len(text)
            yield text


def _shown_in(congress: Congress, id: str) -> Iterator[str]:
    sessions = [session for session in congress.programma if id in session.praktijken]
    for session in sessions[:SESSIONS]:
        yield describe_session(congress, session)
    if len(sessions) > SESSIONS:
        yield f"en nog {len(sessions) - SESSIONS} andere onderdelen van het programma"


def _fitting(names: Iterable[str]) -> str:
    """Enumerate names as far as they fit, and count the others."""
    names = list(names)
    kept = names[: max(1, next((n for n in range(len(names), 0, -1) if len(", ".join(names[:n])) <= 3 * LONGEST), 0))]
    more = len(names) - len(kept)
    return enumerate_words([*kept, f"{more} anderen"] if more else kept)
