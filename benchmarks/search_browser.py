"""Measure search as a reader has it: in Chromium, over compressed HTTP, from a key to results on the screen.

Usage: python benchmarks/search_browser.py --site SITE [--limit N]     (CHROMIUM names the browser)

The questions are those of `benchmarks/search/vragen.yml`. For each:

- bytes until the first result, on a page that was just opened;
- milliseconds on a page that has been asked one other question before (warm): after Enter for a question whose part of
  the index has yet to come, after Enter for the same question again, and after the last letter of one that is typed.

A time runs from the browser's time stamp of the key to the moment at which the heading of the first result is presented
on the screen, as the browser reports it itself (Element Timing). So it includes what any key costs: waiting for the
next picture, and painting in software where there is no graphics card. The browser rounds such moments to four
milliseconds. Beside it: the CPU that a question asked again costs the page's main thread, filters included.
"""

from __future__ import annotations

import argparse
import gzip
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import yaml
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

QUESTIONS = Path(__file__).parent / "search" / "vragen.yml"
FIRST = "wijkteam"
REST = 600
"""Milliseconds in which all that follows the first results is done."""
WATCH = """() => {
  const [results, status] = ["resultaten", "stand"].map((id) => document.querySelector(`#zoek-${id}`));
  new MutationObserver(() => {
    if (!status.textContent.includes(`“${window.question}”`)) return;
    results.querySelector("h3")?.setAttribute("elementtiming", window.question);
  }).observe(results, { childList: true });
  new PerformanceObserver((list) => {
    const entry = list.getEntries().find(({ identifier }) => identifier === window.question);
    if (entry) window.shown ??= entry.renderTime - window.begin;
  }).observe({ type: "element" });
  addEventListener("keydown", ({ timeStamp }) => {
    window.begin = timeStamp;
    window.shown = undefined;
  }, true);
}"""
SET = """(question) => {
  const box = document.querySelector("#zoek-q");
  box.focus();
  box.value = window.question = question;
}"""
AFTER = "facetten.json"
"""What is fetched first when the first results of a question are painted."""
PARTS = {"ScriptDuration": "script", "RecalcStyleDuration": "style", "LayoutDuration": "layout", "TaskDuration": "all"}


@cache
def compressed(path: Path) -> bytes:
    """Return what a host sends of a file of text."""
    return gzip.compress(path.read_bytes(), 6)


class Handler(SimpleHTTPRequestHandler):
    """Serves a site compressed, and counts the bytes of the files that first results need."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    sent = 0
    answered = False

    def do_GET(self) -> None:
        """Answer with the compressed file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = compressed(path)
        Handler.answered |= path.name == AFTER
        if path.suffix in (".js", ".json") and not Handler.answered:
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


@contextmanager
def open_page(browser: Browser, address: str) -> Iterator[Page]:
    """Give the search page as someone has it who was never there before."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}zoeken/")
    page.evaluate(WATCH)
    yield page
    context.close()


def send(page: Page, question: str) -> float | None:
    """Press Enter with a question in the box; return the milliseconds until results, or None when there are none."""
    page.evaluate(SET, question)
    page.wait_for_timeout(REST)
    page.keyboard.press("Enter")
    return wait(page)


def type_in(page: Page, question: str) -> float | None:
    """Type a question; return the milliseconds from its last letter until its results, or None when there are none."""
    page.evaluate(SET, "")
    page.evaluate("(question) => (window.question = question)", question)
    page.keyboard.type(question, delay=100)
    return wait(page)


def wait(page: Page) -> float | None:
    """Return what the page measured."""
    for _ in range(8):
        page.wait_for_timeout(REST)
        shown = page.evaluate("window.shown")
        if shown is not None:
            return float(shown)
    return None


def bytes_to_first(browser: Browser, address: str, question: str) -> int:
    """Return the compressed bytes of script and index that a new reader's first question costs."""
    with open_page(browser, address) as page:
        Handler.sent, Handler.answered = 0, False
        send(page, question)
        return Handler.sent


def times(browser: Browser, address: str, question: str) -> tuple[list[float | None], list[float]]:
    """Return the milliseconds of a question new, again and typed, and the CPU of it again by the names in PARTS."""
    with open_page(browser, address) as page:
        send(page, FIRST)
        new = send(page, question)
        send(page, FIRST)
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        before = spent(session)
        again = send(page, question)
        cpu = [after - first for after, first in zip(spent(session), before, strict=True)]
    with open_page(browser, address) as page:
        send(page, FIRST)
        typed = type_in(page, question)
    return [new, again, typed], cpu


def spent(session: CDPSession) -> list[float]:
    """Return the milliseconds of CPU that the main thread has spent so far, by the names in PARTS."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    found = {metric["name"]: metric["value"] * 1000 for metric in metrics}
    return [found[name] for name in PARTS]


def summary(values: Sequence[float]) -> str:
    """Return the middle, the 95th in a hundred and the most."""
    ordered = sorted(values)
    middle, high = ordered[len(ordered) // 2], ordered[int(0.95 * (len(ordered) - 1))]
    return f"median {middle:.0f}, 95 % {high:.0f}, most {ordered[-1]:.0f}"


def report(count: Sequence[int], measured: Sequence[tuple[list[float | None], list[float]]]) -> None:
    """Print what was measured of all questions."""
    print(f"{len(count)} questions; bytes until the first result (index, code after the page): {summary(count)}")
    for at, name in enumerate(("first time on a warm page", "again", "last letter typed")):
        shown = [value for times, _ in measured if (value := times[at]) is not None]
        print(f"milliseconds, {name}: {summary(shown)} ({len(shown)} with results)")
    for at, part in enumerate(PARTS.values()):
        print(f"main thread CPU milliseconds again, {part}: {summary([cpu[at] for _, cpu in measured])}")
    print(f"load: {os.getloadavg()[0]:.1f}")


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
    report(count, measured)


if __name__ == "__main__":
    sys.exit(main())
