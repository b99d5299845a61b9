"""Score the computed "zie ook" against graded judgments: nDCG@5, MRR and coverage, with an ablation.

Usage: python benchmarks/zie_ook.py [--records FOLDER --judgments FILE] [--per-query]

Without options the collection of `benchmarks/zie_ook/` is scored; its README says how it was made.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from metrics import Grades, coverage, mean, ndcg, reciprocal_rank

from generator.catalogue import Catalogue
from generator.load import load
from generator.relate.computed import WEIGHTS, compute_neighbours
from generator.relate.peers import make_peers
from generator.relate.text import read_texts

COLLECTION = Path(__file__).resolve().parent / "zie_ook" / "collectie"
DEPTH = 5
"""How many links are judged: what a reader sees without scrolling."""
SAME_PROBLEM = 2
"""The grade from which a neighbour is the one the reader came for."""

Judgments = Mapping[str, Grades]
Ranking = Mapping[str, Sequence[str]]
Rank = Callable[[Catalogue], Ranking]


@dataclass(frozen=True, slots=True)
class Scores:
    """What one run of the ranking scored, each from 0 to 1."""

    ndcg: float
    mrr: float
    coverage: float


def rank(catalogue: Catalogue, **options: Any) -> Ranking:
    """Return, for each id, the ids of its computed neighbours in the order shown. Options go to the ranking."""
    related = compute_neighbours(catalogue, read_texts(catalogue), make_peers(catalogue), **options)
    return {id: tuple(item.id for item in found.shown) for id, found in related.by_id.items()}


def variants() -> dict[str, Rank]:
    """Return the runs to compare: the full mix, and each signal left out or alone."""
    runs: dict[str, Rank] = {"all signals": rank}
    for name in WEIGHTS:
        runs[f"without {name}"] = partial(rank, weights={**WEIGHTS, name: 0.0})
    for name, weight in WEIGHTS.items():
        runs[f"only {name}"] = partial(rank, weights={**dict.fromkeys(WEIGHTS, 0.0), name: weight})
    return runs


def score(ranking: Ranking, judgments: Judgments) -> Scores:
    """Compare a ranking with the judgments, averaged over the judged queries.

    A query without any neighbour that solves the same problem says nothing about MRR and is left out of it.
    """
    shown = {query: ranking.get(query, ()) for query in judgments}
    answerable = [query for query, grades in judgments.items() if max(grades.values(), default=0) >= SAME_PROBLEM]
    return Scores(
        mean(ndcg(shown[query], grades, DEPTH) for query, grades in judgments.items()),
        mean(reciprocal_rank(shown[query], judgments[query], SAME_PROBLEM) for query in answerable),
        coverage(shown.values(), DEPTH),
    )


def read_judgments(path: Path, known: frozenset[str]) -> Judgments:
    """Read `query: {neighbour: grade}`; stops when an id is not in the catalogue or a query judges itself."""
    judgments: Judgments = yaml.safe_load(path.read_text("utf-8")) or {}
    named = set(judgments).union(*judgments.values())
    if unknown := sorted(named - known):
        sys.exit(f"{path}: not in the collection: {', '.join(unknown)}")
    if circular := [query for query, grades in judgments.items() if query in grades]:
        sys.exit(f"{path}: judged against itself: {', '.join(circular)}")
    return judgments


def read_catalogue(root: Path) -> Catalogue:
    """Load the records under `root`; stops at the first problem, since a record left out would change the scores."""
    catalogue, diagnostics = load(root)
    if diagnostics:
        first = diagnostics[0]
        sys.exit(f"{len(diagnostics)} problems in the records, first {first.place.path}: {first.message}")
    return catalogue


def print_table(catalogue: Catalogue, judgments: Judgments) -> None:
    """Print one line of a Markdown table for each run."""
    print("| signals | nDCG@5 | MRR | coverage |\n|---|---|---|---|")
    for name, run in variants().items():
        found = score(run(catalogue), judgments)
        print(f"| {name} | {found.ndcg:.3f} | {found.mrr:.3f} | {found.coverage:.3f} |")


def print_queries(ranking: Ranking, judgments: Judgments) -> None:
    """Print each query with its nDCG@5 and what was shown, worst first, each neighbour with its grade."""
    scored = sorted((ndcg(ranking.get(query, ()), grades, DEPTH), query) for query, grades in judgments.items())
    for value, query in scored:
        shown = (f"{judgments[query].get(id, 0)} {id}" for id in ranking.get(query, ())[:DEPTH])
        print(f"{value:.3f} {query}: {', '.join(shown)}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Score the collection that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--records", type=Path, default=COLLECTION, help="folder that holds practices/")
    parser.add_argument("--judgments", type=Path, help="YAML or JSON; default: oordelen.yml in that folder")
    parser.add_argument("--per-query", action="store_true", help="also print what each query was shown")
    options = parser.parse_args(arguments)
    catalogue = read_catalogue(options.records)
    judgments = read_judgments(options.judgments or options.records / "oordelen.yml", frozenset(catalogue.practices))
    print(f"{len(catalogue.practices)} records, {len(judgments)} judged queries\n")
    print_table(catalogue, judgments)
    if options.per_query:
        print()
        print_queries(rank(catalogue), judgments)


if __name__ == "__main__":
    main()
