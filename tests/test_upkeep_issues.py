"""One issue per owner: its text, the plan for the issues that are there, and the script that carries it out."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from support.site import PROJECT, run
from support.upkeep import make_catalogue, record

from generator.check.links import LinkOutcome, LinkState, linked_addresses
from generator.check.upkeep import survey
from generator.load import load
from generator.upkeep.issues import Action, IssueText, OpenIssue, Step, issue_files, plan_issues, write_issues
from generator.upkeep.markdown import code
from generator.upkeep.reviewers import read_codeowners
from generator.view.types import Site

DAY = date(2026, 11, 22)
SITE = Site("Gouden Praktijken", "https://voorbeeld.test/", "https://code.voorbeeld.test/praktijken")
SCRIPT = PROJECT / "scripts" / "upkeep_issues.sh"
HOSTILE = "@gemeente/team #12 `x` ``y`` <img src=x> [klik](https://kwaad.test) --> www.kwaad.test | a@kwaad.test"


def texts_of(
    root: Path, records: Mapping[str, str], outcome: LinkOutcome | None = None, site: Site = SITE
) -> tuple[IssueText, ...]:
    """Return the issues of a small catalogue; `outcome` is what every address of it gave."""
    catalogue, _ = load(make_catalogue(root, dict(records)))
    addresses = [a for practice in catalogue.practices.values() for _, a in linked_addresses(practice)]
    return write_issues(catalogue, survey(catalogue, DAY, dict.fromkeys(addresses, outcome) if outcome else {}), site)


def without_code(markdown: str) -> str:
    """Return Markdown without its code spans, as CommonMark finds them: a run of ticks to the next equal run."""
    return re.sub(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", "", markdown, flags=re.DOTALL)


def test_an_owner_gets_one_issue_with_its_practices_and_links(tmp_path: Path) -> None:
    (text,) = texts_of(
        tmp_path,
        {
            "huizen/buurtkamer.yml": record(added="2025-01-01"),
            "huizen/leertafel.yml": record(title="Leertafel"),
            "movisie/in-orde.yml": record(title="In orde", owner="Movisie", confirmed="2026-11-01"),
        },
    )
    assert (text.owner, text.title) == ("huizen", "Praktijken nalopen: gemeente Huizen")
    assert text.body.count("- [ ] ") == 3
    assert "voor het laatst op 1 januari 2025" in text.body
    assert "https://voorbeeld.test/insturen/?praktijk=leertafel&bevestig=1" in text.body
    assert f"{SITE.repository}/edit/main/practices/huizen/leertafel.yml" in text.body
    assert text.body.index("Buurtkamer") < text.body.index("Leertafel")


def test_without_an_address_of_site_and_repository_there_are_no_links(tmp_path: Path) -> None:
    (text,) = texts_of(tmp_path, {"huizen/buurtkamer.yml": record()}, site=Site("Proef", "", ""))
    assert "](" not in text.body


def test_record_text_calls_nobody_and_links_nowhere(tmp_path: Path) -> None:
    records = {
        "gemeente-team-12-x-y-img-src-x-klik-https-kwaad-test-www-kwaad-test-a-kwaad-test/a.yml": record(
            title=f"'{HOSTILE[:80]}'", owner=f"'{HOSTILE}'"
        )
    }
    (text,) = texts_of(tmp_path, records, site=Site("Proef", "", ""))
    bare = without_code(text.body.removeprefix(f"<!-- praktijken-onderhoud: {text.owner} -->"))
    for sign in ("@", "#12", "<img", "kwaad", "]("):
        assert sign not in bare, sign
    assert "@" not in text.title
    assert "\n" not in text.title


@pytest.mark.parametrize("text", ["", "`", "``", "a`b", "`a``b```", "a\nb\u202ec", "x" * 1000, " ` "])
def test_nothing_ends_a_code_span(text: str) -> None:
    span = code(text)
    assert "\n" not in span
    assert "\u202e" not in span
    assert without_code(f"voor {span} na") == "voor  na"


def test_what_a_redirect_says_is_shown_and_never_linked(tmp_path: Path) -> None:
    moved = LinkOutcome(LinkState.MOVED, "is verhuisd", "https://kwaad.test/`)[x](y)<!--", 200)
    records = {"huizen/buurtkamer.yml": record(confirmed="2026-11-01", source="https://bron.voorbeeld.nl/")}
    (text,) = texts_of(tmp_path, records, moved, Site("Proef", "", ""))
    assert "kwaad.test" in text.body
    assert "kwaad.test" not in without_code(text.body)
    assert "bron.voorbeeld.nl" not in without_code(text.body)


def test_a_link_that_may_well_be_alive_is_no_reason_for_an_issue(tmp_path: Path) -> None:
    unsure = LinkOutcome(LinkState.UNSURE, "geeft antwoord 403", status=403)
    records = {"huizen/buurtkamer.yml": record(confirmed="2026-11-01", source="https://bron.voorbeeld.nl/")}
    assert texts_of(tmp_path, records, unsure) == ()


def test_thousands_of_points_fit_in_an_issue(tmp_path: Path) -> None:
    records = {f"huizen/kamer-{n:04}.yml": record(title=f"Kamer {n}", added="2020-01-01") for n in range(1000)}
    (text,) = texts_of(tmp_path, records)
    assert len(text.body) <= 60_000
    shown = text.body.count("\n### ")
    assert f"nog {1000 - shown} meer" in text.body
    assert text.body.rstrip().endswith("hieronder.")


def test_one_practice_with_many_long_addresses_fits_too(tmp_path: Path) -> None:
    material = "  - titel: Deel {0}\n    url: https://materiaal.voorbeeld.nl/{0}/{1}\n"
    more = "materialen:\n" + "".join(material.format(number, "x" * 450) for number in range(30))
    moved = LinkOutcome(LinkState.MOVED, "is verhuisd", f"https://nieuw.voorbeeld.nl/{'y' * 470}", 200)
    (text,) = texts_of(tmp_path, {"huizen/buurtkamer.yml": record(confirmed="2026-11-01", more=more)}, moved)
    assert len(text.body) <= 60_000
    assert text.body.count("- [ ] ") == 25
    assert "En nog 5 meer bij deze praktijk." in text.body


def test_the_same_records_give_the_same_text_on_another_day(tmp_path: Path) -> None:
    catalogue, _ = load(make_catalogue(tmp_path, {"huizen/buurtkamer.yml": record(added="2020-01-01")}))
    days = (DAY, date(2027, 3, 1))
    assert len({write_issues(catalogue, survey(catalogue, day), SITE) for day in days}) == 1


def test_the_accounts_of_an_owner_are_called_and_nobody_else(tmp_path: Path) -> None:
    reviewers = read_codeowners(
        "# @niemand\n* @redactie\n/practices/huizen/ @gemeente-huizen/team @iemand # @niet\n"
        "/practices/movisie/ mail@voorbeeld.nl <b>@x</b>\n/practices/huizen/oud.yml @ander\n"
    )
    assert reviewers == {"huizen": ("@gemeente-huizen/team", "@iemand"), "movisie": ()}
    catalogue, _ = load(make_catalogue(tmp_path, {"huizen/buurtkamer.yml": record()}))
    (text,) = write_issues(catalogue, survey(catalogue, DAY), SITE, reviewers)
    assert "\nVoor: @gemeente-huizen/team @iemand\n" in text.body
    assert text.body.count("@") == 2


MARK = "<!-- praktijken-onderhoud: huizen -->\n"
FILES = """\
In het bestand `a.yml`.

- [ ] Een. (regel 4)
- [ ] Twee. (regel 9)

In het bestand `b.yml`.

- [ ] Een. (regel 4)
"""
TEXT = IssueText("huizen", "Praktijken nalopen: gemeente Huizen", MARK + FILES)


def test_an_owner_without_an_issue_gets_one() -> None:
    assert plan_issues([TEXT], []) == (Step(Action.CREATE, 0, TEXT),)


def test_an_issue_that_says_the_same_is_left_alone() -> None:
    present = OpenIssue(7, TEXT.title, TEXT.body.replace("\n", "\r\n").rstrip())
    assert plan_issues([TEXT], [present]) == ()


def test_an_issue_that_says_something_else_is_changed_and_keeps_its_ticks() -> None:
    before = MARK + "In het bestand `a.yml`.\r\n\r\n- [x] Een. (regel 3)\r\n- [ ] Drie. (regel 5)\r\n"
    (step,) = plan_issues([TEXT], [OpenIssue(7, TEXT.title, before)])
    assert (step.action, step.number) == (Action.EDIT, 7)
    assert step.text is not None
    assert step.text.body == TEXT.body.replace("- [ ] Een. (regel 4)", "- [x] Een. (regel 4)", 1)


def test_the_issue_of_an_owner_that_is_done_is_closed_and_a_double_too() -> None:
    present = [
        OpenIssue(9, TEXT.title, TEXT.body),
        OpenIssue(7, TEXT.title, TEXT.body),
        OpenIssue(8, "Klaar", "<!-- praktijken-onderhoud: movisie -->\nweg"),
    ]
    assert plan_issues([TEXT], present) == (Step(Action.CLOSE, 9), Step(Action.CLOSE, 8))


@pytest.mark.parametrize("body", ["", "zomaar", f"tekst\n{MARK}", "<!-- praktijken-onderhoud: huizen --> x"])
def test_an_issue_of_somebody_else_is_left_alone(body: str) -> None:
    assert plan_issues([], [OpenIssue(3, "Vraag", body)]) == ()


def test_the_plan_is_a_line_per_step() -> None:
    files = issue_files([Step(Action.CREATE, 0, TEXT), Step(Action.CLOSE, 8)])
    assert files == {
        "plan.tsv": "nieuw\t0\t0001\nsluit\t8\t0002\n",
        "0001.titel": f"{TEXT.title}\n",
        "0001.md": TEXT.body,
    }


RECORDER = """\
#!/usr/bin/env python3
import json, os, sys
arguments = sys.argv[1:]
if "--body-file" in arguments:
    arguments[arguments.index("--body-file") + 1] = open(arguments[arguments.index("--body-file") + 1]).read()
with open(os.environ["GH_LOG"], "a") as log:
    log.write(json.dumps(arguments) + "\\n")
if arguments[:2] == ["issue", "list"]:
    print(json.dumps([{"number": 8, "title": "Oud", "body": "<!-- praktijken-onderhoud: weg -->\\n"}]))
sys.exit(1 if arguments[:2] == ["issue", os.environ.get("GH_FAILS", "")] else 0)
"""


def script(tmp_path: Path, *arguments: str, **variables: str) -> tuple[int, list[list[str]]]:
    """Run the script with a `gh` that writes down what it is asked; returns exit code and what was asked."""
    tools = tmp_path / "gereedschap"
    tools.mkdir(exist_ok=True)
    (tools / "gh").write_text(RECORDER, "utf-8")
    (tools / "gh").chmod(0o755)
    log = tmp_path / "gh.log"
    log.write_text("", "utf-8")
    settings = {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "GH_LOG": str(log), "UPKEEP_PAUSE": "0"}
    environment = os.environ | settings | variables
    done = subprocess.run(["bash", str(SCRIPT), *arguments], env=environment, capture_output=True, timeout=60)
    return done.returncode, [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def test_the_job_from_records_to_issues(tmp_path: Path) -> None:
    """As the workflow runs it: list, report, apply."""
    root = make_catalogue(
        tmp_path / "catalogus",
        {"huizen/buurtkamer.yml": record(), "oud/a.yml": record(title="Ander", owner="'@Oud $(touch x) `id`'")},
    )
    (root / "practices" / "oud").rename(root / "practices" / "oud-touch-x-id")
    (root / ".github").mkdir()
    (root / ".github" / "CODEOWNERS").write_text("/practices/huizen/ @gemeente-huizen/team\n", "utf-8")
    known, out = tmp_path / "bekend.json", tmp_path / "onderhoud"
    status, (listed,) = script(tmp_path, "list", str(known))
    assert status == 0
    assert listed[listed.index("--label") + 1] == "onderhoud"  # the mark alone could come from anybody
    told = run("praktijken", "status", "--root", str(root), "--bekend", str(known), "--issues", str(out), **URLS)
    assert told.returncode == 0, told.stderr
    code_, asked = script(tmp_path, "apply", str(out))
    assert code_ == 0
    assert asked[0][:2] == ["label", "create"]
    assert [call[:2] for call in asked[1:]] == [["issue", "create"], ["issue", "create"], ["issue", "close"]]
    first, second, closed = asked[1:]
    assert first[first.index("--title") + 1] == "Praktijken nalopen: gemeente Huizen"
    assert "https://voorbeeld.test/insturen/?praktijk=buurtkamer&bevestig=1" in first[first.index("--body-file") + 1]
    assert "Voor: @gemeente-huizen/team" in first[first.index("--body-file") + 1]
    assert second[second.index("--title") + 1] == "Praktijken nalopen: (at)Oud $(touch x) `id`"
    assert closed[2] == "8"


URLS = {"SITE_URL": "https://voorbeeld.test/", "REPO_URL": "https://code.voorbeeld.test/praktijken"}


def test_one_issue_that_fails_does_not_hold_up_the_rest(tmp_path: Path) -> None:
    out = tmp_path / "onderhoud"
    out.mkdir()
    steps = [Step(Action.CREATE, 0, TEXT), Step(Action.EDIT, 4, TEXT), Step(Action.CLOSE, 8)]
    for name, content in issue_files(steps).items():
        (out / name).write_text(content, "utf-8")
    code_, asked = script(tmp_path, "apply", str(out), GH_FAILS="create")
    assert code_ == 1
    assert [call[1] for call in asked] == ["create", "create", "edit", "close"]


def test_the_script_says_how_it_is_used(tmp_path: Path) -> None:
    assert script(tmp_path)[0] == 2
    assert script(tmp_path, "apply")[0] == 2


def test_a_file_that_is_no_list_of_issues_is_wrong_use(tmp_path: Path) -> None:
    wrong = tmp_path / "bekend.json"
    wrong.write_text('{"number": 1}', "utf-8")
    done = run("praktijken", "status", "--bekend", str(wrong), "--issues", str(tmp_path / "uit"))
    assert done.returncode == 2
    assert "geen lijst van issues" in done.stderr


def test_a_place_that_cannot_be_written_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "vol").write_text("", "utf-8")
    done = run("praktijken", "status", "--issues", str(tmp_path / "vol"))
    assert done.returncode == 2
    assert "kan niet geschreven worden" in done.stderr


def test_the_workflow_may_do_little_and_pins_what_it_uses() -> None:
    text = (PROJECT / ".github" / "workflows" / "onderhoud.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"contents": "read", "issues": "write"}
    for step in job["steps"]:
        assert "${{" not in step.get("run", "")
        if "uses" in step:
            assert re.fullmatch(r"[\w/.-]+@[0-9a-f]{40}", step["uses"])
        if "status --links" in step.get("run", ""):
            assert "GH_TOKEN" not in step["env"]


@pytest.mark.parametrize(
    ("forge", "url"),
    [
        ("github", "https://forge.test/wij/p/edit/hoofdtak/practices/huizen/leertafel.yml"),
        ("gitlab", "https://forge.test/wij/p/-/edit/hoofdtak/practices/huizen/leertafel.yml"),
        ("forgejo", "https://forge.test/wij/p/_edit/hoofdtak/practices/huizen/leertafel.yml"),
    ],
)
def test_each_forge_edits_a_file_at_an_address_of_its_own(tmp_path: Path, forge: str, url: str) -> None:
    site = replace(SITE, repository="https://forge.test/wij/p/", forge=forge, branch="hoofdtak")
    (text,) = texts_of(tmp_path, {"huizen/leertafel.yml": record(added="2025-01-01")}, site=site)
    assert f"({url})" in text.body
