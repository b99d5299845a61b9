"""The scripts of the form, run by Node on the values of records."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from typing import Any

from generator.catalogue import Catalogue
from generator.load import load
from support.site import PROJECT

RUNNER = PROJECT / "tests" / "js" / "formulier.mjs"


@cache
def catalogue() -> Catalogue:
    """Return the real catalogue."""
    return load(PROJECT)[0]


def run_form(model: Any, cases: Sequence[Any]) -> list[dict[str, Any]]:
    """Return for each case (values) what the browser writes (`yaml`) and what it says (`problems`)."""
    node = os.environ.get("NODE") or shutil.which("node")
    assert node, "Node.js 20 or newer is needed"
    question = json.dumps({"model": model, "cases": cases})
    done = subprocess.run([node, str(RUNNER)], input=question, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]
