"""Running the steps of a workflow of GitHub as they stand in its file, with git as it is and a small GitHub.

A test names the steps; their lines, shell and environment come from the workflow, so that a test fails when the
workflow breaks. What GitHub fills in for an expression is given by the test, and an expression that it does not
give is an error.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from support.examples import PROJECT

WORKFLOWS = PROJECT / ".github" / "workflows"
_EXPRESSION = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")
_GH = Path(__file__).with_name("gh.py")
_TOOL = f'#!/bin/sh\nexec "{sys.executable}" "{_GH}" "$@"\n'


def load_workflow(name: str) -> dict[str, Any]:
    """Return a workflow by the name of its file."""
    read: dict[str, Any] = yaml.safe_load((WORKFLOWS / f"{name}.yml").read_text("utf-8"))
    return read


@dataclass
class Runner:
    """A machine of GitHub on which one job runs: a folder with the checkout, and what the steps leave behind."""

    folder: Path
    expressions: Mapping[str, str]
    github: Path
    """The folder that holds what the small GitHub knows."""
    event: Path | None = None
    outputs: dict[str, str] = field(default_factory=dict)
    printed: str = ""

    def run(self, workflow: str, job: str, step: str) -> int:
        """Run one step and return its exit code; what it printed is in `printed`, its outputs in `outputs`."""
        read = load_workflow(workflow)
        found = next(one for one in read["jobs"][job]["steps"] if one.get("name") == step)
        assert read["defaults"]["run"]["shell"] == "bash"
        environment = {**read["jobs"][job].get("env", {}), **found.get("env", {})}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", found["run"]],
            cwd=self.folder,
            env=self._environment({name: self._filled(str(value)) for name, value in environment.items()}),
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        self.printed = done.stdout + done.stderr
        self._take_outputs()
        return done.returncode

    def _filled(self, value: str) -> str:
        return _EXPRESSION.sub(lambda found: self.expressions[found[1]], value)

    def _environment(self, own: Mapping[str, str]) -> dict[str, str]:
        tools = self.github / "bin"
        tools.mkdir(exist_ok=True)
        (tools / "gh").write_text(_TOOL)
        (tools / "gh").chmod(0o755)
        kept = ("HOME", "LANG", "PRAKTIJKEN_CACHE", "TMPDIR", *(name for name in os.environ if name.startswith("GIT_")))
        return {
            **{name: os.environ[name] for name in kept if name in os.environ},
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_OUTPUT": str(self.github / "output"),
            "GITHUB_EVENT_PATH": str(self.event or ""),
            "GITHUB_SERVER_URL": "https://github.com",
            "GH_STATE": str(self.github),
            **own,
        }

    def _take_outputs(self) -> None:
        path = self.github / "output"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        self.outputs |= dict(line.split("=", 1) for line in lines)
        path.unlink(missing_ok=True)
