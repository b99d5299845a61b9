"""The house keeps its shape: imports go one way, and one module knows MkDocs."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "generator"
STEPS = (
    "generator.diagnostics",
    "generator.phrasing",
    "generator.sheet_messages",
    "generator.address_words",
    "generator.file_messages",
    "generator.messages",
    "generator.comments",
    "generator.read",
    "generator.registers",
    "generator.analysis",
    "generator.parse",
    "generator.write",
    "generator.catalogue",
    "generator.permalinks",
    "generator.check",
    "generator.changes",
    "generator.load",
    "generator.moves",
    "generator.relate",
    "generator.view",
    "generator.issue",
    "generator.search",
    "generator.spreadsheet",
    "generator.interview",
    "generator.render",
    "generator.publish",
    "generator.reporters",
    "generator.job_summary",
    "generator.upkeep",
    "generator.plugin",
    "generator.arguments",
    "generator.commands",
    "generator.cli",
)
"""From the first step to the last: a module imports from its own step and from those before it."""

MAX_FUNCTION_LINES = 60
MAX_MODULE_LINES = 400


def modules() -> dict[str, ast.Module]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text("utf-8"))
    return found


def imports(tree: ast.Module) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def step(module: str) -> int:
    for number, name in enumerate(STEPS):
        if module == name or module.startswith(f"{name}."):
            return number
    pytest.fail(f"{module} belongs to no step: give it a place in STEPS and in ARCHITECTURE.md")


MODULES = modules()
OWN = sorted(name for name in MODULES if name != "generator")


@pytest.mark.parametrize("module", OWN)
def test_a_module_imports_only_from_its_own_step_and_earlier_ones(module: str) -> None:
    later = {name for name in imports(MODULES[module]) if name.startswith("generator.") and step(name) > step(module)}
    assert not later


def test_only_the_plugin_knows_mkdocs() -> None:
    knowing = {
        name for name in MODULES if any(i.split(".")[0] in ("mkdocs", "material") for i in imports(MODULES[name]))
    }
    assert knowing == {"generator.plugin"}


def test_only_the_border_marks_text_as_safe() -> None:
    """`Markup(` or `Html(` with an argument, or `|safe`, anywhere else would let record text through unescaped."""
    marking = set()
    for name, tree in MODULES.items():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("Markup", "Html")
                and node.args
            ):
                marking.add(name)
    assert marking == {"generator.view.markup"}
    for template in sorted(PACKAGE.rglob("*.html")):
        assert not re.search(r"\|\s*safe|autoescape\s+false", template.read_text("utf-8")), template.name


def test_pure_steps_touch_no_disk_clock_or_terminal() -> None:
    outside = {"os", "pathlib", "sys", "subprocess", "time", "tempfile", "shutil", "socket"}
    pure = (
        "generator.comments",
        "generator.read",
        "generator.parse",
        "generator.write",
        "generator.check.links",
        "generator.check.upkeep",
        "generator.check.validity",
        "generator.changes",
        "generator.relate",
        "generator.view",
        "generator.issue",
        "generator.search",
        "generator.spreadsheet",
        "generator.interview",
        "generator.render",
    )
    for name, tree in MODULES.items():
        if name.startswith(pure):
            assert not imports(tree) & outside, name


def test_functions_and_modules_stay_small() -> None:
    long = []
    for name, tree in MODULES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION_LINES:
                long.append(f"{name}.{node.name}")
        lines = max((getattr(node, "end_lineno", 0) or 0 for node in ast.walk(tree)), default=0)
        if lines > MAX_MODULE_LINES:
            long.append(name)
    assert not long
