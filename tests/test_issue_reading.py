"""Filed issues as people and attackers write them: a record, or problems that name the question; never more."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pyromark
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from support.examples import BASIS, PROJECT, lay_out
from support.issues import DAY, FULL, SHORT, event, rendered

from generator.catalogue import Catalogue
from generator.cli import main
from generator.comments import escape
from generator.diagnostics import Severity
from generator.issue.reply import MARK, reply_text
from generator.issue.submission import Submission, read_submission
from generator.load import load
from generator.messages import INVISIBLE

CATALOGUE = load(PROJECT)[0]
PATH = "practices/huizen/repaircafe-in-de-bieb.yml"


def read(body: str, catalogue: Catalogue = CATALOGUE) -> Submission:
    return read_submission(body, DAY, catalogue)


def record(body: str) -> dict[str, object]:
    """Return the record of an issue that must be right."""
    submission = read(body)
    assert submission.problems == ()
    assert submission.path == PATH
    values: dict[str, object] = yaml.load(submission.text, yaml.BaseLoader)
    return values


def told(body: str) -> dict[str, str]:
    """Return what is said of an issue that must be wrong, by question."""
    submission = read(body)
    assert (submission.path, submission.text) == ("", "")
    said: dict[str, str] = {}
    for problem in submission.problems:
        said[problem.question] = f"{said.get(problem.question, '')}{problem.message} / {problem.tip}\n"
    return said


def test_the_least_that_somebody_can_fill_in_makes_a_record() -> None:
    assert record(rendered(SHORT))["kosten"] == {"bekend": "nee", "toelichting": SHORT["Kosten: toelichting"]}


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_ends_of_line_of_any_system_are_read(end: str) -> None:
    assert record(rendered(FULL).replace("\n", end)) == record(rendered(FULL))


def test_headings_lists_and_code_in_an_answer_stay_in_it() -> None:
    answer = "### Stap 1\n\nDoe dit:\n\n```sh\n### Titel\nrm -rf /\n```\n\n#### Samenvatting\n\n### Stap 2\nKlaar."
    assert record(rendered({**SHORT, "Aanpak": answer}))["aanpak"] == answer


def test_a_fence_that_is_not_closed_swallows_nothing() -> None:
    assert (
        record(rendered({**SHORT, "Aanpak": "Eerst praten.\n\n```\nDan doen, elke week weer."}))["titel"]
        == SHORT["Titel"]
    )


def test_a_heading_of_the_form_at_a_place_where_it_cannot_be_is_text() -> None:
    found = record(rendered({**SHORT, "Aanpak": "Zo gaat het.\n\n### Titel\n\nIets anders\n\n### Soort\n\nNetwerk"}))
    assert found["titel"] == SHORT["Titel"]
    assert found["soort"] == "voorziening"
    assert "### Titel" in str(found["aanpak"])


def test_a_heading_that_could_be_the_form_s_is_asked_about_instead_of_guessed() -> None:
    problems = told(rendered({**SHORT, "Doel": "Ons doel:\n\n### Aanpak\n\nwas dat iedereen meedoet."}))
    assert "staat meer dan eens" in problems["Aanpak"]


@pytest.mark.parametrize("label", ["Titel", "Partners", "Bronnen"])
def test_a_heading_that_somebody_changed_or_took_away_is_named(label: str) -> None:
    body = rendered(FULL)
    for changed in (body.replace(f"### {label}\n", f"### De {label}\n"), body.replace(f"### {label}\n\n", "")):
        assert "staat niet meer in uw bericht" in told(changed)[label]
        assert f"### {label}" in told(changed)[label]


def test_what_was_not_answered_is_named_by_its_question() -> None:
    needed = ("Titel", "Samenvatting", "Soort", "Aanpak", "Bewijs: toelichting", "Bronnen", "Doelgroepen")
    problems = told(rendered({label: text for label, text in SHORT.items() if label not in needed}))
    assert set(problems) == set(needed)
    assert all("geen antwoord" in said for said in problems.values())


def test_a_group_of_questions_without_an_answer_is_named_question_by_question() -> None:
    problems = told(
        rendered({label: text for label, text in SHORT.items() if not re.match("Eigenaar|Kosten|Cont", label)})
    )
    assert set(problems) == {
        "Eigenaar: naam",
        "Eigenaar: soort organisatie",
        "Kosten: toelichting",
        "Contact: toelichting",
    }


@pytest.mark.parametrize(
    ("label", "answer", "said"),
    [
        ("Gemeenten", "Huizen\nHuisen", "onbekende"),
        ("Kosten: per jaar", "€ 4.100,-", "geen bedrag"),
        ("Contact: e-mail", "sociaal domein@huizen.nl", "geen adres voor e-mail"),
        ("Contact: website", "javascript:alert(1)", "geen webadres"),
        ("Bronnen", "Een jaar repareren | bibliotheek | vorig jaar | verslag", "bij datum"),
        (
            "Bronnen",
            "Een jaar repareren | bibliotheek | 2024 | verslag | https://www.huizen.nl | wat nog",
            "te veel delen",
        ),
        ("Resultaten", "Er is veel gemaakt. | | | | Een ander verslag", "staat niet bij bronnen"),
        ("Zie ook", "bestaat-niet | Daar doen ze het ook zo.", "geen praktijk"),
        ("Periode: van", "voor de oorlog", "geen jaar"),
        ("Soort", "Iets anders", "kan hier niet"),
        ("Doelgroepen", "Buurtbewoners, Marsmannetjes", "Marsmannetjes"),
        ("Samenvatting", "Te kort.", "te kort"),
        ("Titel", "🎉🎉🎉", "geen webadres gemaakt"),
        ("Titel", "Geheugenhuis", "er is al een praktijk"),
        ("Tot slot", "- [ ] Ik mag deze tekst delen.", "vinkje"),
    ],
)
def test_a_wrong_answer_is_explained_at_its_question(label: str, answer: str, said: str) -> None:
    body = rendered({**SHORT, label: answer}) if label != "Tot slot" else rendered(SHORT).replace("[X]", "[ ]", 1)
    said = "is geen code van een gemeente" if said == "onbekende" else said
    assert said in told(body)[label]
    assert not re.search("yaml|inspring|spaties verder|recht onder", told(body)[label], re.IGNORECASE)


def test_the_line_of_a_list_is_counted_as_the_writer_counts() -> None:
    bron = "Een jaar repareren | bibliotheek Huizen | 2024-05 | verslag"
    problems = read(rendered({**SHORT, "Bronnen": f"{bron}\n\n- Nog een bron | krant | gisteren | artikel"})).problems
    assert [(p.question, p.line) for p in problems] == [("Bronnen", 2)]


def test_a_remark_about_a_line_of_the_record_is_made_at_its_question() -> None:
    costs = "De projectleider weet het: 06 12345678."
    (problem,) = read(rendered({**SHORT, "Kosten: toelichting": costs})).problems
    assert (problem.question, problem.severity) == ("Kosten: toelichting", Severity.WARNING)


def test_a_range_of_costs_may_be_given() -> None:
    costs = {"Kosten: prijspeil": "2022", "Kosten: zekerheid": "Geraamd", "Kosten: bron": "Een jaar repareren"}
    found = record(rendered({**SHORT, **costs, "Kosten: per jaar": "4000 tot 5000"}))["kosten"]
    assert isinstance(found, dict)
    assert found["jaarlijks"] == {"van": "4000", "tot": "5000"}


def test_comments_that_the_page_hides_stay_out_of_the_record() -> None:
    found = record(rendered({**SHORT, "Aanpak": "Dit leest iedereen.<!-- en dit niemand\n### Titel\n-->"}))
    assert found["aanpak"] == "Dit leest iedereen."


HOSTILE = (
    "$(touch /tmp/gehackt) `id` ; rm -rf / && echo ${{ secrets.GITHUB_TOKEN }}",
    "!!python/object/apply:os.system ['id']",
    "- &a [*a, *a]\n? {<<: *a}\n%YAML 1.1\n---\n...",
    "<img src=x onerror=alert(1)> <script>alert(1)</script> {{ 7*7 }} {% raw %}",
    "'\" \\ : # | > - @alles #1 [x](javascript:alert(1)) ![x](https://kwaad.example/p.png)",
    "::error file=x::y\n::set-output name=a::b",
    "Emoji 🧓🏽👩‍👩‍👧 en tekens: é ï € — … “krul” ‘s",
    "schrijf aan @octocat en zie GH-12, org/repo#4 en www.kwaad.example",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text_in_the_record(text: str) -> None:
    submission = read(rendered({**SHORT, "Aanpak": f"Begin van de tekst.\n\n{text}"}))
    assert {problem.question for problem in submission.problems} <= {"Aanpak"}  # a remark that it holds HTML
    found = yaml.load(submission.text, yaml.BaseLoader)
    assert found["aanpak"] == f"Begin van de tekst.\n\n{INVISIBLE.sub('', text)}"


def rendered_by_github(text: str) -> list[object]:
    """Return the events of the Markdown; GitHub's own additions are looked for in the text of these."""
    return list(pyromark.events(text, options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH))


@pytest.mark.parametrize(
    "text", [*HOSTILE, "https://kwaad.example/x", "mail baas@kwaad.example", "\n# Kop\n\n- [ ] doe", "a" * 90_000]
)
@pytest.mark.parametrize("label", ["Soort", "Gemeenten", "Contact: e-mail", "Periode: van", "Zie ook", "Doelgroepen"])
def test_hostile_text_is_only_text_in_the_comment(text: str, label: str) -> None:
    comment = reply_text(read(rendered({**SHORT, label: text})))
    assert comment.startswith(MARK)
    assert len(comment) < 60_000
    shown = json.dumps(rendered_by_github(comment.removeprefix(MARK)), default=str)
    assert not re.search(r'"(?:Link|Image|Heading|Table|CodeBlock|BlockQuote|InlineHtml|Html|Code)"', shown)
    assert not re.search(r"@\w|#\d|\bGH-\d|://|www\.|<(?!/?(?:li|ul|strong|p|em))", comment.removeprefix(MARK))


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_escaped_text_reads_as_it_was(text: str) -> None:
    events = rendered_by_github(f"x{escape(text)}x")
    kinds = {next(iter(event)) if isinstance(event, dict) else str(event) for event in events}
    assert kinds <= {"Start", "End", "Text", "SoftBreak"}, events


def test_a_huge_issue_is_refused_in_a_moment_and_in_few_words() -> None:
    submission = read(
        rendered({**SHORT, "Aanpak": "woord " * 40_000, "Trefwoorden": "\n".join(map(str, range(5_000)))})
    )
    assert not submission.text
    assert len(reply_text(submission)) < 20_000


def test_a_title_without_an_address_of_its_own_is_refused_and_nothing_is_written_over() -> None:
    for title in ("Nieuw", "Tom in de buurt!", "TOM  in de Buurt"):
        assert "er is al een praktijk" in told(rendered({**SHORT, "Titel": title}))["Titel"]


def test_a_practice_that_looks_like_another_is_accepted_with_a_question() -> None:
    known = CATALOGUE.practices["geheugenhuis"]
    same = {
        "Samenvatting": known.samenvatting,
        "Aanleiding": known.aanleiding,
        "Doel": known.doel,
        "Aanpak": known.aanpak,
    }
    submission = read(rendered({**SHORT, **{label: text for label, text in same.items() if text}}))
    assert submission.path == PATH
    assert [problem.severity for problem in submission.problems] == [Severity.WARNING]
    assert "Geheugenhuis" in reply_text(submission)


def run(monkeypatch: pytest.MonkeyPatch, out: Path, text: str, root: Path = PROJECT) -> int:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "surrogatepass"))))
    return main(["issue", "--root", str(root), "--out", str(out)])


def test_the_command_writes_a_record_its_path_and_a_reply(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, tmp_path, event(rendered(SHORT))) == 0
    assert (tmp_path / "pad.txt").read_text("utf-8") == f"{PATH}\n"
    assert "staat klaar" in (tmp_path / "reactie.md").read_text("utf-8")
    catalogue = tmp_path / "catalogus"
    catalogue.mkdir()
    lay_out(BASIS, catalogue)
    (catalogue / PATH).write_bytes((tmp_path / PATH).read_bytes())
    assert main(["check", "--root", str(catalogue)]) == 0


def test_the_command_writes_only_a_reply_when_answers_are_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(monkeypatch, tmp_path, event(rendered({**SHORT, "Titel": "_No response_"}))) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["reactie.md"]


@pytest.mark.parametrize("body", ["", "hallo", "\ud800", "### Titel", "\x00", "### " * 20_000])
def test_any_text_gets_an_answer_in_words(body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, tmp_path, event(body)) == 1
    assert "volgt het formulier niet" in (tmp_path / "reactie.md").read_text("utf-8")


@pytest.mark.parametrize(
    "text", ["", "geen json", "[]", "{}", '{"issue": {"body": 3, "created_at": "2026-11-22"}}', "[" * 99_999]
)
def test_what_is_no_issue_is_wrong_use(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, tmp_path, text) == 2
    assert not list(tmp_path.iterdir())
