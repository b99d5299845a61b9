"""The second stage: the theme's shell, compiled once and filled for every page.

Autoescape is on and an unknown variable is an error. The environment knows the shell and the package's own
templates, no configuration and no filesystem beyond them; record text only ever is a value.
"""

from __future__ import annotations

from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.render.output import OutputFile, page_path, root_of, text_file
from generator.view.markup import join_rendered
from generator.view.types import CardView, Head, Site

_ROOT_MARK = "\x01"
"""Stands for the relative root in a rendered card; record text can hold no control character."""


class PageFiller:
    """Fills the shell: one page, or the cards that many pages share."""

    def __init__(self, shell: str, site: Site) -> None:
        """Compile the shell's HTML, as the theme rendered it, and the package's templates."""
        self._environment = Environment(
            loader=ChoiceLoader([DictLoader({"schil": shell}), PackageLoader("generator", "templates")]),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._shell = self._environment.get_template("schil")
        self._card = self._environment.get_template("kaart.html")
        self._site = site

    def page(self, template: str, head: Head, view: Any) -> OutputFile:
        """Fill the shell for one page; `view` is what its template needs."""
        root = root_of(head.url)
        html = self._shell.render(page_template=template, page=head, view=view, site=self._site, root=root)
        return text_file(page_path(head.url), html)

    def fragment(self, template: str, **values: Any) -> str:
        """Render a template without the shell."""
        return self._environment.get_template(template).render(site=self._site, **values)

    def card(self, card: CardView) -> str:
        """Render a card once; its links hold a mark that `place_cards` turns into a relative root."""
        return self._card.render(card=card, root=_ROOT_MARK)


def place_cards(cards: list[str], url: str) -> Markup:
    """Join rendered cards for the page at `url`."""
    return Markup(join_rendered(cards).replace(_ROOT_MARK, root_of(url)))
