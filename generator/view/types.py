"""What a template receives: labels resolved, amounts and dates in words, prose already safe HTML.

A record's own field keeps its Dutch name; what is computed has an English one. Every `url` is relative to
the site's root ("praktijken/leertafel/"), so a template writes `{{ root }}{{ url }}`. Prose is `Markup`
made by `generator.render.markup`'s border; all other text is plain and escaped by autoescape.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Site:
    """The site as a whole. `url` is absolute and ends in a slash, or is empty when unknown."""

    name: str
    url: str
    repository: str


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same content in another form, for `<link rel=alternate>`."""

    url: str
    media_type: str
    title: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the page shell needs to know of a page. `section` marks the active entry of the main menu."""

    title: str
    description: str
    url: str
    section: str
    alternates: tuple[Alternate, ...] = ()
    structured_data: Markup = Markup()


@dataclass(frozen=True, slots=True)
class Link:
    """A word that leads somewhere on this site."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """A word that leads to another site; `url` passed the allow list of the record model."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class CountedLink:
    """An entry of an overview: where it leads, how many practices it holds and what it is."""

    label: str
    url: str
    count: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Entries of an overview under one heading; the heading may be empty."""

    heading: str
    links: tuple[CountedLink, ...]


@dataclass(frozen=True, slots=True)
class MunicipalityView:
    """A municipality as shown: present name, the name in the record if that was abolished, and size."""

    name: str
    url: str
    province: str
    size: str
    former_name: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """Two tracks that are never mixed: what the sources show, and what a databank granted."""

    level: str
    label: str
    rank: int
    url: str
    judged_by: str
    explanation: Markup
    recognitions: tuple[RecognitionView, ...]


@dataclass(frozen=True, slots=True)
class RecognitionView:
    """A grant by a national databank, with the day after which it is no longer valid."""

    label: str
    databank: str
    purpose: str
    date: str
    valid_until: str
    url: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value, e.g. a row of the costs; `value` is plain text."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class CostsView:
    """`summary` fits one line ("€ 309.586 per jaar"); `known` is false when no source gives amounts."""

    known: bool
    summary: str
    facts: tuple[Fact, ...]
    explanation: Markup
    funding: Markup
    saving: SavingView | None
    source: str


@dataclass(frozen=True, slots=True)
class SavingView:
    """An amount that a source says was saved."""

    amount: str
    explanation: Markup
    source: str


@dataclass(frozen=True, slots=True)
class ContactView:
    """Whom to ask. `telephone_url` is a tel: address without spaces."""

    known: bool
    organisation: str
    department: str
    email: str
    telephone: str
    telephone_url: str
    website: str
    confirmed: str
    explanation: Markup


@dataclass(frozen=True, slots=True)
class Section:
    """A prose section of the practice page."""

    anchor: str
    heading: str
    body: Markup


@dataclass(frozen=True, slots=True)
class ResistanceView:
    """What stood in the way; `overcome` is empty when no source says how."""

    what: Markup
    overcome: Markup


@dataclass(frozen=True, slots=True)
class ResultView:
    """A result; `figure` is "58 matches" or empty; `source` is the title, `source_anchor` its place below."""

    statement: Markup
    figure: str
    year: str
    source: str
    source_anchor: str


@dataclass(frozen=True, slots=True)
class LessonView:
    """A lesson and the advice that follows from it; the advice may be empty."""

    lesson: Markup
    advice: Markup


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source: `details` is publisher, date and kind in words; `url` may be empty."""

    anchor: str
    title: str
    details: str
    url: str
    licence: str


@dataclass(frozen=True, slots=True)
class AdoptionView:
    """A municipality that took the practice over."""

    municipality: MunicipalityView
    year: str
    status: str
    adjustment: Markup


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A neighbour: its card's facts and the reasons in words. `authored` ones were written by a person."""

    url: str
    title: str
    place: str
    evidence: str
    evidence_rank: int
    costs: str
    status: str
    stopped: bool
    reasons: tuple[str, ...]
    authored: bool


@dataclass(frozen=True, slots=True)
class PresentationView:
    """A congress that presented the practice."""

    title: str
    url: str
    when: str


@dataclass(frozen=True, slots=True)
class CardView:
    """A practice in a list."""

    id: str
    url: str
    title: str
    summary: str
    place: str
    evidence: str
    evidence_rank: int
    costs: str
    status: str
    themes: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PracticeView:
    """Everything that the practice page shows."""

    id: str
    url: str
    titel: str
    samenvatting: str
    soort: str
    status: str
    status_id: str
    gemeenten: tuple[MunicipalityView, ...]
    place: str
    eigenaar: str
    owner_website: str
    partners: tuple[str, ...]
    periode: str
    wettelijk_kader: tuple[ExternalLink, ...]
    themas: tuple[Link, ...]
    doelgroepen: tuple[Link, ...]
    trefwoorden: tuple[str, ...]
    sections_before: tuple[Section, ...]
    """Aanleiding, doel, aanpak, werkzame elementen: what comes before the resistance."""
    weerstand: tuple[ResistanceView, ...]
    resultaten: tuple[ResultView, ...]
    lessen: tuple[LessonView, ...]
    sections_after: tuple[Section, ...]
    """Randvoorwaarden, overdraagbaarheid, verantwoording: what comes after the lessons."""
    bewijs: EvidenceView
    kosten: CostsView
    contact: ContactView
    related: tuple[RelatedView, ...]
    overgenomen_door: tuple[AdoptionView, ...]
    gebaseerd_op: tuple[RelatedView, ...]
    basis_of: tuple[RelatedView, ...]
    """Practices that say they build on this one."""
    replaced_by: Link | None
    presented_at: tuple[PresentationView, ...]
    materialen: tuple[SourceView, ...]
    bronnen: tuple[SourceView, ...]
    unknown: tuple[str, ...]
    """Labels of the fields about which no source says anything."""
    added: str
    checked: str
    stale: bool
    """Unchecked for 18 months, reckoned from the newest date in the catalogue (no clock in outputs)."""
    edit_url: str
    report_url: str
    data_url: str


@dataclass(frozen=True, slots=True)
class Pagination:
    """Where a long list stands: page `number` of `total`, with the neighbours' urls or empty."""

    number: int
    total: int
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of practices: full list, theme, target group, municipality, evidence level.

    `cards` is prerendered HTML of the cards (see `generator.render.cards`).
    """

    heading: str
    introduction: str
    facts: tuple[Fact, ...]
    links: tuple[ExternalLink, ...]
    neighbours: tuple[CountedLink, ...]
    """Like-sized municipalities with practices; empty on other lists."""
    count: int
    cards: Markup
    pagination: Pagination
    feed: str


@dataclass(frozen=True, slots=True)
class OverviewView:
    """All themes, target groups, municipalities or evidence levels, with counts."""

    heading: str
    introduction: str
    groups: tuple[LinkGroup, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page. The card lists are prerendered HTML."""

    practices: int
    municipalities: int
    themes: tuple[CountedLink, ...]
    newest: Markup
    strongest: Markup
    what_failed: Markup
    examples: tuple[Link, ...]
    """Example questions that lead to the search page."""


@dataclass(frozen=True, slots=True)
class MeetingView:
    """One day of a congress. `machine_date` is ISO 8601 for `<time datetime>`."""

    date: str
    machine_date: str
    place: str
    venue: str
    status: str
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
class CongressView:
    """A congress page. `cards` is prerendered HTML of all its practices."""

    id: str
    url: str
    titel: str
    samenvatting: str
    when: str
    meetings: tuple[MeetingView, ...]
    organisatoren: tuple[str, ...]
    website: str
    programma: tuple[SessionView, ...]
    count: int
    cards: Markup
    bronnen: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class CongressesView:
    """All congresses, newest first."""

    congresses: tuple[CongressView, ...]


@dataclass(frozen=True, slots=True)
class MentionView:
    """Something that a source names: where it is told here, or only what it is."""

    name: str
    description: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class SourceUseView:
    """A source with the practices and congresses that rest on it, and what else it names."""

    source: SourceView
    used_by: tuple[Link, ...]
    mentions: tuple[MentionView, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The page of sources."""

    sources: tuple[SourceUseView, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page: where its data lies, and what serves without a script."""

    data_url: str
    themes: tuple[CountedLink, ...]
