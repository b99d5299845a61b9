"""The workflows and the files for other forges: accepted by their schemas and linters, and locked down."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml
from support.examples import PROJECT
from support.site import run
from support.workflow import WORKFLOWS, load_workflow

NAMES = sorted(path.stem for path in WORKFLOWS.glob("*.yml"))
UNTRUSTED = ("controle",)
"""Workflows in which contributed files or code run."""


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def rights(workflow: dict[str, Any]) -> list[dict[str, str]]:
    return [workflow.get("permissions", {"all": "write"}), *(job["permissions"] for job in workflow["jobs"].values())]


def test_actionlint_finds_nothing() -> None:
    done = run("actionlint", "-shellcheck=", "-pyflakes=", *(str(WORKFLOWS / f"{name}.yml") for name in NAMES))
    assert (done.returncode, done.stdout) == (0, "")


def test_zizmor_finds_nothing() -> None:
    """What it must overlook is told in the file, with the reason: only that one workflow runs after another."""
    done = run("zizmor", "--offline", "--pedantic", "--format=json", str(PROJECT / ".github"))
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    overlooked = [
        line for path in WORKFLOWS.glob("*.yml") for line in path.read_text().splitlines() if "zizmor:" in line
    ]
    assert [line.split("#")[0].strip() for line in overlooked] == ["workflow_run:"]


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        *(("github-workflows", f".github/workflows/{name}.yml") for name in NAMES),
        ("gitlab-ci", ".gitlab-ci.yml"),
        ("azure-pipelines", "azure-pipelines.yml"),
    ],
)
def test_files_have_the_form_that_their_forge_asks(schema: str, path: str) -> None:
    builtin = ("--builtin-schema", f"vendor.{schema}", "--regex-variant", "python")
    done = run("check-jsonschema", *builtin, str(PROJECT / path))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_actions_are_pinned_by_commit_and_jobs_end(name: str) -> None:
    workflow = load_workflow(name)
    for used in re.findall(r"uses: (.*)", (WORKFLOWS / f"{name}.yml").read_text("utf-8")):
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used)
    assert all(job["timeout-minutes"] <= 120 for job in workflow["jobs"].values())
    assert workflow["concurrency"]["group"]
    for step in steps(workflow):
        if str(step.get("uses", "")).startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", NAMES)
def test_no_text_of_a_stranger_becomes_part_of_a_command(name: str) -> None:
    assert not [step["run"] for step in steps(load_workflow(name)) if "${{" in step.get("run", "")]


@pytest.mark.parametrize("name", UNTRUSTED)
def test_where_contributed_files_run_there_is_nothing_to_steal(name: str) -> None:
    text = (WORKFLOWS / f"{name}.yml").read_text("utf-8")
    assert not re.search(r"secrets\.|github\.token|pull_request_target", text)
    assert all(set(right.values()) <= {"read"} for right in rights(load_workflow(name)))


@pytest.mark.parametrize("name", NAMES)
def test_a_job_that_may_write_runs_no_code_of_packages(name: str) -> None:
    """Except to remember addresses, which runs on main alone."""
    for title, job in load_workflow(name)["jobs"].items():
        writes = "write" in job["permissions"].values()
        tools = [step for step in job["steps"] if re.search(r"\.venv|make ", step.get("run", ""))]
        assert not (writes and tools) or (name, title) in (("publiceren", "adressen"), ("onderhoud", title))


def test_no_workflow_runs_with_rights_on_what_a_pull_request_brings() -> None:
    for name in NAMES:
        events = load_workflow(name)[True]  # YAML 1.1 reads `on` as true
        trusted = {"workflow_run", "issues", "issue_comment", "pull_request_target"} & set(events)
        for step in steps(load_workflow(name)) if trusted else ():
            assert "ref" not in step.get("with", {}), step


def test_the_other_forges_check_and_build_as_github_does() -> None:
    for path in (".gitlab-ci.yml", "azure-pipelines.yml"):
        text = (PROJECT / path).read_text("utf-8")
        for command in ("make venv", "praktijken check --since", "praktijken build"):
            assert command in text


def test_the_label_of_the_form_is_the_one_that_the_workflow_waits_for() -> None:
    form = yaml.safe_load((PROJECT / ".github/ISSUE_TEMPLATE/praktijk.yml").read_text("utf-8"))
    (label,) = form["labels"]
    assert load_workflow("praktijk-uit-issue")["jobs"]["lezen"]["if"].count(f"'{label}'") == 2
