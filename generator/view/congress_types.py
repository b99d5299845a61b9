"""What the templates of congresses receive; see `generator.view.types` for what views have in common."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.view.markup import Html
from generator.view.types import Fact, Link, SourceView


@dataclass(frozen=True, slots=True)
class MeetingView:
    """One day of a congress. `machine_date` is ISO 8601 for `<time datetime>`; `called_off` is about this day."""

    date: str
    machine_date: str
    time: str
    place: str
    venue: str
    status: str
    called_off: bool
    moved_to: str
    explanation: Markup


@dataclass(frozen=True, slots=True)
class SessionView:
    """One part of a congress programme."""

    title: str
    time: str
    room: str
    description: Markup
    practices: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A table of the programme: of one day, or of all when the days are not known. Empty columns are left out."""

    caption: str
    sessions: tuple[SessionView, ...]
    has_times: bool
    has_rooms: bool
    has_descriptions: bool
    has_practices: bool


@dataclass(frozen=True, slots=True)
class NoticeView:
    """What a reader must know before all else: that days were called off or moved."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class CongressView:
    """A congress page. `cards` is prerendered HTML of all its practices."""

    id: str
    url: str
    short_url: str
    """The whole address that is printed; empty when the site's own is not known."""
    titel: str
    samenvatting: str
    when: str
    past: bool
    """Whether all days lie before the newest date in the catalogue (no clock in outputs)."""
    notice: NoticeView | None
    meetings: tuple[MeetingView, ...]
    organisatoren: tuple[str, ...]
    mediapartners: tuple[str, ...]
    deelnemers: str
    website: str
    programma: tuple[ProgrammeView, ...]
    count: int
    cards: Html
    bronnen: tuple[SourceView, ...]
    edit_url: str


@dataclass(frozen=True, slots=True)
class CongressesView:
    """All congresses, and how to add one: `guide_url` and `calendar_url` may be empty."""

    upcoming: tuple[CongressView, ...]
    past: tuple[CongressView, ...]
    as_of: str
    guide_url: str
    calendar_url: str
    """The whole address of the calendar, to subscribe to."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """A practice on paper: a page of the handout, a row of its overview, and a table card.

    All text is plain, and short enough together for its page; what does not fit is left out, not cut off.
    """

    id: str
    number: int
    title: str
    place: str
    owner: str
    status: str
    """Only when the practice no longer runs."""
    summary: str
    opening: str
    """The first sentences of the summary, for a card; empty when the first is too long for that."""
    evidence: str
    costs: str
    facts: tuple[Fact, ...]
    contact: tuple[Fact, ...]
    lessons: tuple[str, ...]
    shown_in: tuple[str, ...]
    """Parts of the programme, with day, time and room when known."""
    url: str
    """Of the page, relative to the site's root."""
    short_url: str


@dataclass(frozen=True, slots=True)
class HandoutView:
    """What an organiser prints: the congress in a few words and a sheet per practice."""

    id: str
    titel: str
    samenvatting: str
    facts: tuple[Fact, ...]
    notice: NoticeView | None
    url: str
    short_url: str
    sheets: tuple[SheetView, ...]
    as_of: str
