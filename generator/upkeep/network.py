"""One question to one web server, without being led into somebody's private network.

Addresses stand in records, and records are hostile: a name is looked up once, what it gives must be public,
and the connection goes to exactly that number, so that a second answer of the name server changes nothing.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult

Target = tuple[str, int]
"""The number (IP address) and port of a server."""
Resolver = Callable[[str, int], Sequence[Target]]
"""From the name and port of a server to where it may be reached, at least one. Raises UnreachableError."""

AGENT = "gouden-praktijken (kijkt of links nog werken)"
_PORTS = {"http": 80, "https": 443}
_GONE = frozenset((socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)))
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""Addresses in which a network without IPv4 wraps IPv4 ones (RFC 6052)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait and how hard to try, in seconds. `pause` is between two questions to one server."""

    timeout: float = 10.0
    total: float = 25.0
    pause: float = 1.0
    retry: float = 5.0
    tries: int = 3
    servers: int = 12
    """How many servers are asked at the same time."""
    patience: float = 1800.0
    """How long one server may take with all its addresses."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The head of what a server said; no body is ever read."""

    status: int
    location: str = ""
    retry_after: str = ""


class UnreachableError(Exception):
    """No answer. `gone` when the name does not exist, `again` when a later try may help; the words are Dutch."""

    def __init__(self, reason: str, *, gone: bool = False, again: bool = True) -> None:
        super().__init__(reason)
        self.gone = gone
        self.again = again


def ask(address: SplitResult, method: str, resolve: Resolver, limits: Limits) -> Answer:
    """Ask a server for one address and read no more than the head of its answer. Raises UnreachableError."""
    host, secure = address.hostname or "", address.scheme == "https"
    try:
        plain = _connect(resolve(host, _PORTS[address.scheme]), limits.timeout)
        with _tls(plain, host) if secure else plain as stream, _cut_off_after(limits.total, stream):
            if isinstance(stream, ssl.SSLSocket):
                stream.do_handshake()
            return _exchange(stream, address, method, limits.timeout)
    except ssl.SSLError:
        raise UnreachableError("heeft een certificaat dat niet klopt", again=False) from None
    except TimeoutError:
        raise UnreachableError("geeft niet op tijd antwoord") from None
    except http.client.InvalidURL:
        raise UnreachableError("heeft tekens die niet kunnen", again=False) from None
    except (OSError, http.client.HTTPException, ValueError):
        raise UnreachableError("geeft geen bruikbaar antwoord") from None


def resolve_publicly(host: str, port: int) -> Sequence[Target]:
    """Return the public numbers of a server. Raises UnreachableError when there is none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno in _GONE:
            raise UnreachableError("hoort bij een naam die niet bestaat", gone=True) from None
        raise UnreachableError("hoort bij een naam die nu niet te vinden is") from None
    except (UnicodeError, OSError):
        raise UnreachableError("heeft een naam die niet kan", again=False) from None
    numbers = dict.fromkeys(str(target[0]) for *_, target in found)
    public = [(number, port) for number in numbers if is_public(number)]
    if not public:
        raise UnreachableError("leidt naar een afgeschermd netwerk", again=False)
    return public


def is_public(number: str) -> bool:
    """Tell whether an IP address is one that anyone may ask: not private, loopback, link-local or wrapped such."""
    try:
        ip = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip in _TRANSLATED:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
        if ip.ipv4_mapped:
            return is_public(str(ip.ipv4_mapped))
        if ip.sixtofour or ip.teredo:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _connect(targets: Sequence[Target], timeout: float) -> socket.socket:
    """Connect to the first number that lets us: a name may have one that this network cannot reach."""
    for target in targets[:-1]:
        with suppress(OSError):
            return socket.create_connection(target, timeout)
    return socket.create_connection(targets[-1], timeout)


def _exchange(stream: socket.socket, address: SplitResult, method: str, timeout: float) -> Answer:
    kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
    connection = kind(address.hostname or "", timeout=timeout)
    connection.sock = stream
    path = (address.path or "/") + (f"?{address.query}" if address.query else "")
    with closing(connection):
        connection.request(method, path, headers={"User-Agent": AGENT, "Accept": "*/*", "Connection": "close"})
        response = connection.getresponse()
        return Answer(response.status, response.getheader("Location") or "", response.getheader("Retry-After") or "")


def _tls(plain: socket.socket, host: str) -> ssl.SSLSocket:
    return _trusted().wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)


@lru_cache(maxsize=1)
def _trusted() -> ssl.SSLContext:
    return ssl.create_default_context()


@contextmanager
def _cut_off_after(seconds: float, stream: socket.socket) -> Iterator[None]:
    """Break the connection when the whole takes too long: a timeout counts each byte anew."""

    def cut() -> None:
        with suppress(OSError):  # it was closed already
            socket.socket.shutdown(stream, socket.SHUT_RDWR)  # that of SSLSocket would pull its state from under us

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
