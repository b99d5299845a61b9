"""Zie ook: authored relations from both ends, computed ones with reasons that hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.analysis.tokens import words
from generator.catalogue import Catalogue
from generator.load import load
from generator.parse.model import Practice
from generator.relate import relate as step
from generator.relate.computed import compute_neighbours
from generator.relate.naming import practices_by_concept
from generator.relate.peers import EVIDENCE, make_peers
from generator.relate.related import Neighbours, Reason, Related, RelatedIndex
from generator.relate.text import read_texts
from generator.view.context import ViewContext
from generator.view.relations import describe_reasons
from generator.view.types import Site

ROOT = Path(__file__).resolve().parents[1]

SILLY = frozenset(
    """aanpak academy casus domein gemeente gemeenten gesprek hulp inwoner inwoners mensen mens ondersteuning
    partner partners praktijk problemen project samen samenwerking sociaal sociale werk werken werkplaats zorg
    """.split()
)
"""Words of which "beide over ..." tells a reader nothing: nearly every practice here is about them."""

DRAWN_BY_THE_SOURCES = (
    ("wijeindhoven", "buurt-in-bloei"),
    ("wijeindhoven", "wat-telt"),
    ("wijeindhoven", "uitkeringen-via-het-wijkteam"),
    ("geheugenhuis", "huis-van-de-buurt"),
    ("tom-in-de-buurt", "leertafel"),
    ("city-deal-inclusieve-stad", "maatwerkbudget"),
    ("city-deal-inclusieve-stad", "topklas"),
    ("maatwerkbudget", "ontschot-budget"),
    ("kwaliteitskompas", "alternatieve-vormen-van-monitoring"),
    ("omgekeerde-toets", "omgekeerde-verordening"),
    ("omgekeerde-toets", "casusbesprekingen"),
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    loaded, diagnostics = load(ROOT)
    assert not diagnostics
    return loaded


@pytest.fixture(scope="module")
def index(catalogue: Catalogue) -> RelatedIndex:
    return relate(catalogue)


def relate(catalogue: Catalogue) -> RelatedIndex:
    return step.relate(catalogue, read_texts(catalogue))


def compute(catalogue: Catalogue) -> dict[str, tuple[Related, ...]]:
    found = compute_neighbours(catalogue, read_texts(catalogue), make_peers(catalogue))
    return {id: neighbours.shown for id, neighbours in found.by_id.items()}


def ids(found: Iterable[Related]) -> list[str]:
    return [related.id for related in found]


def with_practices(catalogue: Catalogue, practices: Mapping[str, Practice]) -> Catalogue:
    return replace(catalogue, practices=practices, congresses={})


def kinds(related: Related) -> list[str]:
    return [reason.kind for reason in related.reasons]


def test_every_practice_has_at_least_five_neighbours_each_with_a_reason(index: RelatedIndex) -> None:
    assert {id: len(found.shown) for id, found in index.items() if len(found.shown) < 5} == {}
    assert [id for id, found in index.items() if not all(related.reasons for related in found.shown)] == []


def test_no_practice_is_its_own_neighbour_or_named_twice(index: RelatedIndex) -> None:
    for id, found in index.items():
        assert id not in ids(found.shown)
        assert len(set(ids(found.shown))) == len(found.shown)


@pytest.mark.parametrize(("one", "other"), DRAWN_BY_THE_SOURCES)
def test_what_the_sources_tie_together_is_shown_from_both_ends(index: RelatedIndex, one: str, other: str) -> None:
    assert other in ids(index[one].shown)
    assert one in ids(index[other].shown)


DRAWN = (
    ("wijeindhoven", "buurt-in-bloei"),
    ("wijeindhoven", "wat-telt"),
    ("uitkeringen-via-het-wijkteam", "wijeindhoven"),
    ("geheugenhuis", "huis-van-de-buurt"),
    ("tom-in-de-buurt", "leertafel"),
    ("city-deal-inclusieve-stad", "maatwerkbudget"),
    ("city-deal-inclusieve-stad", "uitkeringen-via-het-wijkteam"),
    ("city-deal-inclusieve-stad", "kostenbewustzijn"),
    ("city-deal-inclusieve-stad", "casussen-met-berekende-besparing"),
    ("city-deal-inclusieve-stad", "schulden-en-beschermingsbewind"),
    ("city-deal-inclusieve-stad", "topklas"),
    ("maatwerkbudget", "ontschot-budget"),
    ("kwaliteitskompas", "alternatieve-vormen-van-monitoring"),
    ("alternatieve-vormen-van-monitoring", "verantwoorden-met-verhalen"),
    ("omgekeerde-toets", "omgekeerde-verordening"),
    ("omgekeerde-toets", "casusbesprekingen"),
    ("omgekeerde-toets", "intervisie-met-externe-begeleider"),
    ("uitkeringen-via-het-wijkteam", "omgekeerde-toets"),
)
"""The pairs that the source articles themselves draw."""


def test_nine_in_ten_of_the_pairs_that_sources_draw_are_found_without_being_told(catalogue: Catalogue) -> None:
    first = {id: ids(found[:5]) for id, found in compute(catalogue).items()}
    missed = [pair for pair in DRAWN if pair[1] not in first[pair[0]] and pair[0] not in first[pair[1]]]
    assert len(missed) <= len(DRAWN) // 10, missed


def test_authored_relations_come_first(index: RelatedIndex) -> None:
    for found in index.values():
        authored = [related.authored for related in found.shown]
        assert authored == sorted(authored, reverse=True)


def given_words(related: Related) -> list[str]:
    return [word for reason in related.reasons if reason.kind == "woorden" for word in reason.values]


def test_words_given_as_a_reason_stand_in_both_records(catalogue: Catalogue, index: RelatedIndex) -> None:
    spoken = {id: set(words(practice.model_dump_json())) for id, practice in catalogue.practices.items()}
    given = [(id, related.id, word) for id, found in index.items() for related in found.shown
             for word in given_words(related)]  # fmt: skip
    assert len(given) > 50
    assert [row for row in given if row[2] not in spoken[row[0]] & spoken[row[1]]] == []


def test_words_given_as_a_reason_say_something(index: RelatedIndex) -> None:
    given = {word for found in index.values() for related in found.shown for word in given_words(related)}
    assert given & SILLY == set()


def test_terms_of_the_glossary_come_before_other_words(catalogue: Catalogue, index: RelatedIndex) -> None:
    names = [label for concept in catalogue.concepts for label in (concept.naam, *concept.synoniemen)]
    terms = {word for name in names for word in words(name) if " " not in name}
    mixed = 0
    for found in index.values():
        for related in found.shown:
            turns = [word not in terms for word in given_words(related)]
            assert turns == sorted(turns), related
            mixed += len(set(turns)) == 2
    assert mixed


def test_words_do_not_repeat_what_a_shared_theme_group_or_law_says(catalogue: Catalogue, index: RelatedIndex) -> None:
    labels = {term.id: words(term.naam) for name in ("themas", "doelgroepen", "wetten")
              for term in catalogue.registers.terms(name)}  # fmt: skip
    for found in index.values():
        for related in found.shown:
            tags = (tag for reason in related.reasons if reason.kind in ("themas", "doelgroepen", "wet")
                    for tag in reason.values)  # fmt: skip
            assert not {word for tag in tags for word in labels[tag]} & set(given_words(related)), related


def test_every_reason_reads_as_a_phrase_that_names_something(catalogue: Catalogue, index: RelatedIndex) -> None:
    context = ViewContext(catalogue, read_texts(catalogue), index, Site("Gouden Praktijken", "", ""))
    for id, found in index.items():
        outstanding = (related for related in (found.stronger, found.like_sized) if related)
        for related in (*found.shown, *outstanding):
            phrases = describe_reasons(context, related.reasons)
            assert phrases, (id, related)
            assert all(len(phrase) > 8 and phrase == phrase.strip() for phrase in phrases), (id, related)
            assert len(set(phrases)) == len(phrases), (id, related)


def test_the_pointer_to_stronger_evidence_shares_a_theme_and_is_stronger(
    catalogue: Catalogue, index: RelatedIndex
) -> None:
    assert sum(found.stronger is not None for found in index.values()) > 10
    for id, found in index.items():
        if found.stronger:
            here, there = catalogue.practices[id], catalogue.practices[found.stronger.id]
            assert EVIDENCE.index(there.bewijs.niveau) > EVIDENCE.index(here.bewijs.niveau)
            assert set(here.themas) & set(there.themas)
            assert found.stronger.reasons[0] == Reason("bewijs", (there.bewijs.niveau,))


def test_the_pointer_to_a_like_sized_municipality_leads_to_another_one_of_that_size(
    catalogue: Catalogue, index: RelatedIndex
) -> None:
    assert any(found.like_sized for found in index.values())
    present = catalogue.registers.municipalities.present
    for id, found in index.items():
        if found.like_sized:
            here, there = catalogue.practices[id], catalogue.practices[found.like_sized.id]
            sizes = {present[code].grootteklasse for code in (*here.gemeenten, *there.gemeenten)}
            assert found.like_sized.reasons[0] == Reason("grootte", tuple(sizes))
            assert not set(here.gemeenten) & set(there.gemeenten)
            assert found.stronger is None or found.stronger.id != found.like_sized.id


def make_copies(practice: Practice, count: int) -> dict[str, Practice]:
    """The same text handed in by one municipality after another."""
    bare = {"zie_ook": (), "gebaseerd_op": (), "overgenomen_door": ()}
    return {
        f"kopie-{number:02}": practice.model_copy(update={**bare, "titel": f"{practice.titel} in plaats {number}"})
        for number in range(count)
    }


@pytest.mark.parametrize("count", [5, 40])
def test_near_copies_leave_room_for_others(catalogue: Catalogue, count: int) -> None:
    """40 is more than there are candidates, so that only copies are nearest."""
    copies = make_copies(catalogue.practices["tom-in-de-buurt"], count)
    others = {id: practice for id, practice in catalogue.practices.items() if id != "tom-in-de-buurt"}
    found = compute(with_practices(catalogue, {**copies, **others}))
    for id in copies:
        near = [other for other in ids(found[id]) if other in copies]
        assert (len(near), len(found[id])) == (3, 8), id
        assert ids(found[id])[:3] == near


def test_near_copies_fill_what_others_leave_empty(catalogue: Catalogue) -> None:
    copies = make_copies(catalogue.practices["tom-in-de-buurt"], 12)
    found = compute(with_practices(catalogue, copies))
    assert {id: len(found[id]) for id in copies} == dict.fromkeys(copies, 8)


def test_a_shared_congress_is_one_more_reason_and_moves_nothing(catalogue: Catalogue) -> None:
    title = next(iter(catalogue.congresses.values())).titel
    congress = next(iter(catalogue.congresses.values())).model_copy(
        update={"programma": (), "praktijken": tuple(catalogue.practices)}
    )
    without = compute(replace(catalogue, congresses={}))
    together = compute(replace(catalogue, congresses={"samen": congress}))
    for id, found in together.items():
        assert [(r.id, r.score) for r in found] == [(r.id, r.score) for r in without[id]]
        assert all(related.reasons[-1] == Reason("congres", (title,)) for related in found)
        assert all(len(related.reasons) > 1 for related in found)


def adopted(catalogue: Catalogue, **heirs: Practice) -> RelatedIndex:
    """The omgekeerde toets, which names Veldhoven as the municipality that took it over, with made-up heirs."""
    original = catalogue.practices["omgekeerde-toets"].model_copy(update={"zie_ook": (), "gebaseerd_op": ()})
    assert [adoption.gemeente for adoption in original.overgenomen_door] == ["GM0861"]
    return relate(with_practices(catalogue, {"omgekeerde-toets": original, **heirs}))


def make_heir(catalogue: Catalogue, titel: str, gemeente: str) -> Practice:
    bare = {"zie_ook": (), "gebaseerd_op": (), "overgenomen_door": ()}
    update = {**bare, "titel": titel, "gemeenten": (gemeente,)}
    return catalogue.practices["geheugenhuis"].model_copy(update=update)


def test_an_adoption_ties_the_original_to_the_practice_of_the_adopting_municipality(catalogue: Catalogue) -> None:
    index = adopted(catalogue, erfgenaam=make_heir(catalogue, "Omgekeerde Toets", "GM0861"))
    assert index["omgekeerde-toets"].shown[0].reasons[0] == Reason("overgenomen_door", ("Veldhoven",))
    assert index["erfgenaam"].shown[0].reasons[0] == Reason("overgenomen_van", ())


@pytest.mark.parametrize(
    "heirs",
    [
        (("Iets heel anders", "GM0861"),),
        (("Omgekeerde toets", "GM0406"),),
        (("Omgekeerde toets", "GM0861"), ("Omgekeerde toets", "GM0861")),
    ],
    ids=["another practice", "another municipality", "two that could be meant"],
)
def test_an_adoption_that_is_not_certain_ties_nothing(catalogue: Catalogue, heirs: tuple[tuple[str, str], ...]) -> None:
    made = {f"erfgenaam-{number}": make_heir(catalogue, *heir) for number, heir in enumerate(heirs)}
    index = adopted(catalogue, **made)
    assert not [kind for found in index.values() for related in found.shown for kind in kinds(related)
                if kind.startswith("overgenomen")]  # fmt: skip


def test_a_concept_leads_to_the_practices_that_name_it_by_any_word_in_the_given_order(catalogue: Catalogue) -> None:
    practice = catalogue.practices["geheugenhuis"]
    named = {"b": "Hulp bij schuldsanering", "a": "Schuldhulp op school", "c": "Samen fietsen"}
    made = {id: practice.model_copy(update={"titel": title, "trefwoorden": (), "samenvatting": "Zomaar een zin."})
            for id, title in named.items()}  # fmt: skip
    found = practices_by_concept(read_texts(with_practices(catalogue, made)), ("b", "a", "c"))
    assert found["schuldhulpverlening"] == ["b", "a"]


def test_the_better_match_scores_higher_and_scores_lie_between_0_and_1(catalogue: Catalogue) -> None:
    for found in compute(catalogue).values():
        scores = [related.score for related in found]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)


def test_copies_with_the_same_tags_score_no_more_than_1(catalogue: Catalogue) -> None:
    laws = {"wettelijk_kader": ("jeugdwet", "wgs", "wpg")}
    copies = {
        id: copy.model_copy(update=laws) for id, copy in make_copies(catalogue.practices["tom-in-de-buurt"], 2).items()
    }
    tagged_alone = {id: practice.model_copy(update={"themas": ("dementie",), "doelgroepen": ("ondernemers",),
                                                    "wettelijk_kader": ()})
                    for id, practice in catalogue.practices.items()}  # fmt: skip
    found = compute(with_practices(catalogue, {**tagged_alone, **copies}))
    assert all(0 < found[id][0].score <= 1 for id in copies)


def make_untagged(catalogue: Catalogue, **texts: tuple[str, str]) -> dict[str, Practice]:
    """Practices by id with the given title and summary that share no tag: each has its own town, theme and group."""
    registers = catalogue.registers
    themes, groups = ([term.id for term in registers.terms(name)] for name in ("themas", "doelgroepen"))
    towns = ("GM0014", "GM0158", "GM0373")
    bare = {"zie_ook": (), "gebaseerd_op": (), "overgenomen_door": (), "trefwoorden": (), "wettelijk_kader": (),
            "aanleiding": None, "doel": None, "werkzame_elementen": None, "aanpak": "Elke week een uur."}  # fmt: skip
    return {
        id: catalogue.practices["geheugenhuis"].model_copy(
            update={**bare, "titel": titel, "samenvatting": samenvatting, "themas": (themes[number],),
                    "doelgroepen": (groups[number],), "gemeenten": (towns[number],)})
        for number, (id, (titel, samenvatting)) in enumerate(texts.items())
    }  # fmt: skip


def test_a_concept_named_in_other_words_is_a_reason_where_there_is_no_other(catalogue: Catalogue) -> None:
    made = make_untagged(
        catalogue,
        school=("Nieuwkomers op school", "Kinderen krijgen les in een eigen klas."),
        huis=("Een kamer voor vergunninghouders", "Zij wachten daar op hun woning."),
    )
    index = relate(with_practices(catalogue, made))
    reasons = index["huis"].shown[0].reasons
    assert [reason.kind for reason in reasons] == ["begrip"]
    context = ViewContext(catalogue, read_texts(catalogue), index, Site("Gouden Praktijken", "", ""))
    assert describe_reasons(context, reasons) == ("Zelfde begrip: statushouder",)


def test_concepts_given_as_a_reason_follow_a_title_that_was_turned_round(catalogue: Catalogue) -> None:
    """Its words, and so all scores, stay the same."""
    other = ("Nieuwkomers en het buurtteam", "Elke week een uur.")
    before, after = (
        with_practices(catalogue, make_untagged(catalogue, een=(title, "Kom langs voor een afspraak."), ander=other))
        for title in ("Vergunninghouders bij het gebiedsteam", "Het gebiedsteam bij vergunninghouders")
    )
    kept = compute_neighbours(before, read_texts(before), make_peers(before))
    renewed = compute_neighbours(after, read_texts(after), make_peers(after), earlier=kept)
    given = [found.by_id["een"].shown[0].reasons for found in (kept, renewed)]
    assert given == [
        (Reason("begrip", ("statushouder", "wijkteam")),),
        (Reason("begrip", ("wijkteam", "statushouder")),),
    ]


def test_the_nearest_of_strangers_counts_for_less_than_who_says_the_same(catalogue: Catalogue) -> None:
    """Both are the nearest that their practice has."""
    summary = "Wie schulden heeft, krijgt binnen een week een gesprek met een vaste schuldhulpverlener."
    made = make_untagged(
        catalogue,
        een=("Schuldhulp binnen een week", summary),
        ander=("Snel schuldhulp", summary),
        vreemd=("Fietsen naar de markt", "Ouderen fietsen samen en praten over hun schulden van vroeger."),
    )
    found = compute(with_practices(catalogue, made))
    near, strange = found["een"][0], found["vreemd"][0]
    assert near.id == "ander"
    assert strange.score < 0.8 * near.score


def test_the_order_of_reading_changes_nothing(catalogue: Catalogue) -> None:
    backwards = dict(reversed(catalogue.practices.items()))
    turned = Catalogue(
        catalogue.registers,
        backwards,
        catalogue.congresses,
        catalogue.mentions,
        catalogue.concepts,
        catalogue.known_ids,
    )
    assert compute(turned) == compute(catalogue)


def test_one_practice_alone_has_no_neighbours(catalogue: Catalogue) -> None:
    id = "geheugenhuis"
    alone = Catalogue(registers=catalogue.registers, practices={id: catalogue.practices[id]})
    assert relate(alone) == {id: Neighbours()}
