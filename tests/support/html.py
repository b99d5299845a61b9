"""Reading the pages of a built site as a browser's parser reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

HOST = "https://site.invalid/"
"""Stands for the site's own address while links are followed."""

LINKING = ("href", "src", "action", "poster", "data", "data-praktijken")
_STYLE_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]*)["']?\s*\)|@import\s+["']([^"']+)""")
_SCRIPT_ADDRESS = re.compile(r"""\bimport(?!\.meta)\b[^"';]*["']([^"']+)["']""")


NOT_FETCHED = ("alternate", "canonical", "schema.", "DCTERMS.")
"""Beginnings of what a link can be that a browser only takes note of; the last two are Dublin Core in HTML."""


@dataclass(frozen=True)
class Document:
    """A page of the site: its path below the site's folder, and what a parser makes of it."""

    path: str
    tree: Element
    errors: tuple[str, ...]

    @property
    def url(self) -> str:
        """The address of the page, relative to the site's root."""
        return self.path.removesuffix("index.html")

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """All elements, in order."""
        return tuple(element for element in self.tree.iter() if isinstance(element.tag, str))

    def all(self, tag: str) -> list[Element]:
        """Return the elements with a tag."""
        return [element for element in self.elements if element.tag == tag]

    @cached_property
    def ids(self) -> list[str]:
        """All ids, those that occur twice included."""
        return [element.attrib["id"] for element in self.elements if "id" in element.attrib]

    @property
    def embedded(self) -> bool:
        """Tell whether the page is a card for other sites, which stands for another page."""
        return self.path.startswith("embed/")

    @property
    def redirects(self) -> bool:
        """Whether the page only leads on to another."""
        return any(meta.get("http-equiv") == "refresh" for meta in self.all("meta"))

    @property
    def hidden(self) -> bool:
        """Whether search engines are asked to leave the page out."""
        return any(meta.get("name") == "robots" and meta.get("content") == "noindex" for meta in self.all("meta"))

    @property
    def title(self) -> str:
        """The text of `<title>`."""
        return "".join(text_of(title) for title in self.all("title"))

    @property
    def description(self) -> str:
        """The content of the description."""
        return "".join(meta.get("content", "") for meta in self.all("meta") if meta.get("name") == "description")

    def links(self) -> Iterator[str]:
        """Yield every address that the page names."""
        for element in self.elements:
            yield from (element.attrib[name] for name in LINKING if name in element.attrib)
            if element.get("http-equiv") == "refresh":
                yield element.attrib["content"].partition("url=")[2]

    def resources(self) -> Iterator[str]:
        """Yield every address that a browser fetches to show the page."""
        for element in self.elements:
            if element.tag != "a":
                yield from (element.attrib[name] for name in ("src", "srcset", "poster") if name in element.attrib)
            if element.tag == "link" and not element.attrib["rel"].startswith(NOT_FETCHED):
                yield element.attrib["href"]


def text_of(element: Element) -> str:
    """Return the text of an element and all that is in it, without spare white space."""
    return " ".join("".join(element.itertext()).split())


def read_document(folder: Path, path: Path) -> Document:
    """Parse a page; what its parser complains of is kept as "line:column: code"."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(path.read_text("utf-8"))
    errors = tuple(f"{line}:{column}: {code} {detail}" for (line, column), code, detail in parser.errors)
    return Document(path.relative_to(folder).as_posix(), tree, errors)


def read_documents(folder: Path) -> dict[str, Document]:
    """Parse all pages of a site; by path."""
    documents = (read_document(folder, path) for path in sorted(folder.rglob("*.html")))
    return {document.path: document for document in documents}


def target(url: str, link: str, host: str = HOST) -> tuple[str, str] | None:
    """Say where a link on the page at `url` leads: (path of a file, fragment), or None for another site."""
    address = urljoin(host + url, link)
    if not address.startswith(host):
        return None
    parts = urlsplit(address)
    path = unquote(parts.path.lstrip("/"))
    return (path + "index.html" if path.endswith("/") or not path else path), unquote(parts.fragment)


def style_addresses(text: str) -> Iterator[str]:
    """Yield what a style sheet refers to, pictures that are in the sheet itself left out."""
    for match in _STYLE_ADDRESS.finditer(text):
        address = match[1] or match[2] or ""
        if address and not address.startswith(("data:", "#")):
            yield address


def script_addresses(text: str) -> Iterator[str]:
    """Yield the modules that a script imports."""
    yield from _SCRIPT_ADDRESS.findall(text)
