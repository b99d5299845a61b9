"""What the renderers make: files as values, to be written by whoever publishes them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file of the site: its path with forward slashes, relative to the site's root, and its bytes."""

    path: str
    data: bytes


def text_file(path: str, text: str) -> OutputFile:
    """Make a UTF-8 file."""
    return OutputFile(path, text.encode())


def page_path(url: str) -> str:
    """Return the file behind a directory URL: `praktijken/leertafel/` -> `praktijken/leertafel/index.html`."""
    return f"{url}index.html"


def root_of(url: str) -> str:
    """Return the relative way from a directory URL back to the site's root, as a prefix for other URLs."""
    return "../" * url.count("/")
