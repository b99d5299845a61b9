"""The issue form: accepted by GitHub, in step with the model, and with every answer in its place in the record."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.examples import BASIS, PROJECT, lay_out
from support.issues import DAY, FULL, form, rendered
from support.site import records, run

from generator.catalogue import Catalogue
from generator.issue.body import read_answers
from generator.issue.form import CONSENT_LABEL, form_text
from generator.issue.questions import Kind, Question, ask
from generator.issue.submission import read_submission
from generator.issue.values import to_values
from generator.load import load
from generator.parse.model import Practice

TEMPLATES = PROJECT / ".github" / "ISSUE_TEMPLATE"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(PROJECT)[0]


def test_github_accepts_the_form_and_its_settings() -> None:
    for schema, name in (("github-issue-forms", "praktijk.yml"), ("github-issue-config", "config.yml")):
        done = run("check-jsonschema", "--builtin-schema", f"vendor.{schema}", str(TEMPLATES / name))
        assert done.returncode == 0, done.stdout


def test_the_form_keeps_the_rules_that_no_schema_tells() -> None:
    """See GitHub's page on validation errors of issue forms."""
    asked = [element for element in form()["body"] if element["type"] != "markdown"]
    ids = [element["id"] for element in asked]
    labels = [element["attributes"]["label"] for element in asked]
    assert len(set(ids)) == len(ids)
    assert len({label.casefold() for label in labels}) == len(labels)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", id) for id in ids)
    assert not [label for label in labels if re.search("wachtwoord|password|token|secret", label, re.IGNORECASE)]
    for element in asked:
        options = element["attributes"].get("options", []) if element["type"] == "dropdown" else []
        assert len(set(options)) == len(options)
        assert all(isinstance(option, str) and option.strip() and option.lower() != "none" for option in options)


def test_every_field_that_a_record_must_have_is_asked() -> None:
    asked = {element["id"].split("-")[0] for element in form()["body"] if "id" in element}
    must = {name for name, info in Practice.model_fields.items() if info.is_required()}
    assert must - asked == {"toegevoegd_op"}  # the day on which the issue was opened


def test_each_question_explains_itself_in_plain_words() -> None:
    for element in form()["body"]:
        if element["type"] not in ("markdown", "checkboxes"):
            described = element["attributes"]["description"]
            assert described.endswith("."), described
            assert not re.search(r"\byaml\b|\[\]|GM-codes|\bid\b", described, re.IGNORECASE), described


def test_a_vocabulary_term_that_is_added_shows_on_the_form(tmp_path: Path) -> None:
    lay_out(BASIS, tmp_path)
    with (tmp_path / "schema/vocabularies/doelgroepen.yml").open("a", encoding="utf-8") as terms:
        terms.write("\n- id: imkers\n  naam: Imkers, ook in de stad\n  omschrijving: Mensen met bijen.\n  tooi: geen\n")
    made = yaml.safe_load(form_text(ask(load(tmp_path)[0].registers)))
    element = next(element for element in made["body"] if element.get("id") == "doelgroepen")
    assert "Imkers, ook in de stad" in element["attributes"]["options"]


def value_at(record: Any, question: Question) -> Any:
    for step in question.loc:
        record = record.get(step) if record else None
    return record


def test_the_answer_to_each_question_reaches_its_field(catalogue: Catalogue) -> None:
    submission = read_submission(rendered(FULL), DAY, catalogue)
    assert submission.problems == ()
    record = yaml.load(submission.text, yaml.BaseLoader)
    assert [q.label for q in ask(catalogue.registers) if not value_at(record, q)] == []
    assert record["gemeenten"] == ["GM0406", "GM0344", "GM0484"]
    assert record["overgenomen_door"][0]["gemeente"] == "GM0344"
    assert record["weerstand"][-1] == {"wat": "Een winkelier was boos.", "hoe_overwonnen": "Hij repareert nu mee."}
    assert record["lessen"][1] == {"les": "De zaal was te klein."}
    assert record["toegevoegd_op"] == DAY


@pytest.mark.parametrize("id", records())
def test_real_records_come_through_the_form_as_they_are(id: str, catalogue: Catalogue) -> None:
    record = yaml.load(records()[id].read_text("utf-8"), yaml.BaseLoader)
    questions = ask(catalogue.registers)
    answers = {q.label: as_answer(q, value) for q in questions if (value := value_at(record, q)) is not None}
    texts = read_answers(rendered(answers), [*(q.label for q in questions), CONSENT_LABEL]).texts
    values = to_values(questions, texts, catalogue.registers, DAY)
    for question in questions:
        assert as_read(question, value_at(values, question)) == as_read(question, value_at(record, question))


def as_answer(question: Question, value: Any) -> str:
    """Fill in a question as somebody would who copies a record."""
    shown = {option: word for word, option in question.options.items()}
    if question.kind is Kind.ROWS:
        return "\n".join(" | ".join(row.get(name, "") for name in question.columns) for row in value)
    if isinstance(value, list):
        return (", " if question.kind is Kind.CHOICES else "\n").join(shown.get(item, item) for item in value)
    if isinstance(value, dict):
        return f"{value['van']} tot {value['tot']}"
    return str(shown.get(value, value))


def as_read(question: Question, value: Any) -> Any:
    """Return a value without what the form does not ask, and nothing for what is empty."""
    if question.kind is Kind.ROWS:
        return [{name: text for name in question.columns if (text := row.get(name, "").strip())} for row in value or ()]
    if question.kind in (Kind.LIST, Kind.CHOICES):
        return list(value or ())
    return value.strip() if isinstance(value, str) else value or ""
