"""Score search with questions and graded judgments: nDCG@10 and questions without a result, per class.

Usage: python benchmarks/search.py [--held-out] [--per-query] [--rivals]

The questions are in `benchmarks/search/`; its README says how they were made. `--rivals` runs lunr and Pagefind
on the same texts in the same run; both come from npm into a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from metrics import Grades, mean, ndcg
from search_rivals import RIVALS, install, read_documents

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "benchmarks" / "search"
COLLECTIONS = {"zie_ook": ROOT / "benchmarks" / "zie_ook" / "collectie", "records": ROOT}
DEPTH = 10

Ranking = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """What someone types, and which practices answer it how well."""

    number: str
    text: str
    kind: str
    collection: str
    grades: Grades


def read_questions(path: Path) -> list[Question]:
    """Read a file of questions; see benchmarks/search/README.md."""
    rows = yaml.safe_load(path.read_text("utf-8"))
    return [
        Question(str(number), row["vraag"], row["klasse"], row["collectie"], row["oordelen"])
        for number, row in enumerate(rows)
    ]


def build_site(root: Path, folder: Path) -> Path:
    """Build the site of one collection; stops when that fails."""
    command = [sys.executable, "-m", "generator.cli", "build", "--root", str(root), "--out", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return folder


def ask(site: Path, questions: Sequence[Question]) -> Ranking:
    """Return the ids that our own search shows, by question."""
    found: Ranking = json.loads(_run_node("search_run.mjs", site, questions))
    return found


def _run_node(script: str, site: Path, questions: Sequence[Question]) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump([{"qid": q.number, "query": q.text} for q in questions], file)
        file.flush()
        command = ["node", str(ROOT / "benchmarks" / script), "--site", str(site), file.name]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def print_costs(collection: str, site: Path, questions: Sequence[Question]) -> None:
    """Print bytes and times of our own search; benchmarks/search_cost.mjs counts them."""
    print(f"{collection}\n{_run_node('search_cost.mjs', site, questions)}")


def print_table(questions: Sequence[Question], rankings: Mapping[str, Ranking]) -> None:
    """Print per collection and class what each engine scored."""
    groups: dict[tuple[str, str], list[Question]] = defaultdict(list)
    for question in questions:
        groups[question.collection, question.kind].append(question)
        groups[question.collection, "ALL"].append(question)
    print("| collection | class | questions |" + "".join(f" {name} |" for name in rankings))
    print("|---|---|---|" + "---|" * len(rankings))
    for (collection, kind), rows in groups.items():
        cells = [_cell(rows, ranking) for ranking in rankings.values()]
        print(f"| {collection} | {kind} | {len(rows)} | {' | '.join(cells)} |")


def _cell(questions: Sequence[Question], ranking: Ranking) -> str:
    score = mean(ndcg(ranking.get(q.number, ()), q.grades, DEPTH) for q in questions)
    none = sum(1 for q in questions if not ranking.get(q.number)) / len(questions)
    return f"{score:.3f} ({none:.0%})"


def print_questions(questions: Sequence[Question], ranking: Ranking) -> None:
    """Print each question with its score and what was shown, worst first."""
    scored = sorted((ndcg(ranking.get(q.number, ()), q.grades, DEPTH), q.text, q) for q in questions)
    for value, text, question in scored:
        shown = [f"{question.grades.get(id, 0)} {id}" for id in ranking.get(question.number, ())]
        missed = sorted(set(question.grades) - set(ranking.get(question.number, ())))
        print(f"{value:.3f} [{question.kind}] {text}: {', '.join(shown)}" + (f" MISSED {missed}" if missed else ""))


def main(arguments: Sequence[str] | None = None) -> None:
    """Score the questions that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--held-out", action="store_true", help="the half that nothing was tuned on")
    parser.add_argument("--per-query", action="store_true", help="also print what each question was shown")
    parser.add_argument("--rivals", action="store_true", help="also run lunr and Pagefind")
    options = parser.parse_args(arguments)
    questions = read_questions(FOLDER / ("achtergehouden.yml" if options.held_out else "vragen.yml"))
    rankings: dict[str, dict[str, Sequence[str]]] = {"own": {}}
    with tempfile.TemporaryDirectory() as folder:
        rivals = RIVALS if options.rivals and install(Path(folder)) else {}
        for collection, root in COLLECTIONS.items():
            asked = [question for question in questions if question.collection == collection]
            site = build_site(root, Path(folder, collection))
            rankings["own"] |= ask(site, asked)
            print_costs(collection, site, asked)
            queries = {question.number: question.text for question in asked}
            for name, ask_rival in rivals.items():
                rankings.setdefault(name, {}).update(ask_rival(Path(folder), read_documents(site), queries))
    print_table(questions, rankings)
    if options.per_query:
        print()
        print_questions(questions, rankings["own"])


if __name__ == "__main__":
    main()
