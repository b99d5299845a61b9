"""`praktijken new` asks for a practice and writes a record that is in order: in a terminal, and line by line."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.examples import BASIS, lay_out
from support.site import BIN

from generator.cli import main
from generator.interview.questions import Question, ask, never_asked, next_question
from generator.spreadsheet.layout import plan_sheets

READY = "\x1b[?2004h"
"""What a terminal is told when it may be typed in: from now on, say when something is pasted."""

SUMMARY = "In het naaiatelier herstellen buurtgenoten kleding voor elkaar. Wie wil leren naaien, krijgt les."
STORY: dict[str, str] = {
    "titel": "Naaiatelier",
    "samenvatting": SUMMARY,
    "eigenaar.naam": "gemeente Huizen",
    "eigenaar.soort": "1",
    "gemeenten": "Huizn",
    "soort": "voorziening",
    "status": "gestopt",
    "themas": "Sociale basis; eenzaamheid",
    "doelgroepen": "Buurtbewoners",
    "aanpak": "Vrijwilligers zetten elke donderdag de machines klaar. Kapotte kleding gaat heel mee.",
    "periode.van": "onbekend",
    "bronnen.0.titel": "Naald en draad",
    "bronnen.0.uitgever": "gemeente Huizen",
    "bronnen.0.datum": "mei 2024",
    "bronnen.0.soort": "verslag",
    "bewijs.niveau": "2",
    "bewijs.toelichting": "De gemeente telde zelf. Niemand rekende het na.",
    "resultaten.0.?": "ja",
    "resultaten.0.uitspraak": "Er deden dertig mensen mee.",
    "resultaten.0.waarde": "30",
    "resultaten.0.eenheid": "mensen",
    "resultaten.0.bron": "1",
    "lessen.0.les": "Zonder vaste plek komt niemand terug.",
    "kosten.bekend": "ja",
    "kosten.jaarlijks": "10000 tot 20000",
    "kosten.prijspeil": "2024",
    "kosten.zekerheid": "2",
    "kosten.bron": "Naald en draad",
    "contact.bekend": "nee",
    "contact.toelichting": "De bronnen noemen geen adres.",
}
"""What someone answers, by the place of the question; all others are passed over, or answered with no."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay_out(BASIS, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def script() -> list[tuple[Question, str]]:
    """Return the questions that the story leads to, with its answers."""
    asked, answers = [], {}
    while question := next_question(answers):
        default = "nee" if question.is_more else ""
        typed = STORY.get(".".join(map(str, question.loc)), default)
        answers[question.loc] = {"1": "gemeente", "2": "x"}.get(typed, typed)
        asked.append((question, typed))
    return asked


def run_lines(*lines: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [BIN / "praktijken", "new"], input="\n".join(lines), capture_output=True, text=True, timeout=120
    )


def written(root: Path) -> list[str]:
    return sorted(path.name for path in root.glob("practices/*/*"))


class Terminal:
    """`praktijken new` in a real pseudo-terminal."""

    def __init__(self) -> None:
        environment = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "COLUMNS": "200", "LINES": "50"}
        self.screen, slave = pty.openpty()
        self.process = subprocess.Popen(
            [BIN / "praktijken", "new"],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
        )
        os.close(slave)
        self.seen = ""

    def wait_for(self, text: str, seconds: float = 30) -> str:
        """Read until a text appears; returns what was read, and forgets it."""
        end = time.monotonic() + seconds
        while text not in self.seen:
            if not select.select([self.screen], [], [], max(0, end - time.monotonic()))[0]:
                pytest.fail(f"{text!r} did not appear after:\n{self.seen[-3000:]}")
            try:
                self.seen += os.read(self.screen, 65536).decode("utf-8", "replace")
            except OSError:
                pytest.fail(f"the command ended before {text!r}:\n{self.seen[-3000:]}")
        before, _, self.seen = self.seen.partition(text)
        return before + text

    def type(self, keys: str) -> None:
        os.write(self.screen, keys.encode())

    def rest(self) -> str:
        """Read what is left until the command ends."""
        try:
            while chunk := os.read(self.screen, 65536):
                self.seen += chunk.decode("utf-8", "replace")
        except OSError:
            pass
        self.process.wait(30)
        return self.seen


@pytest.fixture
def terminal(root: Path) -> Iterator[Terminal]:
    opened = Terminal()
    yield opened
    if opened.process.poll() is None:
        os.killpg(opened.process.pid, signal.SIGKILL)
        opened.process.wait()
    os.close(opened.screen)


def heading(question: Question) -> str:
    return question.column.title + (" (ja of nee)" if question.is_more else " (")


def test_a_practice_is_told_in_a_terminal_from_start_to_finish(terminal: Terminal, root: Path) -> None:
    for question, typed in script():
        shown = terminal.wait_for(heading(question))
        assert "fout[" not in shown
        terminal.wait_for(READY)
        terminal.type(f"{typed}\r")
    terminal.wait_for("Dit bestand schrijven: practices/huizen/naaiatelier.yml?")
    terminal.wait_for(READY)
    terminal.type("ja\r")
    assert "Geschreven: practices/huizen/naaiatelier.yml" in terminal.rest()
    assert terminal.process.returncode == 0
    text = (root / "practices/huizen/naaiatelier.yml").read_text("utf-8")
    assert "# Bewijs: " in text
    assert "    van: 10000\n" in text
    assert "  - GM0406\n" in text
    assert main(["check"]) == 0


def test_a_closed_list_is_completed(terminal: Terminal) -> None:
    for question, typed in script():
        terminal.wait_for(heading(question))
        terminal.wait_for(READY)
        if question.loc == ("gemeenten",):
            break
        terminal.type(f"{typed}\r")
    terminal.type("oegstg")
    terminal.wait_for("eest")  # what was typed is set apart from what was not
    terminal.type("\t")
    terminal.type("\r")
    terminal.wait_for("Soort (")
    terminal.type("<\r")
    terminal.wait_for("Gemeenten (")


def test_stopping_writes_nothing_and_gives_back_what_was_typed(terminal: Terminal, root: Path) -> None:
    before = written(root)
    terminal.wait_for(READY)
    terminal.type("Naaiatelier\r")
    terminal.wait_for("Samenvatting (")
    terminal.wait_for(READY)
    terminal.type("\x03")
    rest = terminal.rest()
    assert "Er is niets geschreven." in rest
    assert "titel: Naaiatelier" in rest
    assert terminal.process.returncode == 1
    assert written(root) == before


def test_without_a_terminal_each_line_is_an_answer(root: Path) -> None:
    done = run_lines(*(typed for _, typed in script()), "ja")
    assert done.returncode == 0, done.stderr
    assert (done.stdout, "Geschreven: practices/huizen/naaiatelier.yml" in done.stderr) == ("", True)
    assert "'Huizn' gelezen als Huizen" in done.stderr
    assert "Nog leeg, en vaak de moeite waard: " in done.stderr


def test_a_wrong_answer_is_explained_and_asked_again(root: Path) -> None:
    done = run_lines("", "Buurtkamer", "Naaiatelier", "kort", "?", "<", "Breicafé")
    for text in ("Dit is verplicht.", "fout[dubbele-id]", "fout[te-kort]", "In 80 tot 600 tekens"):
        assert text in done.stderr
    assert done.stdout.count("titel: Breicafé") == 1
    assert done.returncode == 1


def test_a_near_duplicate_is_told_right_after_the_summary(root: Path) -> None:
    known = (
        "In de buurtkamer drinken bewoners koffie met elkaar. Een medewerker van het wijkteam is er elke week bij "
        "en helpt met vragen over geld, zorg en wonen."
    )
    done = run_lines("De Buurtkamer", known)
    assert "waarschuwing[lijkt-op]" in done.stderr
    assert done.stderr.index("lijkt-op") < done.stderr.index("Eigenaar: Naam")


def test_what_a_block_lacks_is_asked_again(root: Path) -> None:
    """A figure without a unit: only what was passed over comes again."""
    answers = [("" if question.loc[-1] == "eenheid" else typed) for question, typed in script()]
    at = next(number for number, (question, _) in enumerate(script()) if question.loc == ("resultaten", 1, "?"))
    done = run_lines(*answers[: at + 1], "30", "mensen", "", "nee", *answers[at + 1 :], "ja")
    assert "fout[eenheid-ontbreekt]" in done.stderr
    assert done.returncode == 0, done.stderr


def test_each_question_that_is_never_asked_is_named_at_the_end() -> None:
    fields = {(plan.path or column.path)[0] for plan in plan_sheets() for column in plan.columns}
    asked = {question.loc[0] for question in ask({("status",): "samengevoegd"})}
    assert asked | set(never_asked()) | {"toegevoegd_op"} == fields
