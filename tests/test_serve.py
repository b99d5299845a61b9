"""`praktijken serve` while someone writes: each save is on the page, and a mistake takes nothing away."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from support.site import BIN, PROJECT
from support.upkeep import make_catalogue, record

RECORD = "practices/huizen/leertafel.yml"
PATIENCE = 120
"""Seconds until what is expected must be there; a page that waits for a build is given up sooner."""


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    return make_catalogue(tmp_path / "catalogus", {"huizen/leertafel.yml": record(title="Leertafel")})


@pytest.fixture
def served(catalogue: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a running `praktijken serve`, and the file that holds what it prints."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    printed = tmp_path / "uitvoer.txt"
    with printed.open("wb") as output:
        command = [str(BIN / "praktijken"), "serve", "--root", str(catalogue), "--adres", address]
        environment = os.environ | {"PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=output, stderr=output)
    try:
        yield f"http://{address}/", printed
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)


def wait_until(found: Callable[[], bool]) -> None:
    """Ask again until it is so; fails after a while."""
    end = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < end, "nothing came"
        time.sleep(0.1)


def read_page(origin: str) -> str:
    """Return the page of the record; empty while there is none, or when the server lets the browser wait."""
    try:
        with urlopen(f"{origin}praktijken/leertafel/", timeout=10) as answer:
            return str(answer.read().decode())
    except (URLError, OSError):
        return ""


def test_a_mistake_is_told_and_the_last_good_page_stays(served: tuple[str, Path], catalogue: Path) -> None:
    origin, printed = served
    wait_until(lambda: "<h1>Leertafel</h1>" in read_page(origin))
    path = catalogue / RECORD
    path.write_text(record(title="Leertafel").replace("status: ", "statsu: ", 1), "utf-8")
    wait_until(lambda: "onbekend-veld" in printed.read_text("utf-8"))
    wait_until(lambda: "nog die van voor deze wijziging" in printed.read_text("utf-8"))
    assert "<h1>Leertafel</h1>" in read_page(origin)
    path.write_text(record(title="Leertafel in de buurt"), "utf-8")
    wait_until(lambda: "<h1>Leertafel in de buurt</h1>" in read_page(origin))
    assert "Traceback" not in printed.read_text("utf-8")
