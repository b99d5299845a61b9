"""The search engine in Node: it reads what Python wrote, cuts and stems as Python does, and finds what it should."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import Stemmer

from generator.analysis.lexicon import Lexicon
from generator.analysis.tokens import fold, words
from generator.search.coding import encode, encode_all, encode_column, encode_levels, encode_signed, front_coded

JS = Path(__file__).resolve().parent / "js"
TEXTS = (
    "Wmo-2015 voor 18-/18+ en 65-plussers",
    "De cliënt’s pgb's, e-health; GGZ-instelling (3,5 fte)",
    "€ 309.586 voor wijk\u00adteams in ’s-Gravenhage",
    "12345 mensen in 2019",
)
NUMBERS = [0, 1, 31, 32, 1023, 1024, 40_000, 2_000_000]
SIGNED = [0, -1, 1, -500, 500]
SORTED_WORDS = ["schuld", "schulden", "schuldhulp", "zorg"]
DOCS, IMPACTS = [3, 4, 40, 5000], [63, 1, 20, 7]


def run(test: str, **environment: str) -> subprocess.CompletedProcess[str]:
    node = os.environ.get("NODE") or shutil.which("node") or "node"
    command = [node, "--test", str(JS / test)]
    return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)


def language_examples() -> dict[str, object]:
    stemmer = Stemmer.Stemmer("dutch_porter")
    known = sorted({fold(word) for word in Lexicon()._forms if word.isalpha() and word.islower()})
    some = [word for word in known[::50] if word.isascii()]
    return {"stems": list(zip(some, stemmer.stemWords(some), strict=True)), "texts": [(t, words(t)) for t in TEXTS]}


def coding_examples() -> dict[str, object]:
    gaps = np.diff(np.array(DOCS), prepend=0)
    (coded,) = encode_all(gaps, [0, len(gaps)])
    return {
        "numbers": {"values": NUMBERS, "text": "".join(map(encode, NUMBERS))},
        "signed": {"values": SIGNED, "text": "".join(map(encode_signed, SIGNED))},
        "column": {"values": NUMBERS, "texts": encode_column(NUMBERS)},
        "words": {"values": SORTED_WORDS, "text": " ".join(front_coded(SORTED_WORDS))},
        "postings": {
            "rarity": 2.35,
            "docs": DOCS,
            "impacts": IMPACTS,
            "text": encode(235) + encode(len(DOCS)) + coded + encode_levels(np.array(IMPACTS, dtype=np.uint8)),
        },
    }


@pytest.mark.parametrize("test", [path.name for path in sorted(JS.glob("*.test.mjs"))])
def test_modules_pass_their_own_tests(site: Path, tmp_path: Path, test: str) -> None:
    language, coding = tmp_path / "taal.json", tmp_path / "code.json"
    language.write_text(json.dumps(language_examples()), "utf-8")
    coding.write_text(json.dumps(coding_examples()), "utf-8")
    done = run(test, SITE=str(site), TAALVOORBEELDEN=str(language), CODEVOORBEELDEN=str(coding))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_runner_answers_with_what_readers_see(site: Path, tmp_path: Path) -> None:
    questions = tmp_path / "vragen.json"
    questions.write_text(json.dumps([{"qid": "a", "query": "leertafel"}, {"qid": "b", "query": "qqqq"}]), "utf-8")
    runner = JS.parents[1] / "benchmarks" / "search_run.mjs"
    node = os.environ.get("NODE") or shutil.which("node") or "node"
    done = subprocess.run(
        [node, str(runner), "--site", str(site), str(questions)], capture_output=True, text=True, check=True
    )
    answers = json.loads(done.stdout)
    assert answers["a"][0] == "leertafel"
    assert len(answers["a"]) <= 10
    assert answers["b"] == []
