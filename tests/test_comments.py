"""The comment on a proposal, made of an archive that anybody may have packed; and who is asked to read along."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from support.examples import BASIS, PROJECT, lay_out

from generator.cli import main
from generator.commands.comment import MAX_BYTES
from generator.commands.preview import open_from_disk
from generator.comments import MOST_SHOWN

WARNING = {"code": "lijkt-op", "ernst": "waarschuwing", "pad": "practices/a/b.yml", "bericht": "lijkt op X"}
ERROR = {**WARNING, "code": "keuze", "ernst": "fout"}
PAGE = {"pad": "praktijken/b/", "soort": "nieuw"}


def comment(folder: Path, problems: Any, pages: Any = None, *options: str) -> str | None:
    """Return the comment that the command writes, or None when it refuses."""
    archive, out = folder / "melding.zip", folder / "reactie.md"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as written:
        for name, value in (("problemen.json", problems), ("paginas.json", pages)):
            if value is not None:
                written.writestr(name, value if isinstance(value, bytes) else json.dumps(value))
    code = main(["comment", str(archive), *options, "--out", str(out)])
    assert (code == 0) == out.exists()
    return out.read_text("utf-8") if out.exists() else None


def test_it_tells_problems_to_judge_and_pages_that_change(tmp_path: Path) -> None:
    download = "https://github.com/a/b/actions/runs/1/artifacts/2"
    text = comment(tmp_path, [ERROR, ERROR, WARNING], [PAGE], "--download", download)
    assert text is not None
    assert "er zijn nog 2 fouten" in text
    assert "- In practices/a/b.yml: lijkt op X" in text
    assert "- `/praktijken/b/` (nieuw)" in text
    assert f"({download})" in text


def test_pages_of_a_preview_on_the_web_are_links(tmp_path: Path) -> None:
    gone = {"pad": "praktijken/c/", "soort": "weg"}
    text = comment(tmp_path, [], [PAGE, gone], "--download", "https://x.example/zip", "--site", "https://x.example/7/")
    assert text is not None
    assert "- [`/praktijken/b/`](https://x.example/7/praktijken/b/) (nieuw)\n- `/praktijken/c/` (weg)\n" in text
    assert "zip" not in text


def test_it_stays_short(tmp_path: Path) -> None:
    text = comment(tmp_path, [WARNING] * 1000, [PAGE] * 1000)
    assert text is not None
    assert text.count(f"- en nog {1000 - MOST_SHOWN} meer") == 2


@pytest.mark.parametrize(
    ("problems", "pages"),
    [
        (None, None),
        (b"geen json", None),
        ({}, None),
        ([{**WARNING, "ernst": "ramp"}], None),
        ([{**WARNING, "bericht": "x" * 3000}], None),
        ([], [{"pad": "../../etc/", "soort": "nieuw"}]),
        ([], [{"pad": "a/` [klik](https://kwaad.example) `/", "soort": "nieuw"}]),
        ([], [{**PAGE, "soort": "<b>"}]),
        (b"[" + b" " * MAX_BYTES + b"]", None),
        (b"[" * 100_000, None),
    ],
)
def test_what_has_another_form_gets_no_comment(problems: Any, pages: Any, tmp_path: Path) -> None:
    assert comment(tmp_path, problems, pages) is None


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 geen zip", b"\x00" * (MAX_BYTES + 1)])
def test_what_is_no_archive_gets_no_comment(data: bytes, tmp_path: Path) -> None:
    archive = tmp_path / "melding.zip"
    archive.write_bytes(data)
    assert main(["comment", str(archive), "--out", str(tmp_path / "reactie.md")]) == 1
    assert not (tmp_path / "reactie.md").exists()


def test_a_broken_archive_gets_no_comment(tmp_path: Path) -> None:
    assert comment(tmp_path, [WARNING] * 50) is not None
    archive, out = tmp_path / "melding.zip", tmp_path / "ander.md"
    data = bytearray(archive.read_bytes())
    data[60:80] = bytes(20)
    archive.write_bytes(data)
    assert main(["comment", str(archive), "--out", str(out)]) == 1


def test_links_of_a_preview_open_from_disk() -> None:
    page = '<a href="../../over/#x"> <a href="b/"> <a href="https://x.nl/"> <a href="feed.xml"> <a href="zoeken/?q=a">'
    assert open_from_disk(page) == (
        '<a href="../../over/index.html#x"> <a href="b/index.html"> <a href="https://x.nl/"> <a href="feed.xml"> '
        '<a href="zoeken/index.html?q=a">'
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small catalogue that lives on GitHub."""
    lay_out(BASIS, tmp_path)
    shutil.copytree(PROJECT / ".github" / "ISSUE_TEMPLATE", tmp_path / ".github" / "ISSUE_TEMPLATE")
    return tmp_path


def test_a_municipality_can_ask_to_read_along(root: Path) -> None:
    teams = root / "schema" / "beoordelaars.yml"
    teams.write_text(
        '- map: utrecht\n  accounts: ["@utrecht/wmo"]\n- map: huizen\n  accounts: ["@huizen/a"]\n'
        '- map: huizen\n  accounts: ["@b-c", "@huizen/a"]\n',
        "utf-8",
    )
    assert main(["check", "--root", str(root)]) == 0
    assert main(["schema", "--root", str(root), "--check"]) == 1
    assert main(["schema", "--root", str(root)]) == 0
    lines = (root / ".github" / "CODEOWNERS").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        "/practices/huizen/ @huizen/a @b-c",
        "/practices/utrecht/ @utrecht/wmo",
    ]
    assert main(["schema", "--root", str(root), "--check"]) == 0


@pytest.mark.parametrize("account", ["huizen", "@a b", "@a\n/ @kwaad", "@a/b/c"])
def test_an_account_that_is_none_is_named(account: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "schema/beoordelaars.yml").write_text(f"- map: huizen\n  accounts:\n    - {json.dumps(account)}\n", "utf-8")
    assert main(["check", "--root", str(root)]) == 1
    assert "schema/beoordelaars.yml:3:7: fout[" in capsys.readouterr().out
    assert main(["schema", "--root", str(root)]) == 1
    assert not (root / ".github" / "CODEOWNERS").exists()
