"""The second stage: the theme's shell, compiled once and filled for every page.

Autoescape is on and an unknown variable is an error. The environment knows the shell and the package's own
templates, no configuration and no filesystem beyond them; record text only ever is a value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import Environment, FunctionLoader, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.render.output import OutputFile, page_path, root_of, text_file
from generator.view.markup import join_rendered
from generator.view.types import CardView, Head, Site

SHELL = "schil"
CONTENT = "{% include page_template %}"
"""What the shell holds in the place of content."""

_ROOT_MARK, _SPLIT = "\x01", "\x02"
"""Stand for the relative root in a rendered card and for texts that come later; record text can hold neither."""


class PageFiller:
    """Fills the shell: one page, or the cards that many pages share."""

    def __init__(self, shell: str, site: Site) -> None:
        """Take the shell's HTML, as the theme rendered it. Raises ValueError when it has no place for content."""
        if CONTENT not in shell:
            raise ValueError(f"the shell does not hold {CONTENT}")
        self._shell = shell
        self._site = site
        self._environments: dict[str, Environment] = {}
        self._card = self._environment(_ROOT_MARK).get_template("kaart.html")

    def page(self, template: str, head: Head, view: Any, **shared: Any) -> OutputFile:
        """Fill the shell for one page; `view` is what its template needs, `shared` what was rendered for many pages."""
        filled = self._environment(root_of(head.url)).get_template(f"{SHELL}/{template}")
        html = filled.render(page=head, view=view, site=self._site, **shared)
        return text_file(page_path(head.url), html)

    def pattern(self, template: str, url: str, /, names: Iterable[str], **values: Any) -> Pattern:
        """Render a template without the shell, for all pages as deep as `url` that differ in the named texts only."""
        marks = {name: join_rendered([f"{_SPLIT}{name}{_SPLIT}"]) for name in names}
        return Pattern(self._fragment(template, url, **marks, **values))

    def card(self, card: CardView) -> str:
        """Render a card once; its links hold a mark that `place_cards` turns into a relative root."""
        return self._card.render(card=card)

    def neighbour(self, card: CardView, url: str) -> tuple[Markup, Markup]:
        """Render what comes before and after the reasons in a card of "zie ook", for all pages as deep as `url`."""
        before, after = self._fragment("buur.html", url, card=card, split=_SPLIT).split(_SPLIT)
        return join_rendered([before]), join_rendered([after])

    def _fragment(self, template: str, url: str, /, **values: Any) -> str:
        return self._environment(root_of(url)).get_template(template).render(site=self._site, **values)

    def _environment(self, root: str) -> Environment:
        """Return the environment of all pages at one depth."""
        if root not in self._environments:
            self._environments[root] = _make_environment(self._shell, root)
        return self._environments[root]


class Pattern:
    """A page that differs from its like in a few texts only: a template takes ten times as long to say them."""

    def __init__(self, html: str) -> None:
        """Take what a template rendered, with a name between marks in the place of each text."""
        self._pieces = html.split(_SPLIT)
        self._names = self._pieces[1::2]

    def fill(self, texts: Mapping[str, str]) -> str:
        """Return the page with the texts, escaped, in their places. Raises KeyError when one lacks."""
        escaped = {name: escape(text) for name, text in texts.items()}
        filled = self._pieces.copy()
        filled[1::2] = [escaped[name] for name in self._names]
        return "".join(filled)


def _make_environment(shell: str, root: str) -> Environment:
    """Make an environment in which `root` is a constant and shell and content are one template.

    A page names its root in a hundred links, and all pages at a depth share it: put into the source before
    compiling, it costs nothing per page. So does content that stands in the shell instead of being included.
    """
    package = PackageLoader("generator", "templates")

    def load(name: str) -> str:
        frame, _, template = name.rpartition("/")
        source = package.get_source(environment, template)[0]
        return (shell.replace(CONTENT, source) if frame == SHELL else source).replace("{{ root }}", root)

    environment = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["root"] = root
    return environment


def place_cards(cards: list[str], url: str) -> Markup:
    """Join rendered cards for the page at `url`."""
    return join_rendered(cards).replace(_ROOT_MARK, root_of(url))
