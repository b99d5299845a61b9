"""Measure search as a reader has it: in Chromium, over compressed HTTP, from pressing Enter to results on the screen.

Usage: python benchmarks/search_browser.py --site SITE [--limit N]     (CHROMIUM names the browser)

The questions are those of `benchmarks/search/vragen.yml`. For each: bytes until the first result on a page that was
just opened, and on a page that has been asked one other question before (warm) the time for this question the first
time, when its part of the index has yet to come, and again, when all is there.
"""

from __future__ import annotations

import argparse
import gzip
import os
import sys
from collections.abc import Sequence
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import yaml
from playwright.sync_api import Browser, sync_playwright

QUESTIONS = Path(__file__).parent / "search" / "vragen.yml"
FIRST = "wijkteam"
ASK = """(question) => new Promise((resolve) => {
  const form = document.querySelector("#zoek-formulier");
  const begin = performance.now();
  const finish = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)));
  const observer = new MutationObserver((changes) => {
    if (changes.some((change) => change.addedNodes.length)) finish(observer.disconnect());
  });
  for (const id of ["resultaten", "advies", "stand"]) {
    observer.observe(document.querySelector(`#zoek-${id}`), { childList: true });
  }
  setTimeout(() => resolve(-1), 5000);
  form.elements.q.value = question;
  form.requestSubmit();
})"""


@cache
def compressed(path: Path) -> bytes:
    """Return what a host sends of a file of text."""
    return gzip.compress(path.read_bytes(), 6)


class Handler(SimpleHTTPRequestHandler):
    """Serves a site compressed, and counts the bytes of the files that search needs."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    sent = 0

    def do_GET(self) -> None:
        """Answer with the compressed file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = compressed(path)
        if path.suffix in (".js", ".json"):
            Handler.sent += len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        if "/zoek/" in self.path and not self.path.endswith("zoek/index.json"):
            self.send_header("Cache-Control", "max-age=31536000, immutable")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


def bytes_to_first(browser: Browser, address: str, question: str) -> int:
    """Return the compressed bytes of script and index that a new reader's first question costs."""
    page = browser.new_context().new_page()
    page.goto(f"{address}zoeken/")
    Handler.sent = 0
    page.evaluate(ASK, question)
    count = Handler.sent
    page.context.close()
    return count


def times(browser: Browser, address: str, question: str) -> tuple[float, float]:
    """Return the milliseconds of a question on a warm page: with its files to fetch, and again."""
    page = browser.new_context().new_page()
    page.goto(f"{address}zoeken/")
    page.evaluate(ASK, FIRST)
    page.wait_for_timeout(150)  # The filters come after the first results.
    new = page.evaluate(ASK, question)
    page.evaluate(ASK, FIRST)
    again = page.evaluate(ASK, question)
    page.context.close()
    return new, again


def summary(values: Sequence[float]) -> str:
    """Return the middle, the 95th in a hundred and the most."""
    ordered = sorted(values)
    middle, high = ordered[len(ordered) // 2], ordered[int(0.95 * (len(ordered) - 1))]
    return f"median {middle:.0f}, 95 % {high:.0f}, most {ordered[-1]:.0f}"


def main() -> None:
    """Print bytes and times over the questions."""
    options = argparse.ArgumentParser()
    options.add_argument("--site", type=Path, required=True)
    options.add_argument("--limit", type=int, default=40)
    chosen = options.parse_args()
    rows = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    questions = [row["vraag"] for row in rows][:: max(1, len(rows) // chosen.limit)]
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(chosen.site)))
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"])
        count = [bytes_to_first(browser, address, question) for question in questions]
        measured = [times(browser, address, question) for question in questions]
        browser.close()
    server.shutdown()
    print(f"{len(questions)} questions; bytes until the first result (index, code after the page): {summary(count)}")
    print(f"milliseconds, first time on a warm page: {summary([new for new, _ in measured])}")
    print(f"milliseconds, again: {summary([again for _, again in measured])}")


if __name__ == "__main__":
    sys.exit(main())
