"""From a proposal to a page, with real git and the lines of the workflows themselves.

Once as a file on a fork's branch, once as an issue. GitHub is small here (support/gh.py); git, the checks, the
builds and the site are real.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from support.examples import PROJECT
from support.issues import FULL, SHORT, event, rendered
from support.repository import check_out_merge, clone, commit, git, make_origin, merge, propose
from support.workflow import Runner

RECORD = "practices/huizen/repaircafe-in-de-bieb.yml"
PAGE = "praktijken/repaircafe-in-de-bieb/"
REPO = "gouden/praktijken"

BAD = """\
titel: Repaircafé in de bieb
samenvatting: >-
  In de bibliotheek maken vrijwilligers elke zaterdag kapotte spullen heel, samen met wie ze brengt.
  Wie komt, leert iets en spreekt een ander.
soort: voorziening
status: loopt
gemeenten: [GM0406]
eigenaar:
  naam: gemeente Huizen
  soort: gemeente
themas: [sociale-basis]
doelgroepen: [buurtbewoners]
aanpak: Vrijwilligers zitten aan vier tafels. Wie iets brengt, schuift aan en helpt mee.
bewijs:
  niveau: praktijkverhaal
  toelichting: De bibliotheek vertelt het zelf. Niemand rekende het na.
kosten:
  bekend: nee
  toelichting: De bron noemt geen bedragen.
contact:
  telefoon: 14 035
zie_ook:
  - id: geheugenhuis
    reden: Ook daar doen vrijwilligers het werk, in hetzelfde gebouw.
bronnen:
  - titel: Een jaar repareren
    uitgever: bibliotheek Huizen
    datum: 2024-05
    soort: verslag
toegevoegd_op: 2026-11-20
"""
LINE = 6
GOOD = BAD.replace("status: loopt", "status: lopend")


@pytest.fixture
def github(tmp_path: Path) -> Path:
    """The folder of what the small GitHub knows."""
    folder = tmp_path / "github"
    (folder / "artifacts").mkdir(parents=True)
    return folder


def links(page: Path) -> list[str]:
    return re.findall(r'href="([^"]*)"', page.read_text("utf-8"))


class Proposal:
    """A pull request from a fork, and the machines that look at it."""

    def __init__(self, tmp_path: Path, github: Path) -> None:
        self.folder, self.github = tmp_path, github
        self.origin = make_origin(tmp_path)
        git(tmp_path, "clone", "--quiet", "--bare", str(self.origin), str(tmp_path / "fork.git"))
        self.fork = tmp_path / "fork.git"
        self.work = clone(self.fork, tmp_path / "collega")
        git(self.work, "switch", "--quiet", "--create", "repaircafe")
        self.runs = 0

    def push(self, text: str, path: str = RECORD) -> str:
        """Let the contributor push a record; return the commit."""
        (self.work / path).parent.mkdir(parents=True, exist_ok=True)
        (self.work / path).write_text(text, "utf-8")
        hash = commit(self.work, "Praktijk")
        git(self.work, "push", "--quiet", "origin", "repaircafe")
        propose(self.origin, self.fork, "repaircafe", self.folder / "samen")
        head = {"ref": "repaircafe", "label": "collega:repaircafe", "sha": hash}
        files = git(self.work, "diff", "--name-only", "origin/main...repaircafe").splitlines()
        pulls = [{"number": 1, "head": head, "isCrossRepository": True, "files": files}]
        (self.github / "pulls.json").write_text(json.dumps(pulls), "utf-8")
        return hash

    def controle(self) -> tuple[int, str, Path]:
        """Run the workflow without rights; return how the check ended, what it printed and where it ran."""
        self.runs += 1
        here = check_out_merge(self.origin, self.folder / f"controle-{self.runs}")
        runner = Runner(here, {}, self.github)
        code = runner.run("controle", "records", "Wat er verandert")
        printed = runner.printed
        assert runner.run("controle", "records", "Melding en voorbeeld maken") == 0, runner.printed
        for name in ("melding", "voorbeeld"):
            (self.github / "artifacts" / f"{name}.zip").unlink(missing_ok=True)
            if (here / name).is_dir():
                shutil.make_archive(str(self.github / "artifacts" / name), "zip", here / name)
        return code, printed, here

    def reactie(self, commit: str, web: bool = False) -> str:
        """Run the trusted workflow, which puts the preview on the web where that is switched on.

        Returns the number of the pull request that it found.
        """
        run = "github.event.workflow_run"
        expressions = {
            "github.repository": REPO,
            "github.token": "geheim",
            f"{run}.head_repository.owner.login": "collega",
            f"{run}.head_branch": "repaircafe",
            f"{run}.head_sha": commit,
            f"{run}.id": "555",
            "github.event.repository.default_branch": "main",
            "vars.VOORBEELD_REPO": "gouden/voorbeelden",
            "vars.VOORBEELD_ADRES": "https://voorbeelden.example",
            "secrets.VOORBEELD_TOKEN": "geheim",
        }
        here = self.folder / f"reactie-{self.runs}-{len(list(self.folder.glob('reactie-*')))}"
        runner = Runner(clone(self.origin, here), expressions, self.github)
        assert runner.run("reactie", "schrijven", "Voorstel opzoeken") == 0, runner.printed
        number = runner.outputs.get("nummer", "")
        if not number:
            return ""
        assert runner.run("reactie", "schrijven", "Melding ophalen") == 0, runner.printed
        expressions["steps.melding.outputs.adres"] = runner.outputs.pop("adres", "")
        expressions["needs.schrijven.outputs.voorbeeld"] = runner.outputs.pop("voorbeeld", "")
        expressions["steps.voorstel.outputs.nummer"] = expressions["needs.schrijven.outputs.nummer"] = number
        if expressions["steps.melding.outputs.adres"] and web:
            assert runner.run("reactie", "schrijven", "Mag het voorbeeld op het web") == 0, runner.printed
        expressions["steps.web.outputs.adres"] = runner.outputs.pop("adres", "")
        assert runner.run("reactie", "schrijven", "Reactie schrijven") == 0, runner.printed
        if expressions["steps.web.outputs.adres"]:
            for step in ("Voorbeeld ophalen", "Voorbeeld op het web zetten"):
                assert runner.run("reactie", "tonen", step) == 0, runner.printed
        assert runner.run("reactie", "plaatsen", "Reactie plaatsen of bijwerken") == 0, runner.printed
        return number

    def comments(self) -> list[str]:
        """Return what stands on the pull request."""
        path = self.github / "comments.json"
        return [comment["body"] for comment in json.loads(path.read_text("utf-8"))] if path.exists() else []


def publish(origin: Path, folder: Path, github: Path) -> Path:
    """Run the workflow that publishes main; return the site."""
    here = clone(origin, folder / "publiceren")
    expressions = {
        "steps.pages.outputs.base_url": "https://gouden.example/praktijken",
        "github.server_url": "https://github.com",
        "github.repository": REPO,
    }
    runner = Runner(here, expressions, github)
    for step in ("Records", "Site"):
        assert runner.run("publiceren", "bouwen", step) == 0, runner.printed
    return here / "site"


def test_a_bad_record_from_a_fork_is_mended_merged_and_published(tmp_path: Path, github: Path) -> None:
    proposal = Proposal(tmp_path, github)

    wrong = proposal.push(BAD)
    code, printed, here = proposal.controle()
    assert code == 1
    assert re.search(rf"^::error file={RECORD},line={LINE},col=9,title=keuze.*loopt", printed, re.MULTILINE)
    assert not (here / "voorbeeld").exists()
    assert proposal.reactie(wrong) == "1"
    assert "Nagekeken: er is nog 1 fout." in proposal.comments()[0]

    right = proposal.push(GOOD)
    code, printed, here = proposal.controle()
    assert (code, "::error" in printed) == (0, False)
    assert (here / "voorbeeld" / PAGE / "index.html").is_file()
    assert not (here / "voorbeeld/praktijken/tom-in-de-buurt/index.html").exists()
    assert "../../praktijken/geheugenhuis/index.html" in links(here / "voorbeeld" / PAGE / "index.html")
    assert proposal.reactie(wrong) == ""  # a run that was overtaken says nothing
    assert proposal.reactie(right) == "1"
    (comment,) = proposal.comments()
    assert "er zijn geen fouten" in comment
    assert f"- `/{PAGE}` (nieuw)" in comment
    assert "- `/praktijken/geheugenhuis/` (gewijzigd)" in comment
    assert "https://github.com/gouden/praktijken/actions/runs/555/artifacts/" in comment

    merge(proposal.origin, proposal.fork, "repaircafe", tmp_path / "knop")
    site = publish(proposal.origin, tmp_path, github)
    assert "/geheugenhuis/" in "".join(links(site / PAGE / "index.html"))
    assert "repaircafe-in-de-bieb/" in "".join(links(site / "praktijken/geheugenhuis/index.html"))
    assert "https://gouden.example/praktijken/" + PAGE in (site / "sitemap.xml").read_text("utf-8")


def test_a_proposal_that_looks_like_a_practice_is_asked_about(tmp_path: Path, github: Path) -> None:
    proposal = Proposal(tmp_path, github)
    copy = (PROJECT / "practices/huizen/geheugenhuis.yml").read_text("utf-8")
    commit = proposal.push(copy.replace("titel: Geheugenhuis", "titel: Huis met een geheugen"))
    code, printed, _ = proposal.controle()
    assert code == 0
    assert "title=lijkt-op" in printed
    proposal.reactie(commit)
    assert "bijna zeker dubbel met Geheugenhuis" in proposal.comments()[0]


@pytest.fixture
def previews(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The repository of previews, in which one of a proposal that was closed still stands."""
    work, bare = tmp_path / "oud", tmp_path / "web" / "gouden" / "voorbeelden"
    (work / "12").mkdir(parents=True)
    (work / "12" / "index.html").write_text("oud", "utf-8")
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(work))
    commit(work, "Begin")
    git(tmp_path, "clone", "--quiet", "--bare", str(work), str(bare))
    for name, value in (
        ("COUNT", "1"),
        ("KEY_0", f"url.file://{tmp_path}/web/.insteadOf"),
        ("VALUE_0", "https://github.com/"),
    ):
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    return bare


def test_a_preview_goes_on_the_web_only_when_nothing_but_records_changed(
    tmp_path: Path, github: Path, previews: Path
) -> None:
    proposal = Proposal(tmp_path, github)
    commit = proposal.push(GOOD)
    proposal.controle()
    proposal.reactie(commit, web=True)
    assert f"- [`/{PAGE}`](https://voorbeelden.example/1/{PAGE}) (nieuw)" in proposal.comments()[0]
    shown = git(previews, "ls-tree", "-r", "--name-only", "main").split()
    assert f"1/{PAGE}index.html" in shown
    assert not [path for path in shown if path.startswith("12/")]

    before = git(previews, "rev-parse", "main")
    commit = proposal.push("<script>alert(1)</script>", "site_overrides/kwaad.html")
    proposal.reactie(commit, web=True)
    assert "https://voorbeelden.example" not in proposal.comments()[0]
    assert git(previews, "rev-parse", "main") == before


HOSTILE = (
    "[]",
    '[{"code": "lijkt-op", "ernst": "fout", "pad": "@alles", "regel": 1, "bericht": "<img src=x> @alles https://x.nl"}]',
)


@pytest.mark.parametrize("problems", HOSTILE)
def test_what_a_fork_hands_over_cannot_speak_for_the_project(problems: str, tmp_path: Path, github: Path) -> None:
    proposal = Proposal(tmp_path, github)
    commit = proposal.push(GOOD)
    made = tmp_path / "melding"
    made.mkdir()
    (made / "problemen.json").write_text(problems, "utf-8")
    shutil.make_archive(str(github / "artifacts" / "melding"), "zip", made)
    assert proposal.reactie(commit) == "1"
    assert not re.search(r"@alles|<img|https://x", proposal.comments()[0])


class Filed:
    """An issue, and the workflow that answers it."""

    def __init__(self, tmp_path: Path, github: Path, origin: Path, number: int = 7) -> None:
        self.folder, self.github, self.origin, self.number, self.runs = tmp_path, github, origin, number, 0

    def send(self, body: str) -> str:
        """File the issue or change it; return the comment under it."""
        self.runs += 1
        event_file = self.folder / f"event-{self.number}-{self.runs}.json"
        event_file.write_text(event(body, self.number), "utf-8")
        expressions = {
            "github.token": "geheim",
            "github.repository": REPO,
            "github.event.issue.number": str(self.number),
            "github.event.repository.default_branch": "main",
        }
        machines = [self.folder / f"issue-{self.number}-{self.runs}-{part}" for part in ("lezen", "voorstellen")]
        reader, writer = (
            Runner(clone(self.origin, machine), expressions, self.github, event_file) for machine in machines
        )
        assert reader.run("praktijk-uit-issue", "lezen", "Record maken") == 0, reader.printed
        shutil.copytree(reader.folder / "uit", writer.folder / "uit")
        assert writer.run("praktijk-uit-issue", "voorstellen", "Tak bijwerken") == 0, writer.printed
        if name := writer.outputs.get("naam"):
            writer.expressions = {**expressions, "steps.tak.outputs.naam": name}
            assert writer.run("praktijk-uit-issue", "voorstellen", "Voorstel openen") == 0, writer.printed
        assert writer.run("praktijk-uit-issue", "voorstellen", "Reactie plaatsen of bijwerken") == 0, writer.printed
        comments = [one for one in self._read("comments.json") if one["on"] == str(self.number)]
        (comment,) = comments
        return str(comment["body"])

    def _read(self, name: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads((self.github / name).read_text("utf-8"))
        return found

    @property
    def branch(self) -> str:
        return f"praktijk-uit-issue-{self.number}"

    def files(self) -> list[str]:
        """Return what the branch adds to main."""
        return git(self.origin, "diff", "--name-only", f"main...{self.branch}").split()


def test_an_issue_becomes_a_page(tmp_path: Path, github: Path) -> None:
    filed = Filed(tmp_path, github, make_origin(tmp_path))

    comment = filed.send(rendered({**FULL, "Kosten: per jaar": "weinig"}))
    assert "**Kosten: per jaar**: 'weinig' is geen bedrag" in comment
    assert "praktijk-uit-issue" not in git(filed.origin, "branch")
    assert not (github / "pulls.json").exists()

    assert "staat klaar als voorstel" in filed.send(rendered(FULL))
    assert filed.files() == [RECORD]
    (pull,) = json.loads((github / "pulls.json").read_text("utf-8"))
    assert (pull["head"]["ref"], "Closes #7." in pull["body"]) == (filed.branch, True)

    before = git(filed.origin, "rev-parse", filed.branch)
    filed.send(rendered(FULL))
    assert git(filed.origin, "rev-parse", filed.branch) == before  # nothing changed, so nothing happens

    merge(filed.origin, filed.origin, filed.branch, tmp_path / "knop")
    site = publish(filed.origin, tmp_path, github)
    assert "Zonder vaste gastheer" in (site / PAGE / "index.html").read_text("utf-8")
    assert "repaircafe-in-de-bieb/" in "".join(links(site / "praktijken/geheugenhuis/index.html"))
    assert "er is al een praktijk" in filed.send(rendered(FULL))


def test_changing_an_issue_changes_its_branch_and_keeps_what_a_reviewer_added(tmp_path: Path, github: Path) -> None:
    filed = Filed(tmp_path, github, make_origin(tmp_path))
    filed.send(rendered(SHORT))
    reviewer = clone(filed.origin, tmp_path / "redacteur")
    git(reviewer, "switch", "--quiet", filed.branch)
    (reviewer / "practices/huizen/naaicafe.yml").write_text(GOOD.replace("Repaircafé", "Naaicafé"), "utf-8")
    commit(reviewer, "Een tweede praktijk van dezelfde inzender")
    git(reviewer, "push", "--quiet", "origin", filed.branch)

    filed.send(rendered({**SHORT, "Titel": "Repareren in de bieb"}))
    assert filed.files() == ["practices/huizen/naaicafe.yml", "practices/huizen/repareren-in-de-bieb.yml"]
    assert len(json.loads((github / "pulls.json").read_text("utf-8"))) == 1


def test_one_issue_does_not_touch_another(tmp_path: Path, github: Path) -> None:
    origin = make_origin(tmp_path)
    bad, good = Filed(tmp_path, github, origin, 7), Filed(tmp_path, github, origin, 8)
    assert "verbeteren" in bad.send(rendered({**SHORT, "Titel": "$(git push --force); `reboot`", "Bronnen": "'"}))
    assert "staat klaar" in good.send(rendered(SHORT))
    assert git(origin, "branch", "--format=%(refname:short)").split() == ["main", "praktijk-uit-issue-8"]
    assert good.files() == [RECORD]


@pytest.mark.parametrize(
    "path", ["../x.yml", ".github/workflows/x.yml", "practices/huizen/geheugenhuis.yml", "practices/a/b.yml; id"]
)
def test_a_path_that_no_form_can_give_is_not_written(path: str, tmp_path: Path, github: Path) -> None:
    work = clone(make_origin(tmp_path), tmp_path / "werk")
    (work / "uit").mkdir()
    (work / "uit" / "pad.txt").write_text(f"{path}\n", "utf-8")
    expressions = {
        "github.token": "geheim",
        "github.repository": REPO,
        "github.event.issue.number": "7",
        "github.event.repository.default_branch": "main",
    }
    runner = Runner(work, expressions, github)
    assert runner.run("praktijk-uit-issue", "voorstellen", "Tak bijwerken") == 1
    assert "kan niet, of bestaat al" in runner.printed
    for step in ("Zeggen dat het niet lukte", "Reactie plaatsen of bijwerken"):
        assert runner.run("praktijk-uit-issue", "voorstellen", step) == 0, runner.printed
    (comment,) = json.loads((github / "comments.json").read_text("utf-8"))
    assert "Een redacteur kijkt ernaar" in comment["body"]
