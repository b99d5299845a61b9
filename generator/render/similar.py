"""The nearest practices as text for a terminal: what "zie ook" on the site would show, and a little more."""

from __future__ import annotations

from generator.catalogue import Catalogue
from generator.messages import visible
from generator.relate.relate import relate
from generator.relate.text import read_texts
from generator.view.context import ViewContext
from generator.view.relations import describe_reasons
from generator.view.types import Site

SHOWN = 10


def render_similar(catalogue: Catalogue, id: str) -> str:
    """Return the ten practices nearest to one of the catalogue: score, id, title and place, with reasons below."""
    texts = read_texts(catalogue)
    related = relate(catalogue, texts, SHOWN)
    context = ViewContext(catalogue, texts, related, Site("", "", ""))
    nearest = related[id].shown[:SHOWN]
    width = max((len(neighbour.id) for neighbour in nearest), default=0)
    lines = []
    for number, neighbour in enumerate(nearest, 1):
        card = context.cards[neighbour.id]
        score = f"{neighbour.score:.2f}".replace(".", ",")
        lines.append(f"{number:2d}  {score}  {neighbour.id:{width}}  {visible(card.title)} ({card.place})")
        reasons = (visible(reason) for reason in describe_reasons(context, neighbour.reasons))
        lines.extend(f"          {reason}" for reason in reasons)
    return "".join(f"{line}\n" for line in lines) or "Geen praktijk lijkt hierop.\n"
