"""The second stage: the theme's shell, compiled once and filled for every page.

Autoescape is on and an unknown variable is an error. The environment knows the shell and the package's own
templates, no configuration and no filesystem beyond them; record text only ever is a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import Environment, FunctionLoader, PackageLoader, StrictUndefined, Template, UndefinedError, nodes
from jinja2.compiler import CodeGenerator, Frame

from generator.render.output import OutputFile, page_path, root_of
from generator.view.markup import Html, encode_value, join_rendered
from generator.view.types import CardView, Head, Site

CONTENT = "{% include page_template %}"
"""What the shell holds in the place of content."""

_BEFORE, _AFTER = "schil/voor", "schil/na"
_INCLUDE = re.compile(r'\{% include "([^"]+)" %\}')
_ROOT_MARK = "\x01"
_SPLIT = b"\x02"
"""Stand for the relative root and for texts that come later; neither templates nor record text can hold them."""


class PageFiller:
    """Fills the shell: one page, or the cards that many pages share."""

    def __init__(self, shell: str, site: Site) -> None:
        """Take the shell's HTML, as the theme rendered it. Raises ValueError when it has no place for content."""
        before, found, after = shell.partition(CONTENT)
        if not found:
            raise ValueError(f"the shell does not hold {CONTENT}")
        self._site = site
        self._environment, self._load = _make_environment({_BEFORE: before.rstrip(), _AFTER: after})
        self._python: dict[str, str] = {}
        self._templates: dict[tuple[str, str], Template] = {}

    def page(self, template: str, head: Head, view: Any, **shared: Any) -> OutputFile:
        """Fill the shell for one page; `view` is what its template needs, `shared` what was rendered for many pages."""
        values = {"page": head, "view": view, "site": self._site, **shared}
        pieces = self._fill(root_of(head.url), (_BEFORE, template, _AFTER), values)
        return OutputFile(page_path(head.url), b"".join(pieces))

    def pattern(self, template: str, url: str, /, names: Iterable[str], **values: Any) -> Pattern:
        """Render a template without the shell, for all pages as deep as `url` that differ in the named texts only."""
        marks = {name: join_rendered([_SPLIT, name.encode(), _SPLIT]) for name in names}
        return Pattern(self._fragment(template, url, {**marks, **values}))

    def card(self, card: CardView) -> Html:
        """Render a card once; its links hold a mark that `place_cards` turns into a relative root."""
        return join_rendered(self._fill(_ROOT_MARK, ("kaart.html",), {"card": card}))

    def neighbour(self, card: CardView, url: str) -> tuple[Html, Html]:
        """Render what comes before and after the reasons in a card of "zie ook", for all pages as deep as `url`."""
        before, after = self._fragment("buur.html", url, {"card": card, "split": join_rendered([_SPLIT])}).split(_SPLIT)
        return join_rendered([before]), join_rendered([after])

    def _fragment(self, template: str, url: str, values: Mapping[str, Any]) -> Html:
        return join_rendered(self._fill(root_of(url), (template,), {"site": self._site, **values}))

    def _fill(self, root: str, names: tuple[str, ...], values: dict[str, Any]) -> list[bytes]:
        """Render templates after each other, in pieces, for a page at some depth.

        Raises UndefinedError for a name nobody gave.
        """
        templates = [self._templates.get((root, name)) or self._compile(root, name) for name in names]
        context = templates[0].new_context(values | {"root": root}, shared=True)
        pieces: list[bytes] = []
        try:
            for template in templates:
                found: Any
                for found in template.root_render_func(context):
                    pieces += found
        except AttributeError as error:
            raise UndefinedError(f"{names}: {error}") from error
        return pieces

    def _compile(self, root: str, name: str) -> Template:
        """Return a template for all pages at one depth, and keep it.

        A page names its root in a hundred links: as a constant in the template's Python it costs nothing per page.
        Depths differ in nothing else, so that Python is made once.
        """
        if name not in self._python:
            source = self._load(name).replace("{{ root }}", _ROOT_MARK)
            self._python[name] = self._environment.compile(source, name, raw=True)
        python = self._python[name].replace(repr(_ROOT_MARK)[1:-1], repr(root)[1:-1])
        template = Template.from_code(self._environment, compile(python, name, "exec"), {})
        self._templates[root, name] = template
        return template


class Pattern:
    """A page that differs from its like in a few texts only: a template takes ten times as long to say them."""

    def __init__(self, html: Html) -> None:
        """Take what a template rendered, with a name between marks in the place of each text."""
        self._pieces = html.split(_SPLIT)
        self._names = [name.decode() for name in self._pieces[1::2]]

    def fill(self, texts: Mapping[str, str]) -> bytes:
        """Return the page with the texts, escaped, in their places. Raises KeyError when one lacks."""
        escaped = {name: encode_value(text) for name, text in texts.items()}
        filled = self._pieces.copy()
        filled[1::2] = [escaped[name] for name in self._names]
        return b"".join(filled)


class _Compiler(CodeGenerator):
    """Makes the Python of a template: attributes without a search for items, and output in bytes, a list of pieces.

    A page has hundreds of each, and every value that a template gets is an object with attributes. Jinja would make a
    Markup of each value and yield each piece; here a whole stretch of them goes into the list at once.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - the name is Jinja's
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def enter_frame(self, frame: Frame) -> None:
        super().enter_frame(frame)
        if frame.toplevel:
            self.writeline("escape = environment.escape")
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        if frame.toplevel:
            self.writeline(f"yield {frame.buffer}")
        super().leave_frame(frame, with_python_scope)

    def _output_const_repr(self, group: Iterable[Any]) -> str:
        return repr("".join(group).encode())


class _Environment(Environment):
    code_generator_class = _Compiler
    escape = staticmethod(encode_value)

    @staticmethod
    def concat(pieces: Iterable[Any]) -> str:
        """Join what a macro put out, which is bytes here; Jinja's own type says text."""
        return b"".join(pieces).decode()


def _make_environment(shell: dict[str, str]) -> tuple[Environment, Callable[[str], str]]:
    """Make an environment, and what gives it the source of a template by name.

    Included templates stand in the one that names them, which saves a call for each time that they are shown.
    """
    package = PackageLoader("generator", "templates")

    def load(name: str) -> str:
        source = shell[name] if name in shell else package.get_source(environment, name)[0]
        return _INCLUDE.sub(lambda found: load(found[1]), source)

    environment = _Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment, load


def place_cards(cards: Iterable[Html], url: str) -> Html:
    """Join rendered cards for the page at `url`."""
    return join_rendered([b"".join(cards).replace(_ROOT_MARK.encode(), root_of(url).encode())])
