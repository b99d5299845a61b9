"""Building the real site as a person would, and the addresses of one page of each kind."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
BUILD_VARIABLES = ("SITE_URL", "REPO_URL", "REPO_FORGE", "REPO_BRANCH", "CONTACT_MAIL", "PRAKTIJKEN_ROOT")
MISSING = "bestaat/niet/"


def run(command: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the environment in the project folder; settings of the caller's shell do not count."""
    environment = {name: value for name, value in os.environ.items() if name not in BUILD_VARIABLES}
    return subprocess.run(
        [str(BIN / command), *arguments],
        cwd=PROJECT,
        env=environment | variables,
        capture_output=True,
        text=True,
        timeout=300,
    )


def build(folder: Path, root: Path = PROJECT, **variables: str) -> Path:
    """Build a site into a folder with `praktijken build`, by default of the real records; return that folder."""
    done = run("praktijken", "build", "--root", str(root), "--out", str(folder), **variables)
    if done.returncode:
        pytest.fail(f"praktijken build failed:\n{done.stdout}{done.stderr}", pytrace=False)
    return folder


def fingerprints(folder: Path) -> Mapping[str, str]:
    """Return the path of every file below a folder, with a hash of its bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def records() -> Mapping[str, Path]:
    """Return the file of every practice by its id, in the order of the ids."""
    found = {path.stem: path for path in PROJECT.glob("practices/*/*.yml")}
    return dict(sorted(found.items()))


def sparsest() -> str:
    """Return the id of the practice of which least is known."""
    return min(records().items(), key=lambda item: (item[1].stat().st_size, item[0]))[0]


KINDS: Mapping[str, str] = {
    "home": "",
    "zoeken": "zoeken/",
    "zoekresultaat": "zoeken/?q=dementie",
    "gefilterd": "zoeken/?q=wijkteam&thema=wijkteams&bewijs=praktijkverhaal&zoals=buren&mijn=GM0484",
    "praktijken": "praktijken/",
    "praktijk": "praktijken/tom-in-de-buurt/",
    "karige-praktijk": f"praktijken/{sparsest()}/",
    "themas": "themas/",
    "thema": "themas/dementie/",
    "doelgroep": "doelgroepen/ouderen/",
    "gemeenten": "gemeenten/",
    "gemeente": "gemeenten/eindhoven/",
    "kaart": "kaart/",
    "bewijsniveau": "bewijs/praktijkverhaal/",
    "congressen": "congressen/",
    "congres": "congressen/doen-wat-werkt-in-het-sociaal-domein/",
    "handout": "congressen/samen-sturen-op-doen-wat-werkt/handout/",
    "tafelkaarten": "congressen/samen-sturen-op-doen-wat-werkt/tafelkaarten/",
    "bronnen": "bronnen/",
    "begrippen": "begrippen/",
    "vergelijking": "vergelijken/?p=maatwerkbudget&p=geheugenhuis",
    "selectie": "selectie/?p=maatwerkbudget&p=geheugenhuis&p=leertafel",
    "volgen": "volgen/",
    "over": "over/",
    "privacy": "privacy/",
    "toegankelijkheid": "toegankelijkheid/",
    "insturen": "insturen/",
    "verbeteren": "insturen/?praktijk=maatwerkbudget",
    "zelf-schrijven": "zelf-schrijven/",
    "data": "data/",
    "licentie": "licentie/",
    "404": MISSING,
}
"""One page of each kind, by name; the search page also with results."""
