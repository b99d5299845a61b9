"""Is an address alive? Follows redirects, tries again, and calls dead only what says so itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from generator.check.links import LinkOutcome, LinkState
from generator.upkeep.network import Answer, Limits, Resolver, UnreachableError, ask

MAX_HOPS = 6
_DEAD = frozenset((404, 410))
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_FOR_EVER = frozenset((301, 308))
_AGAIN = frozenset((408, 425, 429, 500, 502, 503, 504))
_MAX_ADDRESS = 500
"""As long as an address in a record may be."""
_MAX_WAIT = 30.0
_KEPT = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class _Try:
    """The outcome of one try, and whether another may give another."""

    outcome: LinkOutcome
    again: bool = False
    wait: float = 0.0


def probe(address: str, resolve: Resolver, limits: Limits, wait: Callable[[float], bool]) -> LinkOutcome:
    """Ask an address until its answer is certain or the tries are over; `wait` says whether to stop."""
    for number in range(1, limits.tries + 1):
        tried = _try_once(address, resolve, limits)
        if not tried.again or number == limits.tries or wait(max(tried.wait, limits.retry * number)):
            break
    return tried.outcome


def _try_once(address: str, resolve: Resolver, limits: Limits) -> _Try:
    here, for_ever, status = address, True, 0
    for _ in range(MAX_HOPS):
        parts = _parts(here)
        if parts is None:
            return _Try(LinkOutcome(LinkState.UNSURE, "leidt door naar een adres dat wij niet openen", status=status))
        try:
            answer = _head_or_get(parts, resolve, limits)
        except UnreachableError as error:
            state = LinkState.DEAD if error.gone else LinkState.UNSURE
            return _Try(LinkOutcome(state, str(error), status=status), error.again)
        status = answer.status
        if status not in _REDIRECTS or not answer.location:
            return _judge(answer, here if for_ever and here != address else "")
        for_ever = for_ever and status in _FOR_EVER
        here = _next(here, answer.location)
    return _Try(LinkOutcome(LinkState.UNSURE, "leidt steeds weer door", status=status))


def _head_or_get(parts: SplitResult, resolve: Resolver, limits: Limits) -> Answer:
    """Ask for the head; when that is refused or fails, ask as a browser does: many servers know only GET."""
    try:
        answer = ask(parts, "HEAD", resolve, limits)
        if answer.status < 400:
            return answer
    except UnreachableError as error:
        if error.gone or not error.again:
            raise
    return ask(parts, "GET", resolve, limits)


def _judge(answer: Answer, moved_to: str) -> _Try:
    status, reason = answer.status, f"geeft antwoord {answer.status}"
    if 200 <= status < 300:
        if moved_to:
            return _Try(LinkOutcome(LinkState.MOVED, "is verhuisd", moved_to, status))
        return _Try(LinkOutcome(LinkState.GOOD, status=status))
    if status in _DEAD:
        return _Try(LinkOutcome(LinkState.DEAD, reason, status=status))
    wait = float(answer.retry_after) if answer.retry_after.isdecimal() and answer.retry_after.isascii() else 0.0
    return _Try(LinkOutcome(LinkState.UNSURE, reason, status=status), status in _AGAIN, min(wait, _MAX_WAIT))


def _parts(address: str) -> SplitResult | None:
    """Take an address apart; None for what is no ordinary web address."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        return None
    return parts if port in (None, 80 if parts.scheme == "http" else 443) and len(address) <= _MAX_ADDRESS else None


def _next(here: str, location: str) -> str:
    """Return where a redirect leads, in plain ASCII and without the place on the page; headers come as Latin-1."""
    try:
        return urljoin(here, quote(location.encode("latin-1"), safe=_KEPT)).partition("#")[0]
    except ValueError:
        return ""


def without_certainty(outcome: LinkOutcome) -> LinkOutcome:
    """Return an outcome that accuses nobody."""
    return replace(outcome, state=LinkState.UNSURE) if outcome.state is LinkState.DEAD else outcome
