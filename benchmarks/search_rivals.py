"""Other search engines on the same texts: lunr with Dutch stems, and Pagefind as it comes.

Both are fetched by npm into a temporary folder, are no part of the project, and are left out when that fails.
"""

from __future__ import annotations

import html
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

PACKAGES = ("lunr@2.3.9", "lunr-languages@1.14.0", "pagefind@1.6.0")
LUNR = Path(__file__).resolve().with_suffix(".mjs")
TEXTS = ("aanleiding", "doel", "aanpak", "werkzame_elementen", "randvoorwaarden", "overdraagbaarheid", "verantwoording")
ASK_PAGEFIND = """async (queries) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const answers = {};
  for (const [number, text] of Object.entries(queries)) {
    const { results } = await pagefind.search(text);
    const found = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    answers[number] = found.map(({ url }) => url.split("/").pop().replace(".html", ""));
  }
  return answers;
}"""

Answers = Mapping[str, Sequence[str]]


def install(folder: Path) -> bool:
    """Install the packages into a folder; False, with a word on stderr, when that does not work."""
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), *PACKAGES]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"the others are left out: {error}", file=sys.stderr)
        return False
    return True


def read_documents(site: Path) -> list[dict[str, str]]:
    """Return what is searched of each practice: its title, summary, and keywords with all prose."""
    return [_document(json.loads(path.read_text("utf-8"))) for path in sorted((site / "api/v1/praktijken").glob("*"))]


def _document(record: Mapping[str, Any]) -> dict[str, str]:
    parts = [*record.get("trefwoorden", ()), *record["themas"], *record.get("gemeentenamen", ())]
    text = " ".join([*parts, *(record.get(name) or "" for name in TEXTS)])
    return {"id": record["id"], "titel": record["titel"], "samenvatting": record["samenvatting"], "tekst": text}


def ask_lunr(folder: Path, documents: Sequence[Mapping[str, str]], queries: Mapping[str, str]) -> Answers:
    """Return the ids that lunr finds, by query."""
    for name, value in (("documents", documents), ("queries", queries)):
        (folder / f"{name}.json").write_text(json.dumps(value), "utf-8")
    paths = [str(folder), str(folder / "documents.json"), str(folder / "queries.json")]
    done = subprocess.run(["node", str(LUNR), *paths], check=True, capture_output=True, text=True)
    found: Answers = json.loads(done.stdout)
    return found


def ask_pagefind(folder: Path, documents: Sequence[Mapping[str, str]], queries: Mapping[str, str]) -> Answers:
    """Return the ids that Pagefind finds in Chromium, by query."""
    from playwright.sync_api import sync_playwright

    pages = folder / f"pagefind-{len(documents)}"
    pages.mkdir(exist_ok=True)
    for one in documents:
        title, rest = html.escape(one["titel"]), html.escape(f"{one['samenvatting']} {one['tekst']}")
        text = f'<html lang="nl"><title>{title}</title><body><h1>{title}</h1><p>{rest}</p></body></html>'
        (pages / f"{one['id']}.html").write_text(text, "utf-8")
    program = folder / "node_modules" / "pagefind" / "lib" / "runner" / "bin.cjs"
    subprocess.run(["node", str(program), "--site", str(pages)], check=True, capture_output=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(pages)))
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/{documents[0]['id']}.html")
        found: Answers = page.evaluate(ASK_PAGEFIND, dict(queries))
        browser.close()
    server.shutdown()
    return found


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def _chromium() -> str | None:
    import os
    import shutil

    return os.environ.get("CHROMIUM") or shutil.which("chromium")


RIVALS = {"lunr": ask_lunr, "Pagefind": ask_pagefind}
