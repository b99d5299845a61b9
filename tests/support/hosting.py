"""A web server that serves a built site with the headers that the site itself ships in `_headers`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".txt": "text/plain; charset=utf-8",
    ".jsonld": "application/ld+json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".ics": "text/calendar; charset=utf-8",
    ".pdf": "application/pdf",
}

Rules = Sequence[tuple[str, Sequence[tuple[str, str]]]]


def read_headers(folder: Path) -> Rules:
    """Read `_headers` as static hosts do: a path, and under it, indented, what its answers carry."""
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in (folder / "_headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            rules.append((line.strip(), []))
        elif line.strip() and not line.lstrip().startswith("#"):
            name, _, value = line.strip().partition(":")
            rules[-1][1].append((name.strip(), value.strip()))
    return rules


def headers_of(rules: Rules, path: str) -> dict[str, str]:
    """Return the headers of an answer at a path; all rules that fit it count."""
    found: dict[str, str] = {}
    for pattern, headers in rules:
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path):
            for name, value in headers:
                if name.startswith("! "):
                    found.pop(name[2:], None)
                else:
                    found[name] = value
    return found


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves files with the shipped headers, and the site's own page for what is missing."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    extensions_map = {"": "application/octet-stream", **MEDIA_TYPES}  # noqa: RUF012

    def __init__(self, *arguments: object, rules: Rules, **options: object) -> None:
        """Take the rules of `_headers` besides what every handler gets."""
        self._rules = rules
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        """Add the headers that the site ships for this path."""
        for name, value in headers_of(self._rules, urlsplit(self.path).path).items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with 404.html, as every host of static sites does."""
        body = (Path(self.directory) / "404.html").read_bytes() if code == 404 else b""
        self.send_response(code, message)
        self.send_header("Content-Type", MEDIA_TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


class SiteServer(ThreadingHTTPServer):
    """A server that takes it lightly when a browser leaves before the answer is complete."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Report only what is no broken connection."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a site on a free port of this machine for as long as the block runs; gives its address."""
    handler = partial(SiteHandler, directory=str(folder), rules=read_headers(folder))
    with SiteServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
