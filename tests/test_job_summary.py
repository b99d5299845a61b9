"""The page for GitHub lists every problem, stays below the limit and shows what strangers typed as it is."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pyromark
import pytest
from support.examples import BASIS, lay_out

from generator.cli import main
from generator.diagnostics import Diagnostic, Place, Severity
from generator.job_summary import MAX_BYTES, summarise_job

GUIDE = "https://code.voorbeeld.test/praktijken/blob/HEAD/CONTRIBUTING.md"
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[klik](javascript:alert(1)) ![x](https://voorbeeld.test/p.png)",
    "a | b | c",
    "`code` **vet** _schuin_ ~~weg~~ $x$",
    "# kop",
    "@iemand #1 :smile: www.voorbeeld.test https://voorbeeld.test",
    "</code></pre></td></table><h1>x",
    "&lt;b&gt; &#60;i&#62; \\| \\",
    "- [ ] taak",
    "regel een\n\n| x | y |\n\r\n> citaat",
    "<!-- --> <details open>",
)


def problem(text: str, severity: Severity = Severity.ERROR, path: str = "practices/huizen/a.yml") -> Diagnostic:
    return Diagnostic("keuze", severity, Place(path, 3, 4), text, text, text)


def render(page: str) -> Element:
    """Return the page as HTML, by a Markdown parser that takes raw HTML and tables as GitHub does."""
    markdown = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH)
    parsed: Element = html5lib.parseFragment(markdown.html(page), namespaceHTMLElements=False)
    return parsed


def text_of(element: Element | None) -> str:
    return "" if element is None else " ".join(" ".join(element.itertext()).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_what_strangers_type_is_shown_as_typed(text: str) -> None:
    page = summarise_job([problem(text, path=f"practices/{text}.yml")], "1 fout, 0 waarschuwingen.", GUIDE)
    shown = render(page)
    allowed = set("div h2 h3 p table thead tbody tr th td code pre br a".split()) | {shown.tag}
    assert {element.tag for element in shown.iter()} <= allowed
    assert [link.get("href") for link in shown.iter("a")] == [f"{GUIDE}#keuze"]
    assert all(not element.attrib for element in shown.iter() if element.tag not in ("a", "th", "td"))
    cells = list(shown.iter("td"))
    typed = " ".join(text.split())
    assert [text_of(cell) for cell in cells] == ["3", f"fout: {typed}: {typed}", typed, "keuze"]
    assert text_of(shown.find("h3")) == f"practices/{typed}.yml"


def test_lines_to_paste_keep_their_indentation_and_bring_no_odd_space() -> None:
    tip = "neem over\nzie_ook:\n  - id: leertafel"
    page = summarise_job([Diagnostic("x", Severity.WARNING, Place("a.yml"), "", "bericht", tip)], "", "")
    cell = render(page).find(".//pre")
    assert cell is not None
    lines = [cell.text, *(line.tail for line in cell)]
    assert lines == tip.split("\n")
    assert "\u00a0" not in page


def test_every_problem_has_a_row_in_the_table_of_its_file() -> None:
    paths = [f"practices/huizen/p{number:03}.yml" for number in range(60)]
    page = summarise_job([problem(f"veld {path}", path=path) for path in paths for _ in range(3)], "", GUIDE)
    shown = render(page)
    assert [text_of(heading) for heading in shown.iter("h3")] == paths
    assert len(list(shown.iter("tr"))) == 60 * (1 + 3)


def test_what_does_not_fit_is_counted() -> None:
    problems = [problem("x" * 80, path=f"practices/huizen/p{number}.yml") for number in range(8000)]
    page = summarise_job(problems, "8000 fouten.", GUIDE)
    rows = sum(1 for line in page.splitlines() if line.startswith("| "))
    assert len(page.encode()) <= MAX_BYTES
    assert 500 < rows < 8000
    assert f"Nog {8000 - rows} meldingen passen hier niet." in page


def test_the_command_adds_the_page_to_that_of_other_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root, summary = tmp_path / "catalogus", tmp_path / "samenvatting.md"
    root.mkdir()
    lay_out(BASIS, root)
    for name in ("REPO_URL", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    summary.write_text("Eerder\n", "utf-8")
    assert main(["--root", str(root), "check", "--format", "github"]) == 0
    assert summary.read_text("utf-8") == "Eerder\n", "nothing to tell"
    record = root / "practices/huizen/buurtkamer.yml"
    record.write_text(record.read_text("utf-8").replace("lopend", "loopt"), "utf-8")
    assert main(["--root", str(root), "check", "--format", "text"]) == 1
    assert summary.read_text("utf-8") == "Eerder\n", "not asked for"
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://code.voorbeeld.test")
    monkeypatch.setenv("GITHUB_REPOSITORY", "gemeente/praktijken")
    capsys.readouterr()
    assert main(["--root", str(root), "check", "--format", "github"]) == 1
    link = "https://code.voorbeeld.test/gemeente/praktijken/blob/HEAD/CONTRIBUTING.md#keuze"
    assert capsys.readouterr().out.endswith(f"%0AUitleg: {link}\n")
    added = summary.read_text("utf-8")
    assert added.startswith("Eerder\n## Controle van de praktijken\n\n1 fout, 0 waarschuwingen.\n")
    assert f"[keuze]({link})" in added
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    assert main(["--root", str(root), "check", "--format", "github"]) == 1, "a report that fails changes nothing"
    assert "kan niet geschreven worden" in capsys.readouterr().err
