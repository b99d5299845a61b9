"""Messages and tips are for people who have never seen YAML: common words, short sentences ("klopt dit?")."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support.examples import EXAMPLES, code_of, command_of, lay_out
from support.reading import LONG_WORD, reading_ease, sentences_of, syllables, words_of

from generator.cli import main
from generator.messages import WORDINGS

EASY = 60
"""Lowest score of one message with its tip; Douma calls 60 to 70 "normaal", for readers of twelve."""
EASY_TOGETHER = 72
"""Lowest score of all messages together: "tamelijk gemakkelijk"."""
MOST_WORDS = 17
"""Words in a sentence. Direct Duidelijk, the programme of the Dutch government, asks for 10 on average, 15 at most;
two more here, since the name of a field and what stands between quotes count as words."""

JARGON = frozenset(
    "parse parsen parser string strings key keys value values scalar mapping map-node sequence array arrays boolean "
    "booleans regex reguliere null encoding codering syntax token tokens indent indentatie inspringing whitespace "
    "type typen integer float object objecten element elementen node nodes anchor anker alias tag tags schema yaml "
    "json-pad valideren validatie invalide ongeldig geldig parameter argument record-id slug identifier attribuut "
    "attributen property properties bytes byte unicode escape escapen literal flow block commit branch repository "
    "default optioneel mandatory specificeer specificatie conform dient middels indien tevens betreffende".split()
)
MEANT = {"geen-utf8": {"codering"}}
"""Words that a code cannot do without: this one stands on a button."""
KNOWN_LONG = frozenset("aanhalingsteken aanhalingstekens burgerservicenummer organisatie overgenomen".split())
"""Long words for which there is no shorter one that everyone uses."""

QUOTED = re.compile(r"'[^']*(?:'s[^']*)?'(?!\w)|\[[^]]*\]|\S*[/_\\`]\S*|\S*\.\w[^\s;:,.]*")
"""What was typed, examples between brackets, and names of files and fields."""
PASTE = re.compile(
    r"(?:schrijf|kies uit|hier kunnen|bijvoorbeeld|nu is|toe|aan|zo|staan|zoals|regel|waarde|spatie): .*"
)


def told(tip: str) -> str:
    """Return the words of a tip itself, without what there is to paste, to type or to choose from."""
    return PASTE.sub("", tip.split("\n")[0])


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What each code says in all examples: message and tip as one text, without what strangers typed."""
    said: dict[str, set[str]] = {code: set() for code in WORDINGS}
    for example in EXAMPLES:
        for problem in problems_of(example, tmp_path_factory.mktemp("leesbaar")):
            text = f"{problem['bericht']}. {told(problem['tip'])}"
            said[problem["code"]].add(QUOTED.sub("", text))
    return said


def problems_of(example: Path, root: Path) -> list[dict[str, str]]:
    """Check an example in the folder `root`, as a person would who stands in it."""
    lay_out(example, root)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        output = root / "verslag.json"
        with output.open("w", encoding="utf-8") as file:
            patch.setattr("sys.stdout", file)
            main([*command_of(example), "--format", "json"])
        found: list[dict[str, str]] = json.loads(output.read_text("utf-8"))
    return found


def test_every_code_is_read(reports: dict[str, set[str]]) -> None:
    assert [code for code, texts in reports.items() if not texts] == []
    assert {code_of(example) for example in EXAMPLES} == set(reports)


def test_no_message_has_a_word_of_programmers_or_clerks(reports: dict[str, set[str]]) -> None:
    found = {
        code: sorted(words)
        for code, texts in reports.items()
        if (words := {word.lower() for text in texts for word in words_of(text)} & JARGON - MEANT.get(code, set()))
    }
    assert found == {}


def test_sentences_are_short(reports: dict[str, set[str]]) -> None:
    long = [
        f"{code}: {sentence}"
        for code, texts in reports.items()
        for text in texts
        for sentence in sentences_of(text)
        if len(words_of(sentence)) > MOST_WORDS
    ]
    assert long == []


def test_words_are_short(reports: dict[str, set[str]]) -> None:
    words = {word.lower() for texts in reports.values() for text in texts for word in words_of(text)}
    assert {word for word in words if syllables(word) >= LONG_WORD} <= KNOWN_LONG


def test_messages_are_easy_to_read(reports: dict[str, set[str]]) -> None:
    scores = {code: reading_ease("\n".join(sorted(texts))) for code, texts in reports.items()}
    assert {code: round(score) for code, score in scores.items() if score < EASY} == {}
    together = "\n".join(text for texts in reports.values() for text in sorted(texts))
    assert reading_ease(together) >= EASY_TOGETHER


def test_the_measure_tells_easy_from_hard() -> None:
    assert reading_ease("Haal de komma weg. Typ een spatie.") > 90
    hard = "De validatie van de gespecificeerde scalaire waarde resulteerde in een onherstelbare inconsistentie."
    assert reading_ease(hard) < 30
    assert [syllables(word) for word in ("tijd", "bestand", "ideeën", "aanhalingsteken")] == [1, 2, 3, 5]
