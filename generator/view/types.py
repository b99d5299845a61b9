"""What a template receives: labels resolved, amounts and dates in words, prose already safe HTML.

A record's own field keeps its Dutch name; what is computed has an English one. Every `url` is relative to
the site's root ("praktijken/leertafel/"), so a template writes `{{ root }}{{ url }}`. Prose is `Markup`
made by `generator.view.markup`'s border; all other text is plain and escaped by autoescape. What every page takes is
a named tuple (see `generator.view.practice_types`), the rest a frozen dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from generator.view.markup import Html


@dataclass(frozen=True, slots=True)
class Site:
    """The site as a whole. `url` is absolute and ends in a slash, or is empty when unknown.

    `repository` is the address of the project at a forge of the kind `forge` (github, gitlab, forgejo), on `branch`;
    `mail` takes records that people mail. Each of them may be empty.
    """

    name: str
    url: str
    repository: str
    forge: str = ""
    branch: str = "main"
    mail: str = ""
    publisher: str = ""
    """URI of the organisation that publishes the site; empty when none has said so."""

    def edit_url(self, path: str) -> str:
        """Return where the forge opens a file of the project for editing; empty when the project has no address."""
        if not self.repository:
            return ""
        return f"{self.repository.rstrip('/')}/{_EDITORS.get(self.forge, 'edit')}/{self.branch}/{quote(path)}"


_EDITORS = {"gitlab": "-/edit", "forgejo": "_edit"}
"""Where a forge edits a file of a branch, when other than GitHub; the same as in `insturen/forge.js`."""


class Alternate(NamedTuple):
    """The same content in another form, for `<link rel=alternate>`."""

    url: str
    media_type: str
    title: str


PREVIEW_WIDTH, PREVIEW_HEIGHT = 1200, 630
"""Pixels of the picture that others show with a link (Open Graph)."""


SITE_PREVIEW = "assets/voorbeeld.png"
"""The picture of pages that have none of their own."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What such a picture says."""

    title: str
    place: str
    evidence: str


class Term(NamedTuple):
    """A property of a page in Dublin Core, as Dutch government pages give it (OWMS 4.0, HTML notation).

    `scheme` names the list or notation of the value; it may be empty. Either `content` or `uri` is given.
    """

    name: str
    scheme: str
    content: str = ""
    uri: str = ""


class Head(NamedTuple):
    """What the page shell needs to know of a page. `section` marks the active entry of the main menu."""

    title: str
    description: str
    url: str
    section: str
    alternates: tuple[Alternate, ...] = ()
    structured_data: Markup | None = None
    indexed: bool = True
    """Whether search engines may show it."""
    preview: str = SITE_PREVIEW
    """The picture that others show with a link."""
    preview_text: str = ""
    """What that picture says; empty for the one of the whole site."""
    terms: tuple[Term, ...] = ()
    """What Dublin Core says besides what any page does."""
    kind: str = "website"
    """The type in Open Graph."""


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
class Fact:
    """A labelled value, e.g. a row of the costs; `value` is plain text."""

    label: str
    value: str


class SourceView(NamedTuple):
    """A source: `details` is publisher, date and kind in words; `url` may be empty."""

    anchor: str
    title: str
    details: str
    url: str
    licence: str


class CardView(NamedTuple):
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
    stopped: bool
    themes: tuple[Link, ...]
    adoptions: str
    """By how many municipalities it was taken over, in words; empty when by none."""


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
    cards: Html
    pagination: Pagination
    feed: str


@dataclass(frozen=True, slots=True)
class OverviewView:
    """All themes, target groups, municipalities or evidence levels, with counts."""

    heading: str
    introduction: str
    groups: tuple[LinkGroup, ...]
    more: Link | None = None
    """Another way to look at the same lists."""


@dataclass(frozen=True, slots=True)
class FollowView:
    """What can be followed: feeds of the whole site, and lists that have a feed of their own beside their page."""

    general: tuple[Alternate, ...]
    groups: tuple[LinkGroup, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page. The card lists are prerendered HTML."""

    practices: int
    municipalities: int
    themes: tuple[CountedLink, ...]
    newest: Html
    strongest: Html
    what_failed: Html
    examples: tuple[Link, ...]
    """Example questions that lead to the search page."""


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
    """The search page: what serves without a script."""

    themes: tuple[CountedLink, ...]


@dataclass(frozen=True, slots=True)
class ConceptView:
    """A concept of the begrippenlijst. `practices` are the first of `count` that name it."""

    anchor: str
    name: str
    description: str
    other_words: tuple[str, ...]
    related: tuple[Link, ...]
    """Places on the same page, as `#anchor`."""
    theme: Link | None
    law: str
    practices: tuple[Link, ...]
    count: int
    search_url: str
    """Where the rest is found."""


@dataclass(frozen=True, slots=True)
class LetterView:
    """The concepts under one letter."""

    letter: str
    anchor: str
    concepts: tuple[ConceptView, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The begrippenlijst. `path` is its file in the repository, empty without one; `edit_url` may be empty."""

    count: int
    letters: tuple[LetterView, ...]
    path: str
    edit_url: str
