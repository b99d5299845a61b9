"""What the template of the practice page receives; see `generator.view.types` for what views have in common.

These are named tuples, because a page takes fifty of them and a frozen dataclass is slow to make: it sets each field
through a function.
"""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from generator.view.lineage import LineageView
from generator.view.types import CardView, ExternalLink, Fact, Link, MunicipalityView, SourceView


class EvidenceView(NamedTuple):
    """Two tracks that are never mixed: what the sources show, and what a databank granted."""

    level: str
    label: str
    rank: int
    url: str
    judged_by: str
    explanation: Markup
    recognitions: tuple[RecognitionView, ...]
    """Those that are valid come first."""


class RecognitionView(NamedTuple):
    """A grant by a national databank, with the day after which it is no longer valid."""

    label: str
    databank: str
    purpose: str
    date: str
    valid_until: str
    expired: bool
    """Reckoned from the newest date in the catalogue (no clock in outputs)."""
    url: str


class CostsView(NamedTuple):
    """`summary` fits one line ("€ 309.586 per jaar"); `known` is false when no source gives amounts."""

    known: bool
    summary: str
    facts: tuple[Fact, ...]
    explanation: Markup
    funding: Markup
    saving: SavingView | None
    source: str
    source_anchor: str


class SavingView(NamedTuple):
    """An amount that a source says was saved."""

    amount: str
    explanation: Markup
    source: str
    source_anchor: str


class ContactView(NamedTuple):
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


class Section(NamedTuple):
    """A prose section of the practice page."""

    anchor: str
    heading: str
    body: Markup


class ResistanceView(NamedTuple):
    """What stood in the way; `overcome` is empty when no source says how."""

    what: Markup
    overcome: Markup


class ResultView(NamedTuple):
    """A result; `figure` is "58 matches" or empty; `source` is the title, `source_anchor` its place below."""

    statement: Markup
    figure: str
    year: str
    source: str
    source_anchor: str


class LessonView(NamedTuple):
    """A lesson and the advice that follows from it; the advice may be empty."""

    lesson: Markup
    advice: Markup


class AdoptionView(NamedTuple):
    """A municipality that took the practice over."""

    municipality: MunicipalityView
    year: str
    status: str
    adjustment: Markup


class RelatedView(NamedTuple):
    """A neighbour: its card and the reasons in words. `authored` ones were written by a person.

    `marks` say in a few words why this neighbour stands out; most have none.
    """

    card: CardView
    reasons: tuple[str, ...]
    authored: bool
    marks: tuple[str, ...] = ()


class PresentationView(NamedTuple):
    """A congress with the practice on its programme; `held` is whether it went on, as far as is known."""

    title: str
    url: str
    when: str
    held: bool


class UpkeepView(NamedTuple):
    """What has to be looked at again, in sentences, reckoned from the newest date in the catalogue (no clock).

    `aged` tells that something was in order and is no longer, which a reader must know before reading on.
    """

    points: tuple[str, ...]
    aged: bool


class PracticeView(NamedTuple):
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
    pointers: tuple[RelatedView, ...]
    """Neighbours with stronger evidence or in a municipality of the same size that are not in `related`."""
    overgenomen_door: tuple[AdoptionView, ...]
    gebaseerd_op: tuple[RelatedView, ...]
    basis_of: tuple[RelatedView, ...]
    """Practices that say they build on this one."""
    lineage: LineageView | None
    """The three above as a drawing; None when all are empty."""
    replaced_by: Link | None
    presented_at: tuple[PresentationView, ...]
    materialen: tuple[SourceView, ...]
    bronnen: tuple[SourceView, ...]
    unknown: tuple[str, ...]
    """Labels of the fields about which no source says anything."""
    added: str
    checked: str
    upkeep: UpkeepView
    form_url: str
    report_url: str
    data_url: str
    short_url: str
    """The whole address that is printed; empty when the site's own is not known."""
