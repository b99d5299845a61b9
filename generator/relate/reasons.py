"""Why two practices belong together: what they share, in the order in which a reader believes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.analysis.analyser import Analyser
from generator.analysis.tokens import words
from generator.catalogue import Catalogue
from generator.parse.congress import congress_practices
from generator.relate.features import TextFeatures
from generator.relate.peers import Peer
from generator.relate.related import Reason

WORDS_SHOWN = 3


class Explainer:
    """Gives the reasons for any two practices, named by their place in `ids`."""

    def __init__(
        self,
        catalogue: Catalogue,
        ids: Sequence[str],
        text: TextFeatures,
        peers: Mapping[str, Peer],
        analyser: Analyser,
    ) -> None:
        """Take what is compared; `ids` has the order of the rows of `text`."""
        self._practices = [catalogue.practices[id] for id in ids]
        self._text = text
        self._sizes = [peers[id].size for id in ids]
        self._congresses = _congresses(catalogue, ids)
        self._said = _said_by_tags(catalogue, analyser, text.telling)

    def explain(self, row: int, other: int) -> tuple[Reason, ...]:
        """Return what two practices share; nothing when that is too little to lead a reader from one to the other."""
        here, there = self._practices[row], self._practices[other]
        themes = _shared(here.themas, there.themas)
        groups = _shared(here.doelgroepen, there.doelgroepen)
        laws = _shared(here.wettelijk_kader, there.wettelijk_kader)
        found = [
            Reason("themas", themes),
            Reason("doelgroepen", groups),
            Reason("wet", laws),
            Reason("gemeente", _shared(here.gemeenten, there.gemeenten)),
            Reason("woorden", self._shared_words(row, other, themes + groups + laws)),
        ]
        found = [reason for reason in found if reason.values]
        size = self._sizes[row]
        if not found and size and size == self._sizes[other]:
            found = [Reason("grootte", (size,))]
        # Having been on the same congress is no likeness, only one more reason to look.
        congresses = self._congresses[row] & self._congresses[other] if found else ()
        return (*found, *[Reason("congres", (title,)) for title in sorted(congresses)])

    def _shared_words(self, row: int, other: int, tags: Iterable[str]) -> tuple[str, ...]:
        """Return the most telling words that literally stand in both, one per stem, without those that tags say."""
        text = self._text
        there = text.held[other]
        both = [position for position in text.held[row] if position in there]
        if not both:
            return ()
        said = frozenset().union(*[self._said[tag] for tag in tags])
        chosen: dict[int, str] = {}
        for position in both:
            if text.telling[position] not in said:
                chosen.setdefault(text.stems[position], text.telling[position])
                if len(chosen) == WORDS_SHOWN:
                    break
        return tuple(chosen.values())


def _shared(here: Sequence[str], there: Sequence[str]) -> tuple[str, ...]:
    return tuple([value for value in here if value in there])


def _congresses(catalogue: Catalogue, ids: Sequence[str]) -> list[frozenset[str]]:
    """Return the titles of the congresses that presented each practice."""
    titles: dict[str, set[str]] = defaultdict(set)
    for congress in catalogue.congresses.values():
        for id in congress_practices(congress):
            titles[id].add(congress.titel)
    return [frozenset(titles.get(id, ())) for id in ids]


def _said_by_tags(catalogue: Catalogue, analyser: Analyser, telling: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the words that add nothing to "zelfde thema: schulden" and the like: those with a stem of the label."""
    stems: dict[str, set[str]] = defaultdict(set)
    for word in telling:
        stems[analyser.stem(word)].add(word)
    found: dict[str, frozenset[str]] = {}
    for name in ("themas", "doelgroepen", "wetten"):
        for term in catalogue.registers.terms(name):
            said = (stems.get(analyser.stem(word), ()) for word in words(term.naam))
            found[term.id] = found.get(term.id, frozenset()).union(*said)
    return found
