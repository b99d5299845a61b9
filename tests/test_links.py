"""Are links alive? Asked of real servers on this machine; only where a name leads is decided by the test."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from generator.check.links import LinkOutcome, LinkState
from generator.upkeep.crawl import crawl, is_offline
from generator.upkeep.network import Limits, UnreachableError, is_public, resolve_publicly

QUICK = Limits(timeout=0.5, total=1.0, pause=0.0, retry=0.0, tries=3)
DROPS = 40
SITE = "http://site.voorbeeld.nl"


class Server(ThreadingHTTPServer):
    """Answers by path and remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str, str]] = []
        self.busy = self.busiest = self.drops = 0
        self.lock = threading.Lock()

    def resolve(self, host: str, port: int) -> Sequence[tuple[str, int]]:
        """Lead every name here, except those that are gone or hidden."""
        if host.startswith("weg."):
            raise UnreachableError("hoort bij een naam die niet bestaat", gone=True)
        if host.startswith("kwijt."):
            raise UnreachableError("hoort bij een naam die nu niet te vinden is")
        if not host.endswith(".nl"):
            return resolve_publicly(host, port)
        return [self.server_address[:2]]  # type: ignore[list-item]

    def methods(self, path: str) -> list[str]:
        return [method for method, _, asked in self.asked if asked == path]


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def log_message(self, *_: object) -> None:
        pass

    def _answer(self) -> None:
        with self.server.lock:
            self.server.asked.append((self.command, self.headers["Host"], self.path))
            times = len(self.server.methods(self.path))
            self.server.busy += 1
            self.server.busiest = max(self.server.busiest, self.server.busy)
        try:
            with suppress(ConnectionError):  # the other side may have gone
                self._reply(times)
        finally:
            with self.server.lock:
                self.server.busy -= 1

    def _reply(self, times: int) -> None:
        path, _, target = self.path.partition("?")
        kind = path.strip("/").partition("/")[0]
        if kind == "traag":
            time.sleep(0.8)
        if kind == "druppel":
            for number in range(DROPS):
                time.sleep(0.1)
                self.server.drops += 1
                self.wfile.write(b"H" if number == 0 else b"T")
        if kind == "onzin":
            self.wfile.write(b"dit is geen HTTP\r\n\r\n")
            return
        if kind == "alleen-get" and self.command == "HEAD":
            self.send_error(404)
            return
        if kind == "hapert" and times <= 3:
            self.send_error(503)
            return
        if kind in ("naar", "even", "ver"):
            self.send_response(302 if kind == "even" else 301)
            self.send_header("Location", "/goed/" + 600 * "x" if kind == "ver" else unquote(target) or "/naar")
            self.end_headers()
            return
        self.send_response(int(kind) if kind.isdecimal() else 200)
        self.end_headers()
        self.wfile.write(b"x" * 100_000 if self.command == "GET" else b"")


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as started:
        thread = threading.Thread(target=started.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield started
        started.shutdown()
        thread.join()


def ask(server: Server, path: str, limits: Limits = QUICK) -> LinkOutcome:
    address = path if path.startswith("http") else f"{SITE}/{path}"
    return crawl([address], server.resolve, limits)[address]


def test_a_page_that_is_there_is_good_and_asked_once(server: Server) -> None:
    assert ask(server, "goed?q=1").state is LinkState.GOOD
    assert server.asked == [("HEAD", "site.voorbeeld.nl", "/goed?q=1")]


@pytest.mark.parametrize("status", ["404", "410"])
def test_only_a_server_that_says_so_on_both_ways_of_asking_makes_a_link_dead(server: Server, status: str) -> None:
    found = ask(server, status)
    assert (found.state, found.status, found.reason) == (LinkState.DEAD, int(status), f"geeft antwoord {status}")
    assert server.methods(f"/{status}") == ["HEAD", "GET"]


def test_a_server_that_knows_only_get_is_not_dead(server: Server) -> None:
    assert ask(server, "alleen-get").state is LinkState.GOOD
    assert server.methods("/alleen-get") == ["HEAD", "GET"]


@pytest.mark.parametrize("status", ["400", "401", "403", "418", "451"])
def test_a_refusal_is_unsure_and_not_asked_again(server: Server, status: str) -> None:
    assert ask(server, status).state is LinkState.UNSURE
    assert server.methods(f"/{status}") == ["HEAD", "GET"]


@pytest.mark.parametrize("status", ["429", "500", "502", "503"])
def test_trouble_is_unsure_after_three_tries(server: Server, status: str) -> None:
    assert ask(server, status).state is LinkState.UNSURE
    assert server.methods(f"/{status}") == ["HEAD", "GET"] * 3


def test_trouble_that_passes_is_forgotten(server: Server) -> None:
    assert ask(server, "hapert").state is LinkState.GOOD


@pytest.mark.parametrize("path", ["traag", "onzin"])
def test_no_answer_or_nonsense_is_unsure(server: Server, path: str) -> None:
    found = ask(server, path)
    assert (found.state, found.status) == (LinkState.UNSURE, 0)
    assert len(server.asked) == 6


def test_an_answer_that_comes_in_drops_is_cut_off(server: Server) -> None:
    found = ask(server, "druppel", Limits(timeout=0.5, total=0.4, pause=0.0, retry=0.0, tries=1))
    assert found.state is LinkState.UNSURE
    assert 0 < server.drops < DROPS


def test_a_name_that_does_not_exist_is_dead_with_all_below_it(server: Server) -> None:
    gone = [f"http://weg.voorbeeld.nl/{number}" for number in range(6)]
    found = crawl([*gone, f"{SITE}/goed"], server.resolve, QUICK)
    assert [found[address].state for address in gone] == [LinkState.DEAD] * 6


def test_a_name_that_cannot_be_found_now_is_unsure(server: Server) -> None:
    found = crawl(["http://kwijt.voorbeeld.nl/", f"{SITE}/goed"], server.resolve, QUICK)
    assert found["http://kwijt.voorbeeld.nl/"].state is LinkState.UNSURE


def test_without_a_network_nothing_is_called_dead(server: Server) -> None:
    found = crawl(["http://weg.voorbeeld.nl/", "http://weg.ander.nl/"], server.resolve, QUICK)
    assert is_offline(found)
    assert {outcome.state for outcome in found.values()} == {LinkState.UNSURE}


def test_a_page_that_moved_for_good_is_reported_with_its_new_address(server: Server) -> None:
    found = ask(server, "naar?" + quote("http://nieuw.voorbeeld.nl/naar?/goed"))
    assert (found.state, found.target) == (LinkState.MOVED, f"{SITE.replace('site', 'nieuw')}/goed")


def test_a_page_that_moved_for_now_is_good(server: Server) -> None:
    assert ask(server, "even?/goed").state is LinkState.GOOD
    assert ask(server, "naar?" + quote("/even?/goed")).state is LinkState.GOOD


def test_a_page_that_moved_to_nothing_is_dead(server: Server) -> None:
    assert ask(server, "naar?/404").state is LinkState.DEAD


def test_turning_in_circles_ends(server: Server) -> None:
    assert ask(server, "naar").state is LinkState.UNSURE
    assert len(server.asked) <= 6


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://169.254.169.254/latest",
        "http://10.0.0.1/",
        "http://0x7f.1/",
        "http://2130706433/",
        "http://localhost/",
        "http://site.voorbeeld.nl:8080/",
        "http://iemand@site.voorbeeld.nl/",
        "file:///etc/passwd",
        "ftp://site.voorbeeld.nl/",
        "javascript:alert(1)",
        "http://[",
    ],
)
def test_a_redirect_cannot_lead_into_a_private_network(server: Server, target: str) -> None:
    found = ask(server, f"naar?{quote(target)}")
    assert (found.state, found.target) == (LinkState.UNSURE, "")
    assert server.asked == [("HEAD", "site.voorbeeld.nl", f"/naar?{quote(target)}")]


def test_a_redirect_to_an_endless_address_is_not_followed(server: Server) -> None:
    found = ask(server, "ver")
    assert (found.state, found.target) == (LinkState.UNSURE, "")
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "::1", "0.0.0.0", "10.1.2.3", "192.168.1.1", "169.254.169.254", "fe80::1"]
)
def test_a_name_that_leads_to_a_private_number_is_not_asked(host: str) -> None:
    with pytest.raises(UnreachableError, match="afgeschermd netwerk"):
        resolve_publicly(host, 80)


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.215.14", True),
        ("2a00:1450:400e::1", True),
        ("64:ff9b::5db8:d70e", True),
        ("100.64.0.1", False),
        ("172.16.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("fc00::1", False),
        ("fe80::1%eth0", False),
        ("ff02::1", False),
        ("geen-nummer", False),
    ],
)
def test_only_numbers_that_anyone_may_ask_are_public(number: str, public: bool) -> None:
    assert is_public(number) is public


def test_the_number_that_was_judged_is_the_one_that_is_asked(server: Server) -> None:
    """A name server that gives another number the second time gains nothing: there is no second time."""
    looked_up = []

    def resolve(host: str, port: int) -> Sequence[tuple[str, int]]:
        looked_up.append(host)
        return server.resolve(host, port)

    assert crawl([f"{SITE}/goed"], resolve, QUICK)[f"{SITE}/goed"].state is LinkState.GOOD
    assert looked_up == ["site.voorbeeld.nl"]


def test_another_number_is_tried_when_the_first_is_closed(server: Server) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nobody = closed.getsockname()

        def resolve(host: str, port: int) -> Sequence[tuple[str, int]]:
            return [nobody, *server.resolve(host, port)]

        assert crawl([f"{SITE}/goed"], resolve, QUICK)[f"{SITE}/goed"].state is LinkState.GOOD


def test_one_server_is_asked_one_thing_at_a_time_and_others_beside_it(server: Server) -> None:
    same = [f"{SITE}/rust/{number}" for number in range(20)]
    crawl(same, server.resolve, QUICK)
    assert server.busiest == 1
    crawl([f"http://site{n}.voorbeeld.nl/traag" for n in range(4)], server.resolve, Limits(2, 2, 0, 0, 1))
    assert server.busiest > 1


def test_a_server_that_stays_silent_is_left_alone(server: Server) -> None:
    many = [f"{SITE}/onzin/{number:02}" for number in range(30)]
    found = crawl(many, server.resolve, Limits(0.5, 1, 0, 0, 1))
    assert len(server.asked) == 6
    assert {outcome.state for outcome in found.values()} == {LinkState.UNSURE}


def test_an_address_that_many_records_name_is_asked_once(server: Server) -> None:
    crawl([f"{SITE}/goed"] * 50, server.resolve, QUICK)
    assert len(server.asked) == 1


@contextmanager
def secure_server(folder: Path) -> Iterator[Server]:
    """A server with a certificate that nobody vouches for."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl to make a certificate")
    key, certificate = folder / "sleutel.pem", folder / "certificaat.pem"
    command = f"{openssl} req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=site.voorbeeld.nl".split()
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with Server() as started:
        started.handle_error = lambda *_: None  # type: ignore[method-assign]
        started.socket = context.wrap_socket(started.socket, server_side=True)
        thread = threading.Thread(target=started.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield started
        started.shutdown()
        thread.join()


def test_a_certificate_that_nobody_vouches_for_is_unsure(tmp_path: Path) -> None:
    with secure_server(tmp_path) as server:
        address = "https://site.voorbeeld.nl/goed"
        found = crawl([address], server.resolve, QUICK)[address]
    assert (found.state, found.reason) == (LinkState.UNSURE, "heeft een certificaat dat niet klopt")
    assert server.asked == []
