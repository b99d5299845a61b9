"""Asking every address once: many servers side by side, each server one question at a time."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from urllib.parse import urlsplit

from generator.catalogue import Catalogue
from generator.check.links import LinkOutcome, LinkState, linked_addresses
from generator.upkeep.network import Limits, Resolver, resolve_publicly
from generator.upkeep.probe import probe, without_certainty

MAX_SILENT = 3
"""After so many addresses without an answer in a row, the rest of a server is not asked: it would take hours."""

_SILENT = LinkOutcome(LinkState.UNSURE, "staat op een site die niet of te traag antwoord geeft")

Found = tuple[str, LinkOutcome]


def addresses_of(catalogue: Catalogue) -> tuple[str, ...]:
    """Return every address of the practices once, in order."""
    return tuple(sorted({a for practice in catalogue.practices.values() for _, a in linked_addresses(practice)}))


def crawl(
    addresses: Iterable[str],
    resolve: Resolver = resolve_publicly,
    limits: Limits | None = None,
    progress: Callable[[int], None] = lambda done: None,
) -> dict[str, LinkOutcome]:
    """Ask each address; returns what is known of it, in order of address. Stops at once when interrupted.

    When no server answered at all, the network is down rather than every link: then nothing is called dead.
    """
    limits, stop = limits or Limits(), threading.Event()
    by_server: dict[str, list[str]] = defaultdict(list)
    for address in sorted(set(addresses)):
        by_server[urlsplit(address).hostname or ""].append(address)
    found: dict[str, LinkOutcome] = {}
    pool = ThreadPoolExecutor(max_workers=limits.servers)
    try:
        tasks = [pool.submit(_ask_server, asked, resolve, limits, stop) for asked in by_server.values()]
        for task in as_completed(tasks):
            found.update(task.result())
            progress(len(found))
    finally:
        stop.set()
        pool.shutdown(wait=False, cancel_futures=True)
    if is_offline(found):
        found = {address: without_certainty(outcome) for address, outcome in found.items()}
    return dict(sorted(found.items()))


def is_offline(found: dict[str, LinkOutcome]) -> bool:
    """Tell whether addresses were asked and no server at all answered."""
    return bool(found) and not any(outcome.status for outcome in found.values())


def _ask_server(addresses: list[str], resolve: Resolver, limits: Limits, stop: threading.Event) -> list[Found]:
    found: list[Found] = []
    silent, until = 0, time.monotonic() + limits.patience
    for address in addresses:
        given_up = silent >= MAX_SILENT or time.monotonic() > until
        if found and not given_up:
            stop.wait(limits.pause)
        if stop.is_set():
            break
        outcome = _SILENT if given_up else probe(address, resolve, limits, stop.wait)
        if outcome.state is LinkState.DEAD and not outcome.status:  # the name is gone, and all below it with it
            return [(address, outcome) for address in addresses]
        silent = 0 if outcome.status else silent + 1
        found.append((address, outcome))
    return found
